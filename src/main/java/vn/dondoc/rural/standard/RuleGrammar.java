package vn.dondoc.rural.standard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.dondoc.kernel.Refusal;

/**
 * Ngữ pháp của quy tắc đạt.
 *
 * <pre>
 * rule       = "nếu" either "thì" either "còn lại" either | either
 * either     = both { "hoặc" both }
 * both       = one { "và" one }
 * one        = "(" rule ")" | "đạt" | [ name ] sign number [ "%" ]
 *            | [ name ] "từ" number "đến" number
 * sign       = "≥" "≤" "&gt;" "&lt;" "=" "≠", or "&gt;=" "&lt;=" "!="
 * name       = letters, digits and "_", in lower case without accents: hop_ve_sinh
 * number     = digits, with "," or "." before the decimals
 * </pre>
 *
 * <p>"≥ 90 % và nuoc_sach ≥ 50 %"; "nếu so_truong &gt; 3 thì muc_1 ≥ 70 còn lại muc_1 ≥ 50".
 * Accents of the words may be left out.
 */
final class RuleGrammar {
  private static final int LONGEST = 2_000;
  private static final int DEEPEST = 32;

  private static final Map<String, Comparator> SIGNS =
      Map.of(
          "≥", Comparator.AT_LEAST,
          ">=", Comparator.AT_LEAST,
          "≤", Comparator.AT_MOST,
          "<=", Comparator.AT_MOST,
          ">", Comparator.ABOVE,
          "<", Comparator.BELOW,
          "=", Comparator.EQUAL,
          "≠", Comparator.OTHER,
          "!=", Comparator.OTHER);

  private final String text;
  private final List<RuleToken> tokens;
  private int at;
  private int depth;

  private RuleGrammar(String text) {
    this.text = text;
    this.tokens = RuleToken.of(text);
  }

  /**
   * Reads a rule.
   *
   * @throws Refusal naming the character where it stops making sense and what could stand there
   */
  static Rule parse(String text) {
    if (text.length() > LONGEST) {
      throw Refusal.of(StandardRefusal.RULE_LONG, "1", text.length(), LONGEST);
    }
    RuleGrammar grammar = new RuleGrammar(text);
    Rule rule = grammar.rule();
    if (grammar.at < grammar.tokens.size()) {
      throw grammar.unexpected("và, hoặc");
    }
    rule.clauses();
    return rule;
  }

  private Rule rule() {
    if (++depth > DEEPEST) {
      throw Refusal.of(StandardRefusal.RULE_DEEP, place(), DEEPEST);
    }
    try {
      if (!takes("neu")) {
        return either();
      }
      Rule when = either();
      require("thi", "thì");
      Rule then = either();
      require("con_lai", "còn lại");
      return new Rule.Branch(when, then, either());
    } finally {
      depth--;
    }
  }

  private Rule either() {
    List<Rule> rules = new ArrayList<>(List.of(both()));
    while (takes("hoac")) {
      rules.add(both());
    }
    return rules.size() == 1 ? rules.getFirst() : new Rule.Any(rules);
  }

  private Rule both() {
    List<Rule> rules = new ArrayList<>(List.of(one()));
    while (takes("va")) {
      rules.add(one());
    }
    return rules.size() == 1 ? rules.getFirst() : new Rule.All(rules);
  }

  private Rule one() {
    if (takes("(")) {
      Rule inner = rule();
      require(")", ")");
      return inner;
    }
    if (takes("dat")) {
      return new Rule.Comparison(Rule.VALUE, Comparator.EQUAL, BigDecimal.ONE);
    }
    String part = isName() ? tokens.get(at++).word() : Rule.VALUE;
    if (takes("tu")) {
      BigDecimal low = number();
      require("den", "đến");
      BigDecimal high = number();
      return new Rule.All(
          List.of(
              new Rule.Comparison(part, Comparator.AT_LEAST, low),
              new Rule.Comparison(part, Comparator.AT_MOST, high)));
    }
    Comparator sign = at < tokens.size() ? SIGNS.get(tokens.get(at).word()) : null;
    if (sign == null) {
      throw unexpected("≥, ≤, >, <, =, ≠, từ");
    }
    at++;
    return new Rule.Comparison(part, sign, number());
  }

  /** "1.000": nobody can tell a thousand from a one with three decimals. */
  static boolean isUnclear(String digits) {
    return digits.matches("\\d{1,3}[.,]\\d{3}") && !digits.startsWith("0");
  }

  private BigDecimal number() {
    if (at >= tokens.size() || tokens.get(at).kind() != RuleToken.Kind.NUMBER) {
      throw unexpected("0, 1, 2, …");
    }
    String digits = tokens.get(at).word();
    if (isUnclear(digits)) {
      throw Refusal.of(
          StandardRefusal.RULE_THOUSANDS, place(), digits, digits.replaceAll("[.,]", ""));
    }
    at++;
    takes("%");
    return new BigDecimal(digits.replace(',', '.'));
  }

  private boolean isName() {
    return at < tokens.size() && tokens.get(at).kind() == RuleToken.Kind.NAME;
  }

  private boolean takes(String word) {
    boolean there =
        at < tokens.size()
            && tokens.get(at).kind() != RuleToken.Kind.NAME
            && tokens.get(at).word().equals(word);
    at += there ? 1 : 0;
    return there;
  }

  private void require(String word, String shown) {
    if (!takes(word)) {
      throw unexpected(shown);
    }
  }

  private Refusal unexpected(String wanted) {
    return at < tokens.size()
        ? Refusal.of(StandardRefusal.RULE_WORD, place(), tokens.get(at).shown(), place(), wanted)
        : Refusal.of(StandardRefusal.RULE_END, place(), wanted);
  }

  /** Number of the character, counted from 1. */
  private String place() {
    int place = at < tokens.size() ? tokens.get(at).start() : text.length();
    return String.format(Locale.ROOT, "%d", place + 1);
  }
}

package vn.dondoc.rural.standard;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.kernel.Refusal;

/**
 * A word of a rule.
 *
 * @param kind what it is
 * @param word keywords folded to plain letters, everything else as written
 * @param shown as it stands in the text
 * @param start its first character, from 0
 */
record RuleToken(Kind kind, String word, String shown, int start) {
  /** Kinds of words. */
  enum Kind {
    KEYWORD,
    NAME,
    NUMBER,
    SIGN
  }

  private static final Set<String> KEYWORDS =
      Set.of("neu", "thi", "con_lai", "va", "hoac", "dat", "tu", "den");
  private static final Pattern WORDS =
      Pattern.compile(
          "(?<space>\\s+)|(?<number>\\d+(?:[.,]\\d+)?)|(?<sign>>=|<=|!=|[≥≤><=≠()%])"
              + "|(?<rest>còn\\s+lại|con\\s+lai)|(?<word>[\\p{L}_][\\p{L}\\p{M}\\d_]*)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  static List<RuleToken> of(String given) {
    String text = Normalizer.normalize(given, Normalizer.Form.NFC);
    List<RuleToken> tokens = new ArrayList<>();
    Matcher matcher = WORDS.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        String place = Integer.toString(at + 1);
        throw Refusal.of(StandardRefusal.RULE_SIGN, place, text.substring(at, at + 1), place);
      }
      if (matcher.group("space") == null) {
        tokens.add(token(matcher));
      }
      at = matcher.end();
    }
    return tokens;
  }

  private static RuleToken token(Matcher matcher) {
    String shown = matcher.group();
    if (matcher.group("number") != null) {
      return new RuleToken(Kind.NUMBER, shown, shown, matcher.start());
    }
    if (matcher.group("sign") != null) {
      return new RuleToken(Kind.SIGN, shown, shown, matcher.start());
    }
    if (matcher.group("rest") != null) {
      return new RuleToken(Kind.KEYWORD, "con_lai", shown, matcher.start());
    }
    String plain = plain(shown);
    if (KEYWORDS.contains(plain)) {
      return new RuleToken(Kind.KEYWORD, plain, shown, matcher.start());
    }
    if (!shown.matches("[a-z][a-z0-9_]*")) {
      throw Refusal.of(
          StandardRefusal.RULE_NAME,
          Integer.toString(matcher.start() + 1),
          shown,
          plain.replaceAll("[^a-z0-9_]", "_"));
    }
    return new RuleToken(Kind.NAME, shown, shown, matcher.start());
  }

  /** Without case, tones or đ. */
  private static String plain(String word) {
    return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .replace('đ', 'd');
  }
}

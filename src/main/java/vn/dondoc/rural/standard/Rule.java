package vn.dondoc.rural.standard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Quy tắc đạt của một chỉ tiêu: when the figures of an indicator meet the standard. {@link
 * RuleGrammar} reads it from words; {@link #clauses()} lays it out for tables, so that a whole
 * province is judged by one query.
 */
public sealed interface Rule {
  /** Name of the figure that is meant where a rule names none. */
  String VALUE = "gia_tri";

  /**
   * So sánh một giá trị thành phần với mức quy định.
   *
   * @param part name of the figure, {@link #VALUE} for the indicator's own
   * @param comparator how
   * @param bound the bound, in the figure's unit; "đạt" is 1
   */
  record Comparison(String part, Comparator comparator, BigDecimal bound) implements Rule {
    @Override
    public Verdict judge(Map<String, BigDecimal> figures) {
      BigDecimal value = figures.get(part);
      return value == null ? Verdict.UNKNOWN : Verdict.of(comparator.holds(value, bound));
    }

    @Override
    public Rule opposite() {
      return new Comparison(part, comparator.opposite(), bound);
    }

    @Override
    public List<Clause> clauses() {
      return List.of(new Clause(List.of(this)));
    }

    @Override
    public String toString() {
      String name = part.equals(VALUE) ? "" : part + " ";
      return name + comparator.sign() + " " + bound.toPlainString().replace('.', ',');
    }
  }

  /**
   * Tất cả đều phải đạt.
   *
   * @param rules at least two
   */
  record All(List<Rule> rules) implements Rule {
    public All {
      rules = List.copyOf(rules);
    }

    @Override
    public Verdict judge(Map<String, BigDecimal> figures) {
      return rules.stream().map(rule -> rule.judge(figures)).reduce(Verdict.MET, Verdict::and);
    }

    @Override
    public Rule opposite() {
      return new Any(rules.stream().map(Rule::opposite).toList());
    }

    @Override
    public List<Clause> clauses() {
      List<Clause> all = List.of(new Clause(List.of()));
      for (Rule rule : rules) {
        all = Clause.joined(all, rule.clauses());
      }
      return all;
    }

    @Override
    public String toString() {
      return rules.stream().map(All::inner).collect(Collectors.joining(" và "));
    }

    private static String inner(Rule rule) {
      return rule instanceof Comparison ? rule.toString() : "(" + rule + ")";
    }
  }

  /**
   * Chỉ cần một.
   *
   * @param rules at least two
   */
  record Any(List<Rule> rules) implements Rule {
    public Any {
      rules = List.copyOf(rules);
    }

    @Override
    public Verdict judge(Map<String, BigDecimal> figures) {
      return rules.stream().map(rule -> rule.judge(figures)).reduce(Verdict.UNMET, Verdict::or);
    }

    @Override
    public Rule opposite() {
      return new All(rules.stream().map(Rule::opposite).toList());
    }

    @Override
    public List<Clause> clauses() {
      List<Clause> all = new ArrayList<>();
      rules.forEach(rule -> all.addAll(rule.clauses()));
      return Clause.limited(all);
    }

    @Override
    public String toString() {
      return rules.stream().map(All::inner).collect(Collectors.joining(" hoặc "));
    }
  }

  /**
   * Có điều kiện: "nếu số trường lớn hơn 3 thì …, còn lại …".
   *
   * @param when which of the two applies
   * @param then where it holds
   * @param otherwise where it does not
   */
  record Branch(Rule when, Rule then, Rule otherwise) implements Rule {
    private Rule plain() {
      return new Any(
          List.of(new All(List.of(when, then)), new All(List.of(when.opposite(), otherwise))));
    }

    @Override
    public Verdict judge(Map<String, BigDecimal> figures) {
      return plain().judge(figures);
    }

    @Override
    public Rule opposite() {
      return new Branch(when, then.opposite(), otherwise.opposite());
    }

    @Override
    public List<Clause> clauses() {
      return plain().clauses();
    }

    @Override
    public String toString() {
      return "nếu " + when + " thì " + All.inner(then) + " còn lại " + All.inner(otherwise);
    }
  }

  /**
   * Reads a rule as people write it, by {@link RuleGrammar}.
   *
   * @throws vn.dondoc.kernel.Refusal naming the character where it stops making sense
   */
  static Rule read(String words) {
    return RuleGrammar.parse(words);
  }

  /**
   * Judges one set of figures.
   *
   * @param figures value by the name of the part; what is not reported is absent
   */
  Verdict judge(Map<String, BigDecimal> figures);

  /** The rule that holds exactly where this one does not. */
  Rule opposite();

  /**
   * The same rule as alternatives of plain comparisons: met when every comparison of one of them
   * holds.
   *
   * @throws vn.dondoc.kernel.Refusal when it would take more than {@link Clause#MOST}
   */
  List<Clause> clauses();

  /** Names of the figures it asks for, in the order of the alphabet. */
  default List<String> parts() {
    TreeSet<String> names = new TreeSet<>();
    clauses().forEach(clause -> clause.terms().forEach(term -> names.add(term.part())));
    return List.copyOf(names);
  }
}

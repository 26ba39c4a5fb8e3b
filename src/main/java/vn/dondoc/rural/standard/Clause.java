package vn.dondoc.rural.standard;

import java.util.ArrayList;
import java.util.List;
import vn.dondoc.kernel.Refusal;

/**
 * Một phương án đạt: comparisons that must all hold.
 *
 * @param terms the comparisons
 */
public record Clause(List<Rule.Comparison> terms) {
  /** Most alternatives of one rule. */
  public static final int MOST = 64;

  public Clause {
    terms = List.copyOf(terms);
  }

  /** Every alternative of one side together with every one of the other. */
  static List<Clause> joined(List<Clause> left, List<Clause> right) {
    if ((long) left.size() * right.size() > MOST) {
      throw Refusal.of(StandardRefusal.RULE_WIDE, "", MOST);
    }
    List<Clause> both = new ArrayList<>();
    for (Clause a : left) {
      for (Clause b : right) {
        List<Rule.Comparison> terms = new ArrayList<>(a.terms);
        b.terms.stream().filter(term -> !terms.contains(term)).forEach(terms::add);
        both.add(new Clause(terms));
      }
    }
    return both;
  }

  static List<Clause> limited(List<Clause> clauses) {
    if (clauses.size() > MOST) {
      throw Refusal.of(StandardRefusal.RULE_WIDE, "", MOST);
    }
    return List.copyOf(clauses);
  }
}

package vn.dondoc.rural.form;

import java.util.stream.Collectors;
import vn.dondoc.rural.standard.Rule;

/**
 * Quy tắc cho trang: a rule as alternatives of plain comparisons, for the hint beside a field while
 * it is typed. What counts is what the server says when it is sent.
 */
final class RuleData {
  private RuleData() {}

  /** "gia_tri&gt;=90 nuoc_sach&gt;=50|…": alternatives by a bar, comparisons by a space. */
  static String of(Rule rule) {
    return rule.clauses().stream()
        .map(clause ->
            clause.terms().stream()
                .map(term -> term.part() + term.comparator().code() + term.bound().toPlainString())
                .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("|"));
  }
}

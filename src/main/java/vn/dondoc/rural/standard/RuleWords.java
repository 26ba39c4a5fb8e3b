package vn.dondoc.rural.standard;

import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Language;
import vn.dondoc.web.Page;

/** Lời của quy tắc: a rule as a person reads it. */
public final class RuleWords {
  private RuleWords() {}

  /**
   * With the unit of a single figure; a rule nobody gave is said to be open. In Vietnamese the rule
   * stands as it is written, whose words are Vietnamese.
   */
  public static String of(
      Criterion.Indicator indicator, Criterion.@Nullable Threshold threshold, Page page) {
    if (threshold == null) {
      return page.t("rural.rule.open");
    }
    if (page.texts().language() == Language.EN) {
      return new SpokenRule(indicator, page).of(threshold);
    }
    Rule rule = threshold.rule();
    Criterion.Part first = indicator.parts().getFirst();
    if (first.type() == Criterion.ValueType.YES_NO && rule instanceof Rule.Comparison) {
      return page.t("rural.rule.met");
    }
    return rule instanceof Rule.Comparison && first.unit() != null
        ? rule + " " + page.t(first.unit())
        : rule.toString();
  }
}

package vn.dondoc.rural.standard;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Part;
import vn.dondoc.rural.standard.Criterion.ValueType;
import vn.dondoc.web.Page;
import vn.dondoc.web.Texts;

/**
 * Mức đạt bằng lời: a rule with the names and units of its figures, for those who fill them in.
 *
 * @param indicator whose rule
 * @param texts in which language
 */
public record SpokenRule(Indicator indicator, Texts texts) {
  public SpokenRule(Indicator indicator, Page page) {
    this(indicator, page.texts());
  }

  /** The rule in words; says so when the province has set none. */
  public String of(Criterion.@Nullable Threshold threshold) {
    return threshold == null ? texts.get("rural.rule.open") : tell(threshold.rule());
  }

  private String tell(Rule rule) {
    return switch (rule) {
      case Rule.Comparison one -> tell(one);
      case Rule.All all -> joined(all.rules(), "rural.rule.and");
      case Rule.Any any -> joined(any.rules(), "rural.rule.or");
      case Rule.Branch branch ->
          texts.get(
              "rural.rule.branch",
              tell(branch.when()),
              tell(branch.then()),
              tell(branch.otherwise()));
    };
  }

  private String joined(List<Rule> rules, String key) {
    return rules.stream()
        .map(rule -> rule instanceof Rule.Comparison one ? tell(one) : "(" + tell(rule) + ")")
        .collect(Collectors.joining(" " + texts.get(key) + " "));
  }

  private String tell(Rule.Comparison one) {
    Part part =
        indicator.parts().stream()
            .filter(p -> p.code().equals(one.part()))
            .findFirst()
            .orElse(null);
    boolean alone = indicator.parts().size() == 1;
    String name = part == null ? one.part() : texts.of(part.name());
    if (part != null && part.type() == ValueType.YES_NO) {
      String met = texts.get(one.bound().signum() == 0 ? "rural.verdict.unmet" : "rural.rule.met");
      return alone ? met : name + ": " + met;
    }
    String unit = part == null || part.unit() == null ? "" : "\u00a0" + texts.of(part.unit());
    String bound = one.bound().toPlainString();
    String sign = one.comparator().sign() + "\u00a0";
    String said = sign + (texts.language().code().equals("vi") ? bound.replace('.', ',') : bound);
    return (alone ? "" : name + " ") + said + unit;
  }
}

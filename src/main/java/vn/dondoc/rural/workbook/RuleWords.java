package vn.dondoc.rural.workbook;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Part;
import vn.dondoc.rural.standard.Criterion.ValueType;
import vn.dondoc.rural.standard.Rule;
import vn.dondoc.web.Texts;

/**
 * Mức phải đạt, bằng lời.
 *
 * @param indicator whose rule it is
 * @param texts the language
 */
record RuleWords(Indicator indicator, Texts texts) {
  /** A rule as a person would say it. */
  String of(@Nullable Rule rule) {
    return switch (rule) {
      case null -> texts.get("rural.rule.open");
      case Rule.Comparison one -> said(one);
      case Rule.All all -> joined(all.rules(), "rural.book.rule.and");
      case Rule.Any any -> joined(any.rules(), "rural.book.rule.or");
      case Rule.Branch branch ->
          texts.get(
              "rural.book.rule.branch",
              of(branch.when()),
              of(branch.then()),
              of(branch.otherwise()));
    };
  }

  private String joined(List<Rule> rules, String between) {
    return rules.stream().map(this::of).collect(Collectors.joining(texts.get(between)));
  }

  private String said(Rule.Comparison one) {
    Part part =
        indicator.parts().stream()
            .filter(p -> p.code().equals(one.part()))
            .findFirst()
            .orElse(null);
    String name = part == null || indicator.parts().size() == 1 ? "" : texts.of(part.name()) + ": ";
    if (part != null && part.type() == ValueType.YES_NO) {
      return name + texts.get(one.bound().signum() > 0 ? "rural.book.yes" : "rural.book.no");
    }
    String unit = part == null || part.unit() == null ? "" : " " + texts.of(part.unit());
    String bound = one.bound().stripTrailingZeros().toPlainString().replace('.', ',');
    String key = "rural.book.rule." + one.comparator().name().toLowerCase(Locale.ROOT);
    return name + texts.get(key, bound + unit);
  }
}

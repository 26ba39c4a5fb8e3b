package vn.dondoc.rural.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Part;

/**
 * Giá trị thành phần: between their names, their order in the database and how they are written.
 */
public final class Figures {
  private Figures() {}

  /** In the order of the indicator's parts; empty when none is given. */
  static List<@Nullable BigDecimal> inOrder(Map<String, BigDecimal> figures, Indicator indicator) {
    List<@Nullable BigDecimal> ordered = new ArrayList<>();
    if (!figures.isEmpty()) {
      indicator.parts().forEach(part -> ordered.add(figures.get(part.code())));
    }
    return ordered;
  }

  /** By the names of the parts. */
  public static Map<String, BigDecimal> byName(
      List<@Nullable BigDecimal> ordered, Indicator indicator) {
    Map<String, BigDecimal> named = new java.util.LinkedHashMap<>();
    List<Part> parts = indicator.parts();
    for (int i = 0; i < ordered.size() && i < parts.size(); i++) {
      BigDecimal figure = ordered.get(i);
      if (figure != null) {
        named.put(parts.get(i).code(), figure);
      }
    }
    return named;
  }

  /** As a person reads them, with a decimal comma. */
  static String written(Collection<BigDecimal> figures) {
    return figures.stream()
        .map(figure -> figure.stripTrailingZeros().toPlainString().replace('.', ','))
        .collect(Collectors.joining("; "));
  }

  /** From the database's own words, <code>{93.4,NULL}</code>. */
  static String written(@Nullable String literal) {
    return literal == null
        ? ""
        : literal.replaceAll("[{}]", "").replace(",", "; ").replace('.', ',').replace("NULL", "–");
  }
}

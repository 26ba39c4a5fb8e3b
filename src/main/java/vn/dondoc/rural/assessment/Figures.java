package vn.dondoc.rural.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Part;
import vn.dondoc.rural.standard.Criterion.ValueType;
import vn.dondoc.web.Formats;
import vn.dondoc.web.Language;
import vn.dondoc.web.Page;
import vn.dondoc.web.Texts;

/**
 * Giá trị thành phần: between their names, their order in the database and how they are written.
 */
public final class Figures {
  /** What is kept of a figure behind its decimal comma. */
  public static final int MOST_DECIMALS = 6;

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

  /**
   * As a sentence quotes them, by the names of the parts: digits as they were typed, a yes or no by
   * its word.
   */
  public static Bilingual written(Map<String, BigDecimal> figures, Indicator indicator) {
    List<Part> parts =
        indicator.parts().stream().filter(part -> figures.containsKey(part.code())).toList();
    List<@Nullable BigDecimal> shown = new ArrayList<>();
    parts.forEach(part -> shown.add(figures.get(part.code())));
    return quoted(shown, parts);
  }

  /** The same from the database's own words, <code>{93.4,NULL}</code>; "–" for none. */
  static Bilingual written(@Nullable String literal, Indicator indicator) {
    List<@Nullable BigDecimal> figures = new ArrayList<>();
    if (literal != null) {
      for (String one : literal.replaceAll("[{}]", "").split(",", -1)) {
        figures.add(one.equals("NULL") ? null : new BigDecimal(one));
      }
    }
    return quoted(figures, indicator.parts());
  }

  private static Bilingual quoted(List<@Nullable BigDecimal> figures, List<Part> parts) {
    List<Bilingual> quoted = new ArrayList<>();
    for (int at = 0; at < figures.size() && at < parts.size(); at++) {
      quoted.add(quoted(figures.get(at), parts.get(at)));
    }
    return new Bilingual(
        quoted.stream().map(one -> one.in(false)).collect(Collectors.joining("; ")),
        quoted.stream().map(one -> one.in(true)).collect(Collectors.joining("; ")));
  }

  private static Bilingual quoted(@Nullable BigDecimal figure, Part part) {
    if (figure == null) {
      return new Bilingual("–", null);
    }
    return isYesOrNo(figure, part)
        ? new Bilingual(
            shown(figure, part, Texts.in(Language.VI)), shown(figure, part, Texts.in(Language.EN)))
        : Bilingual.decimal(figure);
  }

  /**
   * One figure as every page and sheet shows it: the digits that were said, without zeros at the
   * end and never rounded, with the unit of its part.
   */
  public static String shown(BigDecimal figure, Part part, Page page) {
    return shown(figure, part, page.texts());
  }

  /** A 2 where a yes or no is asked for is told as it was typed. */
  private static boolean isYesOrNo(BigDecimal figure, Part part) {
    return part.type() == ValueType.YES_NO
        && (figure.signum() == 0 || figure.compareTo(BigDecimal.ONE) == 0);
  }

  private static String shown(BigDecimal figure, Part part, Texts texts) {
    if (isYesOrNo(figure, part)) {
      return texts.get(figure.signum() == 0 ? "rural.verdict.unmet" : "rural.verdict.met");
    }
    int decimals = Math.max(0, figure.stripTrailingZeros().scale());
    String number = new Formats(texts).decimal(figure, decimals);
    return part.unit() == null ? number : number + "\u00a0" + texts.of(part.unit());
  }

  /** All of them, "–" for one that is not there. */
  public static String shown(List<@Nullable BigDecimal> figures, Indicator indicator, Page page) {
    return shown(figures, indicator, page.texts());
  }

  /** The same in a language, where no page is. */
  public static String shown(List<@Nullable BigDecimal> figures, Indicator indicator, Texts texts) {
    List<String> written = new ArrayList<>();
    for (int at = 0; at < figures.size() && at < indicator.parts().size(); at++) {
      BigDecimal figure = figures.get(at);
      written.add(figure == null ? "–" : shown(figure, indicator.parts().get(at), texts));
    }
    return String.join("; ", written);
  }
}

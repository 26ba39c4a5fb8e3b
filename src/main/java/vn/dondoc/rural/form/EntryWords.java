package vn.dondoc.rural.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.dondoc.rural.assessment.Figures;
import vn.dondoc.rural.assessment.Told;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Part;
import vn.dondoc.web.Page;

/** Lời trên biểu tự đánh giá. */
public final class EntryWords {
  private EntryWords() {}

  /** Who wrote since, what step, when. */
  static String by(Conflict conflict, Page page) {
    return step(conflict.last(), page);
  }

  /** "Huyện trả lại, Huyện Chi Lăng mẫu, 14/08/2020". */
  public static String step(Told told, Page page) {
    return page.t(
        "rural.entry.step",
        page.t("rural.step." + told.kind().code()),
        told.by(),
        page.formats().date(told.on()));
  }

  /** The figures of a claim as a person reads them. */
  public static String figures(Told told, Indicator indicator, Page page) {
    if (told.nothing()) {
      return page.t("rural.entry.nothing");
    }
    Map<String, BigDecimal> figures = Figures.byName(told.figures(), indicator);
    return indicator.parts().stream()
        .filter(part -> figures.containsKey(part.code()))
        .map(part ->
            Conflict.Saying.written(Objects.requireNonNull(figures.get(part.code())), part, page))
        .collect(Collectors.joining("; "));
  }

  /** One figure as a person reads it, with its unit. */
  public static String figure(BigDecimal figure, Part part, Page page) {
    return Conflict.Saying.written(figure, part, page);
  }

  /** "07/2020". */
  public static String month(LocalDate period) {
    return Desk.written(java.time.YearMonth.from(period));
  }
}

package vn.dondoc.rural.form;

import java.time.LocalDate;
import java.time.YearMonth;
import vn.dondoc.rural.assessment.Evidence;
import vn.dondoc.rural.assessment.Figures;
import vn.dondoc.rural.assessment.Told;
import vn.dondoc.rural.standard.Criterion.Indicator;
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
    return Figures.shown(told.figures(), indicator, page);
  }

  /** Size, month and day of a file, "12 KB · kỳ 07/2020 · gửi 14/08/2020". */
  public static String kept(Evidence evidence, Page page) {
    YearMonth month = evidence.period();
    return page.t(
        month == null ? "rural.entry.kept" : "rural.entry.kept_of",
        page.formats().count(evidence.kilobytes()),
        page.formats().date(evidence.on()),
        month == null ? "" : Desk.written(month));
  }

  /** "07/2020". */
  public static String month(LocalDate period) {
    return Desk.written(YearMonth.from(period));
  }
}

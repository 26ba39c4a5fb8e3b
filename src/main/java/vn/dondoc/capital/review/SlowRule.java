package vn.dondoc.capital.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Language;
import vn.dondoc.web.Page;

/**
 * Quy tắc chậm.
 *
 * @param code mã
 * @param measure what it measures
 * @param threshold from which value on; null where the ledger gives it
 * @param begins the day of a year it counts from
 * @param nameVi what it is called
 * @param nameEn the same in English
 * @param clause the words it comes from
 * @param basis where those stand
 */
public record SlowRule(
    String code,
    SlowLine.Measure measure,
    @Nullable BigDecimal threshold,
    MonthDay begins,
    String nameVi,
    String nameEn,
    String clause,
    String basis) {

  /** Whether it counts on a day already. */
  boolean countsOn(LocalDate day) {
    return !MonthDay.from(day).isBefore(begins);
  }

  /** Its name in the viewer's language. */
  public String name(Page page) {
    return page.texts().language() == Language.EN ? nameEn : nameVi;
  }
}

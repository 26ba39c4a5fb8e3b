package vn.dondoc.rural.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Dấu của biểu: what the program knew when it made a sheet; it goes with the sheet, signed.
 *
 * @param form version of the form
 * @param set số, ký hiệu of the set
 * @param filling that of the province's own set; null when there was none
 * @param unit đơn vị
 * @param month the month reported on, {@code "2020-08"}
 * @param madeOn the day it was made
 * @param lines what stood in its lines
 */
record BookSeal(
    int form,
    String set,
    @Nullable String filling,
    int unit,
    String month,
    String madeOn,
    List<Line> lines) {
  /** The version of the form that is made today. */
  static final int FORM = 1;

  BookSeal {
    lines = List.copyOf(lines);
  }

  /**
   * Một chỉ tiêu as it went out.
   *
   * @param number số of the indicator
   * @param step how many facts of the month there were
   * @param figures by the names of the parts; empty when nothing was claimed
   * @param nothing claimed as having no content
   * @param waits whom it waits for; null when it does not wait
   */
  record Line(
      String number,
      int step,
      Map<String, BigDecimal> figures,
      boolean nothing,
      @Nullable String waits) {
    Line {
      figures = Map.copyOf(figures);
    }

    /** A line of an indicator nothing is known of. */
    static Line fresh(String number) {
      return new Line(number, 0, Map.of(), false, null);
    }
  }
}

package vn.dondoc.capital.closing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Khóa sổ as its page shows it.
 *
 * @param year which year
 * @param until the last day that is closed; null while none is
 * @param months its months, the latest first
 * @param late corrections after closing, the latest first
 */
record ClosingView(
    int year, @Nullable LocalDate until, List<Month> months, List<LateCorrection> late) {
  static final String PATH = "/von/khoa-so";
  private static final int SHOWN = 50;

  List<LateCorrection> shown() {
    return late.subList(0, Math.min(SHOWN, late.size()));
  }

  long closed() {
    return months.stream().filter(month -> month.state() == Month.State.CLOSED).count();
  }
}

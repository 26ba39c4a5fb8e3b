package vn.dondoc.rural.workbook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Tệp đã gửi vào, chờ xem.
 *
 * @param id its id
 * @param way a workbook the program made, or a sheet of somebody's own
 * @param fileName name of the file
 * @param period the month, by its first day
 * @param stagedAt when it was sent
 * @param reading the reading that counts; null until the columns of a sheet are told
 * @param outcome "written", "dropped", or null while it waits
 */
record Book(
    long id,
    Way way,
    String fileName,
    LocalDate period,
    Instant stagedAt,
    @Nullable Long reading,
    @Nullable String outcome) {
  /** Đường đến. */
  enum Way {
    WORKBOOK,
    SHEET;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  boolean isWaiting() {
    return outcome == null;
  }

  YearMonth month() {
    return YearMonth.from(period);
  }

  String monthWritten() {
    return BookMonth.written(month().toString());
  }

  String path() {
    return "/nong-thon-moi/bieu/" + id;
  }
}

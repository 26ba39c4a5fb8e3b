package vn.dondoc.capital.ceiling;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Mức vốn trung hạn và phần còn lại.
 *
 * @param id number of what was said last
 * @param project dự án
 * @param source mã nguồn vốn
 * @param fromYear năm đầu kỳ
 * @param untilYear năm cuối kỳ
 * @param document by which document
 * @param money what it comes to
 */
record CeilingRow(
    long id,
    Project project,
    String source,
    int fromYear,
    int untilYear,
    String document,
    Money money) {
  private static final int PLACES = 4;

  /** Dự án: its number, code, name and owner. */
  record Project(long id, @Nullable String code, String name, @Nullable String owner) {}

  /**
   * Số tiền, đồng.
   *
   * @param ceiling mức vốn trung hạn
   * @param given kế hoạch năm đã bố trí trong kỳ
   * @param disbursed giải ngân của các kế hoạch đó
   */
  record Money(long ceiling, long given, long disbursed) {
    /** Còn lại; below zero when more was given. */
    long left() {
      return ceiling - given;
    }

    /** Phần đã bố trí; null where the ceiling is nothing. */
    @Nullable BigDecimal share() {
      return ceiling == 0
          ? null
          : BigDecimal.valueOf(given)
              .divide(BigDecimal.valueOf(ceiling), PLACES, RoundingMode.HALF_UP);
    }
  }

  String term() {
    return fromYear + "-" + untilYear;
  }
}

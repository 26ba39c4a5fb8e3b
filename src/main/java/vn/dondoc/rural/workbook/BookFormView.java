package vn.dondoc.rural.workbook;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import vn.dondoc.place.Place;

/**
 * Trang lập và gửi biểu.
 *
 * @param month the month that is chosen
 * @param communes what may be made for it
 * @param own whether it is about sheets of somebody's own
 * @param waiting files that wait
 * @param problems why the last request was not done
 */
record BookFormView(
    BookMonth month, List<Place> communes, boolean own, List<Book> waiting, List<String> problems) {
  static final int LARGEST_BYTES = 10 << 20;
  private static final int MONTHS = 24;

  int megabytes() {
    return LARGEST_BYTES >> 20;
  }

  /** Files of one person that may wait. */
  int most() {
    return Workbooks.MOST_WAITING;
  }

  /** Months one may report for, this one first. */
  static List<YearMonth> months(YearMonth now) {
    return IntStream.range(0, MONTHS).mapToObj(now::minusMonths).toList();
  }

  static String written(YearMonth month) {
    return BookMonth.written(month.toString());
  }

  String path() {
    return own ? "/nong-thon-moi/bieu/tu-do" : "/nong-thon-moi/bieu";
  }
}

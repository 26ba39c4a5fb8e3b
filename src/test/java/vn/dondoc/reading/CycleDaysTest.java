package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cycle keeps the day and the month it names, and stays open where it names days unlike. */
class CycleDaysTest {
  private static final String DATED = "Mẫu Sơn, ngày 15 tháng 8 năm 2022\nKính gửi: Sở Xây dựng.\n";

  private static String cycle(String words) {
    Deadline due =
        Objects.requireNonNull(
            Reads.task(DATED + "Giao Sở Xây dựng tổng hợp, báo cáo UBND tỉnh " + words + ".")
                .deadline());
    String op = due.op() == Deadline.Op.BEFORE ? "before " : "";
    return op + due.every() + " " + due.day() + "/" + due.month();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trước ngày 10/12 hằng năm | before YEAR 10/12",
        "trước ngày 20 tháng 11 hàng năm | before YEAR 20/11",
        "chậm nhất ngày 05 tháng 01 hằng năm | YEAR 5/1",
        "vào ngày 07 tháng đầu quý | QUARTER 7/1",
        "trước ngày 10 của tháng đầu tiên quý sau | before QUARTER 10/4",
        "vào ngày 15 tháng thứ hai của quý | QUARTER 15/2",
        "trước ngày 20 của tháng cuối quý | before QUARTER 20/3",
        "trước ngày 15/6 và 15/12 hằng năm | before HALF_YEAR 15/6",
        "trước ngày 20/5, trước ngày 20/11 hằng năm | before HALF_YEAR 20/5",
        "vào ngày 30/6 và 31/12 hằng năm | HALF_YEAR null/6",
        "trước ngày 15/3, 15/6, 15/9 và 15/12 hằng năm | before QUARTER 15/3",
        "trước ngày 15/6 và 10/12 hằng năm | before PERIODIC null/null",
        "trước ngày 30/6 và 31/12 hằng năm | before PERIODIC null/null",
        "vào cuối tháng 3 hằng năm | YEAR null/3",
        "vào giữa tháng 3 hằng năm | YEAR 15/3",
        "trước tháng 4 hằng năm | before YEAR 1/4",
        "trong quý I hằng năm | YEAR null/3",
        "vào tuần đầu của tháng | MONTH 7/null",
        "hằng năm, trước ngày 05/12 | before YEAR 5/12",
        "hằng quý (trước ngày 25 của tháng cuối quý) | before QUARTER 25/3",
        "vào ngày 25 hằng tháng | MONTH 25/null",
      })
  void keepsTheDayAndTheMonthNamed(String words, String expected) {
    assertThat(cycle(words)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hằng năm, Sở Xây dựng tổng hợp gửi UBND tỉnh trước ngày 15 tháng 11. | before YEAR 15/11",
        "Hằng tháng Sở Xây dựng báo cáo UBND tỉnh trước ngày 25. | before MONTH 25/null",
      })
  void readsTheDayBehindTheWork(String words, String expected) {
    Deadline due = Objects.requireNonNull(Reads.task(DATED + words).deadline());
    String op = due.op() == Deadline.Op.BEFORE ? "before " : "";
    assertThat(op + due.every() + " " + due.day() + "/" + due.month()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trước ngày 05 của tháng sau | before MONTH 5/2",
        "trước ngày 05 tháng kế tiếp | before MONTH 5/2",
        "chậm nhất ngày 03 của tháng tiếp theo | MONTH 3/2",
        "hằng tháng, trước ngày 05 tháng sau | before MONTH 5/2",
        "định kỳ hằng tháng (trước ngày 05 của tháng liền kề) | before MONTH 5/2",
        "trước ngày 10 tháng đầu quý sau | before QUARTER 10/4",
        "trước ngày 10 của tháng đầu quý kế tiếp | before QUARTER 10/4",
        "chậm nhất ngày 05 tháng thứ hai của quý tiếp theo | QUARTER 5/5",
        "trước ngày 10 của quý sau | before QUARTER 10/4",
        "hằng quý, trước ngày 05 tháng sau | before QUARTER 5/4",
        "trước ngày 10/7 và ngày 10/01 năm sau hằng năm | before HALF_YEAR 10/7",
        "trước ngày 10/4, 10/7, 10/10 và 10/01 hằng năm | before QUARTER 10/4",
        "định kỳ 6 tháng một lần, trước ngày 10 tháng sau | before HALF_YEAR 10/7",
        "hằng năm, trước ngày 15/01 năm sau | before YEAR 15/13",
        "định kỳ hằng năm, chậm nhất ngày 20 tháng 01 của năm kế tiếp | YEAR 20/13",
      })
  void dayOfThePeriodBehindIsToldAsSuch(String words, String expected) {
    assertThat(cycle(words)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hằng tháng, Sở Xây dựng báo cáo UBND tỉnh trước ngày 05 tháng sau. | before MONTH 5/2",
        "Hằng quý, Sở Xây dựng báo cáo UBND tỉnh trước ngày 05 tháng sau. | before QUARTER 5/4",
        "Hằng quý Sở Xây dựng báo cáo trước ngày 10 tháng đầu quý sau. | before QUARTER 10/4",
        "Hằng năm, Sở Xây dựng báo cáo UBND tỉnh trước ngày 15/01 năm sau. | before YEAR 15/13",
        "Định kỳ 6 tháng Sở Xây dựng báo cáo trước ngày 15/6 và 15/12. | before HALF_YEAR 15/6",
      })
  void dayOfThePeriodBehindIsFoundBehindTheWork(String words, String expected) {
    readsTheDayBehindTheWork(words, expected);
  }
}

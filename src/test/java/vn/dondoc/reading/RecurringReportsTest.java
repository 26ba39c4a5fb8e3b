package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A report that comes back is read as such, wherever its sentence says how often. */
class RecurringReportsTest {
  private static final String DATED =
      """
      Mẫu Sơn, ngày 15 tháng 8 năm 2022
      THÔNG BÁO
      Chủ tịch UBND tỉnh kết luận như sau:
      1. Sở Xây dựng %s.
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "báo cáo hằng quý | QUARTER null/null",
        "thực hiện báo cáo hằng quý với UBND tỉnh | QUARTER null/null",
        "có trách nhiệm báo cáo định kỳ hằng tháng, 6 tháng và hằng năm | MONTH null/null",
        "báo cáo định kỳ hằng tháng về UBND tỉnh | MONTH null/null",
        "báo cáo kết quả hằng quý trước ngày 20 tháng cuối quý | before QUARTER 20/3",
        "báo cáo định kỳ 6 tháng và hằng năm kết quả thực hiện | HALF_YEAR null/null",
        "gửi báo cáo quý trước ngày 20 của tháng cuối quý | before QUARTER 20/3",
        "gửi báo cáo quý trước ngày 05 tháng sau | before QUARTER 5/4",
        "gửi báo cáo tháng trước ngày 25 | before MONTH 25/null",
        "gửi báo cáo tháng trước ngày 05 tháng sau | before MONTH 5/2",
        "báo cáo năm trước ngày 15/01 năm sau | before YEAR 15/13",
        "báo cáo hằng năm trước ngày 15/01 năm sau | before YEAR 15/13",
        "tổng hợp báo cáo định kỳ theo quý gửi UBND tỉnh | QUARTER null/null",
        "báo cáo theo định kỳ quý | QUARTER null/null",
        "báo cáo định kỳ mỗi tháng một lần | MONTH null/null",
        "báo cáo kết quả thực hiện hằng tháng trước ngày 05 tháng sau | before MONTH 5/2",
        "báo cáo kết quả hằng quý (trước ngày 10 tháng đầu quý sau) | before QUARTER 10/4",
        "báo cáo hằng quý kết quả thực hiện Kế hoạch này | QUARTER null/null",
        "thực hiện chế độ báo cáo định kỳ hằng tháng, quý, năm | MONTH null/null",
        "báo cáo định kỳ (tháng, quý, năm) theo quy định | MONTH null/null",
        "báo cáo định kỳ hằng quý, năm về Sở Nội vụ | QUARTER null/null",
        "báo cáo định kỳ hằng quý trước ngày 15 của tháng cuối quý | before QUARTER 15/3",
        "báo cáo UBND tỉnh theo định kỳ hằng tháng | MONTH null/null",
        "báo cáo kết quả định kỳ hằng năm trước ngày 10/12 | before YEAR 10/12",
        "báo cáo tình hình thực hiện 6 tháng một lần | HALF_YEAR null/null",
        "báo cáo tình hình 6 tháng một lần, trước ngày 10 tháng sau | before HALF_YEAR 10/7",
        "nghiêm túc thực hiện báo cáo hằng tháng | MONTH null/null",
      })
  void comesBack(String words, String expected) {
    Deadline due = Objects.requireNonNull(Reads.task(DATED.formatted(words)).deadline());
    String op = due.op() == Deadline.Op.BEFORE ? "before " : "";
    assertThat(op + due.every() + " " + due.day() + "/" + due.month()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bố trí kinh phí hằng năm để thực hiện",
        "xây dựng kế hoạch hằng năm và tổ chức thực hiện",
        "rà soát các báo cáo hằng quý của các huyện",
        "xây dựng mẫu báo cáo định kỳ hằng tháng của ngành",
      })
  void whatIsOnlySpokenOfDoesNotComeBack(String words) {
    assertThat(Reads.task(DATED.formatted(words)).deadline()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hoàn thành dự án trước ngày 15/01 năm sau | BEFORE 2023-01-15 inferred",
        "hoàn thành dự án trước ngày 20 tháng 12 năm sau | BEFORE 2023-12-20 inferred",
      })
  void theYearAfterCountsFromThePaper(String words, String expected) {
    assertThat(Reads.due(DATED.formatted(words))).isEqualTo(expected);
  }
}

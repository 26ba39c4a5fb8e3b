package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {
  private static final String DATED =
      "Mẫu Sơn, ngày 10 tháng 5 năm 2019\nKính gửi: Sở Tài chính.\n";

  private static String due(String words) {
    return Reads.due(DATED + "Giao Sở Tài chính " + words + ".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "báo cáo UBND tỉnh trước ngày 15/9/2019 | BEFORE 2019-09-15",
        "báo cáo UBND tỉnh trước ngày 15/9 | BEFORE 2019-09-15 inferred",
        "báo cáo UBND tỉnh trước 30.11.2019 | BEFORE 2019-11-30",
        "báo cáo UBND tỉnh trước ngày 26-8 | BEFORE 2019-08-26 inferred",
        "báo cáo UBND tỉnh trước ngày 05 tháng 7 năm 2019 | BEFORE 2019-07-05",
        "báo cáo UBND tỉnh trước 10 tháng 6 năm | BEFORE 2019-06-10 inferred",
        "báo cáo UBND tỉnh trướcngày 21/ 6/2019 | BEFORE 2019-06-21",
        "báo cáo UBND tỉnh trước ngày 05tháng 7 năm 2019 | BEFORE 2019-07-05",
        "báo cáo UBND tỉnh trước 14 giờ, ngày 12/6/2019 | BEFORE 2019-06-12T14:00",
        "báo cáo UBND tỉnh trước 16h30 ngày 12/6/2019 | BEFORE 2019-06-12T16:30",
        "báo cáo UBND tỉnh trước tháng 8 năm 2019 | BEFORE 2019-08-01",
        "báo cáo UBND tỉnh chậm nhất ngày 25/9/2019 | BY 2019-09-25",
        "báo cáo UBND tỉnh chậm nhất đến ngày 25/9/2019 | BY 2019-09-25",
        "báo cáo UBND tỉnh chậm nhất trước ngày 25/9/2019 | BEFORE 2019-09-25",
        "rà soát hồ sơ, hoàn thành trong tháng 9/2019 | BY 2019-09-30",
        "rà soát hồ sơ xong trong tháng 2 năm 2020 | BY 2020-02-29",
        "rà soát hồ sơ, hoàn thành trong quý III năm 2019 | BY 2019-09-30",
        "rà soát hồ sơ, hoàn thành trong quý 4/2019 | BY 2019-12-31",
        "rà soát hồ sơ, hoàn thành trong năm 2020 | BY 2020-12-31",
        "rà soát hồ sơ đến hết năm 2019 | BY 2019-12-31",
        "rà soát hồ sơ đến ngày 30/6/2019 | BY 2019-06-30",
        "rà soát hồ sơ, xong trước ngày 28/02/20201 | BEFORE 2020-02-28",
        "rà soát hồ sơ, hoàn thành cuối tháng 7/2019 | BY 2019-07-31",
      })
  void readsDates(String words, String expected) {
    assertThat(due(words)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hằng tháng báo cáo UBND tỉnh | EVERY MONTH",
        "báo cáo UBND tỉnh trước ngày 23 hàng tháng | EVERY MONTH 23",
        "báo cáo UBND tỉnh vào ngày 22 hằng tháng | EVERY MONTH 22",
        "báo cáo UBND tỉnh từ ngày 5 đến ngày 10 hằng tháng | EVERY MONTH 10",
        "hằng tháng, trước ngày 20 báo cáo UBND tỉnh | EVERY MONTH 20",
        "báo cáo UBND tỉnh trước ngày 15 của tháng cuối quý | EVERY QUARTER 15",
        "gửi số liệu đến ngày 20 hàng tháng trước ngày 22 hàng tháng | EVERY MONTH 22",
        "định kỳ hằng quý báo cáo UBND tỉnh | EVERY QUARTER",
        "định kỳ báo cáo UBND tỉnh | EVERY PERIODIC",
        "định kỳ 6 tháng, hàng năm báo cáo UBND tỉnh | EVERY HALF_YEAR",
        "báo cáo UBND tỉnh vào thứ sáu hằng tuần | EVERY WEEK 5",
        "hằng năm xây dựng dự toán | EVERY YEAR",
      })
  void readsRecurrences(String words, String expected) {
    assertThat(due(words)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "khẩn trương rà soát hồ sơ | SOFT",
        "tiếp tục rà soát hồ sơ | STANDING",
        "rà soát kinh phí hằng năm đã cấp | none",
        "rà soát số liệu tính đến ngày 31/12/2019 của các huyện | none",
        "thực hiện Kế hoạch số 12/KH-UBND ngày 22/01/2020 | none",
        "rà soát dự án giai đoạn 2021-2025 | none",
        "rà soát các khoản nợ phát sinh trước ngày 01/7/2024 của các huyện | none",
        "đánh giá kết quả 8 tháng đầu năm 2019 của các huyện | none",
      })
  void takesNoOtherDateForDeadline(String words, String expected) {
    assertThat(due(words)).isEqualTo(expected);
  }

  @Test
  void countsWorkingDaysFromAnEvent() {
    Deadline deadline =
        Reads.task(
                "Trong thời hạn 07 ngày làm việc kể từ ngày nhận văn bản này, các đơn vị gửi danh sách về Sở Nội vụ.")
            .deadline();
    assertThat(Reads.due(deadline)).isEqualTo("WITHIN 7 working_day");
    assertThat(Objects.requireNonNull(deadline).from()).isEqualTo("ngày nhận văn bản này");
  }

  @Test
  void takesDateAtHeadOfLine() {
    assertThat(Reads.due("Tháng 7 năm 2010: Sở Xây dựng hoàn chỉnh đề án."))
        .isEqualTo("BY 2010-07-31");
  }

  @Test
  void addsDeadlineOfFollowingSentence() {
    Assignment task =
        Reads.task(
            "Giao Sở Y tế lập phương án dự trữ thuốc. Hoàn thành, trình UBND tỉnh trước ngày 20/3/2014.");
    assertThat(Reads.due(task.deadline())).isEqualTo("BEFORE 2014-03-20");
    assertThat(task.parties().lead()).containsExactly("Sở Y tế");
  }

  @Test
  void cutsWhereDeadlineChanges() {
    String text =
        "Giao Sở Y tế rà soát danh mục thuốc trước ngày 01/3/2014; tổng hợp, trình UBND tỉnh trước ngày 20/3/2014.";
    assertThat(Reads.tasks(text))
        .extracting(task -> Reads.due(task.deadline()))
        .containsExactly("BEFORE 2014-03-01", "BEFORE 2014-03-20");
    assertThat(Reads.tasks(text))
        .allSatisfy(task -> assertThat(task.parties().lead()).containsExactly("Sở Y tế"));
  }

  @Test
  void resolvesReferenceToAnotherItem() {
    String text =
        "Chủ tịch UBND tỉnh yêu cầu:\n1. Sở Y tế báo cáo UBND tỉnh trước ngày 20/3/2014.\n"
            + "2. UBND các huyện gửi số liệu theo thời gian tại khoản 1.";
    assertThat(Reads.due(Reads.tasks(text).get(1).deadline())).isEqualTo("BEFORE 2014-03-20");
  }

  @Test
  void takesNextYearForSpringDatesOfAnAutumnLetter() {
    assertThat(
            Reads.due(
                "Mẫu Sơn, ngày 10 tháng 11 năm 2019\nKính gửi: Sở Y tế.\nGiao Sở Y tế báo cáo UBND tỉnh trước ngày 15/01."))
        .isEqualTo("BEFORE 2020-01-15 inferred");
  }
}

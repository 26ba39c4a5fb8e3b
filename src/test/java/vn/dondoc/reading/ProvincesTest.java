package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.reading.Deadline.Every;
import vn.dondoc.reading.Deadline.Kind;

/**
 * Ways in which offices of different provinces name leads, partners, times and what delay brings.
 */
class ProvincesTest {
  private static final String HEAD =
      """
      Mẫu Sơn, ngày 15 tháng 8 năm 2022
      THÔNG BÁO
      Chủ tịch UBND tỉnh kết luận như sau:
      """;

  private static Assignment only(String words) {
    return Reads.task(HEAD + "1. " + words + "\n");
  }

  private static Deadline due(String words) {
    return Objects.requireNonNull(only(words).deadline(), words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sở Xây dựng báo cáo 6 tháng và hằng năm gửi UBND tỉnh.",
        "Sở Y tế tổng hợp, báo cáo UBND tỉnh 6 tháng và hằng năm.",
        "Thanh tra tỉnh báo cáo kết quả 06 tháng và năm về UBND tỉnh.",
        "Sở Nội vụ định kỳ hằng năm và 6 tháng báo cáo UBND tỉnh.",
        "Định kỳ sáu tháng và hằng năm, Sở Tư pháp báo cáo UBND tỉnh.",
      })
  void halfYearAndYearToldTogetherAreOneCycleThatHasBoth(String words) {
    Deadline due = due(words);
    assertThat(due.every()).isEqualTo(Every.HALF_YEAR);
    assertThat(due.text()).contains("năm").containsIgnoringCase("tháng");
  }

  @Test
  void daysOfTheHalfYearAndOfTheYearAreKept() {
    Deadline due =
        due("Công an tỉnh gửi báo cáo sáu tháng và hằng năm (trước ngày 20/6 và 20/12).");
    assertThat(due.every() + " " + due.day() + "/" + due.month()).isEqualTo("HALF_YEAR 20/6");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Giao Sở Công Thương chủ trì với Sở Tài chính và UBND huyện Chi Lăng điều tiết hồ chứa."
            + " | Sở Tài chính + UBND huyện Chi Lăng",
        "Giao Sở Xây dựng là cơ quan chủ trì, Sở Tài chính và Sở Y tế là cơ quan phối hợp, hoàn"
            + " thiện hồ sơ dự án. | Sở Tài chính + Sở Y tế",
      })
  void partnersAreNamedBehindTheOneWhoLeads(String words, String partners) {
    Assignment task = only(words);
    assertThat(task.parties().lead()).hasSize(1);
    assertThat(String.join(" + ", task.parties().coordinate())).isEqualTo(partners);
  }

  @Test
  void dayOfTheWeekMayStandInBrackets() {
    Deadline due = due("Hằng tuần (vào chiều thứ Năm) Sở Y tế tổng hợp, báo cáo UBND tỉnh.");
    assertThat(due.every() + " " + due.day()).isEqualTo("WEEK 4");
    assertThat(due.text()).endsWith("(vào chiều thứ Năm)");
  }

  @Test
  void hoursAreACycleTooFineForTheCalendar() {
    Deadline due = due("Sở Y tế báo cáo UBND tỉnh theo định kỳ 6 giờ/lần.");
    assertThat(due.every()).isEqualTo(Every.PERIODIC);
    assertThat(due.text()).contains("6 giờ/lần");
  }

  @Test
  void sessionToComeIsAnEvent() {
    Deadline due = due("Sở Tài chính trình UBND tỉnh trước phiên họp thường kỳ tháng 9/2022.");
    assertThat(due.kind()).isEqualTo(Kind.EVENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chủ đầu tư nào giải ngân dưới 40% đến 30/9/2022 sẽ bị điều chuyển vốn.",
        "đơn vị nào không gửi coi như không có nhu cầu.",
      })
  void whatIsDoneToWhoeverIsLateIsAConsequence(String words) {
    Assignment task = only("Các chủ đầu tư nộp cam kết cho Sở Tài chính trước 30/8/2022; " + words);
    assertThat(task.consequence()).isEqualTo(words);
    assertThat(Objects.requireNonNull(task.deadline()).text()).isEqualTo("trước 30/8/2022");
  }

  @Test
  void consequenceOfAnItemOfItsOwnStaysWithTheBodyItNames() {
    List<Assignment> tasks =
        Reads.tasks(
            HEAD
                + "1. Sở Y tế tuyên truyền trước ngày 30/8/2022.\n"
                + "2. UBND các huyện chịu trách nhiệm toàn diện nếu để rừng bị phá trái phép.\n");
    assertThat(tasks).hasSize(1);
    assertThat(tasks.getFirst().consequence()).isNull();
  }

  @Test
  void dateOfThePaperMayBeWrittenInFigures() {
    Notice notice =
        Reads.read("VĂN PHÒNG\nSố 05/TB-VP\nMẫu Sơn, ngày 22/7/2021\n\nTHÔNG BÁO\nVề việc mẫu\n");
    assertThat(notice.document().date()).isEqualTo(java.time.LocalDate.of(2021, 7, 22));
    Notice impossible =
        Reads.read("VĂN PHÒNG\nSố 05/TB-VP\nMẫu Sơn, ngày 31/02/2021\n\nTHÔNG BÁO\nVề việc mẫu\n");
    assertThat(impossible.document().date()).isNull();
  }
}

package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When work is due: whose time a line tells, which day "cùng ngày" is, lengths in words, slips. */
class TimesOfWorkTest {
  private static final String HEAD =
      """
      UBND TỈNH MẪU
      Số: 21/TB-UBND
      Mẫu, ngày 10 tháng 3 năm 2021
      THÔNG BÁO
      Kết luận của Chủ tịch UBND tỉnh

      Chủ tịch UBND tỉnh kết luận, chỉ đạo như sau:

      """;

  private static String due(String work) {
    return Reads.due(HEAD + work + "\n");
  }

  private static List<String> dues(String work) {
    return Reads.tasks(HEAD + work + "\n").stream()
        .map(task -> String.join(" + ", task.parties().lead()) + ": " + Reads.due(task.deadline()))
        .toList();
  }

  @Test
  void aTimeOfSomethingElseIsNoDeadlineOfTheItemAbove() {
    assertThat(
            dues(
                "- Sở Giáo dục đẩy mạnh tuyên truyền.\n"
                    + "- Thời gian ra quân: từ ngày 12 - 15/4/2021, giao Sở Giao thông vạch tuyến."))
        .containsExactly("Sở Giáo dục: none", "Sở Giao thông: none");
    assertThat(due("- Sở Nội vụ chuẩn bị hồ sơ.\n- Thời gian giao ban kỳ tới: ngày 12/4/2021."))
        .isEqualTo("none");
    assertThat(due("Sở Nội vụ soạn hồ sơ. Thời gian giao ban: từ ngày 12/4 đến ngày 15/4/2021."))
        .isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- Sở Nội vụ lập danh sách.\n- Thời gian: 15/4/2021.",
        "- Sở Nội vụ lập danh sách.\n- Thời gian thực hiện: đến hết ngày 15/4/2021.",
        "- Sở Nội vụ lập danh sách.\n- Thời gian hoàn thành: ngày 15/4/2021.",
        "- Sở Nội vụ lập danh sách.\n- Thời hạn nộp: ngày 15/4/2021.",
        "Sở Nội vụ niêm yết danh sách. Thời gian niêm yết: từ ngày 05/4 đến ngày 15/4/2021.",
      })
  void theTimeOfTheWorkItselfIs(String work) {
    assertThat(due(work)).isEqualTo("BY 2021-04-15");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Lễ mít tinh tổ chức ngày 22/4; Sở Công Thương gửi báo cáo trước 9 giờ cùng ngày."
            + " | Sở Công Thương: BEFORE 2021-04-22T09:00 inferred",
        "Sở Tư pháp gửi dự thảo trước ngày 22/4/2021; Sở Nội vụ thẩm định ngay trong cùng ngày."
            + " | Sở Nội vụ: BY 2021-04-22 inferred",
        "16 giờ hằng ngày các xã gửi số liệu; Sở Công Thương tổng hợp trước 18 giờ cùng ngày."
            + " | Sở Công Thương: EVERY DAY",
        "Thứ Năm hằng tuần các xã gửi số liệu; Sở Công Thương tổng hợp trước 17 giờ cùng ngày."
            + " | Sở Công Thương: EVERY WEEK 4",
      })
  void theSameDayIsTheOneToldInFrontOfIt(String work, String last) {
    assertThat(dues(work)).last().isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sở Y tế mở 03 phòng khám trong năm 2022. | BY 2022-12-31",
        "Sở Y tế lập quy chế đến hết năm 2021. | BY 2021-12-31",
        "Sở Công Thương rà soát nợ phát sinh trong năm 2020. | none",
        "Sở Công Thương đánh giá các chợ được cải tạo trong năm 2021. | none",
        "Sở Công Thương trả lời trong vòng hai tuần. | WITHIN 2 week",
        "Sở Công Thương trả lời trong vòng nửa tháng kể từ ngày nhận đơn. | WITHIN 15 day",
        "Sở Công Thương trả lời không quá ba ngày làm việc kể từ ngày nhận đơn."
            + " | WITHIN 3 working_day",
        "Sở Công Thương sơ tán tiểu thương ngay trong đêm 14/5. | BY 2021-05-14 inferred",
        "Sở Công Thương sơ tán tiểu thương trước tối 14/5/2021. | BEFORE 2021-05-14",
        "Sở Công Thương gửi tin vào 9 giờ các ngày thứ Ba, thứ Sáu. | EVERY WEEK",
        "Sở Công Thương gửi tin thứ Ba và thứ Sáu hằng tuần. | EVERY WEEK",
        "Sở Công Thương dựng gian hàng xong trước hội chợ 05 ngày. | WITHIN 5 day",
        "Sở Công Thương gửi tài liệu trước phiên họp ít nhất 03 ngày làm việc."
            + " | WITHIN 3 working_day",
        "Sở Công Thương kiểm kê hàng trước Tết 20 ngày. | WITHIN 20 day",
        "Sở Công Thương báo cáo trước ngày l2/O5/2021. | BEFORE 2021-05-12",
        "Sở Công Thương báo cáo trước ngày 1O/O5/2021. | BEFORE 2021-05-10",
        "Sở Công Thương báo cáo trước thứ Năm tuần này (15/4). | BEFORE 2021-04-15 inferred",
        "Sở Công Thương báo cáo vào thứ Năm, ngày 15/4/2021. | BY 2021-04-15",
        "1. Sở Công Thương: 15h30 thứ Năm hằng tuần gửi tin về UBND tỉnh. | EVERY WEEK 4",
        "1. Sở Công Thương: 15 giờ ngày 14/5/2021 nộp hồ sơ. | BY 2021-05-14T15:00",
        "1. Sở Công Thương\\n1.1. 15h00 hằng ngày gửi tin về UBND tỉnh. | EVERY DAY",
      })
  void readsTheDay(String work, String due) {
    assertThat(due(work.replace("\\n", "\n"))).isEqualTo(due);
  }

  @Test
  void aFigureBehindTheNameOfABodyIsNoHour() {
    assertThat(dues("1. UBND huyện Mẫu: 16 hồ sơ trễ hạn.")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sở Công Thương trình quy chế trước ngày 20/5/2012.",
        "Giao Sở Công Thương trình quy chế trước ngày 20/5/2012.",
        "1. Sở Công Thương:\n- Trình quy chế trước ngày 20/5/2012.",
      })
  void aSlipOfTheYearIsShownWithLittleTrust(String work) {
    Assignment task = Reads.task(HEAD + work + "\n");
    assertThat(Reads.due(task.deadline())).isEqualTo("BEFORE 2012-05-20");
    assertThat(task.confidence()).isLessThan(0.5);
  }

  @Test
  void anOrderToldWithItsOwnTimeOrPaperStaysThePast() {
    assertThat(dues("Năm 2019, UBND tỉnh giao Sở Công Thương trình quy chế trước ngày 20/5/2019."))
        .isEmpty();
    assertThat(dues("UBND tỉnh giao Sở Công Thương tại Công văn số 9 trình trước ngày 20/5/2019."))
        .isEmpty();
  }

  @Test
  void theMonthOfACitedPaperIsNoTimeOfTheWork() {
    assertThat(
            Reads.due(
                """
                SỞ MẪU
                Số: 12/SM-VP
                Mẫu, ngày 19 tháng 12 năm 2023
                Kính gửi: Sở Nội vụ
                Đề nghị Sở Nội vụ trả lời văn bản số 94/UBND-NC ngày 01 tháng 12 năm 2023.
                """))
        .isEqualTo("none");
  }
}

package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a chief asks for without naming who does it, and what only tells. */
class SpokenOrdersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Phó Thủ tướng Lò Ví Dụ yêu cầu, bằng mọi giải pháp, phải hoàn thành 58 hạng mục trong quý"
            + " III-2015.",
        "Chủ tịch UBND tỉnh yêu cầu hoàn thành 58 hạng mục trong quý III-2015.",
        "Bí thư Tỉnh ủy yêu cầu phải hoàn thành các công trình đã được giao vốn nhưng chưa khởi công"
            + " trong quý III-2015.",
      })
  void leavesTheDoerOpen(String said) {
    Assignment task = Reads.task(said + "\n");
    assertThat(task.parties().lead()).isEmpty();
    assertThat(task.action()).startsWith("hoàn thành");
    assertThat(task.deadline()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Riêng Sở Y tế, Chủ tịch UBND tỉnh yêu cầu báo cáo hằng ngày. | Sở Y tế",
        "Đối với các huyện vùng cao, UBND tỉnh yêu cầu hoàn thành trước ngày 15/9/2020."
            + " | các huyện vùng cao",
      })
  void laysItOnThoseNamedInFront(String said, String doer) {
    assertThat(Reads.task(said + "\n").parties().lead()).containsExactly(doer);
  }

  @Test
  void takesAHeadlineForNoOrder() {
    assertThat(
            Reads.tasks(
                "Thủ tướng yêu cầu xử lý dứt điểm các dự án chậm tiến độ\n\nBan biên tập\n"))
        .isEmpty();
  }

  @Test
  void takesTheNameOfAMeetingForNoOrder() {
    assertThat(
            Reads.tasks(
                "Xã Mẫu Thượng: Họp bàn tiến độ nông thôn mới\n\nĐăng ngày 17/05/2023\n\nSáng 16/5,"
                    + " Ban Chỉ đạo đã họp.\n"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Trong thời gian vừa qua, UBND phường chỉ đạo công an phường thường xuyên ra quân.",
        "Tại cuộc họp, Thường trực và thành viên UBND tỉnh đã thảo luận, góp ý dự thảo báo cáo; tình"
            + " hình thu chi.",
      })
  void takesTimesGoneByForNoOrder(String told) {
    assertThat(Reads.tasks(told + "\n")).isEmpty();
  }

  @Test
  void takesExamplesForNoWork() {
    assertThat(
            Reads.summary(
                "Đảng ủy yêu cầu các chi bộ tuyên truyền một số ngày kỷ niệm như:\n- Kỷ niệm 70 năm"
                    + " ngày thành lập ngành.\n- Tổ chức Ngày hội Đọc sách.\n"))
        .hasSizeLessThan(2);
  }

  @Test
  void keepsANewsLeadThatAloneNamesTheDay() {
    assertThat(
            Reads.summary(
                "Các sở, ngành, địa phương tổng hợp, báo cáo tình hình về Văn phòng UBND tỉnh trước"
                    + " ngày 5-5-2010.\n\nChủ tịch yêu cầu các sở, ngành, địa phương tổng hợp, báo"
                    + " cáo tình hình về Văn phòng UBND tỉnh.\n"))
        .hasSize(2);
  }

  @Test
  void readsBehindTheSourceOfANewsItem() {
    assertThat(
            Reads.summary("(Báo Mẫu) – UBND các xã bàn giao mặt bằng chậm nhất ngày 30/10/2021.\n"))
        .containsExactly("UBND các xã > bàn giao mặt bằng");
  }

  @Test
  void readsBehindAnItemThatCountsItself() {
    assertThat(
            Reads.summary(
                "UBND tỉnh kết luận như sau:\n\nThứ tư, Sở Tài chính cấp kinh phí trước ngày"
                    + " 20/10/2024.\n"))
        .containsExactly("Sở Tài chính > cấp kinh phí trước");
  }

  @Test
  void hearsALetterThatOrdersBeforeItsList() {
    assertThat(
            Reads.summary(
                "Kính gửi: UBND các xã.\n\nChi cục Thuế đề nghị UBND các xã thông báo danh sách hộ"
                    + " nợ trên loa.\nĐối với các Đội Thuế, Chi cục trưởng yêu cầu:\n- Đội Quản lý nợ"
                    + " gửi thông báo nợ trước ngày mồng 10 hàng tháng.\n"))
        .containsExactly("UBND các xã > thông báo danh sách", "Đội Quản lý nợ > gửi thông báo nợ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sở Tài chính gửi báo cáo trước ngày mồng 10 hàng tháng. | EVERY MONTH 10",
        "Sở Tài chính gửi báo cáo trước mùng 5 tháng 9 năm 2020. | BEFORE 2020-09-05",
        "Hiệu trưởng các trường công khai khoản thu trước ngày họp phụ huynh. | EVENT",
        "Chủ tịch UBND xã phải giải trình với UBND huyện trước ngày 20/10/2024."
            + " | BEFORE 2024-10-20",
      })
  void readsTheDay(String item, String due) {
    assertThat(Reads.due("Ngày 03/8/2020, Chủ tịch UBND tỉnh kết luận như sau:\n1. " + item + "\n"))
        .isEqualTo(due);
  }

  @Test
  void countsAnAccountWithoutADayAsConsequence() {
    assertThat(
            Reads.tasks(
                "Chủ tịch UBND tỉnh kết luận như sau:\n1. Đơn vị nào giải ngân chậm thì người đứng"
                    + " đầu phải giải trình, chịu trách nhiệm.\n"))
        .isEmpty();
  }

  @Test
  void whateverBodyOpensTheSentenceMayAskItsOwn() {
    assertThat(
            Reads.summary(
                "TTYT huyện yêu cầu các Trạm Y tế:\n- Lập danh sách trẻ chưa tiêm trước ngày"
                    + " 5/6/2020.\n"))
        .containsExactly("các Trạm Y tế > Lập danh sách trẻ");
    assertThat(Reads.summary("Phòng GD&ĐT huyện yêu cầu các trường tiểu học rà soát bàn ghế.\n"))
        .containsExactly("các trường tiểu học > rà soát bàn ghế.");
    assertThat(Reads.summary("Đảng ủy xã yêu cầu các chi bộ sinh hoạt chuyên đề.\n"))
        .containsExactly("các chi bộ > sinh hoạt chuyên đề.");
  }
}

package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes of portals, newspapers, letters of offices and telegrams of many provinces. */
class PortalsAndTelegramsTest {

  @Test
  void takesWhatALetterSaysAsAnOrder() {
    assertThat(
            Reads.summary(
                """
                Công văn nêu rõ, UBND các huyện và các xã tăng cường kiểm tra bến bãi.
                Cùng với đó, xây dựng phương án giải tỏa các bến không phép trên sông trong mùa lũ.
                """))
        .containsExactly("UBND các huyện + các xã > tăng cường kiểm tra", " > xây dựng phương án");
  }

  @Test
  void takesWorkBehindTheoDo() {
    assertThat(Reads.summary("Theo đó, Sở Y tế tăng cường giám sát các ổ dịch cũ."))
        .containsExactly("Sở Y tế > tăng cường giám sát");
    assertThat(Reads.tasks("Theo đó, UBND tỉnh phê duyệt dự án cấp nước xã Mẫu.")).isEmpty();
  }

  @Test
  void goesOnWithTheSameDoer() {
    assertThat(
            Reads.summary(
                """
                Giao Sở Nội vụ phối hợp với các bên liên quan rà soát biên chế.

                Sở Nội vụ thống kê số hợp đồng lao động tại các trường.
                """))
        .containsExactly(
            "Sở Nội vụ & các bên liên quan > rà soát biên chế.", "Sở Nội vụ > thống kê số hợp");
  }

  @Test
  void hearsAPaperThatWasIssued() {
    assertThat(
            Reads.task(
                    "Sáng 4/9, Chủ tịch UBND huyện Mẫu đã ký công điện khẩn yêu cầu các xã ven sông"
                        + " đưa dân đến nơi an toàn.")
                .parties()
                .lead())
        .containsExactly("các xã ven sông");
    assertThat(
            Reads.due(
                "UBND tỉnh vừa có Văn bản số 31/UBND-NN ngày 02/3/2021 giao Chi cục Thủy lợi kiểm tra"
                    + " cống lấy nước trước ngày 20/3/2021."))
        .isEqualTo("BEFORE 2021-03-20");
  }

  @Test
  void takesAStopForTheColonOfAnOrder() {
    assertThat(
            Reads.summary(
                """
                Thực hiện Công điện số 15 của Thủ tướng Chính phủ về bảo đảm an toàn hồ chứa, UBND tỉnh Mẫu Sơn yêu cầu.

                Sở Công Thương, các chủ hồ bố trí người trực 24/24 giờ. Đài Khí tượng Thủy văn tỉnh tăng bản tin dự báo.
                """))
        .containsExactly(
            "Sở Công Thương + các chủ hồ > bố trí người trực",
            "Đài Khí tượng Thủy văn tỉnh > tăng bản tin dự");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UBND tỉnh yêu cầu Chủ tịch UBND các huyện chịu trách nhiệm trước UBND tỉnh về kết quả này.",
        "Từ ngày 1.1 đến ngày 30.6, UBND tỉnh giao 412 nhiệm vụ cho các sở, ngành.",
        "Các thôn này có ít ruộng nên dễ chia lại.",
        "Huyện ủy ban hành Kế hoạch số 45-KH/HU về chuyển đổi số.",
      })
  void leavesOutWhatIsOnlyTold(String text) {
    assertThat(Reads.tasks(text)).isEmpty();
  }

  @Test
  void endsASentenceAtTheShortNameOfACity() {
    assertThat(
            Reads.summary(
                "Yêu cầu các phường báo cáo UBND TP. Giám đốc Sở Xây dựng có trách nhiệm tổng hợp."))
        .containsExactly("các phường > báo cáo UBND TP.", "Giám đốc Sở Xây dựng > tổng hợp.");
  }

  @Test
  void knowsWhenAnOrderWasGivenFromWhenItIsDue() {
    assertThat(
            Reads.due(
                "Sau khi kiểm tra bến phà, Chủ tịch UBND tỉnh yêu cầu Sở Xây dựng sửa cầu dẫn."))
        .isEqualTo("none");
    assertThat(Reads.due("Sau khi có kết quả quan trắc, giao Sở Xây dựng sửa cầu dẫn."))
        .isEqualTo("EVENT");
  }

  @Test
  void keepsTheDayOfFiguresApart() {
    assertThat(
            Reads.due(
                "Đề nghị các tỉnh báo cáo các kết quả thực hiện Chương trình phát triển đô thị miền núi"
                    + " đến ngày 31/12/2022."))
        .isEqualTo("none");
  }

  @Test
  void datesTheWorkInFrontByASentenceOfItsOwn() {
    assertThat(
            Reads.due(
                "UBND tỉnh giao Sở Xây dựng kiểm tra, trả lời báo. Thời gian thực hiện hoàn thành"
                    + " trướcngày 12/4/2022."))
        .isEqualTo("BEFORE 2022-04-12");
    assertThat(
            Reads.due(
                "Sở Xây dựng chủ trì rà soát. Kết quả báo cáo Bộ Tài nguyên và Môi trường,Chủ tịch UBND"
                    + " tỉnh trước ngày 15/4/2013."))
        .isEqualTo("BEFORE 2013-04-15");
  }

  @Test
  void cutsTwoDaysOfOneDoer() {
    assertThat(
            Reads.tasks(
                    "Giao Công an huyện tăng cường tuần tra; hoàn thành trong tháng 8/2017 và báo cáo kết"
                        + " quả trước ngày 05/9/2017.")
                .stream()
                .map(task -> task.parties().lead() + " " + Reads.due(task.deadline())))
        .containsExactly("[Công an huyện] BY 2017-08-31", "[Công an huyện] BEFORE 2017-09-05");
  }

  @Test
  void takesTheNamedPeriodOfAReport() {
    assertThat(Reads.due("Giao Văn phòng huyện định kỳ báo cáo tiến độ trước ngày 23 hàng tháng."))
        .isEqualTo("EVERY MONTH 23");
    assertThat(
            Reads.summary(
                "Định kỳ từ ngày 1 đến ngày 5 hằng tháng, các đơn vị và phòng ban được phân công phải"
                    + " cập nhật sổ theo dõi."))
        .hasSize(1);
  }

  @Test
  void namesDoersAsPortalsWriteThem() {
    assertThat(
            Reads.task("Yêu cầu UBND các huyện, thành, thị rà soát hộ thiếu đói.").parties().lead())
        .containsExactly("UBND các huyện, thành, thị");
    assertThat(Reads.task("Đề nghị các cục Thuế tỉnh, thành phố báo cáo số thu.").parties().lead())
        .containsExactly("các cục Thuế tỉnh, thành phố");
    assertThat(
            Reads.task(
                    "Đề nghị các phòng Giáo dục và Đào tạo các huyện, thị xã, thành phố báo cáo sĩ số.")
                .parties()
                .lead())
        .containsExactly("các phòng Giáo dục và Đào tạo các huyện, thị xã, thành phố");
    assertThat(
            Reads.task("Chủ tịch UBND tỉnh yêu cầu chính quyền huyện Mẫu khẩn trương xử lý.")
                .parties()
                .lead())
        .containsExactly("chính quyền huyện Mẫu");
  }

  @Test
  void takesPartnersBehindHowTheWorkIsDone() {
    assertThat(
            Reads.summary(
                "UBND tỉnh yêu cầu các huyện khẩn trương phối hợp với các cơ quan chức trách cắm biển"
                    + " cảnh báo."))
        .containsExactly("các huyện & các cơ quan chức trách > cắm biển cảnh báo.");
  }

  @Test
  void readsWorkBehindAColonThatOpensWithItsGround() {
    assertThat(
            Reads.task(
                    "2. Các sở, ngành, UBND các xã, phường: Căn cứ chức năng, nhiệm vụ được giao chủ động"
                        + " tuyên truyền.")
                .parties()
                .lead())
        .containsExactly("Các sở, ngành", "UBND các xã, phường");
  }

  @Test
  void addsWhatAnotherBodyHasToDoBesides() {
    assertThat(
            Reads.summary(
                "Cùng với việc này, Sở Xây dựng cũng có nhiệm vụ hoàn chỉnh quy hoạch khu xử lý rác."))
        .containsExactly("Sở Xây dựng > hoàn chỉnh quy hoạch");
  }
}

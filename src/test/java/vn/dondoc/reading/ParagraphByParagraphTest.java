package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders that run on over paragraphs, in letters, decisions and the news. */
class ParagraphByParagraphTest {

  private static List<List<String>> leads(String text) {
    return Reads.tasks(text).stream().map(task -> task.parties().lead()).toList();
  }

  @Test
  void handsDownABodyWhoseHeadingEndsInAFullStop() {
    assertThat(
            Reads.summary(
                """
                Thủ tướng Chính phủ có ý kiến như sau:
                1. Bộ Mẫu A.
                a) Phối hợp với Bộ Mẫu B nghiên cứu giải pháp, trình Chính phủ.
                b) Chỉ đạo lực lượng tuần tra.
                """))
        .containsExactly(
            "Bộ Mẫu A & Bộ Mẫu B > nghiên cứu giải pháp,", "Bộ Mẫu A > Chỉ đạo lực lượng");
  }

  @Test
  void takesALikeOrderForOneMore() {
    assertThat(
            Reads.tasks(
                """
                UBND thành phố giao Sở Mẫu chủ trì, phối hợp với Sở Thử và các sở, ngành liên quan khẩn trương nghiên cứu, tham mưu triển khai đầy đủ các nội dung của nghị quyết trên.

                Tương tự, UBND thành phố cũng giao Sở Mẫu chủ trì, phối hợp với các đơn vị liên quan khẩn trương nghiên cứu, tham mưu triển khai đầy đủ các nội dung của nghị quyết về vận tải công cộng.
                """))
        .hasSize(2);
  }

  @Test
  void listsOnInTheNextParagraph() {
    assertThat(
            leads(
                """
                Kết luận cuộc họp, đồng chí Phó Bí thư yêu cầu: Ban Tuyên giáo Huyện ủy xây dựng kế hoạch tuyên truyền.

                Văn phòng Huyện ủy xây dựng dự toán kinh phí. Đảng bộ thị trấn xây dựng phương án chỉnh trang các tuyến phố.
                """))
        .containsExactly(
            List.of("Ban Tuyên giáo Huyện ủy"),
            List.of("Văn phòng Huyện ủy"),
            List.of("Đảng bộ thị trấn"));
  }

  @Test
  void readsBodyAfterBody() {
    assertThat(
            leads(
                """
                UBND tỉnh yêu cầu các sở, ngành thực hiện nghiêm chỉ thị về trực Tết.

                Công an tỉnh chủ trì, phối hợp với các đơn vị liên quan tăng cường tuần tra.

                Văn phòng UBND tỉnh đôn đốc các cơ quan phân công trực và tổng hợp tình hình các ngày Tết.
                """))
        .containsExactly(
            List.of("các sở, ngành"), List.of("Công an tỉnh"), List.of("Văn phòng UBND tỉnh"));
  }

  @Test
  void takesAYearInFrontOfTheChiefForNoItemNumber() {
    assertThat(
            leads(
                """
                Tin về đêm giao thừa năm 2024.

                UBND tỉnh chỉ đạo thủ trưởng các sở, ngành tập trung chăm lo đời sống công nhân.
                """))
        .containsExactly(List.of("thủ trưởng các sở, ngành"));
  }

  @Test
  void laysTheWorkOnThoseALetterIsSentTo() {
    Assignment task =
        Reads.task(
            "Bộ Mẫu vừa có công văn khẩn gửi UBND các tỉnh, thành phố yêu cầu báo cáo số nhà tạm"
                + " trước ngày 25/8/2007.");
    assertThat(task.parties().lead()).containsExactly("UBND các tỉnh, thành phố");
    assertThat(Reads.due(task.deadline())).isEqualTo("BEFORE 2007-08-25");
  }

  @Test
  void leavesADateOutOfADescribedDoer() {
    assertThat(
            leads(
                "Yêu cầu UBND các huyện có dự án, trước ngày 15/9/2020, phải kiểm tra hiện"
                    + " trường."))
        .containsExactly(List.of("UBND các huyện có dự án"));
  }

  @Test
  void takesAPartnersDescriptionWhole() {
    assertThat(
            Reads.task(
                    "Giao Sở Mẫu chủ trì phối hợp với Sở Thử, UBND các huyện có tuyến đường đi qua"
                        + " kiểm tra, xử lý.")
                .parties()
                .coordinate())
        .containsExactly("Sở Thử", "UBND các huyện có tuyến đường đi qua");
  }

  @Test
  void endsAPartnerWhereTheBasisStarts() {
    assertThat(
            Reads.task(
                    "Giao Sở Mẫu chủ trì, cùng với các sở, ngành, địa phương và đơn vị liên quan"
                        + " căn cứ chức năng, nhiệm vụ, thẩm quyền quy định nghiên cứu giải pháp.")
                .parties()
                .coordinate())
        .containsExactly("các sở, ngành, địa phương và đơn vị liên quan");
  }

  @Test
  void tellsAGroupByWhatItHasNotDoneSoFar() {
    assertThat(
            Reads.due(
                "1. Các huyện, thị xã đến nay chưa có báo cáo theo Văn bản số 491/SM-KH ngày 16"
                    + " tháng 6 năm 2017 của Sở Mẫu, khẩn trương gửi báo cáo trước ngày 30 tháng 11"
                    + " năm 2017."))
        .isEqualTo("BEFORE 2017-11-30");
  }

  @Test
  void readsADecisionBehindACommaAsOneThatDecides() {
    assertThat(
            leads(
                """
                Căn cứ Luật Mẫu ngày 25 tháng 12 năm 2001;
                Xét đề nghị của Giám đốc Sở Mẫu tại Tờ trình số 12/TTr-SM ngày 10/11/2009,

                QUYẾT ĐỊNH:

                Điều 1. Sở Mẫu xuất 20 tấn hạt giống hỗ trợ các huyện.

                Ủy ban nhân dân các huyện: Đông Mẫu, Tây Mẫu và Nam Mẫu tiếp nhận, phân bổ đúng đối tượng.
                """))
        .containsExactly(
            List.of("Sở Mẫu"), List.of("Ủy ban nhân dân các huyện: Đông Mẫu, Tây Mẫu và Nam Mẫu"));
  }

  @Test
  void laysNothingOnAnybodyInWhatADecisionApproves() {
    assertThat(
            Reads.tasks(
                """
                Theo đề nghị của Giám đốc Sở Mẫu,

                QUYẾT ĐỊNH:

                Điều 1. Phê duyệt phương án thoát nước với các nội dung chính:
                1. Khởi công trạm bơm: quý II/2017.
                """))
        .isEmpty();
  }

  @Test
  void takesHowLongARuleHoldsForNoTask() {
    assertThat(
            Reads.tasks(
                """
                Thủ tướng Chính phủ có ý kiến như sau:
                Mức hỗ trợ nêu trên được áp dụng từ ngày 1 tháng 6 năm 2008 đến hết ngày 31 tháng 12 năm 2009.
                """))
        .isEmpty();
  }

  @Test
  void readsAPassiveOrderThatNamesItsDay() {
    assertThat(Reads.due("Danh sách phải được gửi về Sở Mẫu trước ngày 30/8/2025."))
        .isEqualTo("BEFORE 2025-08-30");
  }

  @Test
  void datesADayOfTheAutumnByTheSchoolYear() {
    assertThat(
            Reads.due(
                "Về sĩ số đầu năm học 2010-2011, Bộ Mẫu đề nghị các sở báo cáo trước ngày 18/10."))
        .isEqualTo("BEFORE 2010-10-18 inferred");
  }

  @Test
  void goesOnWithAMatterThatMustBeDone() {
    assertThat(
            Reads.tasks(
                """
                Các Sở Mẫu cần chỉ đạo các trường rút kinh nghiệm việc thực hiện nhiệm vụ năm học.

                Đối với công tác phổ cập, cần báo cáo đầy đủ số xã đã đạt chuẩn và chưa đạt chuẩn.
                """))
        .hasSize(2);
  }
}

package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Doers one behind the other in a breath, and what only tells: figures, consents, the past. */
class SecondDoersTest {
  private static final String HEAD =
      """
      UBND TỈNH MẪU
      Số: 21/TB-UBND
      Mẫu, ngày 10 tháng 3 năm 2021
      THÔNG BÁO
      Kết luận của Chủ tịch UBND tỉnh

      Chủ tịch UBND tỉnh kết luận, chỉ đạo như sau:

      """;

  private static List<String> leads(String work) {
    return Reads.tasks(HEAD + work + "\n").stream()
        .map(task -> String.join(" + ", task.parties().lead()))
        .toList();
  }

  @Test
  void eachDoerWithAVerbOfHisOwnHasATask() {
    assertThat(leads("Sở Tư pháp kiểm tra hồ sơ, Sở Nội vụ kiểm tra sổ lương."))
        .containsExactly("Sở Tư pháp", "Sở Nội vụ");
    assertThat(leads("Sở Tư pháp mua máy, Công an tỉnh giữ trật tự, Sở Nội vụ phụ trách nhân sự."))
        .containsExactly("Sở Tư pháp", "Công an tỉnh", "Sở Nội vụ");
    assertThat(leads("Giao Sở Tư pháp mua máy và Sở Nội vụ bố trí người."))
        .containsExactly("Sở Tư pháp", "Sở Nội vụ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sở Tư pháp phối hợp với Sở Nội vụ và Công an tỉnh kiểm tra hồ sơ.",
        "Sở Tư pháp chỉ đạo Phòng Công chứng số 1 và Công an tỉnh kiểm tra hồ sơ.",
        "Sở Tư pháp hướng dẫn các huyện, Công an tỉnh kiểm tra hồ sơ.",
        "Sở Tư pháp kiểm tra văn phòng và các cơ sở kinh doanh bất động sản.",
      })
  void aListOfBodiesStaysWhole(String work) {
    assertThat(leads(work)).containsExactly("Sở Tư pháp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Giải ngân đạt 52% kế hoạch; 5 huyện giải ngân dưới 30%.",
        "2 huyện giải ngân chậm, chưa quyết liệt.",
        "07 đơn vị giải ngân được 12 tỷ đồng.",
        "UBND tỉnh thống nhất chủ trương mở rộng chợ;",
        "Chủ tịch UBND tỉnh thống nhất với đề xuất của Sở Nội vụ.",
        "UBND tỉnh đã có Công văn số 40/UBND-NC đề nghị các huyện rà soát trước ngày 15/4/2021.",
        "UBND tỉnh đã ký Quyết định số 4/QĐ-UBND giao Sở Nội vụ lập đề án trong tháng 4.",
        "Các huyện phải nộp hồ sơ trước ngày 28/4 nhưng đến nay mới có 3 huyện nộp.",
        "Các huyện phải nộp hồ sơ trước ngày 28/4 nhưng hiện nay còn 3 huyện thiếu.",
        "Ảnh: Chủ tịch UBND tỉnh yêu cầu nhà thầu tăng ca.",
        "Trong ảnh: Chủ tịch UBND tỉnh yêu cầu nhà thầu tăng ca.",
      })
  void tellsAndLaysNoWorkOnAnybody(String told) {
    assertThat(leads(told)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13 xã rà soát tiêu chí, báo cáo UBND huyện trước ngày 15/4/2021.",
        "4 huyện phải giải ngân trên 90% kế hoạch.",
        "Sở Nội vụ thống nhất với Sở Tài chính về biên chế.",
        "Các huyện thu hồi vốn đã tạm ứng nhưng đến nay chưa có khối lượng, nộp về Kho bạc.",
        "Nội dung này đã được hướng dẫn tại Công văn số 40/UBND-NC, đề nghị Sở Nội vụ thực hiện.",
        "UBND tỉnh đã có Công văn số 40/UBND-NC đề nghị báo cáo, nay yêu cầu Sở Nội vụ nộp ngay.",
      })
  void whatLooksAlikeButLaysWorkStaysATask(String work) {
    assertThat(leads(work)).hasSize(1);
  }

  @Test
  void headsInARowDoThemselvesWhatTheyDirect() {
    assertThat(leads("1. Tư lệnh Quân khu 4, Tư lệnh Cảnh sát biển chỉ đạo các đơn vị trực 24/24."))
        .containsExactly("Tư lệnh Quân khu 4 + Tư lệnh Cảnh sát biển");
  }

  @Test
  void whoDrewUpTheBasisOrHeadsTheNewTeamIsNotTheDoer() {
    assertThat(
            leads(
                """
                1. Sở Tài chính
                - Trên cơ sở dự toán do Sở Y tế lập, thẩm định, trình UBND tỉnh cấp kinh phí.
                2. UBND các huyện
                - Thành lập Tổ rà soát do Chủ tịch UBND huyện làm Tổ trưởng, báo cáo kết quả.\
                """))
        .containsExactly("Sở Tài chính", "UBND các huyện");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Chính phủ thống nhất nội dung Đề án do Bộ Xây dựng trình.",
        "Thủ tướng lưu ý, chỉ có kiểm tra thường xuyên mới biết rõ tình hình.",
        "*Chủ tịch UBND tỉnh yêu cầu nhà thầu tăng ca (Hình minh họa)*",
        "Chủ tịch UBND tỉnh yêu cầu nhà thầu tăng ca (Ảnh: Ví Dụ).",
      })
  void agreesRemindsOrShowsAPictureAndLaysNoWork(String told) {
    assertThat(leads(told)).isEmpty();
  }

  @Test
  void theReceiverOfOneBreathIsTheDoerOfTheNext() {
    assertThat(leads("Các huyện báo cáo Sở Nội vụ, Sở Nội vụ tổng hợp, trình UBND tỉnh."))
        .containsExactly("Các huyện", "Sở Nội vụ");
  }

  @Test
  void theLastOfARowNeedsNoObjectBehindItsVerb() {
    assertThat(
            leads(
                "Sở Tư pháp chuẩn bị tài liệu, Văn phòng UBND tỉnh mời họp, Công an tỉnh bảo vệ."))
        .containsExactly("Sở Tư pháp", "Văn phòng UBND tỉnh", "Công an tỉnh");
  }

  @Test
  void whomAnAdviserHasDirectedIsNotToldHere() {
    assertThat(
            leads(
                """
                1. Các Sở Xây dựng:
                - Tham mưu UBND tỉnh chỉ đạo UBND các huyện cắm mốc lộ giới.\
                """))
        .containsExactly("Các Sở Xây dựng");
  }
}

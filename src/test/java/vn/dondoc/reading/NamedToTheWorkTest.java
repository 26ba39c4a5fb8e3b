package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A doer whose name the lexicon knows in part is named up to where the work starts. */
class NamedToTheWorkTest {

  private static String ordered(String item) {
    return "Ngày 03/8/2020, Chủ tịch UBND tỉnh kết luận như sau:\n1. %s\n".formatted(item);
  }

  private static List<String> lead(String item) {
    return Reads.task(ordered(item)).parties().lead();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Khoa Kiểm soát nhiễm khuẩn | phải tập huấn lại quy trình.",
        "Phòng Vật tư - Thiết bị y tế | mua sắm bổ sung 500 khẩu trang.",
        "Các Đội Thuế liên xã | thu dứt điểm các khoản nợ.",
        "Phòng Giáo dục Trung học | ban hành hướng dẫn.",
        "Ban Quản lý dự án nhiệt điện Cửa Lở | lập lại tiến độ chi tiết.",
        "Các cơ sở khám chữa bệnh tư nhân | rà soát quy trình chỉ định xét nghiệm.",
        "Trưởng Ban Chỉ huy phòng chống thiên tai và tìm kiếm cứu nạn các huyện | rà soát điểm dân cư.",
        "Tổng phụ trách Đội | tập luyện văn nghệ.",
      })
  void namesTheBodyWhole(String doer, String work) {
    assertThat(lead(doer + " " + work)).containsExactly(doer);
  }

  @Test
  void leavesTheWorkOutOfTheNameOfACompany() {
    assertThat(lead("Điện lực Đông Gia ngừng cấp điện tại tổ 5."))
        .containsExactly("Điện lực Đông Gia");
  }

  @Test
  void takesTheBodiesAPartyCommitteeIsOf() {
    assertThat(lead("Cấp ủy các chi bộ trực thuộc lãnh đạo thực hiện tốt đợt thi đua."))
        .containsExactly("Cấp ủy các chi bộ trực thuộc");
  }

  @Test
  void knowsAPostByTheFieldInItsCharge() {
    Assignment task =
        Reads.task(
            ordered(
                "Giao đồng chí Phó Chủ tịch UBND tỉnh phụ trách khối nội chính trực tiếp đối thoại"
                    + " với các hộ dân."));
    assertThat(task.parties().lead())
        .containsExactly("đồng chí Phó Chủ tịch UBND tỉnh phụ trách khối nội chính");
    assertThat(task.action()).startsWith("trực tiếp đối thoại");
  }

  @Test
  void takesChargeAsTheWorkWhereNoOtherWorkFollows() {
    Assignment task = Reads.task(ordered("Giao đồng chí Phó Chủ tịch UBND xã phụ trách hậu cần."));
    assertThat(task.parties().lead()).containsExactly("đồng chí Phó Chủ tịch UBND xã");
    assertThat(task.action()).startsWith("phụ trách hậu cần");
  }

  @Test
  void runsOnToThePartnerWhoHelps() {
    assertThat(
            Reads.summary(
                ordered(
                    "Phòng Quản lý đầu tư chủ trì, Phòng Quản lý quy hoạch và xây dựng phối hợp kiểm"
                        + " tra 4 nhà đầu tư.")))
        .containsExactly(
            "Phòng Quản lý đầu tư & Phòng Quản lý quy hoạch và xây dựng > kiểm tra 4 nhà");
  }

  @Test
  void keepsPartnersBehindASemicolonInOneList() {
    Assignment task =
        Reads.task(
            ordered(
                "Giao Sở Giao thông vận tải chủ trì, phối hợp các Sở: Xây dựng, Tài chính; Ban Quản"
                    + " lý khu kinh tế; UBND các huyện: Phú Hạ, Phú Thượng kiểm tra hiện trạng."));
    assertThat(task.parties().lead()).containsExactly("Sở Giao thông vận tải");
    assertThat(task.parties().coordinate())
        .containsExactly(
            "các Sở: Xây dựng, Tài chính",
            "Ban Quản lý khu kinh tế",
            "UBND các huyện: Phú Hạ, Phú Thượng");
  }

  @Test
  void stillCutsASecondDoerBehindASemicolon() {
    assertThat(
            Reads.summary(
                ordered(
                    "Sở Xây dựng phối hợp với Sở Tài chính thẩm định dự toán; UBND huyện Phú Hạ chi"
                        + " trả tiền.")))
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Công an xã lập biên bản, yêu cầu các hộ vi phạm tự tháo dỡ.",
        "Chi cục Kiểm lâm kiểm tra, đề nghị các chủ rừng ký cam kết.",
      })
  void takesWhatADoerAsksOfPeopleAsHisOwnWork(String item) {
    assertThat(lead(item).getFirst()).isIn("Công an xã", "Chi cục Kiểm lâm");
  }

  @Test
  void letsTheOneWhoLeadsTheChiefDoIt() {
    Assignment task =
        Reads.task(
            ordered(
                "Ban cán sự đảng UBND tỉnh lãnh đạo UBND tỉnh chỉ đạo Thanh tra tỉnh thanh tra việc"
                    + " thu hồi đất."));
    assertThat(task.parties().lead()).containsExactly("Ban cán sự đảng UBND tỉnh");
    assertThat(task.parties().implementer()).contains("Thanh tra tỉnh");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nhiệm vụ xây dựng kế hoạch năm 2025 giao cho Sở Tài chính làm đầu mối. | Sở Tài chính",
        "Việc lấy mẫu được thực hiện bởi Khoa Xét nghiệm trước ngày 10/8/2020. | Khoa Xét nghiệm",
      })
  void findsTheDoerBehindTheMatter(String item, String doer) {
    assertThat(lead(item)).containsExactly(doer);
  }

  @Test
  void readsNoTaskWhereAMatterHasBeenDone() {
    assertThat(
            Reads.tasks(
                "Kết quả đạt được:\nViệc lấy mẫu đã được thực hiện bởi Khoa Xét nghiệm tại 4 xã.\n"))
        .isEmpty();
  }

  @Test
  void letsWhoAnswersForItDoWhatFollows() {
    assertThat(
            lead(
                "Chủ tịch UBND các xã chịu trách nhiệm trước Chủ tịch UBND huyện về kết quả chi trả;"
                    + " chi trả dứt điểm trước ngày 25/8/2020."))
        .containsExactly("Chủ tịch UBND các xã");
  }

  @Test
  void handsTheResultToAMinistryNamedAfterTheCountryside() {
    assertThat(
            Reads.task(
                    ordered(
                        "Sở Xây dựng báo cáo kết quả về Bộ Nông nghiệp và Phát triển nông thôn trước"
                            + " ngày 15/9/2020."))
                .parties()
                .reportTo())
        .containsExactly("Bộ Nông nghiệp và Phát triển nông thôn");
  }

  @Test
  void handsNothingToThoseAProposalRestsOn() {
    assertThat(
            Reads.task(
                    ordered(
                        "Sở Tài chính tham mưu bố trí kinh phí trên cơ sở đề xuất của các đơn vị."))
                .parties()
                .reportTo())
        .isEmpty();
  }
}

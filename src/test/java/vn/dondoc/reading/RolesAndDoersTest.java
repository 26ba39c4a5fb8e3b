package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who does a work, told behind it or by a name in part unknown; what lays no work on anybody. */
class RolesAndDoersTest {
  private static final String HEAD =
      """
      ỦY BAN NHÂN DÂN
      TỈNH LẠNG SƠN
      Số: 12/TB-UBND
      Lạng Sơn, ngày 14 tháng 1 năm 2023
      THÔNG BÁO
      Kết luận của Chủ tịch UBND tỉnh tại cuộc họp

      Chủ tịch UBND tỉnh kết luận như sau:
      """;

  private static final String ROLES =
      "Đơn vị chủ trì: Sở Công Thương. Đơn vị phối hợp: Cục Thuế tỉnh, Trung tâm Phục vụ hành"
          + " chính công. Thời gian hoàn thành: Quý II/2023.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1. Rà soát, cắt giảm thủ tục hành chính. ",
        "1. Rà soát, cắt giảm thủ tục hành chính.\n",
        "1. Rà soát, cắt giảm thủ tục hành chính\n",
        "1. 100% hồ sơ được xử lý đúng hạn. ",
        "1. Nâng cao chất lượng dịch vụ công\nRà soát, cắt giảm thủ tục hành chính. ",
      })
  void rolesBehindAWorkBelongToIt(String work) {
    Assignment task = Reads.task(HEAD + work + ROLES + "\n");
    assertThat(task.parties().lead()).containsExactly("Sở Công Thương");
    assertThat(task.parties().coordinate())
        .containsExactly("Cục Thuế tỉnh", "Trung tâm Phục vụ hành chính công");
    assertThat(Reads.due(task.deadline())).isEqualTo("BY 2023-06-30");
    assertThat(task.action()).doesNotContain("Đơn vị");
  }

  @Test
  void rolesInBracketsBelongToTheWork() {
    Assignment task =
        Reads.task(
            HEAD
                + "1. Xây dựng hệ thống thông tin (Đơn vị chủ trì: Sở Thông tin và Truyền thông;"
                + " Đơn vị phối hợp: các sở, ngành; Thời gian hoàn thành: Quý III/2023).\n");
    assertThat(task.parties().lead()).containsExactly("Sở Thông tin và Truyền thông");
    assertThat(task.parties().coordinate()).containsExactly("các sở, ngành");
    assertThat(Reads.due(task.deadline())).isEqualTo("BY 2023-09-30");
  }

  @Test
  void rolesOfATextWithoutAHead() {
    Assignment task = Reads.task("Rà soát, cắt giảm thủ tục hành chính.\n" + ROLES);
    assertThat(task.parties().lead()).containsExactly("Sở Công Thương");
    assertThat(task.action()).isEqualTo("Rà soát, cắt giảm thủ tục hành chính.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hợp tác xã Rau sạch Mẫu 77 hoàn thành hồ sơ xin cấp phép. | Hợp tác xã Rau sạch Mẫu 77 > hoàn thành hồ sơ",
        "Tổ công tác theo Quyết định số 1500/QĐ-UBND ngày 20/7/2014 kiểm tra thực địa. | Tổ công tác > kiểm tra thực địa",
        "Tổ công tác thành lập theo Quyết định số 12/QĐ-UBND kiểm tra thực địa. | Tổ công tác > kiểm tra thực địa",
        "Công ty Thủy điện Sông Hà 5 hoàn thành hồ sơ. | Công ty Thủy điện Sông Hà 5 > hoàn thành hồ",
        "Kể từ ngày 01/12/2011, các doanh nghiệp xuất khẩu phải niêm yết giá. | các doanh nghiệp xuất khẩu > phải niêm yết",
        "Đối với các xã biên giới: Chủ tịch UBND xã trực tiếp làm Trưởng ban. | Chủ tịch UBND xã > trực tiếp làm",
        "Đối với các xã biên giới: rà soát hộ nghèo. | các xã biên giới > rà soát hộ",
        "Các Sở, ngành: Nội vụ; Tài chính; Khoa học và Công nghệ, mỗi cơ quan cử 02 công chức. | Các Sở, ngành: Nội vụ; Tài chính; Khoa học và Công nghệ > cử 02 công",
      })
  void namesTheDoer(String item, String read) {
    String summary = Reads.summary(HEAD + "1. " + item + "\n").getFirst();
    assertThat(summary).startsWith(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bãi bỏ Chỉ thị số 12/2002/CT-UB.",
        "Bãi bỏ khoản 2 Điều 3 Quyết định số 12/2012/QĐ-UBND.",
        "Hủy bỏ các quy định trước đây trái với Chỉ thị này.",
        "Đề nghị UBND các huyện, thành phố quan tâm, phối hợp thực hiện./.",
        "Tuy nhiên, giải ngân vốn đầu tư công mới đạt 8,9%, thấp hơn bình quân chung cả nước.",
      })
  void laysNoWorkOnAnybody(String item) {
    Notice notice = Reads.read(HEAD + "1. Sở Tài chính báo cáo kết quả.\n2. " + item + "\n");
    assertThat(notice.assignments()).hasSize(1);
    assertThat(notice.targets()).isEmpty();
  }

  @Test
  void repealIsADecisionAndAShortfallAnAssessment() {
    Notice notice =
        Reads.read(
            HEAD
                + "1. Bãi bỏ Chỉ thị số 12/2002/CT-UB.\n"
                + "2. Giải ngân vốn đầu tư công chỉ đạt 8,9%, thấp hơn bình quân chung cả nước.\n");
    assertThat(notice.sentences().stream().map(Sentence::kind).toList().reversed())
        .startsWith(Sentence.Kind.ASSESSMENT, Sentence.Kind.DECISION);
  }

  @Test
  void aSecondWordOfOrderJoinsOneMoreDoerToTheSameWork() {
    assertThat(
            Reads.summary(
                "UBND tỉnh yêu cầu Công an tỉnh, Cục Thuế tỉnh và đề nghị Hội Luật gia tỉnh tiếp"
                    + " tục phối hợp với cơ quan thuế tuyên truyền cho doanh nghiệp.\n"))
        .containsExactly(
            "Công an tỉnh + Cục Thuế tỉnh + Hội Luật gia tỉnh & cơ quan thuế > tuyên truyền cho"
                + " doanh");
  }

  @Test
  void whoAPostIsInChargeOfEndsWhereTheTimeBegins() {
    Assignment task =
        Reads.task(
            "Chủ tịch UBND tỉnh yêu cầu:\n1. Các đồng chí Tỉnh ủy viên phụ trách địa bàn hằng tuần"
                + " xuống cơ sở nắm tình hình.\n");
    assertThat(task.parties().lead())
        .containsExactly("Các đồng chí Tỉnh ủy viên phụ trách địa bàn");
    assertThat(Reads.due(task.deadline())).isEqualTo("EVERY WEEK");
  }

  @Test
  void aReceiverFarBehindAProposalIsStillRead() {
    assertThat(
            Reads.task(
                    "Giao Sở Xây dựng đề xuất giải quyết dứt điểm mọi vướng mắc theo đúng quy định"
                        + " hiện hành, báo cáo UBND TP trước ngày 15/12/2020.\n")
                .parties()
                .reportTo())
        .containsExactly("UBND TP");
  }
}

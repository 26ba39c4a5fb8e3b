package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders as portals, papers, letters and decisions tell them. */
class NewsAndLettersTest {

  @Test
  void goesOnInTheNextParagraph() {
    assertThat(
            Reads.summary(
                """
                Theo đó, UBND tỉnh yêu cầu Sở Xây dựng rà soát chung cư cũ.

                Đồng thời, UBND các huyện tổng hợp và báo cáo kết quả về Sở Xây dựng.

                Tổ chức di dời khẩn cấp người dân khỏi chung cư nguy hiểm trong mùa mưa.

                Đối với Sở Tài chính, rà soát nguồn kinh phí dự phòng.
                """))
        .containsExactly(
            "Sở Xây dựng > rà soát chung cư",
            "UBND các huyện > tổng hợp và báo",
            " > Tổ chức di dời",
            "Sở Tài chính > rà soát nguồn kinh");
  }

  @Test
  void datesTheTaskBeforeIt() {
    assertThat(
            Reads.due(
                """
                Ngày 9/10/2025, Chủ tịch UBND tỉnh giao Sở Xây dựng lập phương án.

                Thời hạn hoàn thành nội dung này trước ngày 25/10/2025.
                """))
        .isEqualTo("BEFORE 2025-10-25");
  }

  @Test
  void leavesOutAHeadlineThatIsToldInFullBelow() {
    assertThat(
            Reads.summary(
                """
                Chủ tịch UBND tỉnh yêu cầu Sở Công Thương phối hợp tổng kết 3 năm phát triển làng nghề.
                Ngày 12/6/2019, UBND tỉnh nhận được công văn về tổng kết 3 năm phát triển làng nghề.
                Sau khi xem xét, Chủ tịch UBND tỉnh có ý kiến chỉ đạo:
                Giao Sở Công Thương chủ trì, phối hợp với các đơn vị tổng kết 3 năm phát triển làng nghề.
                """))
        .containsExactly("Sở Công Thương & các đơn vị > tổng kết 3 năm");
  }

  @Test
  void leavesOutWhatIsToldAgainForTheSameDoer() {
    assertThat(
            Reads.summary(
                """
                Đẩy mạnh tiêm phòng

                UBND tỉnh yêu cầu Sở Y tế khẩn trương tổ chức tiêm phòng cho trẻ em tại các huyện miền núi.

                Trước tình hình đó, UBND tỉnh yêu cầu Sở Y tế khẩn trương tổ chức tiêm phòng cho trẻ em tại các huyện miền núi, vùng cao.
                """))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Đồng ý gia hạn thời gian nộp báo cáo của Sở Nội vụ đến hết ngày 15/5/2019. | Sở Nội vụ | BY 2019-05-15",
        "Thống nhất cho UBND huyện Bình Lãng kéo dài thời gian thực hiện đến ngày 31/12/2019. | UBND huyện Bình Lãng | BY 2019-12-31",
        "Cho phép Ban Quản lý dự án huyện lùi thời hạn trình hồ sơ sang ngày 20/6/2019. | Ban Quản lý dự án huyện | BY 2019-06-20",
        "Đồng ý để UBND tỉnh Lam Giang gửi đề án chậm nhất ngày 15/11/2019. | UBND tỉnh Lam Giang | BY 2019-11-15",
      })
  void takesAConsentThatSetsADay(String text, String lead, String due) {
    Assignment task = Reads.task("Tỉnh Mẫu, ngày 3 tháng 4 năm 2019\n" + text);
    assertThat(task.parties().lead()).containsExactly(lead);
    assertThat(Reads.due(task.deadline())).isEqualTo(due);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Không đồng ý gia hạn lần thứ hai đối với Sở Y tế.",
        "Đồng ý chủ trương đầu tư theo đề nghị của Sở Xây dựng.",
        "Trước đó, ngày 5/1/2013 UBND tỉnh yêu cầu các huyện báo cáo, đến nay 10 huyện đã gửi.",
        "Bà con xã Mẫu Sơn đề nghị Sở Giao thông vận tải sửa đường.",
        "Phòng Nông nghiệp huyện yêu cầu chúng tôi hai tuần một lần báo cáo tiến độ.",
        "Thực hiện Quyết định số 12/2018/QĐ-UBND ngày 28/12/2018 của UBND tỉnh giao Sở Xây dựng chủ trì quản lý.",
        "Cuộc họp thẩm định lần 1 do đồng chí Chủ tịch UBND tỉnh chủ trì.",
        "Chủ tịch UBND tỉnh chỉ đạo làm rõ phản ánh về khai thác cát.",
        "1. Sở Xây dựng: 04 nhiệm vụ quá hạn.",
      })
  void makesNoTaskOfConsentMemoryOrWish(String text) {
    assertThat(Reads.summary(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hợp đồng với nhà thầu phụ được ký trong tháng 3/2023. | BY 2023-03-31",
        "Kết quả kiểm định cần được gửi về Sở Giao thông vận tải trước ngày 25/3/2023. | BEFORE 2023-03-25",
        "Trụ T3 và T4 thi công xong trong quý II/2023. | BY 2023-06-30",
      })
  void takesWorkNobodyIsNamedForWhenItHasADay(String text, String due) {
    Assignment task =
        Reads.task(
            "Tỉnh Mẫu, ngày 5 tháng 3 năm 2023\nChủ tịch UBND tỉnh kết luận như sau:\n1. " + text);
    assertThat(task.parties().lead()).isEmpty();
    assertThat(Reads.due(task.deadline())).isEqualTo(due);
  }

  @Test
  void cutsASecondDoerWithWorkOfItsOwn() {
    assertThat(
            Reads.summary(
                "Giao Sở Xây dựng rà soát các dự án, UBND các huyện báo cáo Sở Xây dựng trước ngày"
                    + " 3/4/2025."))
        .containsExactly("Sở Xây dựng > rà soát các dự", "UBND các huyện > báo cáo Sở Xây");
  }

  @Test
  void readsADecisionThatStartsWithoutALetterhead() {
    assertThat(
            Reads.summary(
                """
                QUYẾT ĐỊNH
                Về việc điều chỉnh dự án

                CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH

                Căn cứ Luật Đầu tư công;

                QUYẾT ĐỊNH:

                Điều 1. Phê duyệt điều chỉnh dự án.

                Điều 2. Chi cục Thủy lợi có trách nhiệm:
                1. Gia hạn hợp đồng trong vòng 15 ngày kể từ ngày Quyết định này có hiệu lực.
                2. Hoàn thành phần đất đê trước mùa lũ năm 2021.
                """))
        .containsExactly(
            "Chi cục Thủy lợi > Gia hạn hợp đồng", "Chi cục Thủy lợi > Hoàn thành phần đất");
  }

  @Test
  void readsATelegramTypedWithoutAccents() {
    assertThat(
            Reads.summary(
                "UBND tinh yeu cau So Xay dung ra soat cac cong trinh, bao cao UBND tinh truoc ngay"
                    + " 15/9/2008. Giao So Tai chinh bo tri kinh phi."))
        .containsExactly("So Xay dung > ra soat cac cong", "So Tai chinh > bo tri kinh phi.");
  }

  @Test
  void aPaperThatAsksIsAsGoodAsWhoSignedIt() {
    assertThat(Reads.summary("Chỉ thị yêu cầu UBND các huyện nạo vét kênh mương trước mùa mưa.\n"))
        .containsExactly("UBND các huyện > nạo vét kênh mương");
    assertThat(Reads.summary("Công điện này cũng giao Sở Y tế dự trữ cơ số thuốc.\n"))
        .containsExactly("Sở Y tế > dự trữ cơ số");
    assertThat(Reads.tasks("Báo cáo đề nghị Bộ Tài chính xem xét cấp thêm vốn.\n")).isEmpty();
  }

  @Test
  void aLeadThatOnlyNamesThePaperIsNoTaskBesideWhatThePaperSays() {
    assertThat(
            Reads.summary(
                """
                Chăm sóc lúa mùa

                UBND tỉnh vừa có Chỉ thị số 9/CT-UBND yêu cầu UBND các huyện, các ngành triển khai \
                nhiệm vụ chăm sóc, phòng trừ sâu bệnh cho lúa mùa.

                Chỉ thị yêu cầu UBND các huyện chỉ đạo các xã chăm sóc lúa mùa, phòng trừ sâu \
                bệnh, triển khai phun thuốc. Sở Nông nghiệp có trách nhiệm dự báo sâu bệnh.
                """))
        .containsExactly("UBND các huyện > chỉ đạo các xã", "Sở Nông nghiệp > dự báo sâu bệnh.");
  }

  @Test
  void anAppealInTheLeadOfAReportIsNoTaskBesideTheOrdersBelow() {
    String lead =
        "Sáng 9-12, Phó Chủ tịch huyện đã kiểm tra đê và yêu cầu các xã tập trung chống lụt.\n\n";
    String below =
        "Phó Chủ tịch yêu cầu Hạt Quản lý đê đắp lại 200 m đê bối.\n\n"
            + "Đồng chí giao Công an huyện cấm xe tải trên mặt đê.\n";
    assertThat(Reads.tasks(lead + below))
        .extracting(task -> task.parties().lead().getFirst())
        .containsExactly("Hạt Quản lý đê", "Công an huyện");
    assertThat(Reads.tasks(lead)).hasSize(1);
  }

  @Test
  void anOrderJustGivenIsNewsAnOrderOnceGivenIsHistory() {
    String order =
        "UBND thành phố đã giao Sở Xây dựng rà soát nhà cũ, báo cáo trước ngày 5/6/2013.";
    assertThat(Reads.tasks("Mới đây, " + order + "\n")).hasSize(1);
    assertThat(Reads.tasks("Trước đó, " + order + "\n")).isEmpty();
  }

  @Test
  void whoSaidItBehindAQuotationHasNoTaskAndAReportOfFiguresHasNone() {
    assertThat(
            Reads.summary(
                "“Sở Công Thương phải kéo điện vào bản, chậm nhất ngày 15/1/2024”, Bí thư Tỉnh ủy"
                    + " yêu cầu.\n"))
        .containsExactly("Sở Công Thương > phải kéo điện vào");
    assertThat(
            Reads.tasks(
                "Số nợ đến cuối tháng 7 là 54 tỷ đồng, tăng 30,2% so với cùng kỳ. Kho bạc tỉnh phối"
                    + " hợp với tổ thu nợ kiểm tra 91 doanh nghiệp.\n"))
        .isEmpty();
  }
}

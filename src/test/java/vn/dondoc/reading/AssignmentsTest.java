package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Giao Sở Y tế rà soát hồ sơ. | Sở Y tế > rà soát hồ sơ.",
        "Đề nghị Liên đoàn Lao động tỉnh vận động đoàn viên. | Liên đoàn Lao động tỉnh > vận động đoàn viên.",
        "Phân công Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát. | Sở Y tế & Sở Tài chính > rà soát.",
        "Giao Sở Y tế chủ trì phối hợp Sở Tài chính, Công an tỉnh rà soát. | Sở Y tế & Sở Tài chính + Công an tỉnh > rà soát.",
        "Giao Sở Y tế phối hợp với Sở Tài chính rà soát. | Sở Y tế & Sở Tài chính > rà soát.",
        "Sở Y tế có trách nhiệm phối hợp với Sở Tài chính rà soát. | Sở Y tế & Sở Tài chính > rà soát.",
        "Yêu cầu Sở Y tế phối hợp đẩy nhanh tiến độ. | Sở Y tế > phối hợp đẩy nhanh",
        "Sở Y tế có trách nhiệm rà soát hồ sơ. | Sở Y tế > rà soát hồ sơ.",
        "Sở Y tế cần rà soát hồ sơ. | Sở Y tế > cần rà soát hồ",
        "Sở Y tế khẩn trương rà soát hồ sơ. | Sở Y tế > khẩn trương rà soát",
        "Nội dung hậu kiểm do Sở Y tế chủ trì, Công an tỉnh phối hợp. | Sở Y tế & Công an tỉnh > Nội dung hậu kiểm",
        "Chủ tịch UBND tỉnh giao Sở Y tế rà soát hồ sơ. | Sở Y tế > rà soát hồ sơ.",
        "Đồng ý chủ trương, giao Sở Y tế rà soát hồ sơ. | Sở Y tế > rà soát hồ sơ.",
        "Về kiến nghị của UBND xã Đông: yêu cầu Sở Y tế rà soát hồ sơ. | Sở Y tế > rà soát hồ sơ.",
        "Giao Sở Y tế (cơ quan thường trực) rà soát hồ sơ. | Sở Y tế > rà soát hồ sơ.",
        "Giao Sở Y tế, căn cứ tình hình thực tế, rà soát hồ sơ. | Sở Y tế > rà soát hồ sơ.",
        "Sở Y tế được giao chủ trì, phối hợp với Cục Thuế rà soát nợ. | Sở Y tế & Cục Thuế > rà soát nợ.",
        "Yêu cầu, trước ngày 20/10/2013, các sở, ngành rà soát hồ sơ. | các sở, ngành > rà soát hồ sơ.",
        "Căn cứ Luật Dược, đề nghị Quý đơn vị báo cáo kết quả. | Quý đơn vị > báo cáo kết quả.",
        "Sở Y tế chịu trách nhiệm kiểm tra kho thuốc. | Sở Y tế > kiểm tra kho thuốc.",
        "1. Đối với Sở Y tế: tiếp tục giám sát dịch. | Sở Y tế > tiếp tục giám sát",
        "1. Trách nhiệm của Sở Y tế: bố trí kinh phí. | Sở Y tế > bố trí kinh phí.",
        "Bộ trưởng yêu cầu các Khu Quản lý đường bộ, Vụ Kết cấu hạ tầng khẩn trương rà soát. | các Khu Quản lý đường bộ + Vụ Kết cấu hạ tầng > khẩn trương rà soát.",
        "Yêu cầu hiệu trưởng các trường THPT không tổ chức dạy thêm. | hiệu trưởng các trường THPT > không tổ chức dạy",
        "Giao Sở Kê hoạch và Đâu tư chu trì, phối hợp vơi Sở Tài chính rà soát. | Sở Kê hoạch và Đâu tư & Sở Tài chính > rà soát.",
        "Yêu cầu UBNDcác huyện báocáo kếtquả. | UBNDcác huyện > báocáo kếtquả.",
        "- Ông Lê Văn Mẫu, Giám đốc Sở Y tế: phụ trách chung. | Ông Lê Văn Mẫu, Giám đốc Sở Y tế > phụ trách chung.",
        "Thủ tướng Chính phủ vừa chỉ đạo Bộ Tài chính gỡ khó cho doanh nghiệp. | Bộ Tài chính > gỡ khó cho doanh",
        "Giao Công ty Khai thác công trình thủy lợi kiểm tra, đánh giá hồ chứa. | Công ty Khai thác công trình thủy lợi > kiểm tra, đánh giá",
        "Thống nhất gia hạn cho Công ty Mẫu An đến ngày 31/12/2012. | Công ty Mẫu An > gia hạn cho Công",
      })
  void readsOneTask(String text, String expected) {
    assertThat(Reads.summary(text)).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Các sở, ngành đã tích cực triển khai nhiệm vụ, đạt 65% kế hoạch.",
        "Ngày 12/3/2019, UBND tỉnh đã giao Sở Tài chính bố trí kinh phí.",
        "Căn cứ Nghị quyết số 12/NQ-HĐND ngày 01/3/2019 của HĐND tỉnh; xét đề nghị của Sở Tài chính tại Tờ trình số 5/TTr-STC.",
        "Đồng ý với đề nghị của Sở Xây dựng tại Tờ trình số 45/TTr-SXD ngày 02/3/2012.",
        "Văn phòng Chính phủ xin thông báo để các cơ quan biết, thực hiện./.",
        "Yêu cầu các đơn vị nghiêm túc triển khai thực hiện./.",
        "Điều 3. Chánh Văn phòng UBND tỉnh, Giám đốc các Sở chịu trách nhiệm thi hành Quyết định này./.",
        "Cho xương vào nồi, đun sôi, vớt bọt. Giảm lửa, ninh trong 6 giờ. Nêm nước mắm trước khi ăn.",
        "Chị Mai bước ra sân, nhìn trời và nghĩ đến mùa gặt. Ông lão đã đi từ lúc nào.",
        "Đồng chí Lê Văn Mẫu, Chủ tịch UBND tỉnh chủ trì hội nghị.",
        "Sở Văn hóa và Thể thao sẽ tổ chức hội thảo trong quý III/2016.",
        "Sở Công Thương phối hợp với các địa phương triển khai nhiều chương trình.",
        "Điều 5. Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký.",
        "Mục tiêu năm 2021: phấn đấu có thêm 08 xã đạt chuẩn.",
        "Sáng 5/3, Phó Chủ tịch UBND tỉnh đã đến thăm và tặng quà các gia đình chính sách.",
      })
  void readsNoTask(String text) {
    assertThat(Reads.summary(text)).isEmpty();
  }

  @Test
  void handsHeadingDownToItsDashes() {
    String text =
        """
        1. Bộ Tài chính:
        - Chủ trì, phối hợp với Bộ Xây dựng rà soát định mức.
        - Hướng dẫn các địa phương quyết toán.
        2. Giao Sở Y tế:
        a) Tổ chức tập huấn;
        đ) Báo cáo kết quả.
        """;
    assertThat(Reads.summary(text))
        .containsExactly(
            "Bộ Tài chính & Bộ Xây dựng > rà soát định mức.",
            "Bộ Tài chính > Hướng dẫn các địa",
            "Sở Y tế > Tổ chức tập huấn;",
            "Sở Y tế > Báo cáo kết quả.");
    assertThat(Reads.tasks(text))
        .extracting(Assignment::path)
        .containsExactly(
            java.util.List.of("1"),
            java.util.List.of("1"),
            java.util.List.of("2", "a"),
            java.util.List.of("2", "đ"));
  }

  @Test
  void readsItemsRunTogetherInOneLine() {
    String text =
        "Chủ tịch UBND tỉnh yêu cầu: 1. Sở Y tế: - Rà soát hồ sơ; - Báo cáo kết quả. 2. Sở Xây dựng tổ chức kiểm tra.";
    assertThat(Reads.summary(text))
        .containsExactly(
            "Sở Y tế > Rà soát hồ sơ;",
            "Sở Y tế > Báo cáo kết quả.",
            "Sở Xây dựng > tổ chức kiểm tra.");
  }

  @Test
  void cutsSecondOrderOfOneSentence() {
    assertThat(
            Reads.summary(
                "Giao Sở Y tế rà soát hồ sơ, đồng thời yêu cầu Công an tỉnh xác minh thông tin."))
        .containsExactly("Sở Y tế > rà soát hồ sơ,", "Công an tỉnh > xác minh thông tin.");
  }

  @Test
  void cutsTwoDeadlinesOfOneSentence() {
    assertThat(
            Reads.summary(
                "Giao Sở Y tế rà soát hồ sơ, hoàn thành trước ngày 01/9/2020, báo cáo UBND tỉnh trước ngày 15/9/2020."))
        .containsExactly("Sở Y tế > rà soát hồ sơ,", "Sở Y tế > báo cáo UBND tỉnh");
  }

  @Test
  void keepsDoersJoinedBySemicolons() {
    assertThat(
            Reads.summary(
                "Giao Giám đốc các sở; Chủ tịch UBND các huyện; Công an tỉnh tăng cường kiểm tra."))
        .containsExactly(
            "Giám đốc các sở + Chủ tịch UBND các huyện + Công an tỉnh > tăng cường kiểm tra.");
  }

  @Test
  void attachesConsequenceToTask() {
    Assignment task =
        Reads.task(
            "Giao Sở Y tế rà soát hồ sơ. Thủ trưởng đơn vị để chậm trễ phải chịu trách nhiệm trước Chủ tịch UBND tỉnh.");
    assertThat(task.consequence()).startsWith("Thủ trưởng đơn vị").contains("chịu trách nhiệm");
  }

  @Test
  void readsConditionAndReceiver() {
    Assignment task =
        Reads.tasks(
                "Giao Sở Y tế cấp thuốc. Trường hợp các huyện còn thiếu thuốc thì chủ động báo cáo Sở Y tế.")
            .get(1);
    assertThat(task.parties().lead()).containsExactly("các huyện");
    assertThat(task.condition()).isEqualTo("còn thiếu thuốc");
    assertThat(task.parties().reportTo()).containsExactly("Sở Y tế");
  }

  @Test
  void namesWhomTheLeadDirects() {
    assertThat(
            Reads.task("Giao Sở Y tế chỉ đạo các đơn vị trực thuộc rà soát hồ sơ.")
                .parties()
                .implementer())
        .containsExactly("các đơn vị trực thuộc");
  }

  @Test
  void leavesMissingSubjectOpen() {
    String text =
        "Chủ tịch UBND tỉnh kết luận như sau:\n1. Sở Y tế lập danh sách.\nĐối với các trạm mới, khẩn trương bố trí nhân lực.";
    Assignment open = Reads.tasks(text).get(1);
    assertThat(open.parties().lead()).isEmpty();
    assertThat(open.parties().leadInferred()).containsExactly("Sở Y tế");
  }

  @Test
  void dropsNewsLeadThatIsToldInFullBelow() {
    String text =
        "UBND tỉnh vừa yêu cầu Sở Y tế, Công an tỉnh kiểm tra cơ sở thực phẩm.\n"
            + "Theo đó, Sở Y tế kiểm tra các cơ sở thực phẩm, báo cáo UBND tỉnh trước ngày 25/8/2016. Công an tỉnh xử lý vi phạm.";
    assertThat(Reads.summary(text)).first().isEqualTo("Sở Y tế > kiểm tra các cơ");
  }

  @Test
  void readsRolesOfAPlanRow() {
    String text =
        "Yêu cầu các đơn vị:\n- Rà soát quy hoạch. Cơ quan chủ trì: Sở Xây dựng. Cơ quan phối hợp: Sở Tài chính.";
    assertThat(Reads.summary(text))
        .containsExactly("Sở Xây dựng & Sở Tài chính > Rà soát quy hoạch.");
  }

  @Test
  void takesNothingFromAssessmentSections() {
    String text =
        """
        Chủ tịch UBND tỉnh kết luận như sau:
        1. Đánh giá kết quả thực hiện
        Các sở, ngành tích cực triển khai nhiệm vụ. Một số huyện báo cáo chậm.
        2. Nhiệm vụ thời gian tới
        Các sở, ngành rà soát nhiệm vụ còn lại.
        """;
    assertThat(Reads.summary(text)).containsExactly("Các sở, ngành > rà soát nhiệm vụ");
  }
}

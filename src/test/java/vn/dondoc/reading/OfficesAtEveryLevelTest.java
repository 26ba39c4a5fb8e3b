package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of the province, the district, the commune and the centre are named whole. */
class OfficesAtEveryLevelTest {

  private static String ordered(String item) {
    return "Ngày 03/8/2020, Chủ tịch UBND tỉnh kết luận như sau:\n1. %s\n".formatted(item);
  }

  private static List<String> lead(String item) {
    return Reads.task(ordered(item)).parties().lead();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Phòng Kinh tế",
        "Phòng Kinh tế và Hạ tầng",
        "Tỉnh đoàn",
        "Thuế tỉnh",
        "Vụ Pháp chế",
        "Ủy ban Dân tộc",
        "Tập đoàn Dầu khí Việt Nam",
        "Các sở, ban, ngành",
        "Các cấp, các ngành",
        "Giám đốc Công an tỉnh",
        "Giám đốc các sở, ban, ngành",
        "Lực lượng chức năng",
      })
  void leavesThePlanItDrawsUpOutOfTheName(String doer) {
    assertThat(String.join(", ", lead(doer + " xây dựng kế hoạch thực hiện trong tháng 6/2020.")))
        .isEqualTo(doer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Chi cục Kiểm lâm vùng 2",
        "Chi cục Kiểm lâm vùng II",
        "Trung tâm Y tế khu vực 5",
        "Ngân hàng Nhà nước chi nhánh Khu vực 5",
        "Ngân hàng Nông nghiệp và Phát triển nông thôn chi nhánh tỉnh",
        "Ban Quản lý các Khu chế xuất và công nghiệp thành phố",
        "Cảnh sát PC&CC tỉnh",
        "Hội Bảo trợ người khuyết tật và trẻ mồ côi",
        "Phòng Văn hóa - Xã hội phường",
        "Trung tâm Dịch vụ tổng hợp xã",
        "UBND phường 7",
        "UBND các phường 1, 2 và 3",
        "UBND các huyện miền núi",
        "Ban Thường vụ các huyện, thành ủy",
        "Ban Chỉ đạo thi hành án dân sự huyện",
        "Các đồng chí Thường vụ Huyện ủy",
        "Các ngân hàng thương mại cổ phần",
        "Các công ty thủy nông",
        "Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
        "Giám đốc Công an các đơn vị, địa phương",
      })
  void namesTheBodyWhole(String doer) {
    assertThat(lead(doer + " rà soát hồ sơ trước ngày 30/6/2020.")).containsExactly(doer);
    assertThat(lead("Sở Mẫu chủ trì, phối hợp với " + doer + " thẩm định hồ sơ."))
        .containsExactly("Sở Mẫu");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Phòng Kinh tế | tổ chức tập huấn cho các hộ trồng chè.",
        "liên danh nhà thầu | tổ chức thi công 3 ca.",
      })
  void leavesWhatIsHeldOutOfTheName(String doer, String work) {
    assertThat(lead("Yêu cầu " + doer + " " + work)).containsExactly(doer);
  }

  @Test
  void readsWhatStandsUnderABodyOfEveryLevelAsItsWork() {
    assertThat(Reads.summary(ordered("Hội Nông dân các cấp:\n- Vận động hội viên.\n")))
        .containsExactly("Hội Nông dân các cấp > Vận động hội viên.");
  }

  @Test
  void tellsCommitteesInSmallLettersFromTheBranchesInFront() {
    assertThat(lead("Yêu cầu các bộ, ngành và ủy ban nhân dân các tỉnh theo dõi diễn biến."))
        .containsExactly("các bộ, ngành", "ủy ban nhân dân các tỉnh");
  }

  @Test
  void namesABodyWithTheDashOfTheSource() {
    assertThat(lead("Sở Lao động – Thương binh và Xã hội chi trả trợ cấp trước ngày 20/8/2020."))
        .containsExactly("Sở Lao động – Thương binh và Xã hội");
  }

  @Test
  void takesTheWorksThatPassThroughIntoTheName() {
    assertThat(lead("UBND các xã có tuyến đường đi qua bàn giao mặt bằng trong tháng 9/2020."))
        .containsExactly("UBND các xã có tuyến đường đi qua");
  }

  @Test
  void leavesABasisOutOfTheName() {
    assertThat(lead("UBND các huyện, thành phố trên cơ sở ý kiến các ngành, hoàn thiện đề án."))
        .containsExactly("UBND các huyện, thành phố");
  }

  @Test
  void takesAFieldBehindACommaIntoTheName() {
    assertThat(lead("Phòng Chính trị, tư tưởng phối hợp với các phòng thuộc Sở kiểm tra nền nếp."))
        .containsExactly("Phòng Chính trị, tư tưởng");
  }
}

package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Offices written small, offices the lexicon knows in part, and those it does not know at all. */
class NamesOfOfficesTest {
  private static final String HEAD =
      "Ngày 03/8/2020, Chủ tịch UBND tỉnh kết luận, chỉ đạo như sau:\n";

  private static List<String> lead(String item) {
    return Reads.task(HEAD + "1. " + item + "\n").parties().lead();
  }

  private static List<String> leads(String text) {
    return Reads.tasks(HEAD + text + "\n").stream()
        .map(task -> String.join(" + ", task.parties().lead()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Giao | phòng Quản lý đô thị | tháo dỡ biển quảng cáo trước ngày 20/9.",
        "Giao | phòng Kinh tế | rà soát hộ kinh doanh trước ngày 20/9.",
        "Yêu cầu | phòng Kinh tế và Hạ tầng | kiểm tra các tuyến đường.",
        "Giao | phòng Khoa học, Công nghệ | thẩm định đề tài.",
        "Đề nghị | ban Quản lý chợ | lập phương án phân lô.",
        "Giao | trạm Y tế xã | phun khử khuẩn các điểm trường.",
        "Yêu cầu | 100% cơ quan, đơn vị | niêm yết thủ tục.",
        "Yêu cầu | toàn bộ cơ quan, đơn vị | niêm yết thủ tục.",
      })
  void anOrderNamesTheOfficeHoweverItIsWritten(String order, String office, String work) {
    assertThat(lead(order + " " + office + " " + work)).containsExactly(office);
  }

  @Test
  void anOfficeWrittenSmallHelpsAndReceivesToo() {
    Assignment task =
        Reads.task(
            HEAD
                + "1. Giao phòng Nội vụ chủ trì, phối hợp với phòng Kinh tế, phòng Quản lý đô thị"
                + " rà soát hồ sơ, gửi phòng Khoa học, Công nghệ trước ngày 20/9.\n");
    assertThat(task.parties().coordinate())
        .containsExactly("phòng Kinh tế", "phòng Quản lý đô thị");
    assertThat(task.parties().reportTo()).containsExactly("phòng Khoa học, Công nghệ");
  }

  @Test
  void whoIsAskedByNameNeverGetsTheLeadOfTheList() {
    String list = "Các ngành, các phường tập trung thực hiện:\n";
    assertThat(
            leads(
                list
                    + "- Giao phòng Quản lý đô thị chủ trì dọn vỉa hè.\n"
                    + "- Đề nghị Thành đoàn trẻ, Hội Làm vườn tuyên truyền tới hội viên.\n"
                    + "- Yêu cầu Gánh hát Bình Mẫu: biểu diễn miễn phí.\n"
                    + "- Đề nghị tăng cường kiểm tra."))
        .first()
        .isEqualTo("phòng Quản lý đô thị");
    assertThat(leads(list + "- Đề nghị Thanh đồng, Hội Làm vườn tuyên truyền tới hội viên."))
        .containsExactly("Thanh đồng + Hội Làm vườn");
    assertThat(leads(list + "- Đề nghị tăng cường kiểm tra."))
        .containsExactly("Các ngành + các phường");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Phòng Kinh tế | kiểm tra công trình.",
        "Phòng Kinh tế và Hạ tầng | kiểm tra công trình cấp nước.",
        "Phòng Quản lý đô thị | kiểm tra công trình.",
        "Công ty CP Quản lý đường bộ 3 | kiểm tra cầu yếu, đường ngầm.",
      })
  void checkingIsTheWorkAndNoPartOfTheName(String office, String work) {
    assertThat(lead(office + " " + work)).containsExactly(office);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Phòng Quản lý nhà và Thị trường bất động sản",
        "Phòng Quản lý hoạt động khoáng sản",
        "Phòng Tài chính kế toán",
        "Phòng Hành chính quản trị",
        "Phòng Đăng ký kinh doanh",
        "Phòng Chỉ đạo tuyến",
        "Phòng Nghiệp vụ dược",
        "Ban Tổ chức lễ hội",
        "Bộ phận Tiếp nhận và Trả kết quả",
        "Bộ phận Kế toán",
        "Cục Nhà giáo và Cán bộ quản lý giáo dục",
        "Các công ty CP quản lý đường sắt",
      })
  void anOfficeKeepsItsWholeNameBeforeTheWorkAndInAHeading(String office) {
    assertThat(lead(office + " lập danh sách trước ngày 20/9.")).containsExactly(office);
    assertThat(leads("1. " + office + "\n- Lập danh sách trước ngày 20/9.\n- Cử 02 tổ hỗ trợ."))
        .containsExactly(office, office);
  }

  @Test
  void aSecondBodyBehindAnUnknownTailIsNotLost() {
    assertThat(lead("Cục Cơ sở vật chất, Vụ Kế hoạch Tài chính rà soát hồ sơ."))
        .containsExactly("Cục Cơ sở vật chất", "Vụ Kế hoạch Tài chính");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Phòng Hậu cần về doanh trại (PH10)",
        "Trung đoàn 275",
        "Phòng PC07",
        "Phòng Nghiệp vụ lưu trữ hồ sơ điện tử",
      })
  void aHeadingIsANameThoughNobodyKnowsTheBody(String office) {
    assertThat(
            leads(
                "1. "
                    + office
                    + "\n1.1. Chủ trì, phối hợp Sở Y tế thống nhất lịch khám, xong trước 10/9."
                    + "\n1.2. Cử 02 tổ hỗ trợ các trường."))
        .containsExactly(office, office);
  }

  @Test
  void aHeadingThatHoldsWorkIsNoName() {
    assertThat(leads("1. Sở Y tế phối hợp với Sở Tài chính\n- Rà soát hồ sơ trước ngày 20/9."))
        .contains("Sở Y tế")
        .doesNotContain("Sở Y tế phối hợp với Sở Tài chính");
  }

  @Test
  void unknownWorkAtTheEndOfASentenceIsNoPartOfTheName() {
    assertThat(
            Reads.task(
                    HEAD
                        + "1. Giao Sở Nông nghiệp và PTNT chỉ đạo các Công ty Khai thác công trình"
                        + " thủy lợi tiêu nước đệm, vận hành hồ chứa.\n")
                .parties()
                .implementer())
        .containsExactly("các Công ty Khai thác công trình thủy lợi");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Đ/c Hùng soạn dự thảo; Đ/c Hùng",
        "Đ/c Mai: rà soát danh mục; Đ/c Mai",
        "Ông C phối hợp UBND xã rà soát hộ nghèo; Ông C",
        "Bà Vi Thị D đánh máy biên bản; Bà Vi Thị D",
        "Các khu phố trưởng thông báo lịch cắt nước; Các khu phố trưởng",
      })
  void aPersonIsNamedByOneNameBeforeTheWork(String sentence, String person) {
    assertThat(lead(sentence + " trước ngày 20/9.")).containsExactly(person);
  }

  @Test
  void theSecondPersonOfASentenceHasHisOwnWork() {
    assertThat(leads("- Đ/c Hùng soạn dự thảo; đ/c Minh hoàn thiện báo cáo trước ngày 20/9."))
        .containsExactly("Đ/c Hùng", "đ/c Minh");
  }

  @Test
  void whoIsTheStandingOfficeDoesWhatFollows() {
    assertThat(leads("1. Sở Nội vụ là cơ quan thường trực; xây dựng kế hoạch trước ngày 20/9."))
        .containsExactly("Sở Nội vụ");
  }

  @Test
  void eachOfThoseNamedIsNoPartOfTheLastName() {
    assertThat(lead("UBND xã Tân Mẫu và UBND xã Bình Mẫu mỗi xã cử 03 cán bộ tham gia."))
        .containsExactly("UBND xã Tân Mẫu", "UBND xã Bình Mẫu");
    assertThat(lead("Đề nghị các Ban, Tổ đại biểu và đại biểu HĐND tỉnh giám sát việc thu phí."))
        .containsExactly("các Ban", "Tổ đại biểu", "đại biểu HĐND tỉnh");
  }

  @Test
  void partnersOfOneLevelStandTogether() {
    Assignment media =
        Reads.task(HEAD + "1. Sở Nội vụ phối hợp Báo, Đài tỉnh tuyên truyền cải cách.\n");
    assertThat(media.parties().coordinate()).containsExactly("Báo", "Đài tỉnh");
    Assignment towns =
        Reads.task(
            HEAD + "1. Giao Công an thị xã phối hợp với UBND phường 1, phường 2 dọn chợ cóc.\n");
    assertThat(towns.parties().coordinate()).containsExactly("UBND phường 1", "phường 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sở Nội vụ hoàn thiện đề án, trình Bộ trước ngày 20/9. | Bộ",
        "Các sở, ngành gửi báo cáo (kèm bản mềm: bm@x.vn) về Sở Tài chính. | Sở Tài chính",
        "Sở Y tế gửi kết quả về Phòng Kiểm soát thủ tục hành chính trước ngày 20/9. |"
            + " Phòng Kiểm soát thủ tục hành chính",
      })
  void aResultGoesToTheOneNamed(String item, String receiver) {
    assertThat(Reads.task(HEAD + "1. " + item + "\n").parties().reportTo())
        .containsExactly(receiver);
  }

  @Test
  void aShareOfItsOwnIsAskedByTheOneWhoActs() {
    assertThat(leads("1. Sở Y tế kiểm tra bếp ăn, yêu cầu 100% bếp ăn lưu mẫu thức ăn."))
        .containsExactly("Sở Y tế");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Giao | Sở Y tế TP. Sông Mẫu | kiểm tra các phòng khám.",
        "Giao | Sở Y tế TP Sông Mẫu Hạ | kiểm tra các phòng khám.",
        "Giao | UBND Q. Sông Mẫu | lập phương án bồi thường.",
        "Yêu cầu | Công an P.12 | kiểm tra các nhà nghỉ.",
        "Giao | Chi nhánh Công ty cấp nước Sông Mẫu | di dời tuyến ống.",
        "Giao | Vụ Thống kê rừng ngập | đôn đốc các địa phương.",
        "Yêu cầu | Công đoàn ngành | kiểm tra công tác chuẩn bị.",
        "Giao | Trưởng phòng Văn hóa - Thông tin và Thể thao | tháo dỡ biển quảng cáo.",
        "Giao | Trưởng các ban: Vật tư, Kho bãi, Quản lý đấu thầu | khẩn trương quyết toán.",
        "Giao | các Công ty Điện lực: Sông Mẫu, Núi Ví, Đồi Dụ Mới | hoàn thành đợt 2.",
        "Yêu cầu | các hội đồng coi thi | báo cáo nhanh kết quả.",
        "Giao | TTYT dự phòng thành phố | giám sát dịch.",
      })
  void aShortLevelAFieldOrAListBelongsToTheName(String order, String office, String work) {
    assertThat(lead(order + " " + office + " " + work)).containsExactly(office);
  }

  @Test
  void eachNameOfAListEndsWhereTheNextBegins() {
    assertThat(lead("Giao Sở Y tế TP. Sông Mẫu, UBND TP. Thủ Ví phun hóa chất."))
        .containsExactly("Sở Y tế TP. Sông Mẫu", "UBND TP. Thủ Ví");
    assertThat(lead("Các đơn vị trực thuộc Chính phủ, Chủ tịch UBND các tỉnh rà soát dự án."))
        .containsExactly("Các đơn vị trực thuộc Chính phủ", "Chủ tịch UBND các tỉnh");
    assertThat(
            lead(
                "Bộ trưởng, Thủ trưởng cơ quan ngang bộ, cơ quan trực thuộc Chính phủ, Chủ tịch"
                    + " UBND các tỉnh rà soát dự án."))
        .containsExactly(
            "Bộ trưởng, Thủ trưởng cơ quan ngang bộ, cơ quan trực thuộc Chính phủ",
            "Chủ tịch UBND các tỉnh");
  }

  @Test
  void aPostMayEndInTheFirstWordOfItsOffice() {
    assertThat(lead("Trưởng phòng Quản lý đô thị, Trưởng Công an quận kiểm tra vỉa hè."))
        .containsExactly("Trưởng phòng Quản lý đô thị", "Trưởng Công an quận");
    assertThat(lead("Phòng Quản lý hành nghề y dược tư nhân: nhắc nhở các phòng khám."))
        .containsExactly("Phòng Quản lý hành nghề y dược tư nhân");
    assertThat(lead("Giao Trưởng phòng Kinh tế và Hạ tầng huyện kiểm tra đường."))
        .containsExactly("Trưởng phòng Kinh tế và Hạ tầng huyện");
  }

  @Test
  void thoseAskedFarBehindTheAimOfTheSentenceAreAllToldWhatFollows() {
    String text =
        "Để khắc phục các tồn tại nêu trên và tiếp tục đẩy mạnh việc số hóa hồ sơ lưu trữ, Chủ tịch"
            + " UBND tỉnh yêu cầu Giám đốc các sở, Thủ trưởng các ban, ngành; Chủ tịch UBND các cấp"
            + " thực hiện các nội dung sau:\n1. Rà soát kho lưu trữ.\n";
    assertThat(Reads.task(text).parties().lead())
        .containsExactly("Giám đốc các sở", "Thủ trưởng các ban, ngành", "Chủ tịch UBND các cấp");
  }
}

package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who leads and who helps, said behind the work: in lines, in brackets, in a sentence. */
class RolesBehindTheWorkTest {
  private static final String HEAD =
      "Ngày 03/8/2021, Chủ tịch UBND tỉnh kết luận, chỉ đạo như sau:\n";

  private static Assignment task(String item) {
    return Reads.task(HEAD + item.replace(" / ", "\n") + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1. Kiểm tra việc thu học phí / Chủ trì: Thanh tra tỉnh / Phối hợp: Sở Tư pháp / Thời"
            + " gian: tháng 9/2021",
        "1. Kiểm tra việc thu học phí / - Chủ trì: Thanh tra tỉnh / - Phối hợp: Sở Tư pháp / -"
            + " Thời gian: tháng 9/2021",
        "1. Kiểm tra việc thu học phí / Đơn vị chủ trì: Thanh tra tỉnh / Phối hợp: Sở Tư pháp /"
            + " Hoàn thành: tháng 9/2021",
        "1. Kiểm tra việc thu học phí (Chủ trì: Thanh tra tỉnh; phối hợp: Sở Tư pháp; thời gian:"
            + " tháng 9/2021).",
        "1. Kiểm tra việc thu học phí (giao Thanh tra tỉnh chủ trì, Sở Tư pháp phối hợp, xong"
            + " trong tháng 9/2021).",
        "1. Kiểm tra việc thu học phí - Chủ trì: Thanh tra tỉnh; Phối hợp: Sở Tư pháp; Thời gian:"
            + " tháng 9/2021.",
        "1. Kiểm tra việc thu học phí (Thanh tra tỉnh chủ trì, Sở Tư pháp phối hợp, xong trong"
            + " tháng 9/2021).",
        "1. Kiểm tra việc thu học phí trong tháng 9/2021. Thanh tra tỉnh chủ trì, Sở Tư pháp phối"
            + " hợp.",
        "1. Kiểm tra việc thu học phí trong tháng 9/2021; Thanh tra tỉnh chủ trì, phối hợp Sở Tư"
            + " pháp.",
      })
  void theRolesOfAWorkAreReadHoweverTheyStand(String item) {
    Assignment read = task(item);
    assertThat(read.quote()).startsWith("Kiểm tra việc thu học phí");
    assertThat(read.parties().lead()).containsExactly("Thanh tra tỉnh");
    assertThat(read.parties().coordinate()).containsExactly("Sở Tư pháp");
    assertThat(Reads.due(read.deadline())).contains("2021-09-30");
  }

  @Test
  void aBracketMakesWorkOfAMatterWithoutAVerb() {
    Assignment read =
        task("1. Đại tu cầu Bản Mẫu (giao Sở Xây dựng chủ trì, hoàn thành trước 30/9).");
    assertThat(read.quote()).startsWith("Đại tu cầu Bản Mẫu");
    assertThat(read.parties().lead()).containsExactly("Sở Xây dựng");
  }

  @Test
  void aSentenceThatOnlySaysWhoLeadsNamesTheLead() {
    assertThat(
            task("1. Rà soát vị trí việc làm trước ngày 20/9. Sở Nội vụ chủ trì.").parties().lead())
        .containsExactly("Sở Nội vụ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1. Sở Y tế rà soát hồ sơ, phối hợp với Sở Tài chính, Sở Nội vụ.",
        "1. Sở Y tế rà soát hồ sơ cùng Sở Tài chính, Sở Nội vụ.",
        "1. Sở Y tế rà soát hồ sơ cùng với Sở Tài chính, Sở Nội vụ trước ngày 20/9.",
        "1. Sở Y tế rà soát hồ sơ trước ngày 20/9, phối hợp với Sở Tài chính và Sở Nội vụ.",
        "1. Giao Sở Y tế rà soát hồ sơ, Sở Tài chính và Sở Nội vụ phối hợp.",
      })
  void partnersAtTheEndOfTheSentenceHelp(String item) {
    Assignment read = task(item);
    assertThat(read.parties().lead()).containsExactly("Sở Y tế");
    assertThat(read.parties().coordinate()).containsExactly("Sở Tài chính", "Sở Nội vụ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1. Sở Y tế tổng hợp số liệu cùng kỳ năm trước.",
        "1. Sở Y tế tiêm chủng trong cùng ngày cho học sinh.",
        "1. Sở Y tế khắc phục việc thiếu phối hợp với Sở Tài chính.",
      })
  void nobodyHelpsWhereNobodyIsNamedToHelp(String item) {
    assertThat(task(item).parties().coordinate()).isEmpty();
  }

  @Test
  void aTimeThatGoesOnWithAnOrderIsNoLineOfTheTaskAbove() {
    assertThat(
            Reads.summary(
                HEAD
                    + "1. Sở Y tế kiểm tra cơ sở.\n"
                    + "- Thời gian kiểm tra: từ ngày 20 - 25/9/2021, giao phòng Văn hóa - Thông tin"
                    + " xây dựng lịch.\n"))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("phòng Văn hóa - Thông tin >");
  }

  @Test
  void partnersMayHelpWithTheSecondPieceOfTheWorkAlone() {
    Assignment task =
        Reads.task(
            "Giao Bộ Xây dựng tiếp thu ý kiến, phối hợp với Bộ Tư pháp, Bộ Tài chính hoàn thiện dự"
                + " thảo, trình Chính phủ.\n");
    assertThat(task.parties().coordinate()).containsExactly("Bộ Tư pháp", "Bộ Tài chính");
  }

  @Test
  void whatABodyIsBehindADashIsNoPartOfItsName() {
    assertThat(
            Reads.task(
                    "Yêu cầu Sở Y tế - Cơ quan thường trực Ban Chỉ đạo tổng hợp số liệu ca mắc.\n")
                .parties()
                .lead())
        .containsExactly("Sở Y tế");
  }
}

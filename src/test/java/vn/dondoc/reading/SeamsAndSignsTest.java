package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a doer ends, what is no task, and what is no office. */
class SeamsAndSignsTest {
  private static final String NOTICE =
      """
      UBND TỈNH THUẬN HẢI
      Số: 88/TB-UBND
      Mẫu Sơn, ngày 15 tháng 8 năm 2022
      THÔNG BÁO
      Kết luận tại cuộc họp về cấp nước
      Chủ tịch UBND tỉnh kết luận như sau:
      """;

  @Test
  void doerEndsWhereTheTimeStarts() {
    Assignment task =
        Reads.task(
            NOTICE
                + "1. Giao UBND huyện Lục Sơn trong thời hạn 12 ngày làm việc kể từ ngày ban hành"
                + " Kết luận này phải hoàn trả mặt đường.");
    assertThat(task.parties().lead()).containsExactly("UBND huyện Lục Sơn");
    assertThat(task.action()).isEqualTo("phải hoàn trả mặt đường.");
    assertThat(Objects.requireNonNull(task.deadline()).text())
        .isEqualTo("trong thời hạn 12 ngày làm việc kể từ ngày ban hành Kết luận này");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Đánh giá cao nỗ lực của Sở Xây dựng; đến nay đã xong 60%, chậm 1 tháng. | ASSESSMENT",
        "Ghi nhận, biểu dương Sở Y tế trong 6 tháng đầu năm. | ASSESSMENT",
        "Phê bình UBND huyện Lục Sơn chậm giải ngân. | ASSESSMENT",
        "Không giao Sở Tư pháp làm việc này. | DECISION",
      })
  void praiseBlameAndBanLayNoWorkOnAnybody(String words, Sentence.Kind kind) {
    String text = NOTICE + "1. Sở Y tế rà soát trạm y tế.\n2. " + words;
    Notice notice = Reads.read(text);
    assertThat(notice.assignments()).hasSize(1);
    assertThat(notice.targets()).isEmpty();
    int at = text.indexOf("2. " + words.substring(0, 8));
    assertThat(notice.sentences())
        .filteredOn(sentence -> sentence.start() == at)
        .extracting(Sentence::kind)
        .containsExactly(kind);
  }

  @Test
  void banIsADecisionWhereNothingIsOrderedByThePaper() {
    String text = "UBND TỈNH THUẬN HẢI\nTHÔNG BÁO\nKết luận họp\n1. Sở Y tế rà soát trạm y tế.\n";
    Notice notice = Reads.read(text + "2. Nghiêm cấm các nhà thầu bán lại hợp đồng.");
    assertThat(notice.sentences().getLast().kind()).isEqualTo(Sentence.Kind.DECISION);
  }

  @Test
  void praiseUnderADoerStaysItsWork() {
    List<Assignment> tasks =
        Reads.tasks(
            NOTICE + "1. Sở Nội vụ:\n- Biểu dương, khen thưởng kịp thời tập thể điển hình.");
    assertThat(tasks).hasSize(1);
    assertThat(tasks.getFirst().parties().lead()).containsExactly("Sở Nội vụ");
  }

  @Test
  void dayUnderTheTitleIsOfTheHead() {
    String text =
        "UBND TỈNH THUẬN HẢI\nTHÔNG BÁO\nKết luận họp\nMẫu Sơn, ngày 5 tháng 8 năm 2022\n";
    Notice notice = Reads.read(text + "1. Sở Y tế rà soát trạm y tế.");
    assertThat(notice.sentences())
        .filteredOn(sentence -> sentence.start() == text.indexOf("Mẫu Sơn"))
        .extracting(Sentence::kind)
        .containsExactly(Sentence.Kind.HEADER);
  }

  @Test
  void moneySomebodyProvidesIsHisTask() {
    List<Assignment> tasks =
        Reads.tasks(
            NOTICE
                + "1. Sở Y tế tổ chức tập huấn; kinh phí do Sở Tài chính bố trí trước ngày"
                + " 20/9/2022.");
    assertThat(tasks)
        .extracting(task -> task.parties().lead())
        .containsExactly(List.of("Sở Y tế"), List.of("Sở Tài chính"));
  }

  @Test
  void secondDoerBehindWorkToldPassivelyHasATaskOfItsOwn() {
    assertThat(
            Reads.summary(
                NOTICE
                    + "1. Việc lập dự toán do Ban Quản lý dự án huyện thực hiện, Sở Xây dựng thẩm"
                    + " định trong tháng 9."))
        .containsExactly(
            "Ban Quản lý dự án huyện > Việc lập dự toán", "Sở Xây dựng > thẩm định trong tháng");
  }

  @Test
  void eachOfThoseNamedIsNoFurtherDoer() {
    Assignment task =
        Reads.task(NOTICE + "1. Công an tỉnh, Sở Y tế, mỗi đơn vị cử 02 cán bộ tham gia tổ.");
    assertThat(task.parties().lead()).containsExactly("Công an tỉnh", "Sở Y tế");
    assertThat(task.action()).startsWith("cử 02 cán bộ");
  }

  @Test
  void gluedNameOfTheIssuerIsToldApart() {
    String text = "UBNDTỈNH THUẬN HẢI\nSỞ XÂY DỰNG\nSố: 12/SXD-QL\nKính gửi: Sở Y tế.\n";
    assertThat(Reads.read(text).document().issuer()).isEqualTo("UBND TỈNH THUẬN HẢI SỞ XÂY DỰNG");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CÁCH MUỐI DƯA CẢI\n1. Rửa sạch cải, phơi héo.\n2. Pha nước muối, nén trong 3 ngày.",
        "{\"b\": [1, 2]}",
        "y"
      })
  void capitalsAloneMakeNoOffice(String text) {
    Notice notice = Reads.read(text);
    assertThat(notice.document().issuer()).isNull();
    assertThat(notice.looksOfficial()).isFalse();
  }

  @Test
  void lineEndsOfOldMachinesAndLostOnesGiveTheSameTasks() {
    String text =
        """
        ỦY BAN NHÂN DÂN TỈNH THUẬN HẢI
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Số: 88/TB-UBND
        Mẫu Sơn, ngày 15 tháng 8 năm 2022
        THÔNG BÁO
        Kết luận của Chủ tịch UBND tỉnh tại cuộc họp về cấp nước sạch nông thôn
        Ngày 10/8/2022, Chủ tịch UBND tỉnh chủ trì cuộc họp và kết luận như sau:
        1. Sở Xây dựng:
        - Chủ trì, phối hợp với Sở Tài chính rà soát quy hoạch, hoàn thành trước ngày 20/9/2022.
        - Báo cáo UBND tỉnh trong tháng 10/2022.
        2. Giao UBND huyện Lục Sơn hoàn trả mặt đường trước ngày 30/9/2022.
        Nơi nhận:
        - Như trên;
        - Lưu: VT.
        KT. CHỦ TỊCH
        PHÓ CHỦ TỊCH
        Lò Văn Mẫu
        """;
    List<String> whole = Reads.summary(text);
    assertThat(whole).hasSize(3);
    assertThat(Reads.summary(text.replace('\n', '\r'))).isEqualTo(whole);
    assertThat(Reads.summary(text.replace("\n", "\r\n"))).isEqualTo(whole);
    Notice oneLine = Reads.read(text.replace('\n', ' '));
    assertThat(Reads.summary(text.replace('\n', ' '))).isEqualTo(whole);
    assertThat(oneLine.document().number()).isEqualTo("88/TB-UBND");
    assertThat(oneLine.document().kind()).isEqualTo("Thông báo");
    assertThat(Objects.requireNonNull(oneLine.document().signer()).name()).isEqualTo("Lò Văn Mẫu");
  }

  @Test
  void wordsOfADeadlineAreThoseOfTheSourceHoweverItsAccentsAreWritten() {
    String text =
        Normalizer.normalize(
            NOTICE + "1. Sở Y tế báo cáo trước ngày 20 tháng 9 năm 2022.", Normalizer.Form.NFD);
    assertThat(text).contains(Objects.requireNonNull(Reads.task(text).deadline()).text());
  }
}

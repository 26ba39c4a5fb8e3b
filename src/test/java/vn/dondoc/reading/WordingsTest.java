package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences as offices word them: what is told is no task, what is due is due in any place. */
class WordingsTest {
  private static final Path FORMS = Path.of("src/test/resources/reading/forms");

  private static List<Assignment> read(String item) {
    return Notices.standard()
        .read(
            """
            ỦY BAN NHÂN DÂN
            TỈNH LẠNG SƠN
            Số: 12/TB-UBND
            Lạng Sơn, ngày 14 tháng 8 năm 2020
            THÔNG BÁO
            Kết luận của Chủ tịch UBND tỉnh tại cuộc họp

            Chủ tịch UBND tỉnh kết luận như sau:
            1. %s

            2. Văn phòng UBND tỉnh theo dõi, đôn đốc.
            """
                .formatted(item))
        .assignments();
  }

  @Test
  void layNoWorkOnAnybodyWhereTheyOnlyTell() throws IOException {
    List<String> told = Files.readAllLines(FORMS.resolve("told.txt"));
    assertThat(told).hasSizeGreaterThan(50);
    assertThat(told).allSatisfy(sentence -> assertThat(read(sentence)).as(sentence).hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sở Xây dựng rà soát hồ sơ, báo cáo UBND tỉnh %s.",
        "%S, Sở Xây dựng gửi báo cáo về UBND tỉnh.",
        "Giao Sở Xây dựng %s trình UBND tỉnh phương án."
      })
  void nameTheirDayInFrontOfTheWorkAndBehindIt(String said) throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> dues = Files.readAllLines(FORMS.resolve("dues.txt"));
    assertThat(dues).hasSizeGreaterThan(90);
    for (String line : dues) {
      String[] due = line.split(" = ");
      String first = due[0].substring(0, 1).toUpperCase(Locale.ROOT) + due[0].substring(1);
      Deadline read = read(said.replace("%s", due[0]).replace("%S", first)).getFirst().deadline();
      if (!said(read).equals(due[1])) {
        wrong.add(line + " -> " + said(read));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String said(@Nullable Deadline due) {
    if (due == null) {
      return "none";
    }
    return switch (due.kind()) {
      case DATE -> due.date() + (due.time() == null ? "" : "T" + due.time());
      case RECURRING ->
          Objects.requireNonNull(due.every()).name().toLowerCase(Locale.ROOT)
              + (due.dayTold() == null ? "" : " " + due.dayTold());
      case RELATIVE -> due.within() + " " + due.unit();
      case EVENT -> "event";
      case SOFT, STANDING, CONDITIONAL -> "none";
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sở Y tế kiểm tra các bếp ăn; hằng tuần báo cáo UBND tỉnh. | 2",
        "Sở Y tế kiểm tra các bếp ăn; tập huấn cho cán bộ xã trong tháng 9/2020. | 2",
        "Sở Y tế kiểm tra các bếp ăn; báo cáo UBND tỉnh trước ngày 20/9/2020. | 1",
        "Sở Y tế kiểm tra các bếp ăn; hoàn thành trong tháng 9/2020. | 1",
        "Sở Y tế kiểm tra các bếp ăn. Việc kiểm tra phải xong trước ngày 20/9/2020. | 1",
        "Huyện A họp chi bộ xong trước ngày 20/9, họp đảng bộ xong trước ngày 20/10. | 2",
        "UBND các xã huy động nhân dân làm thủy lợi, mỗi xã nạo vét 2 km kênh. | 1"
      })
  void areCutWhereASecondDayBegins(String item, int tasks) {
    assertThat(read(item)).hasSize(tasks + 1);
  }

  @Test
  void keepADateThatAPageEndTore() {
    String text =
        """
        Sở Y tế rà soát danh mục thuốc, gửi Sở Tài chính trước ngày 30

        - 2 -

        tháng 9 năm 2020.\
        """;
    assertThat(said(read(text).getFirst().deadline())).isEqualTo("2020-09-30");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trước ngày 1 2/9/2020",
        "trước ngày l2/9/2020",
        "trưóc ngày 12/9/2020",
        "trước ngày 12/9/2O2O",
        "trướcngày 12/9/2020"
      })
  void keepADateThatAScannerMisread(String due) {
    Assignment task = read("Sở Y tế rà soát thuốc, báo cáo UBND tỉnh " + due + ".").getFirst();
    assertThat(said(task.deadline())).isEqualTo("2020-09-12");
  }

  @Test
  void nameTheDoersBehindTheirTopicAndTheirPartners() {
    Assignment listed =
        read("Đối với Sở Y tế, Ban Dân tộc: Ban hành hướng dẫn trong tháng 9/2020.").getFirst();
    assertThat(listed.parties().lead()).containsExactly("Sở Y tế", "Ban Dân tộc");
    Assignment partner = read("Sở Y tế cùng với Sở Tài chính lập dự toán.").getFirst();
    assertThat(partner.parties().lead()).containsExactly("Sở Y tế");
    assertThat(partner.parties().coordinate()).containsExactly("Sở Tài chính");
  }

  @Test
  void retellInAReportWhatWasOrdered() {
    String report =
        """
        SỞ NỘI VỤ
        Số: 12/BC-SNV
        Lạng Sơn, ngày 14 tháng 8 năm 2020
        BÁO CÁO
        Kết quả cải cách hành chính 6 tháng đầu năm 2020
        1. Công tác chỉ đạo
        UBND tỉnh giao Sở Nội vụ tham mưu 12 văn bản. UBND các xã rà soát thủ tục trước ngày 15/5.
        2. Kiến nghị
        Đề nghị UBND tỉnh bố trí kinh phí trước ngày 30/9/2020.
        """;
    assertThat(Notices.standard().read(report).assignments())
        .singleElement()
        .satisfies(task -> assertThat(task.parties().lead()).containsExactly("UBND tỉnh"));
  }
}

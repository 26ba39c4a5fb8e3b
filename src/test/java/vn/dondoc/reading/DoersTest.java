package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The bodies a province writes to and the ways it tells them to do something, in every pair. */
class DoersTest {
  private static final Path FORMS = Path.of("src/test/resources/reading/forms");

  /** What is said of each doer: %s as written, %l with a small first letter where it is a group. */
  @SuppressWarnings("unused")
  private static final List<String> SAID =
      List.of(
          "Giao %l chủ trì, phối hợp với các cơ quan liên quan rà soát hồ sơ, báo cáo UBND tỉnh"
              + " trước ngày 20/9/2020.",
          "%s khẩn trương hoàn thành công việc được giao.",
          "%s:\na) Rà soát hồ sơ trước ngày 20/9/2020;\nb) Tổng hợp, báo cáo UBND tỉnh.",
          "Đề nghị %l cử cán bộ tham gia đoàn kiểm tra.",
          "Yêu cầu %l báo cáo kết quả trước ngày 20/9/2020; chịu trách nhiệm về số liệu.");

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

  private static String folded(String text) {
    return text.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @FieldSource("SAID")
  void isNamedWhole(String said) throws IOException {
    List<String> doers = Files.readAllLines(FORMS.resolve("doers.txt"));
    assertThat(doers).hasSizeGreaterThan(200);
    List<String> wrong = new ArrayList<>();
    for (String doer : doers) {
      boolean group = !Character.isUpperCase(doer.split(" ")[1].charAt(0));
      String small = doer.substring(0, 1).toLowerCase(Locale.ROOT) + doer.substring(1);
      List<Assignment> tasks = read(said.replace("%s", doer).replace("%l", group ? small : doer));
      String lead = tasks.isEmpty() ? "" : String.join(", ", tasks.getFirst().parties().lead());
      if (!folded(lead).equals(folded(doer))) {
        wrong.add(doer + " -> " + lead);
      }
    }
    assertThat(wrong).isEmpty();
  }

  static List<String> orders() throws IOException {
    return Files.readAllLines(FORMS.resolve("orders.txt"));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void isToldInMoreWaysThanOne(String order) {
    String work = "rà soát, hoàn thiện hồ sơ, báo cáo UBND tỉnh trước ngày 20/9/2020.";
    List<Assignment> tasks = read(order.replace("…", work));
    assertThat(tasks.getFirst().parties().lead().getFirst()).endsWithIgnoringCase("Sở Xây dựng");
    assertThat(tasks)
        .anyMatch(task ->
            task.deadline() != null
                && task.parties()
                    .lead()
                    .getFirst()
                    .toLowerCase(Locale.ROOT)
                    .endsWith("sở xây dựng"));
  }

  @Test
  void newDayBelongsToWhomItIsGiven() {
    String head = "Chủ tịch UBND tỉnh kết luận như sau:\n1. ";
    assertThat(
            Reads.summary(
                head
                    + "Gia hạn thời gian hoàn thành hồ sơ quyết toán cho Ban Quản lý dự án huyện"
                    + " Tràng Định đến hết ngày 31/10/2020."))
        .containsExactly("Ban Quản lý dự án huyện Tràng Định > Gia hạn thời gian");
    assertThat(
            Reads.summary(
                head
                    + "UBND tỉnh gia hạn cho UBND huyện Cao Lộc đến hết ngày 30/9/2020 để hoàn"
                    + " thành giải phóng mặt bằng."))
        .containsExactly("UBND huyện Cao Lộc > gia hạn cho UBND");
    assertThat(Reads.summary(head + "UBND tỉnh gia hạn giấy phép cho 15 doanh nghiệp."))
        .containsExactly("UBND tỉnh > gia hạn giấy phép");
  }
}

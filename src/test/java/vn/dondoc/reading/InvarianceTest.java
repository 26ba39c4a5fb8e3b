package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read depends on the shape of a text, not on its names, days or small slips. */
class InvarianceTest {
  private static final String FIRST =
      """
      1. Giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng rà soát hồ sơ, báo cáo UBND tỉnh trước ngày 15/9/2020.
      """;
  private static final String SECOND =
      """
      2. UBND các huyện:
      - Tổ chức tuyên truyền;
      - Hằng tháng báo cáo Sở Tài chính.
      """;
  private static final String TEXT = "Chủ tịch UBND tỉnh kết luận như sau:\n" + FIRST + SECOND;

  private static List<String> shape(String text) {
    return Reads.tasks(text).stream()
        .map(task ->
            task.parties().lead().size()
                + "/"
                + task.parties().coordinate().size()
                + "/"
                + (task.deadline() == null ? "-" : task.deadline().kind()))
        .sorted()
        .toList();
  }

  @Test
  void staysWhenBodiesAreRenamed() {
    assertThat(shape(TEXT)).containsExactly("1/0/-", "1/0/RECURRING", "1/1/DATE");
    assertThat(
            shape(
                TEXT.replace("Sở Tài chính", "Cục Thuế tỉnh").replace("Sở Xây dựng", "Sở LĐTB&XH")))
        .isEqualTo(shape(TEXT));
  }

  @Test
  void staysWhenDatesAreShifted() {
    assertThat(shape(TEXT.replace("15/9/2020", "03-02-2024"))).isEqualTo(shape(TEXT));
    assertThat(shape(TEXT.replace("ngày 15/9/2020", "ngày 5 tháng 6 năm 2012")))
        .isEqualTo(shape(TEXT));
  }

  @Test
  void staysWhenSectionsAreReordered() {
    String turned =
        "Chủ tịch UBND tỉnh kết luận như sau:\n"
            + SECOND.replace("2.", "1.")
            + FIRST.replace("1. Giao", "2. Giao");
    assertThat(shape(turned)).isEqualTo(shape(TEXT));
  }

  @Test
  void staysUnderScannerSlips() {
    assertThat(shape(TEXT.replace("trước ngày", "trướcngày").replace("báo cáo", "bao cáo")))
        .isEqualTo(shape(TEXT));
    assertThat(shape(TEXT.replace("phối hợp với", "phôi hợp với").replace("chủ trì", "chủ tri")))
        .isEqualTo(shape(TEXT));
    assertThat(shape(TEXT.replace("rà soát hồ sơ", "rà\n\nsoát hồ sơ"))).isEqualTo(shape(TEXT));
  }

  @Test
  void staysWhenLinesAreWrapped() {
    String wrapped =
        TEXT.replace("phối hợp với Sở Xây dựng", "phối hợp\nvới Sở Xây dựng")
            .replace("báo cáo UBND", "báo cáo\nUBND");
    assertThat(shape(wrapped)).isEqualTo(shape(TEXT));
  }
}

package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans that lay out work in a table: one task a row, doer, partners and time from the columns. */
class PlanTableTest {
  private static final String HEAD =
      """
      UBND TỈNH MẪU
      Số: 12/KH-UBND
      Mẫu Sơn, ngày 10 tháng 01 năm 2024

      KẾ HOẠCH
      Chuyển đổi số năm 2024

      II. NHIỆM VỤ
      """;

  private static final String ROWS =
      """
      TT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian hoàn thành
      ---|---|---|---|---
      I | Nhóm nhiệm vụ về hạ tầng | | |
      1 | Rà soát trạm phát sóng | Sở Thông tin và Truyền thông | VNPT tỉnh; Viettel tỉnh | Trước 15/3/2024
      2 | Tập huấn tổ công nghệ số | UBND các huyện | | Quý II/2024
      3 | Cập nhật số liệu | | Văn phòng UBND tỉnh | Hằng tháng
      4 | Kiểm tra an toàn thông tin | Công an tỉnh | Sở Thông tin và Truyền thông | 30/9/2024
      """;

  private static List<String> rows(String table) {
    return Reads.tasks(HEAD + table).stream()
        .map(task ->
            task.action()
                + " > "
                + String.join(" + ", task.parties().lead())
                + " & "
                + String.join(" + ", task.parties().coordinate())
                + " > "
                + Reads.due(task.deadline()))
        .toList();
  }

  @Test
  void readsEachRowWithItsColumns() {
    assertThat(rows(ROWS))
        .containsExactly(
            "Rà soát trạm phát sóng > Sở Thông tin và Truyền thông & VNPT tỉnh + Viettel tỉnh >"
                + " BEFORE 2024-03-15",
            "Tập huấn tổ công nghệ số > UBND các huyện &  > BY 2024-06-30",
            "Cập nhật số liệu > UBND các huyện & Văn phòng UBND tỉnh > EVERY MONTH",
            "Kiểm tra an toàn thông tin > Công an tỉnh & Sở Thông tin và Truyền thông >"
                + " BY 2024-09-30");
  }

  @Test
  void readsTheSameRowsPastedWithTabs() {
    String tabs =
        ROWS.lines()
            .filter(line -> !line.startsWith("---"))
            .map(line -> line.replace(" | ", "\t").replace(" |", "\t") + "\n")
            .reduce("", String::concat);
    assertThat(rows(tabs)).isEqualTo(rows(ROWS));
  }

  @Test
  void keepsEveryQuoteAtItsPlaceInThePastedText() {
    String text = HEAD + ROWS.replace(" | ", "\t");
    for (Assignment task : Reads.tasks(text)) {
      assertThat(text.substring(task.start(), task.end())).isEqualTo(task.quote());
    }
  }

  @Test
  void takesPartnersNamedInTheCellOfTheDoer() {
    assertThat(
            rows(
                """
                STT | Nhiệm vụ | Đơn vị thực hiện | Thời hạn
                1 | Lập bản đồ ngập | Chủ trì: Sở Xây dựng; phối hợp: Sở Tài chính | 31/5/2024
                """))
        .containsExactly("Lập bản đồ ngập > Sở Xây dựng & Sở Tài chính > BY 2024-05-31");
  }

  @Test
  void readsTimeInTheFirstColumn() {
    assertThat(
            rows(
                """
                Thời gian | Nội dung | Đơn vị thực hiện
                Trước 10/7/2024 | Gửi dự toán thu, chi | Các sở, ban, ngành
                """))
        .containsExactly("Gửi dự toán thu, chi > Các sở, ban, ngành &  > BEFORE 2024-07-10");
  }

  @Test
  void makesNoTaskOfATableOfFigures() {
    assertThat(
            rows(
                """
                TT | Xã | Số tiêu chí | Tỷ lệ
                1 | Mường Pa | 17 | 89%
                2 | Nà Sa | 15 | 79%
                """))
        .isEmpty();
  }

  @Test
  void readsSentencesAgainBehindTheTable() {
    assertThat(rows(ROWS + "\nIII. TỔ CHỨC THỰC HIỆN\n1. Giao Sở Tài chính bố trí kinh phí."))
        .hasSize(5)
        .last()
        .isEqualTo("bố trí kinh phí. > Sở Tài chính &  > none");
  }

  @Test
  void readsLinesUnderAWorkThatNameItsDoerPartnersAndTime() {
    assertThat(
            rows(
                """
                II. NHIỆM VỤ
                a) Rà soát các văn bản quy phạm pháp luật do tỉnh ban hành.
                + Đơn vị chủ trì: Sở Tư pháp.
                + Đơn vị phối hợp: Các sở, ban, ngành; UBND các huyện, thành phố.
                + Thời gian thực hiện: Quý II năm 2024.
                b) Xây dựng báo cáo đánh giá tác động của chính sách mới.
                - Cơ quan chủ trì: Sở Xây dựng
                - Thời hạn hoàn thành: trước ngày 30/9/2024
                c) Công khai thủ tục trên Cổng dịch vụ công.
                * Chủ trì: Văn phòng UBND tỉnh; phối hợp: Sở Tài chính.
                * Thời gian: thường xuyên.
                """))
        .containsExactly(
            "Rà soát các văn bản quy phạm pháp luật do tỉnh ban hành. > Sở Tư pháp & Các sở, ban,"
                + " ngành + UBND các huyện, thành phố > BY 2024-06-30",
            "Xây dựng báo cáo đánh giá tác động của chính sách mới. > Sở Xây dựng &  > BEFORE"
                + " 2024-09-30",
            "Công khai thủ tục trên Cổng dịch vụ công. > Văn phòng UBND tỉnh & Sở Tài chính >"
                + " EVERY CONTINUOUS");
  }

  @Test
  void takesALineOfRolesWithNoWorkAboveItForWhatItIs() {
    assertThat(rows("II. NHIỆM VỤ\n+ Thời gian thực hiện: Quý II năm 2024.\n")).isEmpty();
  }
}

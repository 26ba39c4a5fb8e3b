package vn.dondoc.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.exchange.document.Recognition;
import vn.dondoc.testing.Office;

/** Tables of a PDF as an office prints them: cells broken into lines, rows broken over the leaf. */
class PdfTablesTest {
  private static final List<String> HEAD =
      List.of("TT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian");
  private static final List<List<String>> ROWS =
      List.of(
          List.of(
              "1",
              "Rà soát toàn bộ trạm phát sóng của các thôn vùng sâu, đề xuất phương án đầu tư",
              "Sở Thông tin và Truyền thông",
              "Trung tâm viễn thông mẫu 01; Ban QLDA mẫu 03",
              "Trước ngày 15/3/2024"),
          List.of("2", "Tập huấn tổ công nghệ số", "UBND các huyện, thành phố", "", "Quý II/2024"),
          List.of(
              "3",
              "Kiểm tra an toàn thông tin của các hệ thống dùng chung",
              "Công an tỉnh",
              "Sở Thông tin và Truyền thông",
              "30/9/2024"));

  private static final String BETWEEN = "Giao Sở Tài chính bố trí kinh phí trước ngày 20/01/2024.";
  private static final List<List<String>> MANY = new ArrayList<>();
  private static List<String> lines;

  /** Printed once: a table on one page, and one that goes on over several. */
  @BeforeAll
  static void print() throws IOException {
    for (int n = 1; n <= 30; n++) {
      List<String> row = new ArrayList<>(ROWS.getFirst());
      row.set(0, Integer.toString(n));
      row.set(1, row.get(1) + " của năm thứ " + n + " theo kế hoạch chung của tỉnh");
      MANY.add(row);
    }
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.createParagraph().createRun().setText("KẾ HOẠCH chuyển đổi số mẫu");
      table(document, ROWS);
      document.createParagraph().createRun().setText(BETWEEN);
      table(document, MANY);
      document.write(out);
      lines =
          DocumentTexts.with(ExchangeLimits.STANDARD, Recognition.none())
              .read("ke-hoach.pdf", Office.printed("ke-hoach.docx", out.toByteArray()))
              .text()
              .lines()
              .toList();
    }
  }

  @Test
  void cellsOfManyLinesStayInTheirRow() {
    assertThat(lines.subList(0, lines.indexOf(BETWEEN)))
        .filteredOn(line -> !line.isBlank())
        .containsExactly(
            "KẾ HOẠCH chuyển đổi số mẫu",
            cells(HEAD),
            cells(ROWS.get(0)),
            cells(ROWS.get(1)),
            cells(ROWS.get(2)));
  }

  @Test
  void rowsGoOnOverTheLeafAndTheHeadIsSaidOnce() {
    assertThat(lines.subList(lines.indexOf(BETWEEN), lines.size()))
        .filteredOn(line -> line.contains(" | "))
        .containsExactlyElementsOf(
            Stream.concat(Stream.of(HEAD), MANY.stream()).map(PdfTablesTest::cells).toList());
  }

  private static String cells(List<String> row) {
    return String.join(" | ", row);
  }

  /** A table whose columns are so narrow that most cells need several lines. */
  private static void table(XWPFDocument document, List<List<String>> rows) {
    XWPFTable table = document.createTable(rows.size() + 1, HEAD.size());
    table.setWidth("100%");
    fill(table.getRow(0), HEAD);
    table.getRow(0).setRepeatHeader(true);
    for (int r = 0; r < rows.size(); r++) {
      fill(table.getRow(r + 1), rows.get(r));
    }
  }

  private static void fill(XWPFTableRow row, List<String> words) {
    int[] widths = {600, 3200, 1900, 1900, 1400};
    for (int c = 0; c < words.size(); c++) {
      XWPFTableCell cell = row.getCell(c);
      cell.setText(words.get(c));
      // As offices do: the number stands in the middle of its row.
      cell.setVerticalAlignment(c == 0 ? XWPFVertAlign.CENTER : XWPFVertAlign.TOP);
      var width = cell.getCTTc().addNewTcPr().addNewTcW();
      width.setW(BigInteger.valueOf(widths[c]));
    }
  }
}

package vn.dondoc.exchange;

import java.util.List;

/**
 * Biểu mẫu: one sheet of a workbook that goes out to be filled in and comes back. Only cells meant
 * to be typed in can be; the seal stands in a hidden column, so it goes with the sheet when
 * somebody moves it to another file.
 *
 * @param name name of the sheet, at most 31 characters
 * @param head lines above the header, the title first
 * @param columns its columns
 * @param rows its rows, a cell per column
 * @param seal what the program wrote about the sheet, signed
 */
public record FormSheet(
    String name, List<String> head, List<Column> columns, List<List<FormCell>> rows, String seal) {
  public FormSheet {
    name = SheetHead.safe(name);
    head = List.copyOf(head);
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * Cột.
   *
   * @param title what the header says
   * @param width in characters; 0 hides the column
   */
  public record Column(String title, double width) {
    boolean isHidden() {
      return width == 0;
    }
  }
}

package vn.dondoc.exchange;

import java.util.List;

/**
 * Sổ bảng tính đã đọc.
 *
 * @param fileName the file's name, for messages
 * @param rows every row that holds something, sheet after sheet, hidden sheets left out
 * @param findings what to look at before trusting the figures
 */
public record SheetBook(String fileName, List<SheetRow> rows, List<SheetFinding> findings) {
  public SheetBook {
    rows = List.copyOf(rows);
    findings = List.copyOf(findings);
  }

  /**
   * The table under the first row that carries these columns' titles or keys, in any order.
   *
   * @throws vn.dondoc.kernel.Refusal naming the columns that no row carries
   */
  public SheetTable table(List<? extends SheetColumn<?>> columns) {
    return SheetTable.in(this, columns);
  }
}

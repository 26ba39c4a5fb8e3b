package vn.dondoc.exchange;

import java.util.List;

/**
 * Sổ bảng tính đã đọc.
 *
 * @param fileName the file's name, for messages
 * @param rows every row that holds something, sheet after sheet, hidden sheets left out
 * @param findings what to look at before trusting the figures
 * @param hidden the first rows of sheets that are hidden, to tell what they are by
 */
public record SheetBook(
    String fileName, List<SheetRow> rows, List<SheetFinding> findings, List<SheetRow> hidden) {
  /** Rows of a hidden sheet that are kept. */
  public static final int KEPT_OF_HIDDEN = 30;

  public SheetBook {
    rows = List.copyOf(rows);
    findings = List.copyOf(findings);
    hidden = List.copyOf(hidden);
  }

  public SheetBook(String fileName, List<SheetRow> rows, List<SheetFinding> findings) {
    this(fileName, rows, findings, List.of());
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

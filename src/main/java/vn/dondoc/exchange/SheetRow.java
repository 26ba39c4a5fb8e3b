package vn.dondoc.exchange;

import java.util.List;

/**
 * Dòng: one row of a sheet that was read; cells after the last filled one are left out.
 *
 * @param sheet name of the sheet
 * @param number from 1
 * @param cells from column A on, without a gap
 */
public record SheetRow(String sheet, int number, List<SheetCell> cells) {
  public SheetRow {
    cells = List.copyOf(cells);
  }

  /** The cell in a column, from 1; blank beyond the row's end. */
  public SheetCell cell(int column) {
    return column <= cells.size()
        ? cells.get(column - 1)
        : new SheetCell.Blank(new SheetPlace(sheet, number, column));
  }
}

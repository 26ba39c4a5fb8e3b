package vn.dondoc.exchange;

/**
 * Vị trí trong bảng: a cell, told as Excel shows it.
 *
 * @param sheet name of the sheet
 * @param row from 1
 * @param column from 1
 */
public record SheetPlace(String sheet, int row, int column) {
  /** "B7". */
  public String address() {
    return columnName(column) + row;
  }

  @Override
  public String toString() {
    return sheet + "!" + address();
  }

  /** 1 is "A", 27 is "AA". */
  static String columnName(int column) {
    StringBuilder name = new StringBuilder();
    for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
      name.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return name.toString();
  }
}

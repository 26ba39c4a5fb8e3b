package vn.dondoc.exchange;

import java.util.List;

/**
 * Trang bảng: one list of a workbook that holds several.
 *
 * @param head what stands above it; its sheet's name tells it from the others
 * @param columns its columns
 * @param items its rows
 */
public record SheetTab<T>(SheetHead head, List<SheetColumn<T>> columns, List<T> items) {
  public SheetTab {
    columns = List.copyOf(columns);
    items = List.copyOf(items);
  }
}

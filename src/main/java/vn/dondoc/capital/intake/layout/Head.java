package vn.dondoc.capital.intake.layout;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.intake.cell.Unit;

/**
 * Đầu bảng đã tìm thấy.
 *
 * @param tab name of the sheet
 * @param from first row of the titles
 * @param to last row of the titles
 * @param titles of each column from A on, the titles above it first: "Giải ngân / Tạm ứng"
 * @param unit đơn vị tính told above or within the titles
 * @param unitAt the cell that tells it
 * @param until the day the figures go to, told above
 * @param untilAt the cell that tells it
 */
public record Head(
    String tab,
    int from,
    int to,
    List<String> titles,
    @Nullable Unit unit,
    @Nullable String unitAt,
    @Nullable LocalDate until,
    @Nullable String untilAt) {
  public Head {
    titles = List.copyOf(titles);
  }

  /** Title of a column from 1; empty where there is none. */
  public String title(int column) {
    return column <= titles.size() ? titles.get(column - 1) : "";
  }
}

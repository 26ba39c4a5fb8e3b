package vn.dondoc.project.works;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.dondoc.exchange.SheetCell;
import vn.dondoc.exchange.SheetTable;
import vn.dondoc.kernel.Refusal.Problem;

/** Ô của một dòng as fields of a form; what Excel made of them on its own is told, not guessed. */
final class WorksCells {
  private WorksCells() {}

  static Map<String, String> fields(WorksList list, SheetTable.Line line, List<Problem> problems) {
    Map<String, String> fields = new HashMap<>();
    for (WorksColumn column : list.columns()) {
      if (column.isRead()) {
        fields.put(column.key(), field(column, line, problems));
      }
    }
    return fields;
  }

  private static String field(WorksColumn column, SheetTable.Line line, List<Problem> problems) {
    SheetCell cell = line.cell(column.key());
    String text = line.text(column.key());
    if (cell instanceof SheetCell.Fault fault) {
      problems.add(line.problem(column.key(), fault.key(), fault.text()));
    } else if (cell instanceof SheetCell.Moment && column.shape() == WorksColumn.Shape.WORDS) {
      // "5/2020" typed into a cell becomes the first of May.
      problems.add(line.problem(column.key(), "project.refusal.cell_date", text));
    } else if (column.shape() == WorksColumn.Shape.WHOLE) {
      BigDecimal number = cell.number();
      // A fraction is shown with a comma, so that its dot is not taken for thousands.
      return number != null && number.stripTrailingZeros().scale() > 0
          ? text.replace('.', ',')
          : text;
    }
    return text;
  }
}

package vn.dondoc.task.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.dondoc.exchange.SheetCell;
import vn.dondoc.exchange.SheetTable.Line;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Điều đọc được từ các dòng: what each edited row would do, and what stands in its way.
 *
 * @param rows the rows that were edited
 * @param acts what each of them does, in the same order
 * @param problems by row
 * @param remarks what to look at, though it stops nothing
 * @param places where a key was met first
 */
record Reading<T>(
    List<PlannedRow> rows,
    List<T> acts,
    List<RowProblem> problems,
    List<Problem> remarks,
    Map<String, String> places) {
  Reading() {
    this(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new HashMap<>());
  }

  /** A problem of a row. */
  record RowProblem(int row, Problem problem) {}

  void add(PlannedRow row, T act) {
    rows.add(row);
    acts.add(act);
  }

  void problem(Line line, String column, String message, Object... more) {
    problems.add(new RowProblem(line.row().number(), line.problem(column, message, more)));
  }

  void remark(Line line, String column, String message, Object... more) {
    remarks.add(line.problem(column, message, more));
  }

  /** What is done by the rows whose own words will stand. */
  List<T> written() {
    List<T> written = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).isWritten()) {
        written.add(acts.get(i));
      }
    }
    return written;
  }

  /** Tells of formulas that failed, in every column that is read. */
  void faults(Line line) {
    for (String column : line.columns().keySet()) {
      if (line.cell(column) instanceof SheetCell.Fault fault) {
        problem(line, column, fault.key(), fault.text());
      }
    }
  }

  /** Whether a key stands there for the first time. */
  boolean isFirst(Line line, String column, String key) {
    String place = line.cell(column).place().toString();
    String earlier = places.putIfAbsent(key, place);
    if (earlier != null) {
      problem(line, column, "task.sheet.repeated", line.text(column), Objects.toString(earlier));
    }
    return earlier == null;
  }
}

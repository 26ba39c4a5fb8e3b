package vn.dondoc.task.sheet;

import java.util.List;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Xem trước: what a sheet would do, and what stands in its way.
 *
 * @param sheet it
 * @param rows the rows that were edited
 * @param problems every problem, by row
 * @param remarks what to look at, though it stops nothing
 */
record SheetPlan(
    StagedSheet sheet,
    List<PlannedRow> rows,
    List<Reading.RowProblem> problems,
    List<Problem> remarks) {
  SheetPlan {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
  }

  /** Rows that were edited while the register moved as well. */
  List<PlannedRow> conflicts() {
    return rows.stream().filter(PlannedRow::isConflict).toList();
  }

  /** Rows that were edited while the register stood still. */
  List<PlannedRow> changes() {
    return rows.stream().filter(row -> !row.isConflict()).toList();
  }

  long undecided() {
    return rows.stream().filter(PlannedRow::isUndecided).count();
  }

  /** How many rows would be written. */
  long written() {
    return rows.stream().filter(PlannedRow::isWritten).count();
  }

  /** How many rows say what they said when they went out. */
  long same() {
    long faulty = problems.stream().mapToInt(Reading.RowProblem::row).distinct().count();
    return Math.max(0, sheet.rows() - rows.size() - faulty);
  }

  boolean isReady() {
    return sheet.isWaiting() && problems.isEmpty() && undecided() == 0 && written() > 0;
  }
}

package vn.dondoc.agency;

import java.util.List;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Xem trước: what a sheet would do to the directory, and what stands in its way.
 *
 * @param fresh lines that would become new bodies
 * @param changes lines that would change a body
 * @param same how many lines say what the directory says already
 * @param problems every problem, each with its sheet and cell
 * @param remarks what to look at, though it stops nothing
 */
record ImportPlan(
    String fileName,
    List<SheetLine> fresh,
    List<Change> changes,
    int same,
    List<Problem> problems,
    List<Problem> remarks) {
  ImportPlan {
    fresh = List.copyOf(fresh);
    changes = List.copyOf(changes);
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
  }

  /** A line that says something else than the directory. */
  record Change(ListedBody before, SheetLine after) {}

  boolean isReady() {
    return problems.isEmpty() && !(fresh.isEmpty() && changes.isEmpty());
  }
}

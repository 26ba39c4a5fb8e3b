package vn.dondoc.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the query found.
 *
 * @param whose whose work it is, home resolved
 * @param counts the figures, whatever is filtered
 * @param groups the groups that hold something, in the order of the page
 */
record WorkFound(Whose whose, WorkCounts counts, List<Group> groups) {
  /**
   * Một nhóm việc.
   *
   * @param group its heading
   * @param total how many lines the filter finds in it
   * @param lines those of this page
   * @param next key of the next page; null on the last one
   */
  record Group(WorkGroup group, int total, List<WorkLine> lines, @Nullable Long next) {}

  /** Lines of every group together. */
  int total() {
    return groups.stream().mapToInt(Group::total).sum();
  }
}

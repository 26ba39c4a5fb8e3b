package vn.dondoc.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Một trang danh sách.
 *
 * @param rows the tasks
 * @param next where the next page begins; null on the last one
 */
public record TaskPage(List<Task> rows, @Nullable Key next) {
  public TaskPage {
    rows = List.copyOf(rows);
  }

  /**
   * Where a page begins: after this key.
   *
   * @param sortKey value of the order
   * @param id of the last task shown
   */
  public record Key(String sortKey, long id) {}
}

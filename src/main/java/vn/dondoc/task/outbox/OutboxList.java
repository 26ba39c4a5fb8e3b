package vn.dondoc.task.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.ListAddress;

/**
 * Hộp thư đi, a page of it.
 *
 * @param filter what was asked
 * @param address the same as the address says it
 * @param rows the letters of this page
 * @param total how many the filter finds
 * @param next key of the next page; null on the last one
 */
record OutboxList(
    OutboxFilter filter, ListAddress address, List<Posted> rows, long total, @Nullable Long next) {
  /** Rows of a page. */
  static final int PAGE = 50;

  static OutboxList of(Outbox outbox, OutboxFilter filter, ListAddress address) {
    Long after = filter.after();
    if (after != null && outbox.find(after).isEmpty()) {
      throw vn.dondoc.web.Asked.noSuchRow(after);
    }
    List<Posted> found = outbox.list(filter, PAGE + 1);
    boolean more = found.size() > PAGE;
    List<Posted> rows = more ? found.subList(0, PAGE) : found;
    return new OutboxList(
        filter, address, rows, outbox.count(filter), more ? rows.getLast().id() : null);
  }
}

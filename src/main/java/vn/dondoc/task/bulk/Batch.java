package vn.dondoc.task.bulk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Đợt sửa: tasks that were changed together.
 *
 * @param id its id
 * @param kind what was done
 * @param why the reason given
 * @param at when
 * @param by by whom
 * @param tasks how many
 * @param undoes the batch it took back
 * @param undoneBy the batch that took it back
 */
record Batch(
    long id,
    BatchKind kind,
    String why,
    Instant at,
    String by,
    int tasks,
    @Nullable Long undoes,
    @Nullable Long undoneBy) {

  /**
   * One of its tasks.
   *
   * @param taskId which
   * @param before version it had
   * @param after version it got
   */
  record Item(long taskId, int before, int after) {}
}

package vn.dondoc.task.sheet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Bảng đã gửi vào, chờ xem.
 *
 * @param id its id
 * @param kind of what
 * @param fileName name of the file
 * @param stagedAt when it was sent
 * @param rows how many
 * @param outcome "written", "dropped", or null while it waits
 * @param batchId the batch that wrote it
 */
record StagedSheet(
    long id,
    SheetKind kind,
    String fileName,
    Instant stagedAt,
    int rows,
    @Nullable String outcome,
    @Nullable Long batchId) {
  boolean isWaiting() {
    return outcome == null;
  }

  boolean isWritten() {
    return "written".equals(outcome);
  }
}

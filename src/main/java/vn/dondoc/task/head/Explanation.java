package vn.dondoc.task.head;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.task.life.EvidenceFile;

/**
 * Giải trình của cơ quan về một vụ việc; never changed, never deleted.
 *
 * @param dutyId the matter
 * @param words what the body says
 * @param document số, ký hiệu of its paper
 * @param onDay ngày của tỉnh
 * @param at when, in real time
 * @param byName by whom
 * @param files what proves it
 */
record Explanation(
    long dutyId,
    String words,
    @Nullable String document,
    LocalDate onDay,
    Instant at,
    String byName,
    List<Attached> files) {
  /** Tệp kèm theo. */
  record Attached(long id, int size, String name) {}

  /** What is to be filed. */
  record Draft(String words, String document, List<EvidenceFile> files) {}
}

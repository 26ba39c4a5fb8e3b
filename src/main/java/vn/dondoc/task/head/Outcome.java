package vn.dondoc.task.head;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Kết luận của cấp có thẩm quyền, as words and a paper; never changed, never deleted.
 *
 * @param dutyId the matter
 * @param kind what was decided
 * @param words with which reason
 * @param document số, ký hiệu of the paper that says so
 * @param onDay ngày của tỉnh on which it was recorded
 * @param at when, in real time
 * @param byName who recorded it
 */
record Outcome(
    long dutyId,
    Standing kind,
    String words,
    String document,
    LocalDate onDay,
    Instant at,
    String byName) {}

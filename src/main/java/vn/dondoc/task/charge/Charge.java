package vn.dondoc.task.charge;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Một lần giao hoặc thôi giao; never changed, never deleted.
 *
 * @param step its place among those of the duty, from 1
 * @param accountId whose the duty is from then on; null when it was taken back
 * @param name their name
 * @param words what was said with it
 * @param onDay ngày của tỉnh
 * @param at when, in real time
 * @param byName who gave it or took it back
 */
public record Charge(
    int step,
    @Nullable Long accountId,
    @Nullable String name,
    @Nullable String words,
    LocalDate onDay,
    Instant at,
    String byName) {}

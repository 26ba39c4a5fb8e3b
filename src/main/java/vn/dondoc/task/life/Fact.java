package vn.dondoc.task.life;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Một việc đã ghi nhận; never changed, never deleted.
 *
 * @param step its place in the life of the duty, from 1
 * @param kind what happened
 * @param onDay ngày của tỉnh on which it was recorded
 * @param until the day asked for, granted, set, or on which the event happened
 * @param otherBody the competent body of a hand-back
 * @param words the report or the reason
 * @param at when, in real time
 * @param by whose account
 * @param byName their name
 */
public record Fact(
    int step,
    FactKind kind,
    LocalDate onDay,
    @Nullable LocalDate until,
    @Nullable Integer otherBody,
    @Nullable String words,
    Instant at,
    long by,
    String byName) {}

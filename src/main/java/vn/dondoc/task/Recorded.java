package vn.dondoc.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Một lần ghi: who recorded a version, when and why.
 *
 * @param version its number
 * @param action what it said
 * @param at when
 * @param by who
 * @param why the reason; null for the first version
 */
public record Recorded(int version, String action, Instant at, String by, @Nullable String why) {}

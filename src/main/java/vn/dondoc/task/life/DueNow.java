package vn.dondoc.task.life;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Hạn hiện tại của một nhiệm vụ: after everything that was granted, set or moved.
 *
 * @param due the nearest day those who lead owe it by, or those who help once these owe nothing;
 *     where nothing is owed any more, the last day that was set; null when no day is known
 * @param steps how many facts were recorded about its duties
 * @param movedBy who moved a day of it last; null when nobody did
 * @param movedAt when
 */
public record DueNow(
    @Nullable LocalDate due, int steps, @Nullable String movedBy, @Nullable Instant movedAt) {}

package vn.dondoc.task.reminder;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bậc nhắc việc.
 *
 * @param from first day on which it stands in the ladder
 * @param until the last; null for an open end
 * @param days so many days after the deadline; before it when negative
 * @param every and again each so many days; null for once
 * @param audience who is told: {@code body}, {@code parent}, {@code office}
 */
record Rung(
    LocalDate from,
    @Nullable LocalDate until,
    int days,
    @Nullable Integer every,
    List<String> audience) {
  /** Whom a rung may name. */
  static final List<String> AUDIENCES = List.of("body", "parent", "office");

  /** Farthest a rung may lie from the deadline, and longest pause of one that comes back. */
  static final int FARTHEST = 365;
}

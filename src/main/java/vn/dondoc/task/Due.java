package vn.dondoc.task;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Thời hạn của nhiệm vụ: by when or how often.
 *
 * @param kind which of the forms
 * @param on the day, for {@link Kind#DATE}; the first day of a recurrence when given; the paper's
 *     own day, for {@link Kind#RELATIVE}, when it is known
 * @param time giờ, when said
 * @param op {@link Op#BEFORE} leaves the day itself out, unless there is an hour
 * @param every "week", "month", "quarter" … for {@link Kind#RECURRING}
 * @param day day of the month or week of a recurrence
 * @param within so many units, for {@link Kind#RELATIVE}
 * @param unit of {@code within}
 * @param from what it is counted from
 * @param text the words of the source
 * @param yearInferred the year is not in the text
 * @param month tháng trong chu kỳ of a recurrence: 1 to 12 in a year, 1 to 6 in a half-year, 1 to 3
 *     in a quarter; beyond that it lies in the period behind: 13 is January of the year after, 4
 *     the first month of the next quarter, 2 the month after; null when not given
 */
public record Due(
    Kind kind,
    @Nullable LocalDate on,
    @Nullable LocalTime time,
    @Nullable Op op,
    @Nullable String every,
    @Nullable Integer day,
    @Nullable Integer within,
    @Nullable String unit,
    @Nullable String from,
    @Nullable String text,
    boolean yearInferred,
    @Nullable Integer month) {
  private static final int YEARS_BACK = 5;
  private static final int YEARS_AHEAD = 10;

  /** No month of a cycle. */
  public Due(
      Kind kind,
      @Nullable LocalDate on,
      @Nullable LocalTime time,
      @Nullable Op op,
      @Nullable String every,
      @Nullable Integer day,
      @Nullable Integer within,
      @Nullable String unit,
      @Nullable String from,
      @Nullable String text,
      boolean yearInferred) {
    this(kind, on, time, op, every, day, within, unit, from, text, yearInferred, null);
  }

  /** Forms of a deadline. */
  public enum Kind {
    NONE,
    DATE,
    RECURRING,
    RELATIVE,
    EVENT,
    SOFT,
    STANDING,
    CONDITIONAL
  }

  /** Whether the day still counts. */
  public enum Op {
    BY,
    BEFORE
  }

  /** No deadline said. */
  public static Due none() {
    return new Due(Kind.NONE, null, null, null, null, null, null, null, null, null, false);
  }

  /** A day, inclusive. */
  public static Due by(LocalDate day) {
    return new Due(Kind.DATE, day, null, Op.BY, null, null, null, null, null, null, false);
  }

  /**
   * What a form says of before or by; a form that does not ask, or says the standard of what was
   * left open, keeps what was there.
   *
   * @param typed "by", "before" or nothing
   */
  public @Nullable Op opTyped(@Nullable String typed) {
    if ("before".equals(typed)) {
      return Op.BEFORE;
    }
    return "by".equals(typed) && op != null ? Op.BY : op;
  }

  /** Whether the day named is one too late; "trước 17 giờ ngày 20" still allows the 20th. */
  public boolean leavesDayOut() {
    return op == Op.BEFORE && time == null;
  }

  /** The month of the cycle as it was before, where a form that does not ask kept the cycle. */
  public Due inMonthOf(Due before) {
    boolean kept = kind == Kind.RECURRING && java.util.Objects.equals(every, before.every);
    return kept
        ? new Due(
            kind, on, time, op, every, day, within, unit, from, text, yearInferred, before.month)
        : this;
  }

  /** The last day on which doing it is still in time; null when no day is known. */
  public @Nullable LocalDate lastDay() {
    return kind != Kind.DATE || on == null ? null : leavesDayOut() ? on.minusDays(1) : on;
  }

  /** A day in place of this deadline, inclusive; the hour that was said stays. */
  public Due lastingTo(LocalDate last) {
    LocalTime hour = kind == Kind.DATE ? time : null;
    return new Due(
        Kind.DATE,
        last,
        hour,
        hour == null ? Op.BY : op,
        null,
        null,
        null,
        null,
        null,
        text,
        false);
  }

  /** So many days later; a deadline that is no day stays as it is. */
  public Due shifted(int days) {
    return kind != Kind.DATE || on == null
        ? this
        : new Due(kind, on.plusDays(days), time, op, null, null, null, null, null, text, false);
  }

  /** Nobody is made late by a day that was past when it was set; a day moved later is no such. */
  public boolean isBackdated(Due before, LocalDate today) {
    LocalDate last = lastDay();
    LocalDate was = before.lastDay();
    return last != null && last.isBefore(today) && (was == null || last.isBefore(was));
  }

  /** The earliest day a deadline is moved to by hand: what lies before is a slip of the year. */
  public static LocalDate earliest(LocalDate today) {
    return today.minusYears(YEARS_BACK);
  }

  /** The latest such day. */
  public static LocalDate latest(LocalDate today) {
    return today.plusYears(YEARS_AHEAD);
  }

  /** Whether somebody can mean this day. */
  public static boolean isNear(LocalDate day, LocalDate today) {
    return !day.isBefore(earliest(today)) && !day.isAfter(latest(today));
  }
}

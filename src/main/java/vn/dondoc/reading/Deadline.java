package vn.dondoc.reading;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Thời hạn: by when, or how often, as the text says it.
 *
 * @param kind which of the forms below
 * @param date for {@link Kind#DATE}; first year-day for a recurrence "từ năm 2021 trở đi"
 * @param time giờ, when the text gives an hour
 * @param op {@link Op#BEFORE} excludes the day ("trước ngày"), {@link Op#BY} includes it
 * @param every for {@link Kind#RECURRING}
 * @param day day of the month or of the week of a recurrence, when given
 * @param within for {@link Kind#RELATIVE}: so many units
 * @param unit "day", "working_day", "month", "hour"
 * @param from the event or date it is counted from, as written
 * @param text the words of the deadline
 * @param yearInferred the year was taken from the date of the document
 * @param month tháng trong chu kỳ of a recurrence: 1 to 12 in a year, 1 to 6 in a half-year, 1 to 3
 *     in a quarter; beyond that it lies in the period behind: 13 is January of the year after, 4
 *     the first month of the next quarter, 2 the month after; null when not given
 */
public record Deadline(
    Kind kind,
    @Nullable LocalDate date,
    @Nullable LocalTime time,
    @Nullable Op op,
    @Nullable Every every,
    @Nullable Integer day,
    @Nullable Integer within,
    @Nullable String unit,
    @Nullable String from,
    String text,
    boolean yearInferred,
    @Nullable Integer month) {

  // "vào tuần đầu mỗi tháng", "đầu tháng", "giữa quý".
  private static final Pattern EDGE =
      Pattern.compile("(?:tuần (?:đầu|cuối)|(?:đầu|giữa|cuối) (?:mỗi |hằng |hàng )?(?:tháng|quý))");

  /** No month of a cycle. */
  public Deadline(
      Kind kind,
      @Nullable LocalDate date,
      @Nullable LocalTime time,
      @Nullable Op op,
      @Nullable Every every,
      @Nullable Integer day,
      @Nullable Integer within,
      @Nullable String unit,
      @Nullable String from,
      String text,
      boolean yearInferred) {
    this(kind, date, time, op, every, day, within, unit, from, text, yearInferred, null);
  }

  /** The day of the month as the text names it; the edge of a period and a weekday name none. */
  public @Nullable Integer dayTold() {
    boolean edge =
        day != null && EDGE.matcher(text).find() && !text.matches(".*\\b0?" + day + "\\b.*");
    return every == Every.WEEK || edge ? null : day;
  }

  /** The same in other words. */
  Deadline saying(String words) {
    return new Deadline(
        kind, date, time, op, every, day, within, unit, from, words, yearInferred, month);
  }

  /** "6 tháng trước ngày 10/6, năm trước ngày 05/12": a yearly cycle, and two days in it. */
  boolean namesAnotherDay(Deadline other) {
    return every == Every.YEAR
        && day != null
        && other.day != null
        && !(day.equals(other.day) && Objects.equals(month, other.month));
  }

  /** Forms of a deadline. */
  public enum Kind {
    DATE,
    RECURRING,
    RELATIVE,
    EVENT,
    SOFT,
    STANDING,
    CONDITIONAL
  }

  /** Whether the day itself still counts. */
  public enum Op {
    BY,
    BEFORE
  }

  /** Periods of a recurrence. */
  public enum Every {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    HALF_YEAR,
    YEAR,
    CONTINUOUS,
    PERIODIC
  }
}

package vn.dondoc.task.life;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.WorkingCalendar;
import vn.dondoc.task.Due;
import vn.dondoc.web.Days;

/**
 * Lịch của một nhiệm vụ: the last day in time of work done once, and the periods of work that comes
 * back.
 */
public final class Schedule {
  /** Most periods one call may lay out. */
  static final int MOST = 800;

  // What a length of time is counted from, when that is the paper itself: its own day, or the day
  // it reached whoever has to act.
  private static final Set<String> ISSUED = Set.of("ngày ký", "ngày ban hành");
  private static final Set<String> RECEIVED =
      Set.of("ngày nhận được", "ngày nhận", "ngày có", "ngày thông báo");
  private static final Set<String> PAPERS =
      Set.of(
          "thông báo",
          "văn bản",
          "công văn",
          "công điện",
          "chỉ thị",
          "quyết định",
          "nghị quyết",
          "kế hoạch",
          "kết luận",
          "ý kiến chỉ đạo");

  // "ngày 20/8/2020", "ngày 01 tháng 9 năm 2020": a day that the words themselves give.
  private static final Pattern DAY =
      Pattern.compile(
          "(?:ngày )?(\\d{1,2})(?:[/.-](\\d{1,2})[/.-]| tháng (\\d{1,2}) năm )(\\d{4})");

  private final Due due;
  private final WorkingCalendar calendar;

  public Schedule(Due due, WorkingCalendar calendar) {
    this.due = due;
    this.calendar = calendar;
  }

  /**
   * Kỳ: one period of work that comes back.
   *
   * @param from its first day
   * @param to its last day
   * @param due last day in time
   */
  public record Period(LocalDate from, LocalDate to, LocalDate due) {}

  public boolean recurs() {
    return due.kind() == Due.Kind.RECURRING && step() != null;
  }

  /**
   * Waits for an event somebody has to record. A condition says no length of time: where it has
   * come about, the work is given a date.
   */
  public boolean waitsForEvent() {
    return due.kind() == Due.Kind.EVENT
        || due.kind() == Due.Kind.RELATIVE && !fromPaper() && writtenDay() == null;
  }

  /**
   * Last day in time of work done once, given on a day; null while no day can be told. Time counted
   * from the paper's own day begins there when that day is known ({@link Due#on}).
   */
  public @Nullable LocalDate first(LocalDate given) {
    LocalDate issued = due.on();
    LocalDate written = due.kind() == Due.Kind.RELATIVE ? writtenDay() : null;
    if (written != null) {
      return after(written);
    }
    return switch (due.kind()) {
      case DATE -> due.lastDay();
      case RELATIVE ->
          fromPaper() ? counted(issued != null && !startsWith(RECEIVED) ? issued : given) : null;
      case NONE, RECURRING, EVENT, SOFT, STANDING, CONDITIONAL -> null;
    };
  }

  /** Last day in time once the event happened on a day. */
  public LocalDate after(LocalDate event) {
    if (due.kind() == Due.Kind.RELATIVE && due.within() != null) {
      return due.op() == Due.Op.BEFORE ? countedBack(event, due.within()) : counted(event);
    }
    return due.leavesDayOut() ? event.minusDays(1) : event;
  }

  /** Whether a day was counted into a year of which only the weekends are known. */
  public boolean isUncertain(@Nullable LocalDate last) {
    return due.kind() == Due.Kind.RELATIVE && last != null && !calendar.knows(last.getYear());
  }

  /** The day a length of time is counted from, where its words are one; null otherwise. */
  private @Nullable LocalDate writtenDay() {
    String from = due.from() == null ? "" : due.from().strip().replaceAll("\\s+", " ");
    Matcher day = DAY.matcher(from.toLowerCase(Locale.forLanguageTag("vi")));
    if (!day.matches()) {
      return null;
    }
    String month = day.group(2) == null ? day.group(3) : day.group(2);
    return Days.read(day.group(1) + "/" + month + "/" + day.group(4)).orElse(null);
  }

  private boolean fromPaper() {
    return due.from() == null || startsWith(ISSUED) || startsWith(RECEIVED);
  }

  /** "Ngày nhận được Thông báo này", or the day alone; of other papers and files it is an event. */
  private boolean startsWith(Set<String> words) {
    String from = due.from() == null ? "" : due.from().toLowerCase(Locale.forLanguageTag("vi"));
    return words.stream()
        .filter(from::startsWith)
        .map(word -> from.substring(word.length()).strip())
        .anyMatch(Schedule::isThisPaper);
  }

  private static boolean isThisPaper(String of) {
    boolean pointed = of.matches(".*\\b(này|trên)$");
    return of.isEmpty()
        || PAPERS.contains(of)
        || pointed && PAPERS.stream().anyMatch(of::startsWith);
  }

  /** So long before a day: the day that comes out stands, worked or not. */
  private LocalDate countedBack(LocalDate from, int count) {
    return switch (due.unit() == null ? "day" : due.unit()) {
      case "working_day" -> calendar.minusWorkingDays(from, count);
      case "week" -> from.minusWeeks(count);
      case "month" -> from.minusMonths(count);
      case "year" -> from.minusYears(count);
      case "hour" -> from.minusDays((count + 23) / 24);
      default -> from.minusDays(count);
    };
  }

  private LocalDate counted(LocalDate from) {
    int count = due.within() == null ? 0 : due.within();
    return switch (due.unit() == null ? "day" : due.unit()) {
      case "working_day" -> calendar.plusWorkingDays(from, count);
      case "week" -> calendar.workingDayFrom(from.plusWeeks(count));
      case "month" -> calendar.workingDayFrom(from.plusMonths(count));
      case "year" -> calendar.workingDayFrom(from.plusYears(count));
      case "hour" -> from.plusDays((count + 23) / 24);
      default -> calendar.workingDayFrom(from.plusDays(count));
    };
  }

  /**
   * The periods that end on or after {@code from} and begin on or before {@code until}, oldest
   * first; a period whose own deadline lies before {@code from} is left out.
   */
  public List<Period> periods(LocalDate from, LocalDate until) {
    List<Period> periods = new ArrayList<>();
    Step step = step();
    LocalDate start = due.on() == null || due.on().isBefore(from) ? from : due.on();
    LocalDate at = step == null ? until.plusDays(1) : step.begin(start);
    while (step != null && !at.isAfter(until) && periods.size() < MOST) {
      LocalDate next = step.next(at);
      LocalDate last = next.minusDays(1);
      LocalDate day = day(step, at, last);
      boolean worked = step != Step.DAY || calendar.isWorkingDay(at);
      if (!day.isBefore(start) && worked) {
        periods.add(new Period(at, last, day));
      }
      at = next;
    }
    return periods;
  }

  private LocalDate day(Step step, LocalDate first, LocalDate last) {
    if (due.day() == null) {
      return step.months == 0 ? last : month(step, first, last).atEndOfMonth();
    }
    // "Trước ngày 30" is the 29th, and in February its last day: the 28th comes before the 30th.
    int named = due.leavesDayOut() ? due.day() - 1 : due.day();
    return switch (step) {
      case DAY -> due.leavesDayOut() ? first.minusDays(1) : first;
      case WEEK -> first.plusDays(Math.clamp(named, 0, 7) - 1L);
      case MONTH, QUARTER, HALF_YEAR, YEAR -> {
        YearMonth month = month(step, first, last);
        yield month.atDay(1).plusDays(Math.min(named, month.lengthOfMonth()) - 1L);
      }
    };
  }

  /**
   * The month the work is due in: the last of the period, unless another is named. "Trước ngày 05
   * tháng sau" names one of the period behind, where what this one brought is told.
   */
  private YearMonth month(Step step, LocalDate first, LocalDate last) {
    Integer named = due.month();
    return named == null
        ? YearMonth.from(last)
        : YearMonth.from(first).plusMonths(Math.clamp(named, 1, 2 * step.months) - 1L);
  }

  private @Nullable Step step() {
    String every = due.every();
    if (every == null) {
      return null;
    }
    return switch (every) {
      case "day" -> Step.DAY;
      case "week" -> Step.WEEK;
      case "month" -> Step.MONTH;
      case "quarter" -> Step.QUARTER;
      case "half_year" -> Step.HALF_YEAR;
      case "year" -> Step.YEAR;
      default -> null;
    };
  }

  private enum Step {
    DAY(0),
    WEEK(0),
    MONTH(1),
    QUARTER(3),
    HALF_YEAR(6),
    YEAR(12);

    private final int months;

    Step(int months) {
      this.months = months;
    }

    LocalDate begin(LocalDate day) {
      if (this == DAY) {
        return day;
      }
      if (this == WEEK) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      }
      int month = (day.getMonthValue() - 1) / months * months + 1;
      return LocalDate.of(day.getYear(), month, 1);
    }

    LocalDate next(LocalDate begin) {
      return switch (this) {
        case DAY -> begin.plusDays(1);
        case WEEK -> begin.plusWeeks(1);
        case MONTH, QUARTER, HALF_YEAR, YEAR -> begin.plusMonths(months);
      };
    }
  }
}

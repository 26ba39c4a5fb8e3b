package vn.dondoc.task.life;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.WorkingCalendar;
import vn.dondoc.task.Due;

/**
 * Lịch của một nhiệm vụ: the last day in time of work done once, and the periods of work that comes
 * back.
 */
public final class Schedule {
  /** Most periods one call may lay out. */
  static final int MOST = 800;

  // What a length of time is counted from, when that is the paper itself.
  private static final Set<String> PAPER =
      Set.of(
          "ngày ký", "ngày ban hành", "ngày nhận được", "ngày nhận", "ngày có", "ngày thông báo");

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

  /** Waits for an event or a condition somebody has to record. */
  public boolean waitsForEvent() {
    return due.kind() == Due.Kind.EVENT
        || due.kind() == Due.Kind.CONDITIONAL
        || due.kind() == Due.Kind.RELATIVE && !fromPaper();
  }

  /** Last day in time of work done once, given on a day; null while no day can be told. */
  public @Nullable LocalDate first(LocalDate given) {
    return switch (due.kind()) {
      case DATE -> due.lastDay();
      case RELATIVE -> fromPaper() ? counted(given) : null;
      case NONE, RECURRING, EVENT, SOFT, STANDING, CONDITIONAL -> null;
    };
  }

  /** Last day in time once the event happened on a day. */
  public LocalDate after(LocalDate event) {
    if (due.kind() == Due.Kind.RELATIVE && due.within() != null) {
      return due.op() == Due.Op.BEFORE ? event.minusDays(due.within()) : counted(event);
    }
    return due.op() == Due.Op.BEFORE ? event.minusDays(1) : event;
  }

  private boolean fromPaper() {
    String from = due.from();
    return from == null
        || PAPER.stream().anyMatch(from.toLowerCase(Locale.forLanguageTag("vi"))::startsWith);
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
    Integer named = due.day();
    LocalDate day = last;
    if (named != null) {
      day =
          switch (step) {
            case DAY -> first;
            case WEEK -> first.plusDays(Math.clamp(named, 1, 7) - 1L);
            case MONTH, QUARTER, HALF_YEAR, YEAR -> {
              YearMonth month = YearMonth.from(last);
              yield month.atDay(Math.min(named, month.lengthOfMonth()));
            }
          };
    }
    return due.op() == Due.Op.BEFORE && named != null ? day.minusDays(1) : day;
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

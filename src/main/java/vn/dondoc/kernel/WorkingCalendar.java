package vn.dondoc.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Lịch làm việc: which days are worked. Weekends are off; public holidays, Tết and the days off
 * that make up for them are data, and so are the Saturdays worked in exchange.
 *
 * @param off days off that would be worked (Bộ luật Lao động 2019, Điều 112; yearly notices)
 * @param worked weekend days worked in exchange
 * @param years years whose days off have been entered
 */
public record WorkingCalendar(Set<LocalDate> off, Set<LocalDate> worked, Set<Integer> years) {
  public WorkingCalendar {
    off = Set.copyOf(off);
    worked = Set.copyOf(worked);
    years = Set.copyOf(years);
  }

  /** A calendar that knows weekends only. */
  public static WorkingCalendar weekendsOnly() {
    return new WorkingCalendar(Set.of(), Set.of(), Set.of());
  }

  public boolean isWorkingDay(LocalDate day) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return weekend ? worked.contains(day) : !off.contains(day);
  }

  /** Whether the days off of that year have been entered; if not, only weekends are known. */
  public boolean knows(int year) {
    return years.contains(year);
  }

  /** The day itself, or the next one worked (Bộ luật Dân sự 2015, Điều 148 khoản 5). */
  public LocalDate workingDayFrom(LocalDate day) {
    LocalDate next = day;
    while (!isWorkingDay(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  /** The n-th working day after a day; the day itself is not counted (Điều 147 khoản 2). */
  public LocalDate plusWorkingDays(LocalDate day, int count) {
    LocalDate at = day;
    for (int left = count; left > 0; ) {
      at = at.plusDays(1);
      left -= isWorkingDay(at) ? 1 : 0;
    }
    return at;
  }

  /** The n-th working day before a day; the day itself is not counted. */
  public LocalDate minusWorkingDays(LocalDate day, int count) {
    LocalDate at = day;
    for (int left = count; left > 0; ) {
      at = at.minusDays(1);
      left -= isWorkingDay(at) ? 1 : 0;
    }
    return at;
  }
}

package vn.dondoc.task.calendar;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Why a year of the calendar is not entered. */
enum CalendarRefusal implements Refusal.Code {
  YEAR,
  DAYS,
  DAY,
  OTHER_YEAR,
  KIND,
  NO_NAME,
  LONG_NAME,
  TWICE,
  OFF_ON_WEEKEND,
  WORK_ON_WEEKDAY,
  HOLIDAY_MISSING,
  HOLIDAY_SHORT,
  UNPAIRED,
  MOST,
  NO_REASON,
  LONG_REASON,
  SEEN_OTHER,
  NO_LUNAR,
  FILE;

  @Override
  public String key() {
    return "task.calendar.refusal." + name().toLowerCase(Locale.ROOT);
  }
}

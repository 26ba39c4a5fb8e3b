package vn.dondoc.day;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import vn.dondoc.kernel.WorkingCalendar;
import vn.dondoc.web.Language;
import vn.dondoc.web.Page;

/**
 * What the page that moves the day shows.
 *
 * @param today the day the demonstration stands on
 * @param choices the days it offers
 * @param typed the day as it was typed
 * @param problems what was wrong with it
 */
record MoveView(LocalDate today, List<Choice> choices, String typed, List<String> problems) {
  /**
   * A day that is offered.
   *
   * @param key message key of its words
   * @param day it
   */
  record Choice(String key, LocalDate day) {}

  static MoveView of(
      LocalDate today, WorkingCalendar calendar, String typed, List<String> problems) {
    LocalDate monday = today.with(TemporalAdjusters.next(java.time.DayOfWeek.MONDAY));
    LocalDate end = today.plusDays(1).with(TemporalAdjusters.lastDayOfMonth());
    return new MoveView(
        today,
        List.of(
            new Choice("day.next", today.plusDays(1)),
            new Choice("day.week", calendar.workingDayFrom(monday)),
            new Choice("day.month", end)),
        typed,
        problems);
  }

  /** How many days pass until then. */
  static long passed(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to);
  }

  /** "thứ Sáu 14/08/2020". */
  static String named(Page page, LocalDate day) {
    Language language = page.texts().language();
    String weekday = day.getDayOfWeek().getDisplayName(TextStyle.FULL, language.locale());
    if (language == Language.VI) {
      weekday = weekday.substring(0, 1).toLowerCase(Locale.ROOT) + weekday.substring(1);
    }
    return page.t("day.named", weekday, page.formats().date(day));
  }
}

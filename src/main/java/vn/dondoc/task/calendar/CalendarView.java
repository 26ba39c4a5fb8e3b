package vn.dondoc.task.calendar;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.task.life.CalendarYear;
import vn.dondoc.task.life.DayOff;

/**
 * The calendar as its page shows it.
 *
 * @param years every year that is entered, the latest first
 * @param shown the year whose days are listed; null while none is entered
 * @param workingDays worked days by year
 * @param missing years that should have been entered by now
 * @param next the year that would be entered next
 */
record CalendarView(
    List<CalendarYear> years,
    @Nullable CalendarYear shown,
    Map<Integer, Long> workingDays,
    List<Integer> missing,
    int next) {
  static long count(CalendarYear year, DayOff.Kind kind) {
    return year.days().stream().filter(day -> day.kind() == kind).count();
  }

  /**
   * The form of a year.
   *
   * @param year the year
   * @param entered it is in the calendar already
   * @param lines as typed; the form adds blank ones
   * @param problems what was wrong with what was sent
   */
  record Form(int year, boolean entered, List<YearLine> lines, List<String> problems) {
    private static final int BLANK = 6;

    /** The lines with room for more. */
    List<YearLine> roomy() {
      List<YearLine> all = new java.util.ArrayList<>(lines);
      for (int more = 0; more < BLANK && all.size() < YearRules.MOST; more++) {
        all.add(new YearLine(List.of(), "", YearLine.code(DayOff.Kind.HOLIDAY), ""));
      }
      return all;
    }
  }

  /**
   * What would be written, before it is.
   *
   * @param plan what it does
   * @param lines as they will be sent again
   * @param bodies names of the bodies whose deadlines move
   * @param why the reason typed so far
   * @param problems what was wrong when it was sent
   */
  record Preview(
      YearPlan plan,
      List<YearLine> lines,
      Map<Integer, String> bodies,
      String why,
      List<String> problems) {
    String body(int id) {
      return bodies.getOrDefault(id, Integer.toString(id));
    }
  }
}

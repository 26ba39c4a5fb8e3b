package vn.dondoc.task.calendar;

import java.util.List;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.task.life.DayOff;

/**
 * Kết quả kiểm tra một năm.
 *
 * @param days the days that could be read, oldest first
 * @param problems what stops the year from being entered
 * @param warnings what to look at, though it stops nothing
 */
record YearCheck(List<DayOff> days, List<Problem> problems, List<Problem> warnings) {
  YearCheck {
    days = List.copyOf(days);
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }
}

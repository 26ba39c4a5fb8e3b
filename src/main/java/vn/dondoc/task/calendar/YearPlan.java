package vn.dondoc.task.calendar;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.task.life.CalendarYear;
import vn.dondoc.task.life.DayOff;
import vn.dondoc.task.life.Recount;

/**
 * Xem trước: what entering a year would do.
 *
 * @param year the year
 * @param before the year as it is entered now; null when it is new
 * @param check the days, and what is wrong or odd about them
 * @param moved deadlines of what is still owed that would fall on another day
 * @param workingDays how many days of the year are worked
 */
record YearPlan(
    int year,
    @Nullable CalendarYear before,
    YearCheck check,
    List<Recount> moved,
    long workingDays) {

  /** A day that says something else than before: one of the two may be missing. */
  record Change(@Nullable DayOff before, @Nullable DayOff after) {}

  int seen() {
    return before == null ? 0 : before.number();
  }

  boolean isReady() {
    return check.problems().isEmpty() && !changes().isEmpty();
  }

  /** Every day that changes, oldest first. */
  List<Change> changes() {
    List<DayOff> old = before == null ? List.of() : before.days();
    return java.util.stream.Stream.concat(old.stream(), check.days().stream())
        .map(DayOff::day)
        .distinct()
        .sorted()
        .map(day -> new Change(on(old, day), on(check.days(), day)))
        .filter(change -> !Objects.equals(change.before(), change.after()))
        .toList();
  }

  private static @Nullable DayOff on(List<DayOff> days, java.time.LocalDate day) {
    return days.stream().filter(off -> off.day().equals(day)).findFirst().orElse(null);
  }

  /** Tells apart what somebody saw from what would be done now. */
  String mark() {
    return Integer.toHexString(
        Objects.hash(
            year,
            seen(),
            check.days().toString(),
            moved.stream().map(move -> move.duty().id() + " " + move.to()).toList()));
  }
}

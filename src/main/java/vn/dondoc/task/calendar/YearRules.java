package vn.dondoc.task.calendar;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.task.life.DayOff;
import vn.dondoc.web.Days;
import vn.dondoc.web.Label;

/**
 * Kiểm tra một năm của lịch: a year is whole when every public holiday of the law is there and each
 * exchanged day has its other half.
 */
@Component
class YearRules {
  /** Lines a year may have. */
  static final int MOST = 60;

  private static final int LONGEST_NAME = 100;

  /** A day off and the Saturday worked for it lie within a month of each other. */
  private static final int PAIR_DAYS = 31;

  private final HolidayLaw law;

  YearRules(HolidayLaw law) {
    this.law = law;
  }

  /**
   * Checks a year.
   *
   * @param lines as typed, blank ones left out
   * @param others days of the other years that are entered
   */
  YearCheck check(int year, List<YearLine> lines, List<DayOff> others) {
    List<Problem> problems = new ArrayList<>();
    List<Problem> warnings = new ArrayList<>();
    if (lines.size() > MOST) {
      problems.add(problem(CalendarRefusal.MOST, "" + year, lines.size(), MOST));
      return new YearCheck(List.of(), problems, warnings);
    }
    List<DayOff> days = new ArrayList<>();
    Map<LocalDate, String> seen = new HashMap<>();
    for (YearLine line : lines) {
      read(year, line, seen, days, problems);
    }
    days.sort(Comparator.comparing(DayOff::day));
    // What a line that could not be read was meant to be is not known: the rest waits for it.
    if (problems.isEmpty()) {
      holidays(year, days, problems, warnings);
      pairs(year, days, others, problems, warnings);
    }
    return new YearCheck(days, problems, warnings);
  }

  private static void read(
      int year,
      YearLine line,
      Map<LocalDate, String> seen,
      List<DayOff> days,
      List<Problem> problems) {
    int before = problems.size();
    LocalDate day = Days.read(line.day()).orElse(null);
    DayOff.Kind kind = null;
    for (DayOff.Kind known : DayOff.Kind.values()) {
      kind = line.isKind(known) ? known : kind;
    }
    if (day == null) {
      problems.add(problem(CalendarRefusal.DAY, line.dayPlace(), line.day()));
    } else if (day.getYear() != year) {
      problems.add(problem(CalendarRefusal.OTHER_YEAR, line.dayPlace(), line.day(), "" + year));
    } else {
      String earlier = seen.putIfAbsent(day, line.dayPlace());
      if (earlier != null) {
        problems.add(problem(CalendarRefusal.TWICE, line.dayPlace(), line.day(), earlier));
      }
    }
    if (kind == null) {
      problems.add(problem(CalendarRefusal.KIND, line.kindPlace(), line.kind()));
    }
    if (line.name().isBlank()) {
      problems.add(problem(CalendarRefusal.NO_NAME, line.namePlace(), line.day()));
    } else if (line.name().length() > LONGEST_NAME) {
      problems.add(
          problem(CalendarRefusal.LONG_NAME, line.namePlace(), line.name().length(), LONGEST_NAME));
    }
    if (day != null && kind == DayOff.Kind.SWAP_OFF && HolidayLaw.isWeekend(day)) {
      problems.add(problem(CalendarRefusal.OFF_ON_WEEKEND, line.dayPlace(), line.day()));
    }
    if (day != null && kind == DayOff.Kind.SWAP_WORK && !HolidayLaw.isWeekend(day)) {
      problems.add(problem(CalendarRefusal.WORK_ON_WEEKDAY, line.dayPlace(), line.day()));
    }
    if (day != null && kind != null && problems.size() == before) {
      days.add(new DayOff(day, kind, line.name().strip()));
    }
  }

  /** Holidays whose days may run into each other, 30/4 and 1/5 above all, are counted together. */
  private void holidays(
      int year, List<DayOff> days, List<Problem> problems, List<Problem> warnings) {
    if (!law.knows(year)) {
      problems.add(problem(CalendarRefusal.NO_LUNAR, "" + year, "" + year));
      return;
    }
    Set<LocalDate> off =
        days.stream()
            .filter(day -> day.kind() == DayOff.Kind.HOLIDAY)
            .map(DayOff::day)
            .filter(day -> !HolidayLaw.isWeekend(day))
            .collect(Collectors.toSet());
    Set<LocalDate> expected = new HashSet<>();
    List<HolidayLaw.Holiday> together = new ArrayList<>();
    for (HolidayLaw.Holiday holiday : law.of(year)) {
      holiday.from().datesUntil(holiday.to().plusDays(1)).forEach(expected::add);
      if (!together.isEmpty() && together.getLast().to().isBefore(holiday.from())) {
        counted(together, off, problems, warnings);
        together.clear();
      }
      together.add(holiday);
    }
    counted(together, off, problems, warnings);
    for (DayOff day : days) {
      if (day.kind() == DayOff.Kind.HOLIDAY && !expected.contains(day.day())) {
        warnings.add(
            Problem.at(
                written(day.day()),
                "task.calendar.warning.not_in_law",
                written(day.day()),
                day.name()));
      }
    }
  }

  private static void counted(
      List<HolidayLaw.Holiday> together,
      Set<LocalDate> off,
      List<Problem> problems,
      List<Problem> warnings) {
    int before = problems.size();
    List<Problem> weekend = new ArrayList<>();
    int needed = 0;
    Set<LocalDate> taken = new HashSet<>();
    for (HolidayLaw.Holiday holiday : together) {
      needed += holiday.days();
      holiday.from().datesUntil(holiday.to().plusDays(1)).filter(off::contains).forEach(taken::add);
      for (LocalDate day : holiday.core()) {
        if (HolidayLaw.isWeekend(day)) {
          weekend.add(
              Problem.at(
                  written(day),
                  "task.calendar.warning.no_day_instead",
                  holiday.name(),
                  written(day)));
        } else if (!off.contains(day)) {
          problems.add(problem(CalendarRefusal.HOLIDAY_MISSING, holiday.name(), written(day)));
        }
      }
    }
    int lacking = needed - taken.size();
    if (problems.size() > before || lacking <= 0) {
      return;
    }
    if (lacking > weekend.size()) {
      String names =
          together.stream().map(HolidayLaw.Holiday::name).collect(Collectors.joining(", "));
      problems.add(problem(CalendarRefusal.HOLIDAY_SHORT, names, needed, taken.size()));
    } else {
      warnings.addAll(weekend.subList(weekend.size() - lacking, weekend.size()));
    }
  }

  private record Pair(LocalDate off, LocalDate work) {
    long apart() {
      return Math.abs(DAYS.between(off, work));
    }
  }

  /** The nearest halves belong together; one may lie in the year before or after. */
  private static void pairs(
      int year,
      List<DayOff> days,
      List<DayOff> others,
      List<Problem> problems,
      List<Problem> warnings) {
    List<DayOff> all = new ArrayList<>(days);
    others.stream().filter(day -> day.day().getYear() != year).forEach(all::add);
    List<Pair> pairs = new ArrayList<>();
    for (DayOff off : all) {
      for (DayOff work : all) {
        if (off.kind() == DayOff.Kind.SWAP_OFF && work.kind() == DayOff.Kind.SWAP_WORK) {
          pairs.add(new Pair(off.day(), work.day()));
        }
      }
    }
    pairs.sort(Comparator.comparing(Pair::apart).thenComparing(Pair::off));
    Set<LocalDate> paired = new HashSet<>();
    for (Pair pair : pairs) {
      if (pair.apart() <= PAIR_DAYS
          && !paired.contains(pair.off())
          && !paired.contains(pair.work())) {
        paired.add(pair.off());
        paired.add(pair.work());
      }
    }
    for (DayOff day : days) {
      if (day.kind() == DayOff.Kind.HOLIDAY || paired.contains(day.day())) {
        continue;
      }
      int neighbour =
          day.day().minusDays(PAIR_DAYS).getYear() != year
              ? year - 1
              : day.day().plusDays(PAIR_DAYS).getYear();
      if (neighbour == year) {
        problems.add(
            problem(
                CalendarRefusal.UNPAIRED, written(day.day()), new Label(YearLine.key(day.kind()))));
      } else {
        warnings.add(
            Problem.at(
                written(day.day()),
                "task.calendar.warning.other_year",
                written(day.day()),
                new Label(YearLine.key(day.kind())),
                "" + neighbour));
      }
    }
  }

  private static String written(LocalDate day) {
    return Days.written(day);
  }

  private static Problem problem(CalendarRefusal code, String place, Object... more) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(place);
    arguments.addAll(List.of(more));
    return new Problem(place, code.key(), arguments);
  }
}

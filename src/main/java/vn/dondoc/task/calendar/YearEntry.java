package vn.dondoc.task.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.kernel.WorkingCalendar;
import vn.dondoc.task.life.CalendarYear;
import vn.dondoc.task.life.Calendars;
import vn.dondoc.task.life.DayOff;
import vn.dondoc.task.life.Recount;
import vn.dondoc.task.life.Recounts;

/** Nhập một năm của lịch: shown whole, and written whole or not at all. */
@Component
class YearEntry {
  private static final int EARLIEST = 2000;
  private static final int LATEST = 2100;
  private static final int LONGEST_REASON = 500;

  private final Calendars calendars;
  private final YearRules rules;
  private final AuditTrail audit;

  YearEntry(Calendars calendars, YearRules rules, AuditTrail audit) {
    this.calendars = calendars;
    this.rules = rules;
    this.audit = audit;
  }

  /**
   * The year a person wrote.
   *
   * @throws Refusal when it is none, or lies outside of what the calendar holds
   */
  static int year(String typed) {
    int year = typed.strip().matches("\\d{4}") ? Integer.parseInt(typed.strip()) : 0;
    if (year < EARLIEST || year > LATEST) {
      throw Refusal.of(CalendarRefusal.YEAR, "nam", typed, "" + EARLIEST, "" + LATEST);
    }
    return year;
  }

  /** What entering these lines as a year would do; nothing is written. */
  @Transactional(readOnly = true)
  YearPlan plan(int year, List<YearLine> lines) {
    YearCheck check = rules.check(year, lines, calendars.days());
    List<Recount> moved = List.of();
    CalendarYear before = calendars.year(year).orElse(null);
    WorkingCalendar next = calendars.with(year, check.days());
    if (check.problems().isEmpty()) {
      Recounts recounts = calendars.recounts(next);
      check = new YearCheck(check.days(), recounts.problems(), check.warnings());
      moved = recounts.moved();
    }
    return new YearPlan(year, before, check, moved, workingDays(next, year));
  }

  static long workingDays(WorkingCalendar calendar, int year) {
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(calendar::isWorkingDay)
        .count();
  }

  /**
   * Enters the year as it was shown.
   *
   * @param seen the mark of the plan the person saw
   * @return how many deadlines moved
   * @throws Refusal with every problem; nothing is written then
   */
  @Transactional
  int commit(int year, List<YearLine> lines, String why, String seen) {
    YearPlan plan = plan(year, lines);
    List<Problem> problems = new ArrayList<>(plan.check().problems());
    if (why.isBlank()) {
      problems.add(Problem.at("why", CalendarRefusal.NO_REASON.key()));
    } else if (why.length() > LONGEST_REASON) {
      problems.add(
          Problem.at("why", CalendarRefusal.LONG_REASON.key(), why.length(), LONGEST_REASON));
    }
    if (problems.isEmpty() && !plan.mark().equals(seen)) {
      problems.add(Problem.at("" + year, CalendarRefusal.SEEN_OTHER.key(), "" + year));
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(CalendarRefusal.DAYS, problems);
    }
    List<Recount> moved = calendars.enter(year, plan.seen(), plan.check().days(), why.strip());
    audit.record(
        new Act(
            "task.calendar",
            "task.calendar",
            "" + year,
            why.strip(),
            Map.of("days", plan.before() == null ? List.of() : written(plan.before().days())),
            after(plan, moved)));
    return moved.size();
  }

  private static Map<String, @Nullable Object> after(YearPlan plan, List<Recount> moved) {
    Map<String, @Nullable Object> after = new LinkedHashMap<>();
    after.put("days", written(plan.check().days()));
    after.put(
        "moved",
        moved.stream()
            .map(m ->
                m.duty().id() + " " + m.duty().taskCode() + " " + m.duty().due() + " " + m.to())
            .toList());
    return after;
  }

  private static List<String> written(List<DayOff> days) {
    return days.stream()
        .map(d -> d.day() + " " + YearLine.code(d.kind()) + " " + d.name())
        .toList();
  }
}

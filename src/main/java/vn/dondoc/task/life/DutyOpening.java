package vn.dondoc.task.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.WorkingCalendar;
import vn.dondoc.task.Party;
import vn.dondoc.task.Task;
import vn.dondoc.task.TaskCorrected;
import vn.dondoc.task.TaskMade;
import vn.dondoc.task.Tasks;

/**
 * Mở phần việc: one duty a body. Joint leads and groups are fanned out; work that comes back gets a
 * duty a period, as the periods come.
 */
@Component
@Transactional
class DutyOpening {
  private final Tasks tasks;
  private final Bodies bodies;
  private final DutyStore duties;
  private final LifeStore facts;
  private final Calendars calendars;
  private final ProvinceDay day;

  DutyOpening(
      Tasks tasks,
      Bodies bodies,
      DutyStore duties,
      LifeStore facts,
      Calendars calendars,
      ProvinceDay day) {
    this.tasks = tasks;
    this.bodies = bodies;
    this.duties = duties;
    this.facts = facts;
    this.calendars = calendars;
    this.day = day;
  }

  @EventListener
  void made(TaskMade news) {
    open(List.of(news.taskId()));
  }

  /**
   * Bodies taken in get their duty; those no longer named have theirs cancelled, with the reason.
   */
  @EventListener
  void corrected(TaskCorrected news) {
    List<DutyStore.Opening> wanted = new ArrayList<>();
    tasks.find(news.taskId()).ifPresent(task -> wanted.addAll(openings(task, calendars.current())));
    duties.open(wanted, day.today());
    for (Duty duty : duties.ofTasks(List.of(news.taskId()), day.today())) {
      boolean named =
          wanted.stream().anyMatch(o -> o.body() == duty.bodyId() && o.part() == duty.part());
      if (!named && !duty.state().isClosed()) {
        Deed cancel = Deed.of(FactKind.CANCEL, duty.step(), news.why());
        facts.add(duty.id(), cancel, day.today(), Acting.current());
      } else if (named && duty.period() == null) {
        redate(duty, wanted, news.why());
      }
    }
  }

  /** The corrected day counts from now on; the day first set stays beside it. */
  private void redate(Duty duty, List<DutyStore.Opening> wanted, String why) {
    LocalDate due =
        wanted.stream()
            .filter(o -> o.body() == duty.bodyId() && o.part() == duty.part())
            .findFirst()
            .map(DutyStore.Opening::due)
            .orElse(null);
    if (due == null || due.equals(duty.originalDue()) || due.equals(duty.due())) {
      return;
    }
    if (FactKind.SET_DATE.isPossible(duty.state())) {
      Deed deed = Deed.until(FactKind.SET_DATE, duty.step(), due, why);
      facts.add(duty.id(), deed, day.today(), Acting.current());
    }
  }

  /** Opens what these tasks owe up to today, and the period after it. */
  void open(List<Long> ids) {
    WorkingCalendar calendar = calendars.current();
    List<DutyStore.Opening> wanted = new ArrayList<>();
    for (long id : ids) {
      tasks.find(id).ifPresent(task -> wanted.addAll(openings(task, calendar)));
    }
    duties.open(wanted, day.today());
  }

  private List<DutyStore.Opening> openings(Task task, WorkingCalendar calendar) {
    Schedule schedule = new Schedule(task.content().due(), calendar);
    LocalDate today = day.today();
    LocalDate opened = duties.firstOpened(task.id());
    LocalDate given = opened == null ? today : opened;
    List<DutyStore.Opening> openings = new ArrayList<>();
    for (Doer doer : doers(task)) {
      if (schedule.recurs()) {
        for (Schedule.Period period : schedule.periods(given, ahead(schedule, today))) {
          openings.add(doer.opening(task.id(), period, period.due()));
        }
      } else {
        openings.add(doer.opening(task.id(), null, schedule.first(given)));
      }
    }
    return openings;
  }

  /** The first day of the period after the one that runs today. */
  private static LocalDate ahead(Schedule schedule, LocalDate today) {
    return schedule.periods(today, today.plusMonths(13)).stream()
        .map(Schedule.Period::from)
        .filter(from -> from.isAfter(today))
        .findFirst()
        .orElse(today);
  }

  private record Doer(int body, Party.Part part, @Nullable Integer group) {
    DutyStore.Opening opening(
        long task, Schedule.@Nullable Period period, @Nullable LocalDate due) {
      return new DutyStore.Opening(task, body, part, group, period, due);
    }
  }

  private List<Doer> doers(Task task) {
    List<Doer> doers = new ArrayList<>();
    for (Party.Part part : List.of(Party.Part.LEAD, Party.Part.COORDINATE)) {
      for (Party party : task.withPart(part)) {
        List<Body> members = bodies.members(party.bodyId(), day.today());
        for (Body member : members) {
          doers.add(new Doer(member.id(), part, party.bodyId()));
        }
        if (members.isEmpty()) {
          doers.add(new Doer(party.bodyId(), part, null));
        }
      }
    }
    // A body that leads does not also help itself.
    doers.removeIf(doer ->
        doer.part() == Party.Part.COORDINATE
            && doers.stream()
                .anyMatch(o -> o.part() == Party.Part.LEAD && o.body() == doer.body()));
    return doers;
  }
}

package vn.dondoc.task.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.agency.Succession;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.WorkingCalendar;
import vn.dondoc.task.Due;
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
  private final DutyHandover handover;
  private final Heirs heirs;
  private final ProvinceDay day;

  DutyOpening(
      Tasks tasks,
      Bodies bodies,
      DutyStore duties,
      LifeStore facts,
      Calendars calendars,
      DutyHandover handover,
      Heirs heirs,
      ProvinceDay day) {
    this.tasks = tasks;
    this.bodies = bodies;
    this.duties = duties;
    this.facts = facts;
    this.calendars = calendars;
    this.handover = handover;
    this.heirs = heirs;
    this.day = day;
  }

  @EventListener
  void made(TaskMade news) {
    open(List.of(news.taskId()));
  }

  /**
   * Bodies taken in get their duty; those no longer named have theirs cancelled, with the reason,
   * and so have periods the corrected cycle does not know. What was missed until then stays missed.
   * A body that ceased and is replaced by its heir hands its duty over instead.
   */
  @EventListener
  void corrected(TaskCorrected news) {
    Task task = tasks.find(news.taskId()).orElse(null);
    if (task == null) {
      return;
    }
    WorkingCalendar calendar = calendars.current();
    Schedule schedule = new Schedule(task.content().due(), calendar);
    Schedule until = new Schedule(news.before().due(), calendar);
    Known known = known(List.of(news.taskId()));
    List<Doer> doers = doers(task.content().parties(), known);
    List<Doer> doersUntil = doers(news.before().parties(), known);
    succeed(news, doers);
    duties.open(openings(task, schedule, doersUntil, known), day.today());
    // An heir, or a body taken in, was given its duty just now.
    Known now = known.with(duties.opened(List.of(news.taskId())));
    CorrectedDue due = new CorrectedDue(schedule, until, day.today(), now.opened(news.taskId()));
    boolean moved = !task.content().due().equals(news.before().due());
    List<Duty> moving = new ArrayList<>();
    for (Duty duty : duties.ofTasks(List.of(news.taskId()), day.today())) {
      if (duty.state().isClosed()) {
        continue;
      }
      boolean removed = owes(doersUntil, duty) && !owes(doers, duty);
      if (removed || moved && due.isForeign(duty)) {
        add(duty, Deed.of(FactKind.CANCEL, duty.step(), news.why()));
      } else if (moved) {
        moving.add(duty);
      }
    }
    move(due.moves(moving), news);
  }

  private void move(List<DutyMove> wanted, TaskCorrected news) {
    if (wanted.isEmpty()) {
      return;
    }
    DutyMoves moves = new DutyMoves(wanted, duties.ofTasks(List.of(news.taskId()), day.today()));
    List<Refusal.Problem> problems = moves.problems(this::name);
    if (!problems.isEmpty()) {
      throw Refusal.of(LifeRefusal.BEFORE_PART, problems);
    }
    moves.inOrder().forEach(move -> add(move.duty(), move.deed(news.why())));
  }

  /** Gives duties that are still owed the day they had once more. */
  void setBack(Map<Long, Optional<LocalDate>> days, String why) {
    duties.all(days.keySet(), day.today()).stream()
        .map(
            duty -> new DutyMove(duty, days.getOrDefault(duty.id(), Optional.empty()).orElse(null)))
        .filter(DutyMove::isSetBack)
        .sorted(DutyMove.PARTS_WITHIN_WHOLE)
        .forEach(move -> add(move.duty(), move.deed(why)));
  }

  /**
   * What another deadline would do to the duties of tasks, the rest of each staying as it is; the
   * same questions however many they are.
   */
  Map<Long, DuePlan> plans(Map<Task, Due> changes) {
    List<Long> ids = changes.keySet().stream().map(Task::id).toList();
    Known known = known(ids);
    WorkingCalendar calendar = calendars.current();
    Map<Long, List<Duty>> standing =
        duties.ofTasks(ids, day.today()).stream().collect(Collectors.groupingBy(Duty::taskId));
    Map<Long, DuePlan> plans = new HashMap<>();
    changes.forEach((task, due) -> {
      Schedule schedule = new Schedule(due, calendar);
      CorrectedDue corrected =
          new CorrectedDue(
              schedule,
              new Schedule(task.content().due(), calendar),
              day.today(),
              known.opened(task.id()));
      plans.put(
          task.id(),
          DuePlan.of(
              corrected,
              standing.getOrDefault(task.id(), List.of()),
              openings(task, schedule, null, known),
              this::name));
    });
    return plans;
  }

  private String name(int body) {
    return bodies.find(body).map(Body::name).orElse("");
  }

  /** A body neither moves its own deadline nor frees itself, by way of a correction either. */
  private void add(Duty duty, Deed deed) {
    if (Acting.current().bodies().contains(duty.bodyId())) {
      throw Refusal.of(
          LifeRefusal.OWN_CHANGE, duty.taskCode(), duty.taskCode(), name(duty.bodyId()));
    }
    facts.add(duty, deed, day.today(), Acting.current());
  }

  private void succeed(TaskCorrected news, List<Doer> doers) {
    for (Duty duty : duties.ofTasks(List.of(news.taskId()), day.today())) {
      if (duty.state().isOwed() && !owes(doers, duty)) {
        heirs.of(duty.bodyId()).stream()
            .map(after -> after.successor().id())
            .filter(
                heir -> doers.stream().anyMatch(d -> d.body() == heir && d.part() == duty.part()))
            .findFirst()
            .ifPresent(heir -> handover.move(duty, heir, news.why(), ""));
      }
    }
  }

  private static boolean owes(List<Doer> doers, Duty duty) {
    return doers.stream()
        .anyMatch(doer -> doer.body() == duty.bodyId() && doer.part() == duty.part());
  }

  /** The deadline of an event counted from its day; any other deed is as it was. */
  Deed counted(Duty duty, Deed deed) {
    LocalDate event = deed.until();
    if (deed.kind() != FactKind.EVENT || event == null) {
      return deed;
    }
    Due due = tasks.find(duty.taskId()).orElseThrow().content().due();
    Schedule schedule = new Schedule(due, calendars.current());
    if (!schedule.waitsForEvent()) {
      throw Refusal.of(LifeRefusal.NO_EVENT, duty.taskCode(), duty.taskCode());
    }
    LocalDate today = day.today();
    // Work to be done before an event is told its day ahead.
    if (event.isAfter(today) && due.op() != Due.Op.BEFORE) {
      throw Refusal.of(LifeRefusal.EVENT_AHEAD, duty.taskCode(), event, today);
    }
    LocalDate until = schedule.after(event);
    if (until.isBefore(today)) {
      throw Refusal.of(LifeRefusal.EVENT_PAST, duty.taskCode(), event, until, today);
    }
    return new Deed(
        deed.kind(),
        deed.step(),
        until,
        deed.otherBody(),
        deed.words(),
        deed.document(),
        deed.evidence());
  }

  /** Opens what these tasks owe up to today, and the period after it. */
  void open(List<Long> ids) {
    WorkingCalendar calendar = calendars.current();
    Known known = known(ids);
    List<DutyStore.Opening> wanted = new ArrayList<>();
    for (Task task : tasks.find(ids)) {
      Schedule schedule = new Schedule(task.content().due(), calendar);
      wanted.addAll(openings(task, schedule, null, known));
    }
    duties.open(wanted, day.today());
  }

  /**
   * What is asked once for all tasks.
   *
   * @param today the province's day
   * @param opened what bodies were given of them before
   * @param ceased bodies whose work others have taken over
   * @param members bodies of the groups met so far
   */
  private record Known(
      LocalDate today,
      Map<Long, List<DutyStore.Opened>> opened,
      Set<Integer> ceased,
      Map<Integer, List<Body>> members) {
    Known with(Map<Long, List<DutyStore.Opened>> later) {
      return new Known(today, later, ceased, members);
    }

    List<DutyStore.Opened> opened(long task) {
      return opened.getOrDefault(task, List.of());
    }
  }

  private Known known(List<Long> ids) {
    LocalDate today = day.today();
    return new Known(today, duties.opened(ids), duties.ceased(today), new HashMap<>());
  }

  /**
   * What a task owes.
   *
   * @param were who had a part until a correction; null when it is not about one
   */
  private List<DutyStore.Opening> openings(
      Task task, Schedule schedule, @Nullable List<Doer> were, Known known) {
    LocalDate today = known.today();
    List<DutyStore.Opened> before = known.opened(task.id());
    List<DutyStore.Opening> openings = new ArrayList<>();
    for (Doer doer : doers(task.content().parties(), known)) {
      boolean again = were != null && were.stream().noneMatch(doer::isSame);
      // A body taken in later owes nothing of the time before.
      DutyStore.Opened given =
          before.stream()
              .filter(opened -> opened.body() == doer.body() && opened.part() == doer.part())
              .findFirst()
              .orElse(new DutyStore.Opened(doer.body(), doer.part(), today, null));
      Heir heir = known.ceased().contains(doer.body()) ? heir(task.id(), doer) : Heir.NONE;
      if (schedule.recurs()) {
        for (Schedule.Period period :
            schedule.periods(from(given, today), ahead(schedule, today))) {
          openings.add(heir.of(doer, period).opening(task.id(), period, period.due(), again));
        }
      } else {
        LocalDate first = schedule.first(given.first());
        openings.add(heir.of(doer, null).opening(task.id(), null, first, again));
      }
    }
    return openings;
  }

  /** Where the periods not yet opened begin: those opened before are not gone through again. */
  private static LocalDate from(DutyStore.Opened given, LocalDate today) {
    LocalDate last = given.lastPeriod();
    if (last == null || last.isBefore(given.first())) {
      return given.first();
    }
    return last.isBefore(today) ? last : today;
  }

  /**
   * The one body that carries on the work of another.
   *
   * @param body it; null while the other exists, or when several carry on and the office has to say
   * @param since the day it took over
   * @param held what the other already has a duty for; the office moves those
   */
  private record Heir(@Nullable Integer body, LocalDate since, Set<Duty.@Nullable Span> held) {
    static final Heir NONE = new Heir(null, LocalDate.MAX, Set.of());

    Doer of(Doer doer, Schedule.@Nullable Period period) {
      Duty.Span span = period == null ? null : new Duty.Span(period.from(), period.to());
      boolean before = period != null && period.from().isBefore(since);
      return body == null || before || held.contains(span)
          ? doer
          : new Doer(body, doer.part(), doer.group());
    }
  }

  private Heir heir(long task, Doer doer) {
    List<Succession> after = heirs.of(doer.body());
    if (after.size() != 1) {
      return Heir.NONE;
    }
    Set<Duty.@Nullable Span> held = new HashSet<>();
    duties.ofTasks(List.of(task), day.today()).stream()
        .filter(duty -> duty.bodyId() == doer.body() && duty.part() == doer.part())
        .forEach(duty -> held.add(duty.period()));
    return new Heir(after.getFirst().successor().id(), after.getFirst().on(), held);
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
        long task, Schedule.@Nullable Period period, @Nullable LocalDate due, boolean again) {
      return new DutyStore.Opening(task, body, part, group, period, due, again);
    }

    boolean isSame(Doer other) {
      return body == other.body && part == other.part;
    }
  }

  private List<Doer> doers(List<Party> parties, Known known) {
    List<Doer> doers = new ArrayList<>();
    for (Party.Part part : List.of(Party.Part.LEAD, Party.Part.COORDINATE)) {
      for (Party party : parties) {
        if (party.part() != part) {
          continue;
        }
        List<Body> members =
            known
                .members()
                .computeIfAbsent(party.bodyId(), group -> bodies.members(group, known.today()));
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

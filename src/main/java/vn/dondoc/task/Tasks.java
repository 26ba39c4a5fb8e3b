package vn.dondoc.task;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.task.life.Heirs;

/** Các nhiệm vụ: makes, corrects and lists them. */
@Component
@Transactional(readOnly = true)
public class Tasks {
  /** Rows of a page. */
  public static final int PAGE = 50;

  /** Rows an export may have. */
  static final int EXPORT = 100_000;

  private static final int LONGEST_ACTION = 4_000;
  private final TaskStore store;
  private final AuditTrail audit;
  private final ProvinceDay day;
  private final Heirs heirs;
  private final ApplicationEventPublisher news;

  Tasks(
      TaskStore store,
      AuditTrail audit,
      ProvinceDay day,
      Heirs heirs,
      ApplicationEventPublisher news) {
    this.news = news;
    this.heirs = heirs;
    this.store = store;
    this.audit = audit;
    this.day = day;
  }

  /**
   * Makes a task; the year of its code is the province's. Making the same task of the same source
   * again returns the one that is there.
   *
   * @return its id
   * @throws Refusal when it has no lead, no action, a dated deadline without a day, or a body that
   *     ceased; its heirs are named
   */
  @Transactional
  public long create(NewTask task) {
    refuseIncomplete(task);
    Optional<Long> made = store.idOf(task.source());
    if (made.isPresent()) {
      return made.get();
    }
    refuseCeased(task.parties());
    long id = store.add(task, day.today().getYear());
    store.addVersion(id, 1, task, null, Acting.current());
    audit.record(
        new Act("task.create", "task", Long.toString(id), null, Map.of(), TaskFacts.of(task)));
    news.publishEvent(new TaskMade(id));
    return id;
  }

  /**
   * Records what the task says from now on; earlier versions stay.
   *
   * @param version the version the correction was made from
   * @throws Refusal when somebody corrected it in between, or no reason is given
   */
  @Transactional
  public void correct(long id, int version, NewTask changed, String why) {
    Task before = standing(id, version, changed, why);
    LocalDate today = day.today();
    LocalDate last = changed.due().lastDay();
    if (last != null && changed.due().isBackdated(before.content().due(), today)) {
      throw Refusal.of(TaskRefusal.PAST, before.code(), before.code(), last, today);
    }
    record(before, changed, why);
  }

  /**
   * Lets a task say again what it said before, a day that has passed since included; otherwise as
   * {@link #correct}.
   */
  @Transactional
  public void restore(long id, int version, NewTask changed, String why) {
    record(standing(id, version, changed, why), changed, why);
  }

  /** The task as it stands, locked, when it can be recorded anew. */
  private Task standing(long id, int version, NewTask changed, String why) {
    refuseIncomplete(changed);
    if (why.isBlank()) {
      throw Refusal.of(TaskRefusal.NO_REASON, "ly-do");
    }
    store.lock(id);
    Task before =
        store
            .find(id)
            .orElseThrow(
                () -> Refusal.of(TaskRefusal.UNKNOWN, Long.toString(id), Long.toString(id)));
    if (before.version() != version) {
      throw Refusal.of(TaskRefusal.CHANGED, before.code(), before.recordedBy(), before.version());
    }
    if (changed.equals(before.content())) {
      throw Refusal.of(TaskRefusal.UNCHANGED, before.code());
    }
    return before;
  }

  private void record(Task before, NewTask changed, String why) {
    LocalDate on = changed.due().on();
    if (on != null && !on.equals(before.content().due().on()) && !Due.isNear(on, day.today())) {
      throw Refusal.of(
          TaskRefusal.DAY_FAR,
          before.code(),
          on,
          before.code(),
          Due.earliest(day.today()),
          Due.latest(day.today()));
    }
    refuseCeased(
        changed.parties().stream()
            .filter(party ->
                before.content().parties().stream().noneMatch(p -> p.bodyId() == party.bodyId()))
            .toList());
    long id = before.id();
    store.addVersion(id, before.version() + 1, changed, why.strip(), Acting.current());
    audit.record(
        new Act(
            "task.correct",
            "task",
            Long.toString(id),
            why.strip(),
            TaskFacts.of(before.content()),
            TaskFacts.of(changed)));
    news.publishEvent(new TaskCorrected(id, before.content(), why.strip()));
  }

  public Optional<Task> find(long id) {
    return store.find(id);
  }

  /** Several tasks at once, by their ids; those that are not there are left out. */
  public List<Task> find(Collection<Long> ids) {
    return ids.isEmpty() ? List.of() : store.now(ids, List.of());
  }

  /** Several tasks at once, by their codes; those that are not there are left out. */
  public List<Task> withCodes(Collection<String> codes) {
    return codes.isEmpty() ? List.of() : store.now(List.of(), codes);
  }

  /** What tasks said in the version asked of each, by id; a version nobody wrote is left out. */
  public Map<Long, Task> asOf(Map<Long, Integer> versions) {
    return versions.isEmpty()
        ? Map.of()
        : store.asOf(versions).stream()
            .collect(Collectors.toMap(Task::id, Function.identity(), (one, other) -> one));
  }

  /** The first tasks of a filter, in its order. */
  public List<Task> first(TaskFilter filter, int limit) {
    return store.list(filter, null, limit).rows();
  }

  /** Every version of a task, newest first. */
  public List<Recorded> history(long id) {
    return store.history(id);
  }

  /**
   * One page of the list.
   *
   * @param after where it begins; null for the first page
   */
  public TaskPage list(TaskFilter filter, TaskPage.@Nullable Key after) {
    return store.list(filter, after, PAGE);
  }

  /** Every task of the filter, for a sheet; refuses more than a sheet may hold. */
  public List<Task> all(TaskFilter filter) {
    return store.list(filter, null, EXPORT).rows();
  }

  public TaskCounts count(TaskFilter filter) {
    return store.count(filter);
  }

  /** Dated tasks of these bodies that are due from a day on, soonest first. */
  public List<Task> nearest(LocalDate from, int limit) {
    TaskFilter dated =
        new TaskFilter(null, false, Due.Kind.DATE, from, null, null, "", TaskFilter.Sort.DEADLINE);
    return store.list(dated, null, limit).rows();
  }

  /** Nobody is given new work who does not exist any more. */
  private void refuseCeased(List<Party> parties) {
    List<Problem> problems =
        heirs.problems(parties.stream().map(Party::bodyId).distinct().toList());
    if (!problems.isEmpty()) {
      throw Refusal.of(TaskRefusal.CEASED, problems);
    }
  }

  private static void refuseIncomplete(NewTask task) {
    List<Problem> problems = new ArrayList<>();
    String place = String.join("", task.source().path());
    if (task.parties().stream().noneMatch(party -> party.part() == Party.Part.LEAD)) {
      problems.add(Problem.at(place, TaskRefusal.NO_LEAD.key(), place, task.wording().action()));
    }
    if (task.wording().action().isBlank()) {
      problems.add(Problem.at(place, TaskRefusal.NO_ACTION.key(), place));
    }
    int length = task.wording().action().length();
    if (length > LONGEST_ACTION) {
      problems.add(Problem.at(place, TaskRefusal.LONG_ACTION.key(), length, LONGEST_ACTION));
    }
    if (task.due().kind() == Due.Kind.DATE && task.due().on() == null) {
      problems.add(Problem.at(place, TaskRefusal.NO_DAY.key(), place, task.wording().action()));
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(TaskRefusal.NO_LEAD, problems);
    }
  }
}

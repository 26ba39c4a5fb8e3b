package vn.dondoc.task.life;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.Party;
import vn.dondoc.task.Task;
import vn.dondoc.task.Tasks;

/** Gathers what the pages show of duties, in the same few queries however many there are. */
@Component
@Transactional(readOnly = true)
public class TaskLives {
  private final Duties duties;
  private final Tasks tasks;
  private final Bodies bodies;
  private final PossibleDeeds possible;

  TaskLives(Duties duties, Tasks tasks, Bodies bodies, PossibleDeeds possible) {
    this.duties = duties;
    this.tasks = tasks;
    this.bodies = bodies;
    this.possible = possible;
  }

  /**
   * The duties of a task.
   *
   * @param chosen the duty to show with its history; null for the one that waits for the viewer
   * @param periodFrom first day of the period to show; null for that of the duty
   * @throws Refusal when the chosen duty is none of this task
   */
  public TaskLife of(Task task, @Nullable Long chosen, @Nullable LocalDate periodFrom) {
    List<Duty> all = duties.ofTasks(List.of(task.id()));
    Duty open = chosen == null ? foremost(all, periodFrom) : chosen(all, chosen);
    Duty.Span period = open == null ? null : open.period();
    List<Duty> rows = all.stream().filter(d -> Objects.equals(d.period(), period)).toList();
    List<Duty.Span> periods =
        all.stream()
            .map(Duty::period)
            .filter(Objects::nonNull)
            .distinct()
            .sorted(Comparator.comparing(Duty.Span::from).reversed())
            .toList();
    DutyView view = open == null ? null : view(open, task);
    Map<Integer, String> names = names(rows.stream().map(Duty::bodyId).toList());
    return new TaskLife(
        periods, period, rows, names, RollUp.of(leads(rows)), RollUp.of(leads(all)), view);
  }

  /**
   * Names of the bodies that lead tasks now, of those that were handed on since they were written;
   * the others are left out.
   */
  public Map<Long, List<String>> holders(Collection<Long> taskIds) {
    Map<Long, List<Integer>> holders = taskIds.isEmpty() ? Map.of() : duties.holders(taskIds);
    Map<Integer, String> names =
        names(holders.values().stream().flatMap(List::stream).distinct().toList());
    Map<Long, List<String>> named = new HashMap<>();
    holders.forEach((task, bodies) ->
        named.put(
            task,
            bodies.stream().map(id -> names.getOrDefault(id, Integer.toString(id))).toList()));
    return named;
  }

  private static List<Duty> leads(List<Duty> duties) {
    return duties.stream().filter(duty -> duty.part() == Party.Part.LEAD).toList();
  }

  private static Duty chosen(List<Duty> all, long id) {
    return all.stream()
        .filter(duty -> duty.id() == id)
        .findFirst()
        .orElseThrow(() -> Refusal.of(LifeRefusal.UNKNOWN, Long.toString(id), Long.toString(id)));
  }

  /** The duty that most wants the viewer's attention. */
  private @Nullable Duty foremost(List<Duty> all, @Nullable LocalDate periodFrom) {
    Actor actor = Acting.current();
    LocalDate today = duties.today();
    return all.stream()
        .filter(
            d -> periodFrom == null || d.period() != null && d.period().from().equals(periodFrom))
        .min(
            Comparator.<Duty, Boolean>comparing(duty -> !waits(duty, actor))
                .thenComparing(duty -> !actor.speaksFor(duty.bodyId()))
                .thenComparing(duty -> !actor.bodies().contains(duty.bodyId()))
                .thenComparing(duty -> duty.part() != Party.Part.LEAD)
                .thenComparing(duty -> duty.period() != null && duty.period().from().isAfter(today))
                .thenComparing(duty -> duty.state().isClosed())
                .thenComparing(
                    duty -> duty.due() == null ? LocalDate.MAX : duty.due(),
                    Comparator.naturalOrder())
                .thenComparing(Duty::id))
        .orElse(null);
  }

  private static boolean waits(Duty duty, Actor actor) {
    boolean own = actor.speaksFor(duty.bodyId());
    boolean decides = actor.may(DeedRules.CONFIRM) && !own;
    boolean asks = duty.state() == State.REPORTED || duty.extensionAsked();
    return decides && asks
        || own && actor.may(DeedRules.REPORT) && duty.state().isOwed()
        || !own && !actor.wholeProvince() && duty.state() == State.HANDED_BACK;
  }

  /**
   * One duty with its history.
   *
   * @throws Refusal when there is none, or the viewer does not see it
   */
  DutyView one(long id) {
    Duty duty =
        duties
            .find(id)
            .orElseThrow(
                () -> Refusal.of(LifeRefusal.UNKNOWN, Long.toString(id), Long.toString(id)));
    return view(duty, tasks.find(duty.taskId()).orElseThrow());
  }

  /** Names to choose the competent body from. */
  List<String> bodyNames() {
    List<Body> all = bodies.toldApart(bodies.on(duties.today()), duties.today());
    return all.stream().filter(body -> !body.isGroup()).map(Body::name).toList();
  }

  private DutyView view(Duty duty, Task task) {
    List<ToldFact> history = duties.history(duty.id());
    Set<Integer> ids = new HashSet<>(Set.of(duty.bodyId()));
    history.stream()
        .map(told -> told.fact().otherBody())
        .filter(Objects::nonNull)
        .forEach(ids::add);
    boolean readable = duties.mayRead(duty.id());
    return new DutyView(
        duty,
        names(ids),
        readable,
        readable ? history : List.of(),
        possible.of(duty, task.content().due(), DutyView.handedTo(history)),
        possible.successors(duty.bodyId()));
  }

  private Map<Integer, String> names(Collection<Integer> ids) {
    return ids.isEmpty()
        ? Map.of()
        : bodies.toldApart(bodies.find(ids), duties.today()).stream()
            .collect(Collectors.toMap(Body::id, Body::name, (one, other) -> one));
  }
}

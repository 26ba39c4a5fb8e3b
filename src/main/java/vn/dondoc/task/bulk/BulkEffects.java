package vn.dondoc.task.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.task.Due;
import vn.dondoc.task.NewTask;
import vn.dondoc.task.Party;
import vn.dondoc.task.Task;
import vn.dondoc.task.life.DuePlan;
import vn.dondoc.task.life.Duties;
import vn.dondoc.task.life.Duty;
import vn.dondoc.web.Page;

/**
 * Điều một lần sửa hàng loạt thật sự đổi: a deadline is told duty by duty, because each has a day
 * of its own, and a task none of whose duties would move is not changed at all.
 */
@Component
class BulkEffects {
  private final Duties duties;
  private final Bodies bodies;

  BulkEffects(Duties duties, Bodies bodies) {
    this.duties = duties;
    this.bodies = bodies;
  }

  /**
   * What an edit really changes.
   *
   * @param changes tasks that would read otherwise
   * @param plans what becomes of their duties, where days are set; empty otherwise
   */
  record Found(List<TaskChange> changes, Map<Long, DuePlan> plans) {
    /** Why it would be refused as it stands. */
    List<Problem> problems() {
      return changes.stream()
          .map(change -> plans.get(change.before().id()))
          .filter(Objects::nonNull)
          .flatMap(plan -> Objects.requireNonNull(plan).problems().stream())
          .toList();
    }
  }

  Found of(List<Task> chosen, BulkEdit edit) {
    List<TaskChange> changes = new ArrayList<>();
    Map<Task, Due> dated = new HashMap<>();
    Map<Long, LocalDate> lasts =
        edit.kind() == BatchKind.SHIFT
            ? duties.lastDays(chosen.stream().map(Task::id).toList())
            : Map.of();
    Set<Long> open = edit.isAboutBodies() ? openFor(chosen, edit) : Set.of();
    for (Task task : chosen) {
      NewTask after = edit.apply(task, lasts.get(task.id()));
      boolean kept = edit.isAboutBodies() && !open.contains(task.id());
      if (!kept && !after.equals(task.content())) {
        changes.add(new TaskChange(task, after));
        dated.put(task, after.due());
      }
    }
    if (!edit.isAboutDays()) {
      return new Found(changes, Map.of());
    }
    Map<Long, DuePlan> plans = duties.plans(dated);
    return new Found(
        changes.stream()
            .filter(change ->
                !Objects.requireNonNull(plans.get(change.before().id())).changes().isEmpty())
            .toList(),
        plans);
  }

  /** Tasks somebody still owes: no body is given a part of what has ended, or of what it leads. */
  private Set<Long> openFor(List<Task> chosen, BulkEdit edit) {
    Set<Long> open = new HashSet<>();
    Set<Long> led = new HashSet<>();
    for (Duty duty : duties.ofTasks(chosen.stream().map(Task::id).toList())) {
      boolean leads = duty.part() == Party.Part.LEAD && duty.state().counts();
      if (leads && duty.state().isOwed()) {
        open.add(duty.taskId());
      }
      Body to = edit.to();
      if (leads && to != null && duty.bodyId() == to.id()) {
        led.add(duty.taskId());
      }
    }
    if (edit.kind() == BatchKind.ADD_COORDINATOR) {
      open.removeAll(led);
    }
    return open;
  }

  /** The same as lines of a preview. */
  List<BulkView.Line> lines(Found found, Collection<Task> chosen, Page page) {
    List<NewTask> told = new ArrayList<>(chosen.stream().map(Task::content).toList());
    found.changes().forEach(change -> told.add(change.after()));
    TaskWords words = TaskWords.of(told, bodies, page);
    Map<Integer, String> names = names(found.plans().values());
    return found.changes().stream()
        .map(change -> {
          DuePlan plan = found.plans().get(change.before().id());
          return plan == null
              ? new BulkView.Line(
                  change.before(), words.diff(change.before().content(), change.after()), 0)
              : new BulkView.Line(
                  change.before(),
                  plan.changes().stream().map(one -> diff(one, names, page)).toList(),
                  plan.unchanged());
        })
        .toList();
  }

  /** What a batch moved, duty by duty, by task. */
  Map<Long, List<TaskWords.Diff>> moved(List<MovedDuty> duties, Page page) {
    Map<Integer, String> names = namesOf(duties.stream().map(MovedDuty::change));
    return duties.stream()
        .collect(
            Collectors.groupingBy(
                MovedDuty::taskId,
                Collectors.mapping(duty -> diff(duty.change(), names, page), Collectors.toList())));
  }

  private Map<Integer, String> names(Collection<DuePlan> plans) {
    return namesOf(plans.stream().flatMap(plan -> plan.changes().stream()));
  }

  private Map<Integer, String> namesOf(Stream<DuePlan.Change> changes) {
    Set<Integer> ids = changes.map(DuePlan.Change::bodyId).collect(Collectors.toSet());
    return ids.isEmpty()
        ? Map.of()
        : bodies.find(ids).stream().collect(Collectors.toMap(Body::id, Body::name, (a, b) -> a));
  }

  private static TaskWords.Diff diff(DuePlan.Change change, Map<Integer, String> names, Page page) {
    String body = names.getOrDefault(change.bodyId(), Integer.toString(change.bodyId()));
    String label =
        change.period() == null
            ? page.t("task.bulk.due_of", body)
            : page.t(
                "task.bulk.due_of_period",
                body,
                page.formats().date(change.period().from()),
                page.formats().date(change.period().to()));
    String after =
        switch (change.kind()) {
          case DROPPED -> page.t("task.bulk.duty_dropped");
          case MOVED, OPENED ->
              change.after() == null
                  ? page.t("task.bulk.no_day")
                  : page.formats().date(change.after());
        };
    String before =
        change.kind() == DuePlan.Kind.OPENED
            ? ""
            : change.before() == null
                ? page.t("task.bulk.no_day")
                : page.formats().date(change.before());
    return new TaskWords.Diff(label, before, after);
  }
}

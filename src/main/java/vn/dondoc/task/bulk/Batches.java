package vn.dondoc.task.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.task.Task;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.life.Duties;

/** Các đợt sửa: many tasks corrected in one transaction, and a batch taken back as a whole. */
@Component
@Transactional(readOnly = true)
public class Batches {
  /** Tasks one batch may change. */
  public static final int MOST = 1_000;

  private static final int LONGEST_WHY = 500;

  private final BatchStore store;
  private final Tasks tasks;
  private final AuditTrail audit;
  private final ProvinceDay day;
  private final Duties duties;

  Batches(BatchStore store, Tasks tasks, Duties duties, AuditTrail audit, ProvinceDay day) {
    this.day = day;
    this.duties = duties;
    this.store = store;
    this.tasks = tasks;
    this.audit = audit;
  }

  /**
   * Records what each task says from now on, all of them or none.
   *
   * @return id of the batch
   * @throws Refusal naming every task that somebody changed since it was shown, or that may not be
   *     changed so
   */
  @Transactional
  public long write(BatchKind kind, List<TaskChange> changes, String why) {
    return write(kind, changes, why, null);
  }

  private long write(BatchKind kind, List<TaskChange> changes, String why, @Nullable Long undoes) {
    refuseReason(why);
    if (changes.isEmpty()) {
      throw Refusal.of(BulkRefusal.NONE, "chon");
    }
    if (changes.size() > MOST) {
      throw Refusal.of(BulkRefusal.TOO_MANY, "chon", changes.size(), MOST);
    }
    refuseChanged(changes);
    // Always in the same order, so that two batches wait for each other and never in a circle.
    List<TaskChange> ordered =
        changes.stream().sorted(Comparator.comparingLong(c -> c.before().id())).toList();
    List<Problem> problems = new ArrayList<>();
    for (TaskChange change : ordered) {
      try {
        write(kind, change, why);
      } catch (Refusal refusal) {
        problems.addAll(refusal.problems());
        if (Duties.isOvertaken(refusal)) {
          break;
        }
      }
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(BulkRefusal.BATCH, problems);
    }
    long id = add(kind, why, undoes);
    store.addItems(id, ordered);
    audit.record(
        new Act(
            "task.batch",
            "task.batch",
            Long.toString(id),
            why.strip(),
            Map.of(),
            Map.of(
                "kind",
                kind.code(),
                "tasks",
                ordered.stream().map(c -> c.before().code()).toList())));
    return id;
  }

  private void write(BatchKind kind, TaskChange change, String why) {
    Task before = change.before();
    if (kind == BatchKind.UNDO) {
      tasks.restore(before.id(), before.version(), change.after(), why);
    } else {
      tasks.correct(before.id(), before.version(), change.after(), why);
    }
  }

  private long add(BatchKind kind, String why, @Nullable Long undoes) {
    try {
      return store.add(kind, why.strip(), undoes, Acting.current());
    } catch (DuplicateKeyException e) {
      String batch = String.valueOf(undoes);
      throw Refusal.of(BulkRefusal.UNDONE, batch, batch);
    }
  }

  private static void refuseReason(String why) {
    if (why.isBlank()) {
      throw Refusal.of(BulkRefusal.NO_WHY, "ly-do");
    }
    if (why.strip().length() > LONGEST_WHY) {
      throw Refusal.of(BulkRefusal.LONG_WHY, "ly-do", why.strip().length(), LONGEST_WHY);
    }
  }

  /**
   * Nobody is made late by a day that was past when it was set.
   *
   * @throws Refusal when this would
   */
  void refusePast(BulkEdit edit) {
    LocalDate on = edit.day();
    if (edit.kind() == BatchKind.DUE_ON && on != null && on.isBefore(day.today())) {
      throw Refusal.of(BulkRefusal.PAST, "ngay", on, day.today());
    }
  }

  private void refuseChanged(List<TaskChange> changes) {
    Map<Long, Task> now = now(changes.stream().map(c -> c.before().id()).toList());
    List<Problem> problems = new ArrayList<>();
    for (TaskChange change : changes) {
      Task task = now.get(change.before().id());
      if (task != null && task.version() != change.before().version()) {
        problems.add(
            Problem.at(
                task.code(),
                BulkRefusal.CHANGED.key(),
                task.code(),
                task.recordedBy(),
                task.version()));
      }
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(BulkRefusal.BATCH, problems);
    }
  }

  private Map<Long, Task> now(List<Long> ids) {
    return tasks.find(ids).stream().collect(Collectors.toMap(Task::id, Function.identity()));
  }

  /**
   * A batch.
   *
   * @throws Refusal when there is none, or it is not to be seen
   */
  Batch one(long id) {
    return store
        .find(id)
        .orElseThrow(() -> Refusal.of(BulkRefusal.UNKNOWN, Long.toString(id), Long.toString(id)));
  }

  /** Batches from the newest on, those before one left out. */
  List<Batch> before(@Nullable Long id, int limit) {
    return store.before(id, limit);
  }

  /** What became of the tasks of a batch, in the order of their ids. */
  List<Outcome> outcomes(long batch, long after, int limit) {
    List<Batch.Item> items = store.items(batch, after, limit);
    Map<Long, Task> now = now(items.stream().map(Batch.Item::taskId).toList());
    Map<Long, Task> before = tasks.asOf(versions(items, Batch.Item::before));
    Map<Long, Task> then = tasks.asOf(versions(items, Batch.Item::after));
    Set<Long> decided = store.decidedSince(batch);
    List<Outcome> outcomes = new ArrayList<>();
    for (Batch.Item item : items) {
      Task task = now.get(item.taskId());
      Task was = before.get(item.taskId());
      Task became = then.get(item.taskId());
      if (task != null && was != null && became != null) {
        outcomes.add(new Outcome(was, became, task, decided.contains(task.id())));
      }
    }
    return outcomes;
  }

  /** The duties whose day a batch moved, by task. */
  List<MovedDuty> moved(long batch) {
    return store.moved(batch);
  }

  private static Map<Long, Integer> versions(
      List<Batch.Item> items, Function<Batch.Item, Integer> version) {
    return items.stream().collect(Collectors.toMap(Batch.Item::taskId, version));
  }

  /**
   * One task of a batch.
   *
   * @param was before it
   * @param became by it
   * @param now today
   * @param decided somebody set a day or granted an extension since
   */
  record Outcome(Task was, Task became, Task now, boolean decided) {
    boolean isChangedSince() {
      return decided || now.version() != became.version();
    }
  }

  /**
   * Lets every task of a batch say again what it said before; a task that was changed since keeps
   * its words.
   *
   * @return id of the batch that did it
   * @throws Refusal when it was taken back already, or every task was changed since
   */
  @Transactional
  public long undo(long id, String why) {
    Batch batch = one(id);
    if (batch.undoneBy() != null) {
      throw Refusal.of(BulkRefusal.UNDONE, Long.toString(id), Long.toString(id));
    }
    List<TaskChange> changes =
        outcomes(id, 0, MOST).stream()
            .filter(outcome -> !outcome.isChangedSince())
            .map(outcome -> new TaskChange(outcome.now(), outcome.was().content()))
            .toList();
    if (changes.isEmpty()) {
      throw Refusal.of(BulkRefusal.NOTHING_LEFT, Long.toString(id));
    }
    long undo = write(BatchKind.UNDO, changes, why, id);
    setBack(id, changes, why.strip());
    return undo;
  }

  /** The words say what was first written; a day that was granted before the batch holds again. */
  private void setBack(long batch, List<TaskChange> changes, String why) {
    Set<Long> tasks = changes.stream().map(c -> c.before().id()).collect(Collectors.toSet());
    Map<Long, Optional<LocalDate>> days =
        moved(batch).stream()
            .filter(duty -> tasks.contains(duty.taskId()))
            .collect(
                Collectors.toMap(
                    MovedDuty::id, duty -> Optional.ofNullable(duty.change().before())));
    if (!days.isEmpty()) {
      duties.setBack(days, why);
    }
  }
}

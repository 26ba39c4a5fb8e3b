package vn.dondoc.task.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.agency.Body;
import vn.dondoc.task.Due;
import vn.dondoc.task.NewTask;
import vn.dondoc.task.Party;
import vn.dondoc.task.Task;
import vn.dondoc.task.Wording;

/**
 * Điều sẽ làm với mọi nhiệm vụ đã chọn.
 *
 * @param kind what
 * @param day the deadline to set
 * @param days by how many days to shift it
 * @param from id of the body to be replaced
 * @param to the body to be taken in
 * @param words the consequence
 */
record BulkEdit(
    BatchKind kind,
    @Nullable LocalDate day,
    int days,
    @Nullable Integer from,
    @Nullable Body to,
    String words) {

  /**
   * The task as it would read; what the edit does not concern stays as it is.
   *
   * @param lasts the last day of those who lead it, after all that was granted; null when none
   */
  NewTask apply(Task task, @Nullable LocalDate lasts) {
    NewTask now = task.content();
    return switch (kind) {
      case DUE_ON ->
          day == null || day.equals(now.due().lastDay())
              ? now
              : with(now, now.due().lastingTo(day));
      case SHIFT -> with(now, shifted(now.due(), lasts));
      case ADD_COORDINATOR -> to == null ? now : added(now, to);
      case REPLACE_COORDINATOR -> replaced(now, Party.Part.COORDINATE);
      case REPLACE_LEAD -> replaced(now, Party.Part.LEAD);
      case CONSEQUENCE -> consequence(now);
      case SHEET, UNDO -> now;
    };
  }

  /** Counted from the day that holds today: what was granted is not taken back by a shift. */
  private Due shifted(Due due, @Nullable LocalDate lasts) {
    if (lasts == null || lasts.equals(due.lastDay()) || due.kind() == Due.Kind.RECURRING) {
      return due.shifted(days);
    }
    return due.lastingTo(lasts.plusDays(days));
  }

  /** Whether it sets days, which every duty has one of its own. */
  boolean isAboutDays() {
    return kind == BatchKind.DUE_ON || kind == BatchKind.SHIFT;
  }

  /** Whether it gives a body a part. */
  boolean isAboutBodies() {
    return kind == BatchKind.ADD_COORDINATOR
        || kind == BatchKind.REPLACE_COORDINATOR
        || kind == BatchKind.REPLACE_LEAD;
  }

  private static NewTask with(NewTask task, Due due) {
    return new NewTask(task.source(), task.ordinal(), task.wording(), due, task.parties());
  }

  private static NewTask added(NewTask task, Body body) {
    boolean takesPart =
        task.parties().stream()
            .anyMatch(p ->
                p.bodyId() == body.id()
                    && (p.part() == Party.Part.LEAD || p.part() == Party.Part.COORDINATE));
    if (takesPart) {
      return task;
    }
    List<Party> parties = new ArrayList<>(task.parties());
    parties.add(new Party(body.id(), Party.Part.COORDINATE, body.name()));
    return withParties(task, parties);
  }

  private NewTask replaced(NewTask task, Party.Part part) {
    boolean concerned =
        task.parties().stream()
            .anyMatch(p -> p.part() == part && Integer.valueOf(p.bodyId()).equals(from));
    if (to == null || !concerned) {
      return task;
    }
    List<Party> parties = new ArrayList<>();
    for (Party party : task.parties()) {
      boolean replaced = party.part() == part && Integer.valueOf(party.bodyId()).equals(from);
      Party next = replaced ? new Party(to.id(), part, to.name()) : party;
      boolean twice =
          parties.stream().anyMatch(p -> p.bodyId() == next.bodyId() && p.part() == next.part());
      // A body that leads does not also help itself.
      boolean helpsItself =
          part == Party.Part.LEAD
              && next.part() == Party.Part.COORDINATE
              && next.bodyId() == to.id();
      if (!twice && !helpsItself) {
        parties.add(next);
      }
    }
    return withParties(task, parties);
  }

  private static NewTask withParties(NewTask task, List<Party> parties) {
    return new NewTask(task.source(), task.ordinal(), task.wording(), task.due(), parties);
  }

  private NewTask consequence(NewTask task) {
    Wording said = task.wording();
    Wording changed = new Wording(said.action(), said.quote(), words, said.condition());
    return new NewTask(task.source(), task.ordinal(), changed, task.due(), task.parties());
  }
}

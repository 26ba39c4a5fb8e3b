package vn.dondoc.task.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.task.Party;

/**
 * Điều một thời hạn khác sẽ làm với các phần việc của một nhiệm vụ, before anything is written.
 *
 * @param changes the duties that would really change, leads first
 * @param unchanged how many open duties would keep their day
 * @param problems why it would be refused; empty when it would not
 */
public record DuePlan(List<Change> changes, int unchanged, List<Problem> problems) {

  /**
   * One duty that would change.
   *
   * @param bodyId whose
   * @param part LEAD or COORDINATE
   * @param period of work that comes back
   * @param before its own day now; null when it has none, or the duty is none yet
   * @param after its day then; null when it would have none
   * @param kind what happens to it
   */
  public record Change(
      int bodyId,
      Party.Part part,
      Duty.@Nullable Span period,
      @Nullable LocalDate before,
      @Nullable LocalDate after,
      Kind kind) {}

  /** Điều xảy ra với phần việc. */
  public enum Kind {
    /** Dời hạn. */
    MOVED,
    /** Hủy, vì chu kỳ không còn. */
    DROPPED,
    /** Mở mới. */
    OPENED
  }

  static DuePlan of(
      CorrectedDue corrected,
      List<Duty> standing,
      List<DutyStore.Opening> openings,
      IntFunction<String> name) {
    List<Change> changes = new ArrayList<>();
    List<Duty> dropped =
        standing.stream()
            .filter(duty -> !duty.state().isClosed() && corrected.isForeign(duty))
            .toList();
    List<Duty> staying = standing.stream().filter(duty -> !dropped.contains(duty)).toList();
    List<Duty> open = staying.stream().filter(duty -> !duty.state().isClosed()).toList();
    DutyMoves moves = new DutyMoves(corrected.moves(open), staying);
    List<Duty> touched = new ArrayList<>(dropped);
    for (DutyMove move : moves.inOrder()) {
      touched.add(move.duty());
      changes.add(change(move.duty(), move.to(), Kind.MOVED));
    }
    dropped.forEach(duty -> changes.add(change(duty, null, Kind.DROPPED)));
    openings.stream()
        .filter(opening -> standing.stream().noneMatch(duty -> isOf(opening, duty)))
        .forEach(opening ->
            changes.add(
                new Change(
                    opening.body(),
                    opening.part(),
                    span(opening),
                    null,
                    opening.due(),
                    Kind.OPENED)));
    changes.sort(java.util.Comparator.comparing(change -> change.part() != Party.Part.LEAD));
    List<Problem> problems = new ArrayList<>(moves.problems(name));
    touched.stream()
        .filter(duty -> Acting.current().bodies().contains(duty.bodyId()))
        .findFirst()
        .ifPresent(duty ->
            problems.add(
                Problem.at(
                    duty.taskCode(),
                    LifeRefusal.OWN_CHANGE.key(),
                    duty.taskCode(),
                    name.apply(duty.bodyId()))));
    int unchanged = (int) open.stream().filter(duty -> !touched.contains(duty)).count();
    return new DuePlan(List.copyOf(changes), unchanged, List.copyOf(problems));
  }

  private static Change change(Duty duty, @Nullable LocalDate after, Kind kind) {
    return new Change(duty.bodyId(), duty.part(), duty.period(), duty.due(), after, kind);
  }

  private static boolean isOf(DutyStore.Opening opening, Duty duty) {
    return duty.bodyId() == opening.body()
        && duty.part() == opening.part()
        && Objects.equals(duty.period(), span(opening));
  }

  private static Duty.@Nullable Span span(DutyStore.Opening opening) {
    Schedule.Period period = opening.period();
    return period == null ? null : new Duty.Span(period.from(), period.to());
  }
}

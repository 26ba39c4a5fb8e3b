package vn.dondoc.task.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.task.Party;

/**
 * Các hạn dời cùng nhau: a part never ends after its whole, measured by the moves that are really
 * made. A whole that was reported, extended or set by hand keeps its day, and its parts do not pass
 * it.
 */
final class DutyMoves {
  private final List<Duty> standing;
  private final Map<Long, DutyMove> moves = new HashMap<>();

  /**
   * Takes of the moves those that leave every part within its whole.
   *
   * @param wanted the moves, as the calendar or the corrected words have them
   * @param standing every duty of the tasks they belong to
   */
  DutyMoves(List<DutyMove> wanted, List<Duty> standing) {
    this.standing = List.copyOf(standing);
    wanted.stream().filter(DutyMoves::isWhole).forEach(this::take);
    wanted.stream()
        .filter(move -> !isWhole(move) && isWithin(move.to(), whole(move.duty())))
        .forEach(this::take);
  }

  private void take(DutyMove move) {
    moves.put(move.duty().id(), move);
  }

  private static boolean isWhole(DutyMove move) {
    return move.duty().part() == Party.Part.LEAD;
  }

  private static boolean isWithin(@Nullable LocalDate part, @Nullable LocalDate whole) {
    return whole == null || part != null && !part.isAfter(whole);
  }

  /** The moves to make, in the order in which the database takes them. */
  List<DutyMove> inOrder() {
    return moves.values().stream().sorted(DutyMove.PARTS_WITHIN_WHOLE).toList();
  }

  /** One sentence for each part with a day of its own that a moved whole would leave behind. */
  List<Problem> problems(IntFunction<String> bodyName) {
    List<Problem> problems = new ArrayList<>();
    for (Duty part : standing) {
      LocalDate due = due(part);
      LocalDate whole = whole(part);
      boolean owed = part.part() == Party.Part.COORDINATE && part.state().isOwed();
      if (owed && due != null && whole != null && due.isAfter(whole) && isMoved(part)) {
        problems.add(
            Problem.at(
                part.taskCode(),
                LifeRefusal.BEFORE_PART.key(),
                whole,
                due,
                bodyName.apply(part.bodyId())));
      }
    }
    return problems;
  }

  private boolean isMoved(Duty part) {
    return wholes(part).anyMatch(whole -> moves.containsKey(whole.id()));
  }

  private @Nullable LocalDate due(Duty duty) {
    DutyMove move = moves.get(duty.id());
    return move == null ? duty.due() : move.to();
  }

  /** The last day of those who lead, as it will be. */
  private @Nullable LocalDate whole(Duty part) {
    return wholes(part)
        .map(this::due)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  private Stream<Duty> wholes(Duty part) {
    return standing.stream()
        .filter(duty ->
            duty.part() == Party.Part.LEAD
                && duty.state().counts()
                && duty.taskId() == part.taskId()
                && Objects.equals(duty.period(), part.period()));
  }
}

package vn.dondoc.task.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every body owes in a task, for its page.
 *
 * @param periods kỳ, newest first; empty for work done once
 * @param period the one shown
 * @param rows the duties of that period, leads first
 * @param names names of their bodies
 * @param leads how far those who lead are in that period
 * @param whole how far they are over all periods
 * @param open the duty shown with its history; null while there is none
 */
public record TaskLife(
    List<Duty.Span> periods,
    Duty.@Nullable Span period,
    List<Duty> rows,
    Map<Integer, String> names,
    RollUp leads,
    RollUp whole,
    @Nullable DutyView open) {

  String name(int body) {
    return names.getOrDefault(body, Integer.toString(body));
  }

  boolean isOpen(Duty duty) {
    return open != null && open.duty().id() == duty.id();
  }

  /** The deadlines of what is still owed. */
  public List<LocalDate> dues() {
    return rows.stream()
        .filter(duty -> !duty.state().isClosed())
        .map(Duty::due)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .distinct()
        .sorted()
        .toList();
  }

  /** Something is late that somebody answers for. */
  public boolean isLate() {
    return Stream.of(Timing.OVERDUE, Timing.REPORTED_LATE, Timing.DONE_LATE)
        .anyMatch(timing -> rows.stream().anyMatch(duty -> duty.timing() == timing));
  }
}

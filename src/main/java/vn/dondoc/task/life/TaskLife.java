package vn.dondoc.task.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.task.Party;

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

  /** The duty shown with its history; null while there is none. */
  public @Nullable Duty shown() {
    return open == null ? null : open.duty();
  }

  /** How far those who help are in the period shown. */
  RollUp helpers() {
    return RollUp.of(rows.stream().filter(duty -> duty.part() == Party.Part.COORDINATE).toList());
  }

  /** The viewer says what of the whole a helper does. */
  boolean mayWord(Duty duty) {
    Actor actor = Acting.current();
    return duty.part() == Party.Part.COORDINATE
        && duty.state().isOwed()
        && (actor.may(DeedRules.CONFIRM) && actor.wholeProvince()
            || actor.may(DeedRules.REPORT)
                && rows.stream()
                    .anyMatch(
                        lead -> lead.part() == Party.Part.LEAD && actor.speaksFor(lead.bodyId())));
  }

  /** Something is late that somebody answers for. */
  public boolean isLate() {
    return Stream.of(Timing.OVERDUE, Timing.REPORTED_LATE, Timing.DONE_LATE)
        .anyMatch(timing -> rows.stream().anyMatch(duty -> duty.timing() == timing));
  }
}

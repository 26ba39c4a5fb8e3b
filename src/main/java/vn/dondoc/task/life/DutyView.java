package vn.dondoc.task.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.agency.Succession;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;

/**
 * One duty with all that was recorded about it.
 *
 * @param duty the duty
 * @param names names of the bodies it speaks of
 * @param readable what was said about it, and its evidence, is for the viewer
 * @param history everything recorded, newest first; empty when it is not for the viewer
 * @param possible what the viewer may record now
 * @param successors who carries on when the body has ceased
 */
record DutyView(
    Duty duty,
    Map<Integer, String> names,
    boolean readable,
    List<ToldFact> history,
    List<FactKind> possible,
    List<Succession> successors) {

  String body() {
    return name(duty.bodyId());
  }

  String name(int body) {
    return names.getOrDefault(body, Integer.toString(body));
  }

  boolean may(FactKind kind) {
    return possible.contains(kind);
  }

  /** The office moves what is still owed to whoever carries on. */
  boolean mayHandOver() {
    Actor actor = Acting.current();
    return duty.state().isOwed() && actor.may(DeedRules.CONFIRM) && actor.wholeProvince();
  }

  /** What is offered as a button of its own; words on the progress have their form on the page. */
  List<FactKind> buttons() {
    return possible.stream().filter(kind -> kind != FactKind.PROGRESS).toList();
  }

  /** The body a duty was last handed back to. */
  static @Nullable Integer handedTo(List<ToldFact> history) {
    return history.stream()
        .map(ToldFact::fact)
        .filter(fact -> fact.kind() == FactKind.HAND_BACK)
        .findFirst()
        .map(Fact::otherBody)
        .orElse(null);
  }

  /** So it stands to the deadline first set, whatever was granted since. */
  Timing timingAtFirst(LocalDate day) {
    return Timing.of(duty.state(), duty.originalDue(), duty.reportedOn(), day);
  }

  boolean differsAtFirst(LocalDate day) {
    return duty.originalDue() != null && timingAtFirst(day) != duty.timing();
  }

  /** The day last asked for. */
  @Nullable LocalDate askedUntil() {
    return history.stream()
        .map(ToldFact::fact)
        .filter(fact -> fact.kind() == FactKind.ASK_EXTENSION)
        .findFirst()
        .map(Fact::until)
        .orElse(null);
  }
}

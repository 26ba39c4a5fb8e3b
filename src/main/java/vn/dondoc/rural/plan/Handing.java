package vn.dondoc.rural.plan;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;

/**
 * Chuyển trách nhiệm: who owes a line does not hand it on alone. They ask; who stands above them,
 * who is to have it, or who answers for the whole plan gives it. The database holds to the same.
 */
final class Handing {
  /** Văn phòng Điều phối: answers for every indicator, so for every line. */
  private static final String COORDINATES = "rural.appraise_any";

  private Handing() {}

  /**
   * Whether the actor may change a line: they speak for the body that owes it or whose turn it is,
   * or answer for the whole plan. What nobody owes yet is settled by those who sit in its place.
   */
  static boolean owes(PlanLine line) {
    Actor actor = Acting.current();
    Integer body = line.owed().bodyId();
    Integer turn = line.found().turnBodyId();
    boolean owes = body == null ? actor.places().contains(line.unit().id()) : actor.speaksFor(body);
    owes |= turn != null && actor.speaksFor(turn);
    return answersForAll() || actor.may(Plans.EDIT) && owes;
  }

  /** Whether the actor may say yes or no to whoever asked that another body takes a line over. */
  static boolean answers(PlanLine line) {
    Integer asked = line.hands().askedBodyId();
    return asked != null
        && (answersForAll() || Acting.current().may(Plans.EDIT))
        && gives(line, asked);
  }

  /** Whether the actor may give a line to a body. */
  static boolean gives(PlanLine line, @Nullable Integer body) {
    PlanLine.Hands hands = line.hands();
    boolean above = speaksFor(hands.aboveBodyId());
    boolean own = Objects.equals(line.owed().bodyId(), hands.aboveBodyId());
    boolean down = body != null && body.equals(hands.unitBodyId());
    return answersForAll() || speaksFor(body) || above && (!own || down);
  }

  private static boolean answersForAll() {
    Actor actor = Acting.current();
    boolean whole = actor.wholeProvince() || actor.may(COORDINATES);
    return actor.accountId() < 0 || actor.may(Plans.EDIT) && whole;
  }

  private static boolean speaksFor(@Nullable Integer body) {
    return body != null && Acting.current().speaksFor(body);
  }

  /** Who is asked to take the line over once a change is written; null for nobody. */
  static @Nullable Integer asked(PlanChange change, PlanLine before) {
    if (!handed(change, before)) {
      return change.declines() ? null : before.hands().askedBodyId();
    }
    return gives(before, change.owed().bodyId()) ? null : change.owed().bodyId();
  }

  /** Whether a change names another body than the one that owes the line. */
  static boolean handed(PlanChange change, PlanLine before) {
    return !Objects.equals(change.owed().bodyId(), before.owed().bodyId());
  }

  /** Whether a change gives the line to another body. */
  static boolean given(PlanChange change, PlanLine before) {
    return handed(change, before) && gives(before, change.owed().bodyId());
  }

  /** A change as it is written: the post of the body that hands the line on stays behind. */
  static PlanChange written(PlanChange change, PlanLine before) {
    boolean left = Objects.equals(change.owed().post(), before.owed().post());
    return given(change, before) && left
        ? new PlanChange(
            change.unitId(),
            change.indicatorId(),
            change.year(),
            change.seen(),
            change.owed().byNoPost(),
            change.why(),
            change.declines())
        : change;
  }

  /**
   * Whether a change says no more than whoever only answers may say: the body takes it, with what
   * else it then says, or does not and everything stays.
   */
  static boolean answersOnly(PlanChange change, PlanLine before) {
    boolean takes = Objects.equals(change.owed().bodyId(), before.hands().askedBodyId());
    return takes || change.declines() && change.owed().equals(before.owed());
  }
}

package vn.dondoc.task.life;

import java.util.List;

/**
 * The form of one deed.
 *
 * @param of the duty it is about
 * @param deed what is to be recorded
 * @param form what was typed before, when it was refused
 * @param together how many duties of the task it can be recorded of at once; 1 when only of this
 * @param bodyNames names to choose a body from
 * @param problems why it was refused
 */
record DeedView(
    DutyView of,
    FactKind deed,
    DeedForm form,
    int together,
    List<String> bodyNames,
    List<String> problems) {
  private static final int SHOWN = 5;

  /** The deed can be recorded now by whoever looks. */
  boolean isPossible() {
    return of.may(deed);
  }

  boolean isDestructive() {
    return deed == FactKind.WITHDRAW || deed == FactKind.CANCEL;
  }

  /** Files come with what the body itself tells. */
  boolean takesFiles() {
    return deed == FactKind.PROGRESS
        || deed == FactKind.REPORT
        || deed == FactKind.ASK_EXTENSION
        || deed == FactKind.HAND_BACK;
  }

  /** The latest facts, so that a decision is made in front of what it decides. */
  List<ToldFact> latest() {
    return of.history().stream().limit(SHOWN).toList();
  }
}

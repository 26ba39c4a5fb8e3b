package vn.dondoc.capital.cut;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao một lần cắt giảm không ghi được. */
public enum CutRefusal implements Refusal.Code {
  /** Several problems of one cut. */
  CUT,
  /** No such cut, or not within sight. */
  UNKNOWN,
  /** No such line, or not within sight. */
  NO_LINE,
  /** No such entry that takes plan away and is not explained yet. */
  NO_ENTRY,
  /** More than is left of the plan. */
  ABOVE_LEFT,
  /** What was typed is no amount. */
  AMOUNT,
  /** No reason of the list. */
  REASON,
  /** Nothing said where words are needed, or too many. */
  WORDS,
  /** The unit has not commented yet and still may. */
  COMMENT_FIRST,
  /** Done or dropped already. */
  OVER,
  /** Put forward in a reallocation, which decides of it. */
  REALLOCATED,
  /** The line is in a reallocation that waits for its decision. */
  HELD,
  /** Only the unit comments. */
  NOT_YOURS,
  /** No document, or one too long. */
  DOCUMENT,
  /** A day to come, or none. */
  SIGNED,
  /** Signed before the cut was proposed, or before its unit was heard. */
  SIGNED_BEFORE_HEARD,
  /** Decided by another authority than the rules name for the pool, or by one nobody names. */
  AUTHORITY,
  NO_AUTHORITY,
  /** Not the document the entry was booked by. */
  OTHER_DOCUMENT,
  /** A surplus without the document that shows it. */
  EVIDENCE,
  /** Words that name no document: no number, or no day. */
  NO_DOCUMENT,
  /** Called settled, where the register knows no settlement. */
  NOT_SETTLED,
  /** The line is slow and no surplus is shown: only a cut, which hears the unit, takes from it. */
  HEAR_FIRST,
  /** No rule says how long a unit has to comment. */
  NO_RULE;

  @Override
  public String key() {
    return "capital.refusal.cut." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return this == UNKNOWN || this == NO_LINE || this == NO_ENTRY;
  }
}

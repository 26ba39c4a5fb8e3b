package vn.dondoc.capital.line;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao sổ chi tiết không mở được, hay một thao tác trên dòng vốn không ghi được. */
enum LineRefusal implements Refusal.Code {
  /** No line of that number, or none for whoever asks. */
  NO_LINE,
  /** No such entry on this line. */
  NO_ENTRY,
  /** Several things are wrong with what was typed. */
  ACT,
  SIGNER,
  GROUND,
  /** A cut for slowness hears the unit first. */
  SLOW_IS_HEARD,
  /** Decided by another authority than the rules name for the pool, or by one nobody names. */
  AUTHORITY,
  NO_AUTHORITY,
  /** The term of the pool is over: its plan lapsed. */
  TERM_OVER,
  /** The line is in a reallocation that waits for its decision. */
  IN_PROPOSAL,
  /** More than the medium-term plan, or than the project may cost and still needs. */
  ABOVE_MEDIUM_TERM,
  ABOVE_TOTAL,
  DIRECTION,
  WHAT,
  /** A voucher of the Treasury that books nothing. */
  NO_MONEY,
  /** Nobody to receive it, several, or the line itself. */
  NO_RECEIVER,
  SEVERAL_RECEIVERS,
  SAME_LINE,
  OTHER_VINTAGE,
  OTHER_POOL,
  /** A correction that changes nothing, or of what cannot be corrected. */
  SAME_AMOUNT,
  BEFORE_ENTRY,
  IS_MOVEMENT,
  IS_CORRECTION,
  ALL_TAKEN_BACK,
  /** The document is booked already, saying the same: nothing would be booked. */
  ALREADY_BOOKED,
  /** A voucher of the same number, day, line and amount is booked under another spelling. */
  SAME_PAPER,
  /** It would take plan from a slow line by another document than the one it corrects. */
  CORRECTION_IS_CUT,
  /** The line changed since it was looked at. */
  CHANGED;

  @Override
  public String key() {
    return "capital.refusal.line." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return this == NO_LINE || this == NO_ENTRY;
  }
}

package vn.dondoc.planning.reallocation;

/**
 * What is wrong with an instance, where, and the value read.
 *
 * @param code what
 * @param subject id of the pool, project, line, owner or pin, 0 for the whole
 * @param value as read
 */
public record Problem(Code code, long subject, long value) {
  /** What can be wrong; those up to {@link #UNIT} refuse the instance. */
  public enum Code {
    DUPLICATE_ID,
    UNKNOWN_POOL,
    UNKNOWN_PROJECT,
    UNKNOWN_OWNER,
    /** A project has two lines in one pool. */
    SECOND_LINE,
    NEGATIVE_AMOUNT,
    /** An amount beyond what can be added up. */
    AMOUNT_TOO_LARGE,
    /** Quantiles fall, or are not receiver <= measured <= giver in 10 to 90. */
    QUANTILES,
    /** Rate outside 0 to 1, or without denominator. */
    TARGET,
    /** An advance above what was paid. */
    ADVANCE_ABOVE_PAID,
    UNKNOWN_SUBJECT_OF_PIN,
    /** A forced amount on something that is not a line. */
    PIN_NEEDS_LINE,
    /** Rounding unit not above 0, or the smallest move below 0. */
    UNIT,
    /** Chi vượt kế hoạch: floors above the plan; the line gives nothing. */
    FLOOR_ABOVE_PLAN,
    /** Nhu cầu còn lại âm: the project has more than its ceiling; it takes nothing. */
    NEGATIVE_REMAINING_NEED,
    /** Không còn ngày: no line can pay anything more. */
    NO_HORIZON,
    /** A forced amount was rounded up to whole units or to the smallest move. */
    PIN_ROUNDED_UP
  }

  /** Whether it refuses the instance. */
  public boolean refuses() {
    return code.compareTo(Code.UNIT) <= 0;
  }
}

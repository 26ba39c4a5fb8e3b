package vn.dondoc.capital.reallocation.submission;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao một đề xuất điều chuyển không ghi được. */
public enum SubmissionRefusal implements Refusal.Code {
  /** Several problems of one proposal. */
  SUBMISSION,
  /** No such proposal, or not within sight. */
  UNKNOWN,
  /** The scenario has no plan to put forward. */
  NO_PLAN,
  /** Still being solved. */
  RUNNING,
  /** Solved again, or by other rules, since the person looked. */
  CHANGED,
  /** A line that moves was paid from or changed since it was solved. */
  STALE,
  /** A decrease without a reason. */
  REASON,
  /** Too many words. */
  WORDS,
  /** Somebody put the same money forward. */
  MONEY_TAKEN,
  /** Somebody put the same unallocated money forward. */
  UNALLOCATED_TAKEN,
  /** Decreases and increases of a pool differ. */
  MOVE_UNBALANCED,
  /** Several problems of one decision. */
  DECISION,
  /** Decided or withdrawn already. */
  OVER,
  /** No number, or one too long. */
  NUMBER,
  /** No issuer, or one too long. */
  ISSUER,
  /** No signer, or one too long. */
  SIGNER,
  /** A day to come, before the proposal, or none. */
  SIGNED,
  /** Decided by another authority than the rules name for the pool. */
  AUTHORITY,
  /** No rule names who decides in the pool. */
  NO_AUTHORITY,
  /** A raise above the medium-term plan without the decision that changes it. */
  MEDIUM_TERM,
  /** The same as the database tells it. */
  MEDIUM_UNDECIDED,
  /** That decision is of another authority than the rules name. */
  MEDIUM_AUTHORITY,
  /** No rule names who changes the medium-term plan. */
  NO_MEDIUM_AUTHORITY,
  /** Its number is missing or too long. */
  MEDIUM_NUMBER,
  /** Its issuer is missing or too long. */
  MEDIUM_ISSUER,
  /** It is told though nothing goes above the medium-term plan. */
  MEDIUM_NOT_NEEDED,
  /** Its day is missing or to come. */
  MEDIUM_SIGNED,
  /** More unallocated money of a pool than its proposal takes. */
  TAKES_MORE,
  /** More unallocated money than the pool has left. */
  UNALLOCATED_SHORT,
  /** Unallocated money that another open proposal holds. */
  UNALLOCATED_HELD,
  /** A decrease below what is paid, or accepted and unpaid. */
  BELOW_FLOOR,
  /** The project that would receive is suspended. */
  SUSPENDED,
  /** It has no investment decision. */
  NO_INVESTMENT_DECISION,
  /** It is not in the medium-term plan. */
  NOT_IN_MEDIUM_TERM,
  /** It is new and its procedures are not complete. */
  PROCEDURES_INCOMPLETE,
  /** Its time to be given capital is over. */
  CAPITAL_TIME_OVER,
  /** More than the project may cost and still needs. */
  ABOVE_TOTAL,
  /** Signed after the authority's deadline, and no reason is given. */
  LATE,
  /** Plan or payments of a line changed since the proposal. */
  LINE_CHANGED,
  /** Other lines changed since it was solved. */
  STALE_OTHERS,
  /** What was typed is no amount. */
  AMOUNT,
  /** More than was put forward. */
  ABOVE,
  /** The decision speaks of no move. */
  NOTHING,
  /** The decision was entered already. */
  REPEATED,
  /** A unit cut for slowness may still comment. */
  COMMENT_FIRST;

  @Override
  public String key() {
    return "capital.refusal.submission." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return this == UNKNOWN;
  }
}

package vn.dondoc.capital.yearend;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao một việc cuối năm không làm được. */
public enum YearEndRefusal implements Refusal.Code {
  /** Several problems at once. */
  REQUEST,
  /** No such request, or not within sight. */
  UNKNOWN,
  /** No such line, or not within sight. */
  NO_LINE,
  /** A year nobody can have meant. */
  YEAR,
  /** No law in the tables counts for that year. */
  NO_LAW,
  /** The law of that year does not know that ground for that money. */
  GROUND,
  /** More than is left of the plan. */
  ABOVE_LEFT,
  /** Less was added after that day than is asked for. */
  NOT_ADDED,
  /** The new deadline is not after the old, or later than the law allows. */
  UNTIL,
  /** What is carried already is not carried again. */
  CARRIED_AGAIN,
  /** What was typed is no amount. */
  AMOUNT,
  /** Nothing said where words are needed, or too many. */
  WORDS,
  /** No document, or one too long. */
  DOCUMENT,
  /** A day to come. */
  SIGNED,
  /** More, or longer, than was asked. */
  ABOVE_ASKED,
  /** Signed before it was asked for. */
  BEFORE_ASKED,
  /** Decided to a day up to which the money runs anyway. */
  UNTIL_NOW,
  /** Not one's own project, and no right to plan. */
  NOT_YOURS,
  /** Who asked does not decide as well. */
  OWN_REQUEST,
  /** What the law lets run on is not refused. */
  RUNS_ON,
  /** Decided already. */
  DECIDED,
  /** Not allowed, or carried already. */
  NOT_TO_CARRY,
  /** The term of the pool is not over: the money may still be paid this year. */
  TERM_RUNS,
  /** The day it was extended to has passed. */
  CARRY_TOO_LATE,
  /** All of it was disbursed meanwhile. */
  NOTHING_LEFT,
  /** Not allowed, or carried already: nothing to lower or withdraw. */
  NOT_TO_LOWER,
  /** Lowered to as much as is allowed, or more. */
  NOT_LOWER,
  /** Lowered by a decision older than what it lowers. */
  BEFORE_DECIDED,
  /** Nothing lapses. */
  NOTHING_LAPSES,
  /** What lapses is not what was looked at. */
  CHANGED;

  @Override
  public String key() {
    return "capital.refusal.yearend." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return this == UNKNOWN || this == NO_LINE;
  }
}

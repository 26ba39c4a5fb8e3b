package vn.dondoc.capital.reallocation;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao một việc của điều chuyển không làm được. */
public enum ReallocationRefusal implements Refusal.Code {
  /** Several problems of one scenario. */
  SCENARIO,
  /** No such scenario, or not within sight. */
  UNKNOWN,
  /** No name, or one too long. */
  NAME,
  /** Another scenario of the year has the name. */
  NAME_TAKEN,
  /** Somebody else changed its rules meanwhile. */
  CHANGED,
  /** No percentage from 0 to 100. */
  PERCENT,
  /** A fraction where whole percents are kept. */
  WHOLE_PERCENT,
  /** No such definition of a rate. */
  DEFINITION,
  /** The definition measures work done, not disbursement. */
  WORK_DONE,
  /** What was typed is no amount. */
  AMOUNT,
  /** A quantile outside what the forecast has. */
  QUANTILE,
  /** A pool that is not of the year. */
  POOL,
  /** A line that is not of the year, or not within sight. */
  LINE,
  /** Nothing that a pin can say. */
  PIN,
  /** A forced change of more than one line. */
  PIN_SCOPE,
  /** More pins than can be told apart. */
  TOO_MANY_PINS,
  /** Being solved already. */
  RUNNING,
  /** Nothing is being solved. */
  NOT_RUNNING,
  /** No line of the year within sight. */
  NO_LINES,
  /** Years without a target or a definition. */
  NO_TARGET,
  /** What was read from the ledger cannot be computed with. */
  INSTANCE,
  /** Tried several times in vain. */
  FAILED,
  /** Nothing to compare. */
  COMPARE;

  @Override
  public String key() {
    return "capital.refusal.reallocation." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return this == UNKNOWN || this == LINE;
  }
}

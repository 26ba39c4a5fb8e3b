package vn.dondoc.capital.review;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao việc rà soát không làm được. */
public enum ReviewRefusal implements Refusal.Code {
  /** A table of rules the database would not take. */
  FILE,
  /** A day to come. */
  DAY,
  /** Nobody is slow: there is nothing to meet about. */
  NOBODY,
  /** Lines are slow, but no owner is as a whole. */
  NOBODY_CALLED;

  @Override
  public String key() {
    return "capital.refusal.review." + name().toLowerCase(Locale.ROOT);
  }
}

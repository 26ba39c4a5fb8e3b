package vn.dondoc.rural.plan;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao kế hoạch không ghi được. */
public enum PlanRefusal implements Refusal.Code {
  /** Several problems, each with its own sentence. */
  LINES,
  NO_SET,
  FUTURE,
  NO_PLACE,
  NO_SUCH_BODY,
  UNKNOWN,
  CHANGED,
  NOT_YOURS,
  DAY_FAR,
  NO_BLOCK,
  NO_WHY,
  NO_WHY_DAY,
  AFTER_EXPIRY,
  UNTIL_PAST,
  UNTIL_FAR,
  LOCKED,
  COST,
  LONG,
  NO_BODY,
  NO_DAY,
  MET,
  GIVEN,
  ASKED,
  GIVEN_CHANGED,
  NONE,
  MANY;

  @Override
  public String key() {
    return "rural.refusal.plan." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return this == UNKNOWN;
  }
}

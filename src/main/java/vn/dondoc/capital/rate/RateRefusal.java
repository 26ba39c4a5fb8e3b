package vn.dondoc.capital.rate;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao một cách tính, một mục tiêu không dùng được. */
public enum RateRefusal implements Refusal.Code {
  /** The table of definitions has problems. */
  FILE,
  NO_DEFINITION,
  /** Several problems of a target. */
  TARGET,
  PERCENT,
  BY_DAY,
  CLAUSE,
  DOCUMENT,
  WHY,
  CHANGED;

  @Override
  public String key() {
    return "capital.refusal.rate." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return this == NO_DEFINITION;
  }
}

package vn.dondoc.rural.plan;

import java.util.Locale;

/** Vì sao chưa dự báo được. */
public enum Untold {
  /** No set is in force. */
  NO_SET,
  /** Nothing was reported by the set that is in force. */
  NO_REPORT,
  /** The year is over: what was reported tells, nothing is to be forecast. */
  OVER,
  /** The year lies beyond what can be told. */
  FAR;

  String key() {
    return "rural.forecast.untold." + name().toLowerCase(Locale.ROOT);
  }
}

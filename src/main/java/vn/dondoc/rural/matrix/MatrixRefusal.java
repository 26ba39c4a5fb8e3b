package vn.dondoc.rural.matrix;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao ma trận không trả lời được. */
enum MatrixRefusal implements Refusal.Code {
  /** The day is still to come. */
  FUTURE,
  /** No map of that day is known. */
  NO_MAP,
  /** No district of that number has a commune the viewer sees. */
  NO_DISTRICT,
  /** No commune of that number, or none the viewer sees. */
  NO_COMMUNE,
  /** No set is in force on the day. */
  NO_SET,
  /** No indicator of that number in the set of the day. */
  NO_INDICATOR;

  @Override
  public String key() {
    return "rural.refusal.matrix." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return this != FUTURE && this != NO_MAP && this != NO_DISTRICT;
  }
}

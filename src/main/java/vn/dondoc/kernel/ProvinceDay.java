package vn.dondoc.kernel;

import java.time.LocalDate;

/**
 * Ngày của tỉnh: the day deadlines and as-of figures are counted from.
 *
 * <p>On a real installation it is today in Việt Nam; a demonstration stands on a day of its own.
 * Sign-in and audit use real time instead.
 */
public interface ProvinceDay {
  LocalDate today();

  /** It stands on a day of its own until somebody moves it; the clock does not. */
  default boolean standsStill() {
    return false;
  }
}

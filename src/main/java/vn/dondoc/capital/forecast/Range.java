package vn.dondoc.capital.forecast;

/**
 * Khoảng dự báo, đồng.
 *
 * @param low reached nine times of ten
 * @param middle reached every second time
 * @param high reached one time of ten
 */
public record Range(long low, long middle, long high) {
  /** What comes beyond what there is already, never below zero. */
  public Range beyond(long paid) {
    return new Range(Math.max(0, low - paid), Math.max(0, middle - paid), Math.max(0, high - paid));
  }
}

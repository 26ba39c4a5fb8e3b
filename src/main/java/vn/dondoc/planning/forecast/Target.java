package vn.dondoc.planning.forecast;

/**
 * Mục tiêu giải ngân.
 *
 * @param name as the asker calls it
 * @param of whose
 * @param month at whose end it is to be reached
 * @param amount cumulative; the rate's numerator, the caller knows the denominator
 */
public record Target(String name, Part of, int month, long amount) {
  public Target {
    if (month < 1 || month > Line.LAST_MONTH) {
      throw new IllegalArgumentException("month " + month + " is not one of 1 to 13");
    }
  }
}

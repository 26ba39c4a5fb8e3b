package vn.dondoc.planning.forecast;

import java.util.List;

/**
 * Hình quạt: cumulative payments at the end of each month, as quantiles.
 *
 * <p>The first month is the last one known, whose quantiles are all what was paid.
 */
public final class Fan {
  /** Quantiles there are, in percent. */
  public static final List<Integer> PERCENTS = List.of(5, 10, 25, 50, 75, 90, 95);

  private final int known;
  private final long[][] quantiles;
  private final long[] means;

  /** Takes over both arrays: a row for each month from the known one on. */
  Fan(int known, long[][] quantiles, long[] means) {
    this.known = known;
    this.quantiles = quantiles;
    this.means = means;
  }

  /** The last month known, the first of the fan. */
  public int known() {
    return known;
  }

  /** The last month of the fan. */
  public int last() {
    return known + quantiles.length - 1;
  }

  /** A quantile at the end of a month. */
  public long at(int month, int percent) {
    int place = PERCENTS.indexOf(percent);
    if (place < 0) {
      throw new IllegalArgumentException(percent + " is not one of " + PERCENTS);
    }
    return quantiles[row(month)][place];
  }

  /** The expected value at the end of a month; those of the parts add up to that of the whole. */
  public long mean(int month) {
    return means[row(month)];
  }

  private int row(int month) {
    if (month < known || month > last()) {
      throw new IllegalArgumentException(
          "month " + month + " is not one of " + known + " to " + last());
    }
    return month - known;
  }
}

package vn.dondoc.planning.forecast;

import java.util.Arrays;
import java.util.List;

/**
 * Hình quạt: cumulative payments at the end of each month, as quantiles.
 *
 * <p>The first month is the last one known, whose quantiles are all what was paid; where reports of
 * the last months are missing, it is a forecast as well.
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

  /** The fan of throws, a row for each month from the known one on; they stay in their order. */
  static Fan of(int known, long[][] throwsOf) {
    long[][] quantiles = new long[throwsOf.length][PERCENTS.size()];
    long[] means = new long[throwsOf.length];
    long[] sorted = new long[Dice.DRAWS];
    for (int row = 0; row < throwsOf.length; row++) {
      System.arraycopy(throwsOf[row], 0, sorted, 0, Dice.DRAWS);
      means[row] = mean(sorted);
      Arrays.sort(sorted);
      for (int q = 0; q < PERCENTS.size(); q++) {
        quantiles[row][q] = quantile(sorted, PERCENTS.get(q) / 100.0);
      }
    }
    return new Fan(known, quantiles, means);
  }

  private static long mean(long[] values) {
    double sum = 0;
    for (long value : values) {
      sum += value;
    }
    return Math.round(sum / values.length);
  }

  static long quantile(long[] sorted, double level) {
    double place = level * sorted.length - 0.5;
    int low = (int) place;
    return sorted[low] + Math.round((place - low) * (sorted[low + 1] - sorted[low]));
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

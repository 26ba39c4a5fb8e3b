package vn.dondoc.planning.forecast;

/**
 * Xúc xắc: random numbers that depend on nothing but the seed and what they are thrown for, so that
 * the order of lines changes no answer.
 *
 * <p>Whatever is drawn once per draw (a pace, a shock) is stratified: the draws take each of {@link
 * #DRAWS} evenly likely values once, in an order of their own.
 */
final class Dice {
  /** Draws; a power of two. */
  static final int DRAWS = 512;

  private static final int MASK = DRAWS - 1;

  /** Evenly likely values of a standard normal distribution, ascending. */
  static final double[] NORMALS = normals();

  private long state;

  Dice(long seed, long of) {
    state = mix(seed + mix(of + 0x9E3779B97F4A7C15L));
    if (state == 0) {
      state = 1;
    }
  }

  private static double[] normals() {
    double[] values = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      values[i] = normal((i + 0.5) / DRAWS);
    }
    return values;
  }

  static long mix(long x) {
    x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }

  long next() {
    state ^= state << 13;
    state ^= state >>> 7;
    state ^= state << 17;
    return state;
  }

  /** Fills an order of 0 to DRAWS - 1. */
  void order(int[] order) {
    long keys = mix(next());
    int times = ((int) keys & MASK) | 1;
    int more = (int) (keys >>> 10) & MASK;
    int again = ((int) (keys >>> 20) & MASK) | 1;
    int last = (int) (keys >>> 30) & MASK;
    for (int i = 0; i < DRAWS; i++) {
      int x = (i * times + more) & MASK;
      x ^= x >>> 5;
      x = (x * again + last) & MASK;
      order[i] = x ^ (x >>> 4);
    }
  }

  /** Fills lognormal values of mean one and this variance of their logarithm, times a mean. */
  void lognormals(double mean, double variance, double[] into, int[] order) {
    if (variance <= 0) {
      java.util.Arrays.fill(into, 0, DRAWS, mean);
      return;
    }
    double[] values = lognormal(variance);
    order(order);
    for (int i = 0; i < DRAWS; i++) {
      into[i] = mean * values[order[i]];
    }
  }

  private static double[] lognormal(double variance) {
    double deviation = Math.sqrt(variance);
    double[] values = new double[DRAWS];
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      values[i] = Math.exp(deviation * NORMALS[i]);
      sum += values[i];
    }
    for (int i = 0; i < DRAWS; i++) {
      values[i] *= DRAWS / sum;
    }
    return values;
  }

  /**
   * Evenly likely values of one month's noise, mean one: nothing at all with a probability, else
   * lognormal.
   *
   * @param inner variance of the logarithm of what is paid when something is
   * @param nothing probability of a month without a payment
   */
  static double[] noise(double inner, double nothing, int size) {
    double deviation = Math.sqrt(inner);
    double[] values = new double[size];
    int zeros = (int) Math.round(nothing * size);
    double sum = 0;
    for (int i = zeros; i < size; i++) {
      values[i] = Math.exp(deviation * normal((i - zeros + 0.5) / (size - zeros)));
      sum += values[i];
    }
    for (int i = zeros; i < size; i++) {
      values[i] *= size / sum;
    }
    return values;
  }

  /** The standard normal distribution (Zelen and Severo's approximation, error below 7.5e-8). */
  static double below(double x) {
    if (x < 0) {
      return 1 - below(-x);
    }
    double t = 1 / (1 + 0.2316419 * x);
    double tail =
        polynomial(t, 1.330274429, -1.821255978, 1.781477937, -0.356563782, 0.319381530, 0);
    return 1 - 0.3989422804 * Math.exp(-x * x / 2) * tail;
  }

  /** The standard normal quantile (Acklam's rational approximation, error below 1.2e-9). */
  static double normal(double p) {
    if (p > 0.5) {
      return -normal(1 - p);
    }
    if (p < 0.02425) {
      double q = Math.sqrt(-2 * Math.log(p));
      return polynomial(
              q,
              -7.784894002430293e-03,
              -3.223964580411365e-01,
              -2.400758277161838,
              -2.549732539343734,
              4.374664141464968,
              2.938163982698783)
          / polynomial(
              q,
              7.784695709041462e-03,
              3.224671290700398e-01,
              2.445134137142996,
              3.754408661907416,
              1);
    }
    double q = p - 0.5;
    double r = q * q;
    return q
        * polynomial(
            r,
            -3.969683028665376e+01,
            2.209460984245205e+02,
            -2.759285104469687e+02,
            1.383577518672690e+02,
            -3.066479806614716e+01,
            2.506628277459239)
        / polynomial(
            r,
            -5.447609879822406e+01,
            1.615858368580409e+02,
            -1.556989798598866e+02,
            6.680131188771972e+01,
            -1.328068155288572e+01,
            1);
  }

  private static double polynomial(double x, double... coefficients) {
    double value = 0;
    for (double coefficient : coefficients) {
      value = value * x + coefficient;
    }
    return value;
  }
}

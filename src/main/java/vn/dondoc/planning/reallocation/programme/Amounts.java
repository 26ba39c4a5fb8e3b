package vn.dondoc.planning.reallocation.programme;

import java.math.BigInteger;

/** Products that do not fit a long on the way. */
public final class Amounts {
  private static final long MILLION = 1_000_000;

  private Amounts() {}

  /** {@code amount x millionths}, rounded down. */
  public static long share(long amount, long millionths) {
    return floor(product(amount, millionths), MILLION);
  }

  /** {@code part / whole} in millionths, rounded up; nothing of nothing is nothing. */
  public static long millionths(long part, long whole) {
    if (part <= 0) {
      return 0;
    }
    return -floor(product(part, MILLION).negate(), Math.max(1, whole));
  }

  public static BigInteger product(long one, long other) {
    return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
  }

  public static long floor(BigInteger value, long by) {
    BigInteger[] parts = value.divideAndRemainder(BigInteger.valueOf(by));
    long whole = parts[0].longValueExact();
    return parts[1].signum() < 0 ? whole - 1 : whole;
  }

  public static long ceil(BigInteger value, long by) {
    return -floor(value.negate(), by);
  }
}

package vn.dondoc.planning.reallocation.solve;

import java.math.BigInteger;

/** Products that do not fit a long on the way. */
final class Amounts {
  private static final long MILLION = 1_000_000;

  private Amounts() {}

  /** {@code amount x millionths}, rounded down. */
  static long share(long amount, long millionths) {
    return floor(product(amount, millionths), MILLION);
  }

  /** {@code part / whole} in millionths, rounded up; nothing of nothing is nothing. */
  static long millionths(long part, long whole) {
    if (part <= 0) {
      return 0;
    }
    return -floor(product(part, MILLION).negate(), Math.max(1, whole));
  }

  static BigInteger product(long one, long other) {
    return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
  }

  static long floor(BigInteger value, long by) {
    BigInteger[] parts = value.divideAndRemainder(BigInteger.valueOf(by));
    long whole = parts[0].longValueExact();
    return parts[1].signum() < 0 ? whole - 1 : whole;
  }

  static long ceil(BigInteger value, long by) {
    return -floor(value.negate(), by);
  }
}

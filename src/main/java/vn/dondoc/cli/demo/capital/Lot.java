package vn.dondoc.cli.demo.capital;

/** Draws the same numbers every time, so that every demonstration is the same province. */
final class Lot {
  private Lot() {}

  /** A number from 0 to below, drawn for what is numbered so. */
  static int of(String what, long number, int below) {
    long x = what.hashCode() * 0x9E3779B97F4A7C15L + number * 0xBF58476D1CE4E5B9L;
    x = (x ^ x >>> 30) * 0xBF58476D1CE4E5B9L;
    x = (x ^ x >>> 27) * 0x94D049BB133111EBL;
    return (int) Math.floorMod(x ^ x >>> 31, (long) below);
  }

  /** The same between 0 and 1. */
  static double share(String what, long number) {
    return of(what, number, 10_000) / 10_000.0;
  }
}

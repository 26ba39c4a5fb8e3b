package vn.dondoc.planning.reallocation;

/**
 * How long to search at most.
 *
 * @param integerMillis for moves and decisions together
 * @param fairnessMillis for priority and fairness together
 * @param workers threads of the integer solver
 */
public record Effort(long integerMillis, long fairnessMillis, int workers) {
  public static final Effort USUAL = new Effort(60_000, 20_000, 2);
}

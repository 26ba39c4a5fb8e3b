package vn.dondoc.planning.reallocation;

import java.util.List;

/**
 * What a planner sets: quantiles, smallest sums, pins and shares.
 *
 * @param quantiles how careful the forecast is read
 * @param unitVnd đơn vị làm tròn: every move is a whole number of these
 * @param smallestMoveVnd the smallest decrease or increase worth a line in a decision
 * @param largestOwnerLossPpm the largest net share an owner may lose, in millionths of its plan; a
 *     million and more for no limit
 * @param mediumTermAdjustable whether moves may need a change of the medium-term plan
 * @param pins what the planner holds fast
 */
public record Rules(
    Quantiles quantiles,
    long unitVnd,
    long smallestMoveVnd,
    long largestOwnerLossPpm,
    boolean mediumTermAdjustable,
    List<Pin> pins) {
  public static final long NO_OWNER_LIMIT = 1_000_000;

  public Rules {
    pins = List.copyOf(pins);
  }

  public Rules with(List<Pin> others) {
    return new Rules(
        quantiles, unitVnd, smallestMoveVnd, largestOwnerLossPpm, mediumTermAdjustable, others);
  }

  /**
   * Percentages of the forecast, {@code receiver <= measured <= giver}, all from 10 to 90: a
   * receiver takes what it can use at the first, the rate is measured at the second, a giver keeps
   * what it can use at the third. So every moved đồng is one that would have lapsed and will be
   * paid.
   */
  public record Quantiles(int receiver, int measured, int giver) {
    public static final Quantiles MEDIAN = new Quantiles(50, 50, 50);
  }
}

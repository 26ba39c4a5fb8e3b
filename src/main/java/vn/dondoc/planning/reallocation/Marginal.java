package vn.dondoc.planning.reallocation;

/**
 * Nới một giới hạn: what one more rounding unit of it would bring.
 *
 * @param limit which kind
 * @param subject id of the line, pool, project or owner it belongs to
 * @param unitVnd how much more was tried
 * @param gainVnd by how much the shortfall would fall (rounded down), what a giver would have paid
 *     where it was taken off; 0 where it binds but brings nothing by itself. Of a passed deadline:
 *     by how much were all pools of its authority in time
 */
public record Marginal(Limit limit, long subject, long unitVnd, long gainVnd) {
  /** Limits that were tried at most: the dearest. */
  public static final int MOST = 200;

  /** It can be loosened đồng by đồng; else only in a step, whose worth the gain does not tell. */
  public boolean isSlope() {
    return isSlope(limit);
  }

  /** The same of a kind of limit. */
  public static boolean isSlope(Limit limit) {
    return switch (limit) {
      case SMALLEST_MOVE, ELIGIBILITY, LEAD_TIME, REMAINING_NEED, NOT_COUNTED -> false;
      default -> true;
    };
  }
}

package vn.dondoc.planning.reallocation;

import java.util.List;

/**
 * Chứng cứ: what can be reached at most, and why not more.
 *
 * @param neededVnd expected payments the target asks, at the unchanged denominator
 * @param mostVnd the most that can be expected, returned capital counted by its effect on the rate
 * @param pools pool by pool
 * @param owners owners whose share holds money back
 * @param projects projects whose ceiling holds money back
 * @param shortfall the dual proof of the first phase
 * @param disturbance the dual proof of the second phase
 */
public record Certificate(
    long neededVnd,
    long mostVnd,
    List<PoolCeiling> pools,
    List<Long> owners,
    List<Long> projects,
    Dual shortfall,
    Dual disturbance) {
  public Certificate {
    pools = List.copyOf(pools);
    owners = List.copyOf(owners);
    projects = List.copyOf(projects);
  }

  /**
   * Mức trần của một quỹ.
   *
   * @param planVnd the pool's plan
   * @param expectedVnd before any move
   * @param gainVnd what moves can add at most, were the pool served first: where pools share owners
   *     or projects, not all can have it at once
   * @param surplusVnd what its lines could give were none of them pinned and the deadline not
   *     passed
   * @param roomVnd what its lines could take in the same way
   * @param binding the limit that holds the pool where it is
   */
  public record PoolCeiling(
      long pool,
      long planVnd,
      long expectedVnd,
      long gainVnd,
      long surplusVnd,
      long roomVnd,
      Limit binding) {}

  /**
   * Multipliers that prove a bound by hand: with the price of a unit at each place of the money's
   * network and the price of the target, no lawful plan is better than {@code bound}.
   *
   * @param targetPriceNumerator price of one scaled đồng of target, over {@code
   *     targetPriceDenominator}
   * @param poolPrices by pool in the order of the instance, inflow and outflow side in turn
   * @param projectPrices by project in the order of the instance
   * @param ownerPrices by owner in the order of the instance
   * @param bound what is proved, in the network's own units
   */
  public record Dual(
      long targetPriceNumerator,
      long targetPriceDenominator,
      List<Long> poolPrices,
      List<Long> projectPrices,
      List<Long> ownerPrices,
      long bound) {
    public static final Dual NONE = new Dual(0, 1, List.of(), List.of(), List.of(), 0);

    public Dual {
      poolPrices = List.copyOf(poolPrices);
      projectPrices = List.copyOf(projectPrices);
      ownerPrices = List.copyOf(ownerPrices);
    }
  }
}

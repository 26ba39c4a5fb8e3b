package vn.dondoc.planning.reallocation.network;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import vn.dondoc.planning.reallocation.network.NetworkSimplex.Bounds;
import vn.dondoc.planning.reallocation.programme.Amounts;

/**
 * The cheapest circulations for every gain, by costs of the lines: a convex line. Secants find the
 * price at which it passes what is needed; the two circulations on either side differ by little,
 * and the price bounds from below what any plan with that gain costs.
 */
public final class Frontier {
  private static final int SECANTS = 80;

  private final Network network;
  private final Bounds bounds;
  private final long[] cost;
  private final long needed;

  /** Cheapest with less gain than needed, or just as much; null when there is none. */
  @Nullable NetworkSimplex low;

  /** Cheapest with at least what is needed; null when so much cannot be gained. */
  @Nullable NetworkSimplex high;

  /** No circulation with that gain costs less. */
  public long bound;

  /** The circulation whose prices prove the bound; null when there is none. */
  @Nullable NetworkSimplex prices;

  public Frontier(Network network, Bounds bounds, long[] cost, long needed) {
    this.network = network;
    this.bounds = bounds;
    this.cost = cost;
    this.needed = needed;
    search();
  }

  private void search() {
    NetworkSimplex free = network.cheapest(bounds, cost);
    if (!free.feasible()) {
      return;
    }
    bound = cost(free);
    prices = free;
    low = free;
    if (network.gain(free) >= needed) {
      high = free;
      return;
    }
    NetworkSimplex rich = network.cheapest(bounds, 0, 1);
    if (network.gain(rich) < needed) {
      return;
    }
    high = network.cheapest(network.face(rich, bounds), cost);
    secants(free, high);
  }

  private void secants(NetworkSimplex cheap, NetworkSimplex rich) {
    NetworkSimplex left = cheap;
    NetworkSimplex right = rich;
    for (int round = 0; round < SECANTS && network.gain(right) > network.gain(left); round++) {
      long gains = network.gain(right) - network.gain(left);
      long price = Math.ceilDiv(cost(right) - cost(left), gains);
      NetworkSimplex next = network.cheapest(bounds, priced(price));
      long proved = bound(next, price);
      if (proved > bound) {
        bound = proved;
        prices = next;
      }
      boolean better = reduced(next, price).compareTo(reduced(left, price)) < 0;
      if (!better || network.gain(next) == network.gain(left)) {
        break;
      }
      if (network.gain(next) >= needed) {
        right = next;
      } else {
        left = next;
      }
    }
    low = left;
    high = right;
  }

  private long[] priced(long price) {
    long[] priced = cost.clone();
    for (int arc = 0; arc < priced.length; arc++) {
      priced[arc] -= price * network.gain[arc];
    }
    return priced;
  }

  private BigInteger reduced(NetworkSimplex solved, long price) {
    return BigInteger.valueOf(cost(solved)).subtract(Amounts.product(price, network.gain(solved)));
  }

  private long bound(NetworkSimplex solved, long price) {
    return reduced(solved, price).add(Amounts.product(price, needed)).longValueExact();
  }

  private long cost(NetworkSimplex solved) {
    long sum = 0;
    for (int arc = 0; arc < cost.length; arc++) {
      sum += cost[arc] * solved.flow(arc);
    }
    return sum;
  }
}

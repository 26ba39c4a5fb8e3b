package vn.dondoc.planning.reallocation.solve;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.planning.reallocation.solve.NetworkSimplex.Bounds;

/** Makes a whole plan of a choice of lines: each moves at least the smallest move, none else. */
final class Opening {
  private static final int ROUNDS = 12;
  private static final long FINE = 1L << 40;

  private final Programme programme;
  private final Network network;
  private final MoneyPhases money;

  Opening(Programme programme, Network network, MoneyPhases money) {
    this.programme = programme;
    this.network = network;
    this.money = money;
  }

  /** A plan on these lines with all that is needed and the fewest cuts. */
  Optional<Solution> fit(boolean[] open) {
    Bounds bounds = network.bounds.copy();
    for (int line = 0; line < programme.lines; line++) {
      LineRoom room = programme.rooms[line];
      if (!room.forced()) {
        bounds.lower[line] = open[line] ? Math.min(programme.smallest, bounds.upper[line]) : 0;
        bounds.upper[line] = open[line] ? bounds.upper[line] : 0;
      }
    }
    NetworkSimplex rich = network.cheapest(bounds, 0, 1);
    if (!rich.feasible() || network.gain(rich) < money.needed) {
      return Optional.empty();
    }
    NetworkSimplex calm = network.cheapest(bounds, 1, 0);
    if (network.gain(calm) >= money.needed) {
      return lawful(calm);
    }
    rich = network.cheapest(network.face(rich, bounds), 1, 0);
    return between(bounds, calm, rich).flatMap(this::lawful);
  }

  private Optional<Solution> lawful(NetworkSimplex solved) {
    Solution solution = network.solution(solved);
    boolean good =
        solution.largeEnough(programme)
            && solution.gain(programme) >= money.needed
            && solution.cuts() <= money.fewestCuts;
    return good ? Optional.of(solution) : Optional.empty();
  }

  /** The plan between two that gains just what is needed, pool by pool in proportion. */
  private Optional<NetworkSimplex> between(Bounds bounds, NetworkSimplex calm, NetworkSimplex rich) {
    long low = network.gain(calm);
    double share = (money.needed - low) / (double) Math.max(1, network.gain(rich) - low);
    Bounds fixed = bounds.copy();
    long gained = 0;
    for (int arc = network.poolArcs; arc < network.projectArcs; arc++) {
      if (network.gain[arc] > 0) {
        long way = rich.flow(arc) - calm.flow(arc);
        long flow = calm.flow(arc) + (long) Math.floor(share * way);
        fixed.lower[arc] = flow;
        gained += network.gain[arc] * flow;
      }
    }
    for (int arc = network.poolArcs; arc < network.projectArcs; arc++) {
      if (network.gain[arc] > 0) {
        long more = Math.max(0, Math.ceilDiv(money.needed - gained, network.gain[arc]));
        long most = Math.max(calm.flow(arc), rich.flow(arc)) - fixed.lower[arc];
        long add = Math.clamp(more, 0, Math.max(0, most));
        fixed.lower[arc] += add;
        fixed.upper[arc] = fixed.lower[arc];
        gained += network.gain[arc] * add;
      }
    }
    NetworkSimplex solved = network.cheapest(fixed, 1, 0);
    return solved.feasible() ? Optional.of(solved) : Optional.empty();
  }

  /**
   * A choice of few lines under all couplings: large lines made cheap, the price of gain sought by
   * halving, then lines in use made cheaper than those that are not.
   */
  boolean[] few(@Nullable Solution start) {
    long[] reference = new long[programme.lines];
    for (int line = 0; line < programme.lines; line++) {
      reference[line] = network.bounds.upper[line];
      if (start != null && start.change[line] != 0) {
        reference[line] = Math.max(programme.smallest, Math.abs(start.change[line]));
      }
    }
    long low = 0;
    long high = FINE;
    NetworkSimplex best = null;
    for (int round = 0; round < ROUNDS; round++) {
      long price = round == 0 ? high : (long) Math.sqrt(Math.max(1, low) * (double) high);
      NetworkSimplex solved = network.cheapest(network.bounds, costs(reference, price));
      if (network.gain(solved) >= money.needed) {
        high = price;
        best = solved;
      } else {
        low = price;
      }
    }
    boolean[] open = new boolean[programme.lines];
    if (best != null) {
      Solution solution = network.solution(best);
      for (int line = 0; line < programme.lines; line++) {
        open[line] = solution.change[line] != 0;
      }
    }
    return open;
  }

  private long[] costs(long[] reference, long price) {
    long[] cost = new long[network.gain.length];
    for (int line = 0; line < programme.lines; line++) {
      cost[line] = FINE / 64 / Math.max(1, reference[line]);
    }
    for (int arc = network.poolArcs; arc < network.projectArcs; arc++) {
      cost[arc] = -(price / 64) * network.gain[arc] / programme.moved;
    }
    return cost;
  }
}

package vn.dondoc.planning.reallocation.network;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.planning.reallocation.network.NetworkSimplex.Bounds;
import vn.dondoc.planning.reallocation.programme.Programme;
import vn.dondoc.planning.reallocation.programme.Solution;

/** Makes a whole plan of a choice of lines: each moves at least the smallest move, none else. */
public final class Opening {
  /** Cost of using a line whole, so that costs of parts are whole numbers. */
  private static final long LINE = 1L << 32;

  private static final int ROUNDS = 8;

  private final Programme programme;
  private final Network network;
  private final MoneyPhases money;
  private final long[] cost;
  private final int forced;

  public Opening(Programme programme, Network network, MoneyPhases money) {
    this.programme = programme;
    this.network = network;
    this.money = money;
    cost = new long[network.gain.length];
    int count = 0;
    for (int line = 0; line < programme.lines; line++) {
      boolean set = programme.rooms[line].forced();
      cost[line] = set ? 0 : LINE / Math.max(1, network.bounds.upper[line]);
      count += set ? 1 : 0;
    }
    forced = count;
  }

  /**
   * A choice of few lines under all couplings, and the fewest that any plan has.
   *
   * @param open the lines, null where no choice was found that keeps to the smallest move
   */
  public record Few(boolean @Nullable [] open, int fewest) {}

  /** By parts of lines: using a part costs that part of a line. Too small parts are dropped. */
  public Few few() {
    Frontier frontier = new Frontier(network, network.bounds, cost, money.needed);
    int fewest = forced + (int) Math.ceilDiv(Math.max(0, frontier.bound), LINE);
    Bounds bounds = network.bounds.copy();
    NetworkSimplex solved = frontier.high;
    for (int round = 0; round < ROUNDS && solved != null; round++) {
      Bounds closed = bounds.copy();
      if (!settle(solved, closed, true)) {
        return new Few(used(solved), fewest);
      }
      Bounds raised = bounds;
      bounds = closed;
      NetworkSimplex next = new Frontier(network, closed, cost, money.needed).high;
      if (next == null) {
        settle(solved, raised, false);
        bounds = raised;
        next = new Frontier(network, raised, cost, money.needed).high;
      }
      solved = next;
    }
    return new Few(null, fewest);
  }

  /** Opens what moves enough and closes, or opens, what moves too little; false if nothing does. */
  private boolean settle(NetworkSimplex solved, Bounds bounds, boolean close) {
    boolean small = false;
    for (int line = 0; line < programme.lines; line++) {
      long flow = solved.flow(line);
      if (!programme.rooms[line].forced() && flow > 0) {
        boolean enough = flow >= programme.smallest;
        boolean open = enough || !close;
        bounds.lower[line] = open ? programme.smallest : 0;
        bounds.upper[line] = open ? bounds.upper[line] : 0;
        small |= !enough;
      }
    }
    return small;
  }

  private boolean[] used(NetworkSimplex solved) {
    boolean[] open = new boolean[programme.lines];
    for (int line = 0; line < programme.lines; line++) {
      open[line] = solved.flow(line) != 0;
    }
    return open;
  }

  /** A plan on these lines with all that is needed and the fewest cuts. */
  public Optional<Solution> fit(boolean @Nullable [] open) {
    return fit(open, network.bounds.upper);
  }

  /** As {@link #fit(boolean[])}, with what each line can move at most. */
  public Optional<Solution> fit(boolean @Nullable [] open, long[] most) {
    if (open == null) {
      return Optional.empty();
    }
    Bounds bounds = network.bounds.copy();
    for (int line = 0; line < programme.lines; line++) {
      if (!programme.rooms[line].forced()) {
        bounds.lower[line] = open[line] ? Math.min(programme.smallest, most[line]) : 0;
        bounds.upper[line] = open[line] ? most[line] : 0;
      }
    }
    Frontier frontier = new Frontier(network, bounds, cost, money.needed);
    NetworkSimplex low = frontier.low;
    NetworkSimplex high = frontier.high;
    if (low == null || high == null) {
      return Optional.empty();
    }
    if (low == high || network.gain(high) == money.needed) {
      return lawful(high);
    }
    for (int first = 0; first < programme.pools; first++) {
      Optional<Solution> found = between(bounds, low, high, first).flatMap(this::lawful);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Solution> lawful(NetworkSimplex solved) {
    Solution solution = network.solution(solved);
    boolean good =
        solution.largeEnough(programme)
            && solution.gain(programme) >= money.needed
            && solution.cuts() <= money.fewestCuts;
    return good ? Optional.of(solution) : Optional.empty();
  }

  /** The plan between two that gains just what is needed, the remainder to pools from one on. */
  private Optional<NetworkSimplex> between(
      Bounds bounds, NetworkSimplex low, NetworkSimplex high, int first) {
    long from = network.gain(low);
    double share = (money.needed - from) / (double) Math.max(1, network.gain(high) - from);
    Bounds fixed = bounds.copy();
    long gained = 0;
    for (int arc = network.poolArcs; arc < network.projectArcs; arc++) {
      if (network.gain[arc] > 0) {
        long way = high.flow(arc) - low.flow(arc);
        fixed.lower[arc] = low.flow(arc) + (long) Math.floor(share * way);
        gained += network.gain[arc] * fixed.lower[arc];
      }
    }
    int arcs = network.projectArcs - network.poolArcs;
    for (int step = 0; step < arcs; step++) {
      int arc = network.poolArcs + (3 * first + step) % arcs;
      if (network.gain[arc] > 0) {
        long more = Math.max(0, Math.ceilDiv(money.needed - gained, network.gain[arc]));
        long most = Math.max(low.flow(arc), high.flow(arc)) - fixed.lower[arc];
        long add = Math.clamp(more, 0, Math.max(0, most));
        fixed.lower[arc] += add;
        fixed.upper[arc] = fixed.lower[arc];
        gained += network.gain[arc] * add;
      }
    }
    NetworkSimplex solved = network.cheapest(fixed, 1, 0);
    return solved.feasible() ? Optional.of(solved) : Optional.empty();
  }
}

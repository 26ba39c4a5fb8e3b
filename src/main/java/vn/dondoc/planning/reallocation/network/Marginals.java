package vn.dondoc.planning.reallocation.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import vn.dondoc.planning.reallocation.Limit;
import vn.dondoc.planning.reallocation.Marginal;
import vn.dondoc.planning.reallocation.programme.Amounts;
import vn.dondoc.planning.reallocation.programme.LineRoom;
import vn.dondoc.planning.reallocation.programme.Programme;

/**
 * What one more unit of a tight limit would bring, exactly: the cheapest way round through what is
 * left of the network, by the prices of the best circulation.
 */
public final class Marginals {
  private static final int MOST = 200;

  private final Programme programme;
  private final Network network;
  private final NetworkSimplex solved;
  private final List<List<Integer>> out = new ArrayList<>();
  private final List<List<Integer>> in = new ArrayList<>();

  public Marginals(Programme programme, Network network, NetworkSimplex solved) {
    this.programme = programme;
    this.network = network;
    this.solved = solved;
    for (int node = 0; node < network.nodes; node++) {
      out.add(new ArrayList<>());
      in.add(new ArrayList<>());
    }
    for (int arc = 0; arc < network.from.length; arc++) {
      out.get(network.from[arc]).add(arc);
      in.get(network.to[arc]).add(arc);
    }
  }

  public List<Marginal> best() {
    List<Marginal> found = new ArrayList<>();
    IntStream.range(0, network.from.length)
        .filter(arc -> solved.reducedCost(arc) != 0 && relaxable(arc))
        .boxed()
        .sorted(Comparator.comparingLong(arc -> -Math.abs(solved.reducedCost(arc))))
        .limit(MOST)
        .forEach(arc -> add(arc, found));
    found.sort(
        Comparator.comparingLong((Marginal each) -> -each.gainVnd())
            .thenComparing(Marginal::limit)
            .thenComparingLong(Marginal::subject));
    return found;
  }

  /** Whether the arc is at a limit that could be moved: not at a flow of nothing. */
  private boolean relaxable(int arc) {
    if (arc >= network.ownerArcs) {
      return true;
    }
    return solved.reducedCost(arc) < 0 && limit(arc) != Limit.PIN;
  }

  private void add(int arc, List<Marginal> found) {
    boolean owner = arc >= network.ownerArcs;
    int tail = owner ? network.to[arc] : network.from[arc];
    int head = owner ? network.from[arc] : network.to[arc];
    long direct = owner ? -solved.reducedCost(arc) : solved.reducedCost(arc);
    long way = way(head, tail, -direct);
    long gain = -(direct + way);
    long gainVnd =
        way < Long.MAX_VALUE && gain > 0
            ? Amounts.floor(Amounts.product(gain, programme.unitVnd), programme.moved)
            : 0;
    found.add(new Marginal(limit(arc), subject(arc), programme.unitVnd, gainVnd));
  }

  private Limit limit(int arc) {
    if (arc < network.poolArcs) {
      LineRoom room = programme.rooms[arc];
      return network.cut[arc] == 1 ? room.cutLimit : room.raiseLimit;
    }
    if (arc >= network.ownerArcs) {
      return Limit.OWNER_SHARE;
    }
    if (arc >= network.projectArcs) {
      return Limit.TOTAL_INVESTMENT;
    }
    return switch ((arc - network.poolArcs) % 3) {
      case 0 -> Limit.PAYABLE;
      case 1 -> Limit.RETURN_ALLOWANCE;
      default -> Limit.POOL_SURPLUS;
    };
  }

  private long subject(int arc) {
    if (arc < network.poolArcs) {
      return programme.line(arc).id();
    }
    if (arc >= network.ownerArcs) {
      return programme.instance.owners().get(arc - network.ownerArcs).id();
    }
    if (arc >= network.projectArcs) {
      return programme.instance.projects().get(arc - network.projectArcs).id();
    }
    return programme.pool((arc - network.poolArcs) / 3).id();
  }

  private record Reached(int node, long length) {}

  /** Shortest way by reduced costs, all of which are at least nothing; given up at {@code most}. */
  private long way(int start, int end, long most) {
    long[] length = new long[network.nodes];
    Arrays.fill(length, Long.MAX_VALUE);
    length[start] = 0;
    PriorityQueue<Reached> queue = new PriorityQueue<>(Comparator.comparingLong(Reached::length));
    queue.add(new Reached(start, 0));
    while (!queue.isEmpty()) {
      Reached at = queue.remove();
      if (at.node == end || at.length >= most) {
        return at.node == end ? at.length : Long.MAX_VALUE;
      }
      if (at.length > length[at.node]) {
        continue;
      }
      for (int arc : out.get(at.node)) {
        if (solved.flow(arc) < network.bounds.upper[arc]) {
          relax(network.to[arc], at.length + solved.reducedCost(arc), length, queue);
        }
      }
      for (int arc : in.get(at.node)) {
        if (solved.flow(arc) > network.bounds.lower[arc]) {
          relax(network.from[arc], at.length - solved.reducedCost(arc), length, queue);
        }
      }
    }
    return Long.MAX_VALUE;
  }

  private static void relax(int node, long by, long[] length, PriorityQueue<Reached> queue) {
    if (by < length[node]) {
      length[node] = by;
      queue.add(new Reached(node, by));
    }
  }
}

package vn.dondoc.planning.reallocation.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import vn.dondoc.planning.reallocation.Limit;
import vn.dondoc.planning.reallocation.Line;
import vn.dondoc.planning.reallocation.Marginal;
import vn.dondoc.planning.reallocation.programme.Amounts;
import vn.dondoc.planning.reallocation.programme.LineRoom;
import vn.dondoc.planning.reallocation.programme.Programme;

/**
 * What one more unit of a tight limit would bring, exactly: the cheapest way round through what is
 * left of the network, by the prices of the best circulation, less what a giver would have paid.
 * What moves several limits at once is left untold rather than told wrongly.
 */
public final class Marginals {
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
        .limit(Marginal.MOST)
        .forEach(arc -> add(arc, found));
    found.addAll(new Deadlines(programme, network.gain(solved)).best());
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
    return solved.reducedCost(arc) < 0
        && limit(arc) != Limit.PIN
        // A passed deadline holds both sides of a pool: no line by itself tells what it costs.
        && limit(arc) != Limit.LEAD_TIME;
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
    if (arc < network.poolArcs && Marginal.isSlope(limit(arc))) {
      gainVnd = isLoosened(arc) ? Math.max(0, gainVnd - lossVnd(arc)) : 0;
    }
    if (isPayable(arc) && leftVnd(pool(arc)) < 0) {
      // What comes in more is paid at once: lines of the pool wait for it.
      gainVnd = programme.counted[pool(arc)] ? programme.unitVnd : 0;
    }
    boolean told = Marginal.isSlope(limit(arc)) ? isExact(arc) : gainVnd > 0;
    // More than is missing cannot be gained.
    gainVnd = Math.min(gainVnd, programme.shortfallVnd(network.gain(solved)));
    Marginal one = new Marginal(limit(arc), subject(arc), programme.unitVnd, gainVnd);
    if (told && found.stream().noneMatch(each -> isSame(each, one))) {
      found.add(one);
    }
  }

  private static boolean isSame(Marginal one, Marginal other) {
    return one.limit() == other.limit() && one.subject() == other.subject();
  }

  /** No other limit of the line stands as near. */
  private boolean isLoosened(int arc) {
    LineRoom room = programme.rooms[arc];
    return network.cut[arc] == 1 ? room.isGiveLoosened() : room.isTakeLoosened();
  }

  /** What the giver would have paid of one unit more. */
  private long lossVnd(int arc) {
    if (limit(arc) != Limit.NOTHING_LAPSES || !programme.counted[programme.poolOf[arc]]) {
      return 0;
    }
    Line line = programme.line(arc);
    int measured = programme.instance.rules().quantiles().measured();
    long leftVnd = line.plannedVnd() - programme.rooms[arc].give * programme.unitVnd;
    return line.expectedVnd(leftVnd, measured)
        - line.expectedVnd(leftVnd - programme.unitVnd, measured);
  }

  /** Nothing else moves with the limit that the network holds fast. */
  private boolean isExact(int arc) {
    if (arc >= network.ownerArcs || arc >= network.poolArcs && arc < network.projectArcs) {
      long leftVnd = isPayable(arc) ? leftVnd(pool(arc)) : 0;
      return leftVnd >= 0 || leftVnd <= -programme.unitVnd;
    }
    int project = arc < network.poolArcs ? programme.projectOf[arc] : arc - network.projectArcs;
    if (arc >= network.projectArcs || limit(arc) == Limit.TOTAL_INVESTMENT) {
      return IntStream.range(0, programme.lines)
          .noneMatch(line -> line != arc && atTotal(line, project));
    }
    int pool = programme.poolOf[arc];
    boolean capped = programme.pool(pool).payableVnd() != null && lossVnd(arc) > 0;
    boolean shared =
        network.cut[arc] == 1
            && IntStream.range(0, programme.lines)
                .anyMatch(line -> line != arc && atTotal(line, project));
    return !capped && !shared;
  }

  private int pool(int arc) {
    return (arc - network.poolArcs) / 3;
  }

  private boolean isPayable(int arc) {
    return arc >= network.poolArcs && arc < network.projectArcs && limit(arc) == Limit.PAYABLE;
  }

  /** What comes in beyond what the pool's lines will pay as they are, below zero where less. */
  private long leftVnd(int pool) {
    Long leftVnd = programme.pool(pool).payableVnd();
    if (leftVnd == null) {
      return 0;
    }
    int measured = programme.instance.rules().quantiles().measured();
    for (int at : programme.linesOf(pool)) {
      Line line = programme.line(at);
      long planVnd = line.plannedVnd() - programme.rooms[at].forcedCut * programme.unitVnd;
      leftVnd -= line.expectedVnd(planVnd, measured);
    }
    return leftVnd;
  }

  private boolean atTotal(int line, int project) {
    return programme.projectOf[line] == project
        && programme.rooms[line].raiseLimit == Limit.TOTAL_INVESTMENT;
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
      return switch (limit(arc)) {
        case TOTAL_INVESTMENT, REMAINING_NEED ->
            programme.instance.projects().get(programme.projectOf[arc]).id();
        default -> programme.line(arc).id();
      };
    }
    if (arc >= network.ownerArcs) {
      return programme.instance.owners().get(arc - network.ownerArcs).id();
    }
    if (arc >= network.projectArcs) {
      return programme.instance.projects().get(arc - network.projectArcs).id();
    }
    return programme.pool(pool(arc)).id();
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

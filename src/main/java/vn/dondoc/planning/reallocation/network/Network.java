package vn.dondoc.planning.reallocation.network;

import java.util.Arrays;
import vn.dondoc.planning.reallocation.network.NetworkSimplex.Bounds;
import vn.dondoc.planning.reallocation.programme.LineRoom;
import vn.dondoc.planning.reallocation.programme.Programme;
import vn.dondoc.planning.reallocation.programme.Solution;

/**
 * The money as a circulation: out of giving lines into the inflow side of their pool, through the
 * pool, into taking lines; by project and owner, where those can bind, back to the province. Node 0
 * is the province; then the pools' two sides, projects, owners.
 */
public final class Network {
  private final Programme programme;
  public final int nodes;
  public final int[] from;
  public final int[] to;
  public final Bounds bounds;

  /** Units of gain and of disturbance that a unit on the arc brings. */
  public final long[] gain;

  public final long[] cut;

  /** First arc after the lines': the pools' three (through, returned, unallocated) in turn. */
  public final int poolArcs;

  public final int projectArcs;
  public final int ownerArcs;

  public Network(Programme programme) {
    this.programme = programme;
    nodes = 1 + 2 * programme.pools + programme.projects + programme.owners;
    poolArcs = programme.lines;
    projectArcs = poolArcs + 3 * programme.pools;
    ownerArcs = projectArcs + programme.projects;
    int arcs = ownerArcs + programme.owners;
    from = new int[arcs];
    to = new int[arcs];
    gain = new long[arcs];
    cut = new long[arcs];
    bounds = new Bounds(new long[arcs], new long[arcs]);
    for (int line = 0; line < programme.lines; line++) {
      line(line);
    }
    for (int pool = 0; pool < programme.pools; pool++) {
      pool(pool);
    }
    for (int at = 0; at < programme.projects; at++) {
      int above = owner(programme.ownerOf[at]);
      arc(projectArcs + at, project(at), above, -Programme.FREE, programme.projectRoom[at]);
    }
    for (int at = 0; at < programme.owners; at++) {
      arc(ownerArcs + at, owner(at), 0, -programme.ownerLoss[at], Programme.FREE);
    }
  }

  public int inflow(int pool) {
    return 1 + 2 * pool;
  }

  public int outflow(int pool) {
    return 2 + 2 * pool;
  }

  public int project(int at) {
    return 1 + 2 * programme.pools + at;
  }

  public int owner(int at) {
    return 1 + 2 * programme.pools + programme.projects + at;
  }

  public int through(int pool) {
    return poolArcs + 3 * pool;
  }

  private void line(int line) {
    LineRoom room = programme.rooms[line];
    int pool = programme.poolOf[line];
    int project = project(programme.projectOf[line]);
    if (room.forcedCut > 0 && room.forcedRaise > 0) {
      arc(line, project, inflow(pool), 1, 0);
    } else if (room.takes() && room.forcedCut == 0) {
      arc(line, outflow(pool), project, room.forcedRaise, room.take);
    } else {
      arc(line, project, inflow(pool), room.forcedCut, room.give);
      cut[line] = 1;
    }
  }

  private void pool(int pool) {
    arc(through(pool), inflow(pool), outflow(pool), 0, programme.payable[pool]);
    arc(through(pool) + 1, inflow(pool), 0, 0, programme.mayReturn[pool]);
    arc(through(pool) + 2, 0, inflow(pool), 0, programme.unallocated[pool]);
    if (programme.counted[pool]) {
      gain[through(pool)] = programme.moved;
      gain[through(pool) + 1] = programme.returned;
    }
  }

  private void arc(int arc, int tail, int head, long lower, long upper) {
    from[arc] = tail;
    to[arc] = head;
    bounds.lower[arc] = lower;
    bounds.upper[arc] = upper;
  }

  /** The circulation that least costs {@code cutPrice x cuts - gainPrice x gain}. */
  public NetworkSimplex cheapest(Bounds within, long cutPrice, long gainPrice) {
    long[] cost = new long[gain.length];
    Arrays.setAll(cost, arc -> cutPrice * cut[arc] - gainPrice * gain[arc]);
    return new NetworkSimplex(nodes, from, to, within, cost);
  }

  /** Any circulation by given costs. */
  public NetworkSimplex cheapest(Bounds within, long[] cost) {
    return new NetworkSimplex(nodes, from, to, within, cost);
  }

  /** Only what costs as little as that circulation. */
  public Bounds face(NetworkSimplex solved, Bounds within) {
    Bounds face = within.copy();
    for (int arc = 0; arc < from.length; arc++) {
      long reduced = solved.reducedCost(arc);
      if (reduced > 0) {
        face.upper[arc] = face.lower[arc];
      } else if (reduced < 0) {
        face.lower[arc] = face.upper[arc];
      }
    }
    return face;
  }

  public long gain(NetworkSimplex solved) {
    return total(solved, gain);
  }

  public long cuts(NetworkSimplex solved) {
    return total(solved, cut);
  }

  private static long total(NetworkSimplex solved, long[] weights) {
    long sum = 0;
    for (int arc = 0; arc < weights.length; arc++) {
      sum += weights[arc] * solved.flow(arc);
    }
    return sum;
  }

  public Solution solution(NetworkSimplex solved) {
    Solution solution = new Solution(programme);
    for (int line = 0; line < programme.lines; line++) {
      solution.change[line] = cut[line] == 0 ? solved.flow(line) : -solved.flow(line);
    }
    for (int pool = 0; pool < programme.pools; pool++) {
      solution.returned[pool] = solved.flow(through(pool) + 1);
      solution.fromUnallocated[pool] = solved.flow(through(pool) + 2);
    }
    return solution;
  }
}

package vn.dondoc.planning.reallocation.network;

import java.util.Arrays;

/**
 * A circulation of least cost in a network with bounds, by the network simplex method: strongly
 * feasible trees, entering arcs by blocks. Its prices prove the result: with {@code rc(a) = cost(a)
 * + price(from) - price(to)} no circulation costs less than the sum over arcs of {@code min(rc *
 * lower, rc * upper)}.
 */
public final class NetworkSimplex {
  private static final int AT_LOWER = 1;
  private static final int AT_UPPER = -1;
  private static final int IN_TREE = 0;

  private final int nodes;
  private final int arcs;
  private final int[] from;
  private final int[] to;
  private final long[] room;
  private final long[] cost;
  private final long[] flow;
  private final int[] state;
  private final SpanningTree tree;
  private int scanned;
  private final boolean feasible;

  /** The circulation that costs least; ask {@link #feasible()} first. */
  public NetworkSimplex(int nodes, int[] tails, int[] heads, Bounds bounds, long[] costs) {
    this.nodes = nodes;
    arcs = tails.length;
    int all = arcs + nodes;
    from = Arrays.copyOf(tails, all);
    to = Arrays.copyOf(heads, all);
    cost = Arrays.copyOf(costs, all);
    room = new long[all];
    flow = new long[all];
    state = new int[all];
    tree = new SpanningTree(nodes);
    long[] supply = new long[nodes];
    boolean crossed = false;
    long dearest = 1;
    for (int arc = 0; arc < arcs; arc++) {
      room[arc] = bounds.upper[arc] - bounds.lower[arc];
      crossed |= room[arc] < 0;
      supply[to[arc]] += bounds.lower[arc];
      supply[from[arc]] -= bounds.lower[arc];
      state[arc] = AT_LOWER;
      dearest = Math.max(dearest, Math.abs(cost[arc]));
    }
    hang(supply, (dearest + 1) * (nodes + 1));
    boolean solved = !crossed && run();
    for (int arc = 0; arc < arcs; arc++) {
      flow[arc] += bounds.lower[arc];
    }
    feasible = solved;
  }

  /** Lowest and highest flow of each arc. */
  public static final class Bounds {
    public final long[] lower;
    public final long[] upper;

    public Bounds(long[] lower, long[] upper) {
      this.lower = lower;
      this.upper = upper;
    }

    public Bounds copy() {
      return new Bounds(lower.clone(), upper.clone());
    }
  }

  public boolean feasible() {
    return feasible;
  }

  public long flow(int arc) {
    return flow[arc];
  }

  public long price(int node) {
    return tree.price[node];
  }

  public long reducedCost(int arc) {
    return cost[arc] + tree.price[from[arc]] - tree.price[to[arc]];
  }

  private void hang(long[] supply, long dear) {
    for (int node = 0; node < nodes; node++) {
      int arc = arcs + node;
      boolean up = supply[node] >= 0;
      from[arc] = up ? node : nodes;
      to[arc] = up ? nodes : node;
      flow[arc] = Math.abs(supply[node]);
      room[arc] = Long.MAX_VALUE / 4;
      cost[arc] = dear;
      state[arc] = IN_TREE;
      tree.hangUnderRoot(node, arc, up, up ? -dear : dear);
    }
  }

  private boolean run() {
    for (int arc = entering(); arc >= 0; arc = entering()) {
      pivot(arc);
    }
    for (int arc = arcs; arc < arcs + nodes; arc++) {
      if (flow[arc] != 0) {
        return false;
      }
    }
    return true;
  }

  /** The arc that saves most in the next block that has one that saves. */
  private int entering() {
    int block = Math.max(20, (int) Math.sqrt(arcs));
    int best = -1;
    long least = 0;
    int left = block;
    for (int seen = 0; seen < arcs; seen++) {
      int arc = scanned;
      scanned = scanned + 1 == arcs ? 0 : scanned + 1;
      long saves = state[arc] * reducedCost(arc);
      if (saves < least && room[arc] > 0) {
        least = saves;
        best = arc;
      }
      if (--left == 0) {
        if (best >= 0) {
          return best;
        }
        left = block;
      }
    }
    return best;
  }

  private void pivot(int entering) {
    int first = state[entering] == AT_LOWER ? from[entering] : to[entering];
    int second = state[entering] == AT_LOWER ? to[entering] : from[entering];
    int join = tree.join(first, second);
    long most = room[entering];
    int out = -1;
    boolean firstSide = false;
    for (int node = first; node != join; node = tree.parent[node]) {
      int arc = tree.arc[node];
      long can = tree.up[node] ? flow[arc] : room[arc] - flow[arc];
      if (can < most) {
        most = can;
        out = node;
        firstSide = true;
      }
    }
    for (int node = second; node != join; node = tree.parent[node]) {
      int arc = tree.arc[node];
      long can = tree.up[node] ? room[arc] - flow[arc] : flow[arc];
      if (can <= most) {
        most = can;
        out = node;
        firstSide = false;
      }
    }
    push(entering, join, state[entering] * most);
    if (out < 0) {
      state[entering] = -state[entering];
      return;
    }
    int leaving = tree.arc[out];
    state[leaving] = flow[leaving] == 0 ? AT_LOWER : AT_UPPER;
    long reduced = reducedCost(entering);
    state[entering] = IN_TREE;
    int inner = firstSide ? first : second;
    boolean up = inner == from[entering];
    tree.rehang(out, new SpanningTree.Edge(inner, firstSide ? second : first, entering, up));
    tree.raise(inner, up ? -reduced : reduced);
  }

  private void push(int entering, int join, long amount) {
    flow[entering] += amount;
    for (int node = from[entering]; node != join; node = tree.parent[node]) {
      flow[tree.arc[node]] -= tree.up[node] ? amount : -amount;
    }
    for (int node = to[entering]; node != join; node = tree.parent[node]) {
      flow[tree.arc[node]] += tree.up[node] ? amount : -amount;
    }
  }
}

package vn.dondoc.planning.reallocation.network;

import java.util.Arrays;

/** The basis of the network simplex: a rooted tree with the price of every node. */
public final class SpanningTree {
  public final int[] parent;
  public final int[] arc;
  public final boolean[] up;
  public final long[] price;
  private final int[] depth;
  private final int[] child;
  private final int[] next;
  private final int[] previous;
  private final int[] stack;

  /** An edge to be: from a node inside the cut-off part to one outside. */
  record Edge(int inner, int outer, int arc, boolean up) {}

  public SpanningTree(int nodes) {
    int all = nodes + 1;
    parent = new int[all];
    arc = new int[all];
    up = new boolean[all];
    price = new long[all];
    depth = new int[all];
    child = new int[all];
    next = new int[all];
    previous = new int[all];
    stack = new int[all];
    parent[nodes] = -1;
    Arrays.fill(child, -1);
    Arrays.fill(next, -1);
    Arrays.fill(previous, -1);
  }

  public void hangUnderRoot(int node, int by, boolean upwards, long atPrice) {
    attach(node, new Edge(node, parent.length - 1, by, upwards));
    price[node] = atPrice;
    depth[node] = 1;
  }

  public int join(int one, int other) {
    int left = one;
    int right = other;
    while (left != right) {
      if (depth[left] >= depth[right]) {
        left = parent[left];
      } else {
        right = parent[right];
      }
    }
    return left;
  }

  /** Cuts {@code out} from its parent and hangs its part by another edge, turned round. */
  public void rehang(int out, Edge edge) {
    int node = edge.inner;
    Edge by = edge;
    while (true) {
      int above = parent[node];
      Edge turned = new Edge(above, node, arc[node], !up[node]);
      detach(node);
      attach(node, by);
      if (node == out) {
        break;
      }
      node = above;
      by = turned;
    }
  }

  /** Adds to the price of a node and of all below it, and counts their depth anew. */
  public void raise(int top, long by) {
    int height = 0;
    stack[height++] = top;
    while (height > 0) {
      int node = stack[--height];
      price[node] += by;
      depth[node] = depth[parent[node]] + 1;
      for (int below = child[node]; below >= 0; below = next[below]) {
        stack[height++] = below;
      }
    }
  }

  private void detach(int node) {
    if (previous[node] >= 0) {
      next[previous[node]] = next[node];
    } else {
      child[parent[node]] = next[node];
    }
    if (next[node] >= 0) {
      previous[next[node]] = previous[node];
    }
  }

  private void attach(int node, Edge by) {
    parent[node] = by.outer;
    arc[node] = by.arc;
    up[node] = by.up;
    previous[node] = -1;
    next[node] = child[by.outer];
    if (next[node] >= 0) {
      previous[next[node]] = node;
    }
    child[by.outer] = node;
  }
}

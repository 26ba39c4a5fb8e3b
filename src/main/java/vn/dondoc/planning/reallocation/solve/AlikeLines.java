package vn.dondoc.planning.reallocation.solve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * Lines that differ in size alone: of one pool and side, and one owner where its share is held. Any
 * number of them moves most when they are the largest, so one whole number stands for all their
 * switches. How far that number may be from the relaxed plan's is known beforehand: to use one line
 * more costs what all the larger ones cost with it.
 */
final class AlikeLines {
  private final LinearModel model;
  private final Window window;
  private final long[] most;
  private final long smallest;
  private final Map<Side, List<Integer>> lines = new LinkedHashMap<>();
  private final Map<Side, Integer> counts = new LinkedHashMap<>();

  /** Givers or takers of a pool; the owner is -1 where none is held to its share. */
  record Side(int pool, boolean giver, int owner) {}

  /** What is done with a column of a side. */
  @FunctionalInterface
  interface Sink {
    void put(Side side, int column);
  }

  AlikeLines(LinearModel model, Window window, long[] most, long smallest) {
    this.model = model;
    this.window = window;
    this.most = most;
    this.smallest = smallest;
  }

  void add(Side side, int line) {
    lines.computeIfAbsent(side, key -> new ArrayList<>()).add(line);
  }

  /**
   * Makes the columns of all that was added.
   *
   * @param amounts takes what each side moves
   */
  void build(Sink amounts) {
    lines.forEach((side, all) -> {
      all.sort(Comparator.comparingLong((Integer line) -> -most[line]).thenComparing(it -> it));
      counts.put(side, count(side, all, amounts));
    });
  }

  private int count(Side side, List<Integer> all, Sink amounts) {
    int from = fewest(all);
    int to = Math.max(from, largest(all));
    double reach = all.subList(0, to).stream().mapToDouble(line -> most[line]).sum();
    double sure = all.subList(0, from).stream().mapToDouble(line -> most[line]).sum();
    int amount = model.column(0, reach);
    amounts.put(side, amount);
    int count = model.whole(from, to);
    int above = model.atMost(sure);
    model.put(above, amount, 1);
    int below = model.atLeast(0);
    model.put(below, amount, 1);
    model.put(below, count, -smallest);
    int sum = model.row(from, from);
    model.put(sum, count, 1);
    for (int line : all.subList(from, to)) {
      int part = model.column(0, 1);
      model.put(sum, part, -1);
      model.put(above, part, -most[line]);
    }
    return count;
  }

  /** How many of the largest no plan within the window does without. */
  private int fewest(List<Integer> all) {
    int from = all.size();
    double lost = 0;
    while (from > 0) {
      lost += Math.max(0, -window.dearer(all.get(from - 1)));
      if (lost > window.within()) {
        return from;
      }
      from--;
    }
    return 0;
  }

  /** How many of the largest a plan within the window uses at most. */
  private int largest(List<Integer> all) {
    double spent = 0;
    for (int to = 0; to < all.size(); to++) {
      spent += Math.max(0, window.dearer(all.get(to)));
      if (spent > window.within()) {
        return to;
      }
    }
    return all.size();
  }

  /** Tells how many lines each side uses, as a column. */
  void counts(Sink sink) {
    counts.forEach(sink::put);
  }

  /** Opens the lines of a choice. */
  void open(boolean[] open, IntToDoubleFunction value) {
    counts.forEach((side, column) -> {
      long count = Math.round(value.applyAsDouble(column));
      List<Integer> all = lines.getOrDefault(side, List.of());
      all.subList(0, (int) count).forEach(line -> open[line] = true);
    });
  }
}

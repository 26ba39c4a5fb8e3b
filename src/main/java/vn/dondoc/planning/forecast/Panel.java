package vn.dondoc.planning.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Bảng số liệu: lines of one or more years laid out in primitive arrays, a place for each line and
 * month 1 to 13.
 */
final class Panel {
  static final int WIDE = Line.LAST_MONTH + 1;
  static final int LATE_KINDS = 4;
  private static final double FULL = 0.995;

  final int size;
  final long[] id;

  /** What payments are a share of; see {@link Line#course()}. */
  final double[] plan;

  /** What can be paid at most, as a share of it. */
  final double[] most;

  final double[] weight;
  final int[] kind;
  final long[] owner;
  final int[] year;
  final byte[] late;
  final byte[] first;
  final byte[] last;
  final byte[] stage;
  final byte[] obstacles;

  /** Months a report speaks of, 0 where there is none or the line had reached its ceiling. */
  final byte[] span;

  /** Paid since the report before, as a share of the plan. */
  final double[] share;

  /** What could still be paid before the report, as a share of the plan. */
  final double[] left;

  /** The report that found the line at its ceiling. */
  final boolean[] full;

  private Panel(int size) {
    this.size = size;
    id = new long[size];
    plan = new double[size];
    most = new double[size];
    weight = new double[size];
    kind = new int[size];
    owner = new long[size];
    year = new int[size];
    late = new byte[size];
    first = new byte[size];
    last = new byte[size];
    stage = new byte[size * WIDE];
    obstacles = new byte[size * WIDE];
    span = new byte[size * WIDE];
    share = new double[size * WIDE];
    left = new double[size * WIDE];
    full = new boolean[size * WIDE];
  }

  /** Names of kinds to their places; new ones are added. */
  static Panel of(List<List<Line>> years, int[] known, Map<String, Integer> kinds) {
    Panel panel = new Panel(years.stream().mapToInt(List::size).sum());
    int i = 0;
    for (int y = 0; y < years.size(); y++) {
      double mean = years.get(y).stream().mapToLong(Line::course).average().orElse(1);
      for (Line line : years.get(y)) {
        panel.kind[i] = kinds.computeIfAbsent(line.kind(), kind -> kinds.size());
        panel.year[i] = y;
        panel.weight[i] = Math.min(3, Math.sqrt(line.course() / Math.max(1, mean)));
        panel.take(i++, line, known[y]);
      }
    }
    return panel;
  }

  /** In which part of the year a plan was assigned. */
  static byte late(int assigned) {
    if (assigned <= 2) {
      return 0;
    }
    return (byte) (assigned <= 6 ? 1 : assigned <= 9 ? 2 : 3);
  }

  private void take(int i, Line line, int known) {
    id[i] = line.id();
    plan[i] = line.course();
    most[i] = line.course() > 0 ? Math.min(2, line.ceiling(known) / plan[i]) : 1;
    owner[i] = line.owner();
    late[i] = late(line.assigned());
    first[i] = (byte) Math.max(1, line.assigned());
    last[i] = (byte) line.last();
    for (int month = 1; month <= Line.LAST_MONTH; month++) {
      stage[i * WIDE + month] = (byte) line.stageIn(month).ordinal();
    }
    for (Obstacle obstacle : line.obstacles()) {
      for (int month = 1; month <= Line.LAST_MONTH; month++) {
        if (obstacle.standsIn(month)) {
          obstacles[i * WIDE + month] |= (byte) (1 << obstacle.kind().ordinal());
        }
      }
    }
    if (line.plan() > 0) {
      takePaid(i, line, Math.min(known, line.last()));
    }
  }

  private void takePaid(int i, Line line, int known) {
    long before = 0;
    int told = 0;
    long ceiling = line.plan() + line.allowed();
    for (int month = 1; month <= Math.min(known, line.paid().size()); month++) {
      Long paid = line.paid().get(month - 1);
      if (paid == null) {
        continue;
      }
      if (paid > 0) {
        first[i] = (byte) Math.min(first[i], month);
      }
      int from = Math.max(told + 1, first[i]);
      if (month >= from) {
        int at = i * WIDE + month;
        span[at] = (byte) (month - from + 1);
        left[at] = (ceiling - before) / plan[i];
        share[at] = Math.clamp((paid - before) / plan[i], -1, 2);
        full[at] = paid >= FULL * ceiling;
        if (full[at]) {
          return;
        }
      }
      before = paid;
      told = month;
    }
  }

  /** A line had reached its ceiling before a month. */
  boolean isFullBefore(int line, int month) {
    for (int before = month - 1; before >= 1; before--) {
      if (span[line * WIDE + before] > 0) {
        return full[line * WIDE + before];
      }
    }
    return false;
  }

  /** The place of each line's owner among all owners. */
  int[] ownerPlaces(long[] owners) {
    int[] places = new int[size];
    for (int i = 0; i < size; i++) {
      places[i] = Arrays.binarySearch(owners, owner[i]);
    }
    return places;
  }

  long[] owners() {
    return Arrays.stream(owner, 0, size).sorted().distinct().toArray();
  }
}

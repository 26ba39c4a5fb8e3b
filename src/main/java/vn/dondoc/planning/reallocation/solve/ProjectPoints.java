package vn.dondoc.planning.reallocation.solve;

import java.util.ArrayList;
import java.util.List;

/**
 * The corners of what the lines of one project can do together under the project's ceiling: each
 * line used whole or not at all, but for at most one that fills the room to the brim. What lies
 * between corners is all a linear programme has to know of a project, so switches need not be
 * guessed there.
 */
final class ProjectPoints {
  /** Lines up to which corners are listed: more would be too many of them. */
  static final int MOST_LINES = 6;

  private ProjectPoints() {}

  /**
   * @param most by line, what it can move
   * @param taker by line, whether it takes
   * @param room what the project may gain over all its lines
   * @return amounts by line, for every set of lines but the empty one
   */
  static List<long[]> of(long[] most, boolean[] taker, long room) {
    List<long[]> points = new ArrayList<>();
    for (int set = 1; set < 1 << most.length; set++) {
      long[] all = new long[most.length];
      long above = -room;
      for (int line = 0; line < most.length; line++) {
        if ((set >> line & 1) == 1) {
          all[line] = most[line];
          above += taker[line] ? most[line] : -most[line];
        }
      }
      if (above <= 0) {
        points.add(all);
      }
      brims(all, taker, above, points);
    }
    return points;
  }

  private static void brims(long[] all, boolean[] taker, long above, List<long[]> points) {
    for (int line = 0; line < all.length; line++) {
      boolean less = taker[line] ? above > 0 : above < 0;
      if (less && all[line] > Math.abs(above)) {
        long[] part = all.clone();
        part[line] -= Math.abs(above);
        points.add(part);
      }
    }
  }
}

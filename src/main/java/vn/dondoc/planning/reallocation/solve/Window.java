package vn.dondoc.planning.reallocation.solve;

import java.util.Arrays;
import vn.dondoc.planning.reallocation.solve.LinearModel.Prices;

/**
 * What a model with switches takes from the relaxed one.
 *
 * @param relaxed the same lines without switches
 * @param within how much dearer than the relaxed plan a plan may be, in lines
 * @param owners by owner, whether its share is held; a model that leaves some out bounds from below
 */
record Window(LineModel relaxed, Prices prices, double within, boolean[] owners) {
  /** Takes nothing from it: every line has its switch and every owner its share. */
  static Window open(LineModel relaxed, Prices prices, int owners) {
    boolean[] all = new boolean[owners];
    Arrays.fill(all, true);
    return new Window(relaxed, prices, Double.POSITIVE_INFINITY, all);
  }

  boolean isOpen() {
    return Double.isInfinite(within);
  }

  /** What the use of that line costs beyond the relaxed plan; below 0 what its absence does. */
  double dearer(int line) {
    return relaxed.dearer(line, prices.reduced());
  }

  /** Whether the relaxed plan uses a corner of the line's project. */
  boolean isTouched(int line) {
    return !isOpen() && relaxed.isTouched(line, prices.value());
  }
}

package vn.dondoc.planning.reallocation.solve;

import vn.dondoc.planning.reallocation.Limit;

/** What a line may give and take, in whole units, and the limits that say so. */
final class LineRoom {
  /** At least, as forced; above {@link #give} where the pins contradict. */
  long forcedCut;

  long give;
  long forcedRaise;

  /** With a change of the medium-term plan where one may be made. */
  long take;

  /** Without one. */
  long takeWithin;

  Limit cutLimit = Limit.NOT_NEEDED;
  long cutByVnd;
  Limit raiseLimit = Limit.NOT_NEEDED;
  long raiseByVnd;

  void capGive(long units, Limit limit, long byVnd) {
    if (units < give) {
      give = Math.max(0, units);
      cutLimit = limit;
      cutByVnd = byVnd;
    }
  }

  void capTake(long units, Limit limit, long byVnd) {
    if (units < take) {
      take = Math.max(0, units);
      takeWithin = Math.min(takeWithin, take);
      raiseLimit = limit;
      raiseByVnd = byVnd;
    }
  }

  boolean takes() {
    return take > 0 || forcedRaise > 0;
  }

  boolean forced() {
    return forcedCut > 0 || forcedRaise > 0;
  }
}

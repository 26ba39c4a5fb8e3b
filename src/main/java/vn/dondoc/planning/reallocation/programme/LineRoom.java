package vn.dondoc.planning.reallocation.programme;

import vn.dondoc.planning.reallocation.Limit;

/** What a line may give and take, in whole units, and the limits that say so. */
public final class LineRoom {
  /** At least, as forced; above {@link #give} where the pins contradict. */
  public long forcedCut;

  public long give;
  public long forcedRaise;

  /** With a change of the medium-term plan where one may be made. */
  public long take;

  /** Without one. */
  public long takeWithin;

  public Limit cutLimit = Limit.NOT_NEEDED;
  public long cutByVnd;
  public Limit raiseLimit = Limit.NOT_NEEDED;
  public long raiseByVnd;

  public void capGive(long units, Limit limit, long byVnd) {
    if (units < give) {
      give = Math.max(0, units);
      cutLimit = limit;
      cutByVnd = byVnd;
    }
  }

  public void capTake(long units, Limit limit, long byVnd) {
    if (units < take) {
      take = Math.max(0, units);
      takeWithin = Math.min(takeWithin, take);
      raiseLimit = limit;
      raiseByVnd = byVnd;
    }
  }

  public boolean takes() {
    return take > 0 || forcedRaise > 0;
  }

  public boolean forced() {
    return forcedCut > 0 || forcedRaise > 0;
  }
}

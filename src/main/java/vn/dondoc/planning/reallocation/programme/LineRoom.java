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

  /** What it could give and take were nothing pinned and no deadline passed. */
  public long freeGive;

  public long freeTake;

  /** What the planner's own pins leave to give; a forced cut does not go around them. */
  private long pinnedGive = Long.MAX_VALUE;

  private long nextGive = Long.MAX_VALUE;
  private long nextTake = Long.MAX_VALUE;
  private boolean giveBeyond;
  private boolean takeBeyond;
  public Limit raiseLimit = Limit.NOT_NEEDED;
  public long raiseByVnd;

  /** Before any limit. */
  void open(long boundless) {
    give = boundless;
    take = boundless;
    takeWithin = boundless;
    freeGive = boundless;
    freeTake = boundless;
  }

  /** Raised to what was forced: the limit of the room lies below. */
  private void force(long units) {
    give = units;
    giveBeyond = true;
  }

  /**
   * One unit more of the tightest limit alone is one unit more to give; what would not lapse can be
   * forced out all the same.
   */
  public boolean isGiveLoosened() {
    return nextGive > give && (!giveBeyond || cutLimit == Limit.NOTHING_LAPSES);
  }

  /** One unit more of the tightest limit alone is one unit more to take. */
  public boolean isTakeLoosened() {
    return !takeBeyond && nextTake > take;
  }

  private static boolean isOfLine(Limit limit) {
    return limit != Limit.PIN && limit != Limit.SMALLEST_MOVE && limit != Limit.LEAD_TIME;
  }

  /** A pin lets the line give so much at most, whatever else it could. */
  void pinGive(long units) {
    pinnedGive = Math.min(pinnedGive, Math.max(0, units));
    capGive(units, Limit.PIN, 0);
  }

  /** As much as is forced out of the line, up to its floor and to what the pins leave. */
  void widen(long aboveFloor) {
    long most = Math.min(aboveFloor, pinnedGive);
    force(Math.max(give, Math.min(forcedCut, most)));
    if (give < forcedCut) {
      cutLimit = pinnedGive < aboveFloor ? Limit.PIN : Limit.PAID_FLOOR;
    }
  }

  public void capGive(long units, Limit limit, long byVnd) {
    if (isOfLine(limit)) {
      freeGive = Math.clamp(units, 0, freeGive);
    }
    if (units >= give) {
      nextGive = Math.min(nextGive, units);
    } else {
      nextGive = give;
      giveBeyond = units < 0;
      give = Math.max(0, units);
      cutLimit = limit;
      cutByVnd = byVnd;
    }
  }

  public void capTake(long units, Limit limit, long byVnd) {
    if (isOfLine(limit)) {
      freeTake = Math.clamp(units, 0, freeTake);
    }
    if (units >= take) {
      nextTake = Math.min(nextTake, units);
    } else {
      nextTake = take;
      takeBeyond = units < 0;
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

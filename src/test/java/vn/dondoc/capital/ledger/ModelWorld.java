package vn.dondoc.capital.ledger;

/**
 * What every seed plays with: two pools of the year and the next vintage of the first, three
 * projects, seven lines.
 */
final class ModelWorld {
  static final int POOLS = 3;
  static final int PROJECTS = 3;
  static final int LINES = 7;

  /** The pool of the next year that money of pool 0 is carried into. */
  static final int NEXT = 2;

  /** 1 July 2020: plans of the next year may be dated from then on. */
  static final int NEXT_OPENS = 182;

  static final int DAYS = 366;

  private static final int[] POOL = {0, 0, 0, 1, 1, NEXT, NEXT};
  private static final int[] PROJECT = {0, 1, 2, 0, 1, 0, 1};

  private ModelWorld() {}

  static int poolOf(int line) {
    return POOL[line];
  }

  static int projectOf(int line) {
    return PROJECT[line];
  }

  static int opens(int pool) {
    return pool == NEXT ? NEXT_OPENS : 0;
  }

  /** Until when a pool may be paid from, before and after it was extended. */
  static int payUntil(int pool, boolean extended) {
    return pool == NEXT ? 2 * DAYS : extended ? 350 : 330;
  }

  static int advanceUntil(int pool, boolean extended) {
    return pool == NEXT ? 2 * DAYS : extended ? 330 : 310;
  }
}

package vn.dondoc.desk;

/**
 * Con số của bàn làm việc, whatever is filtered.
 *
 * @param lead open duties the body leads
 * @param coordinate open duties it helps with
 * @param waiting what waits for this person
 * @param done duties confirmed this year
 * @param overdue open duties past their day
 * @param soon open duties due within seven days
 * @param open how much is open, by whose it is, whoever is looked at
 */
record WorkCounts(
    int lead, int coordinate, int waiting, int done, int overdue, int soon, Open open) {
  /**
   * Việc chưa xong, theo người được giao.
   *
   * @param mine given to the person who looks, and what presses while it is nobody's
   * @param body everything of the body
   * @param nobody given to nobody yet
   */
  record Open(int mine, int body, int nobody) {
    int of(Whose whose) {
      return switch (whose) {
        case MINE -> mine;
        case HOME, BODY -> body;
        case NOBODY -> nobody;
      };
    }
  }

  /** Everything open and everything that waits. */
  int all() {
    return lead + coordinate + waiting;
  }

  /** Việc cần làm ngay: the figure beside the menu. */
  int pressing() {
    return overdue + soon + waiting;
  }

  int of(WorkFilter.Chip chip) {
    return switch (chip) {
      case ALL -> all();
      case LEAD -> lead;
      case COORDINATE -> coordinate;
      case WAITING -> waiting;
      case DONE -> done;
    };
  }
}

package vn.dondoc.planning.reallocation;

/**
 * Told while a solution is searched; from the solver's own threads, so implementations are safe for
 * use by several.
 */
public interface Progress {
  /** Says nothing and never stops. */
  Progress SILENT = new Progress() {};

  /** A phase has a better value or a better bound. */
  default void reached(Phase phase, long value, long bound) {}

  /** Asked some times a second; true ends the search with the best so far. */
  default boolean stopped() {
    return false;
  }
}

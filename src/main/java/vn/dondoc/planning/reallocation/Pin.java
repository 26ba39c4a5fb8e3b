package vn.dondoc.planning.reallocation;

/**
 * Ghim của người lập: what a solution has to keep to.
 *
 * @param id the planner's own number of the pin; named in conflicts
 * @param kind what is pinned
 * @param subject id of the line, project, owner or area that {@code scope} says
 * @param scope what the subject is
 * @param amount đồng for the forced kinds and {@link Kind#LARGEST_CUT}, millionths of each line's
 *     plan for {@link Kind#LARGEST_CUT_SHARE}, else 0
 */
public record Pin(long id, Kind kind, Scope scope, long subject, long amount) {
  /** What a pin says. */
  public enum Kind {
    /** Giữ nguyên: neither decrease nor increase. */
    KEEP,
    /** Loại khỏi phương án: as kept, and told as left out. */
    EXCLUDE,
    /** Chỉ không được giảm. */
    NO_CUT,
    /** Chỉ không được tăng. */
    NO_RAISE,
    /** Buộc giảm ít nhất: a line only; may cut what the line could still use. */
    FORCE_CUT,
    /** Buộc tăng ít nhất: a line only. */
    FORCE_RAISE,
    /** Giảm nhiều nhất: of each line. */
    LARGEST_CUT,
    /** Giảm nhiều nhất theo tỷ lệ: of each line. */
    LARGEST_CUT_SHARE
  }

  /** What a pin is set on. */
  public enum Scope {
    LINE,
    PROJECT,
    OWNER,
    AREA,
    POOL
  }
}

package vn.dondoc.audit;

/**
 * Kết quả kiểm tra nhật ký.
 *
 * @param kind what was found
 * @param entry number of the entry where it shows, of the anchor's line for {@link
 *     Kind#ANCHOR_CHANGED}; 0 when there is no place to name
 * @param entries how many entries were read
 * @param sentence the finding in Vietnamese
 */
public record Verdict(Kind kind, long entry, long entries, String sentence) {

  /** Nothing was altered, as far as the anchors can tell. */
  public boolean isIntact() {
    return kind == Kind.INTACT;
  }

  /** Loại phát hiện. */
  public enum Kind {
    /** The chain holds and agrees with every anchor. */
    INTACT,
    /** The chain holds, but no anchor outside the database confirms it. */
    NO_ANCHORS,
    /** What an entry says is not what was hashed. */
    EDITED,
    /** Entries are missing, or one was replaced. */
    DELETED,
    /** An entry stands where none was. */
    INSERTED,
    /** Entries stand in another order. */
    SWAPPED,
    /** The last entries are gone. */
    CUT_TAIL,
    /** The chain holds in itself but is not the one the anchors saw. */
    REHASHED,
    /** The anchors themselves do not hold. */
    ANCHOR_CHANGED;

    String key() {
      return "audit.verdict." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}

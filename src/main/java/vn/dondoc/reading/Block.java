package vn.dondoc.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Đoạn: one paragraph, dash or numbered item of the body.
 *
 * @param from its first word, the marker included
 * @param body its first word after the marker
 * @param to one past its last word
 * @param marker what numbers it; null for a plain paragraph
 * @param level nesting of the marker, 0 at the top; a plain paragraph has the level below its item
 * @param parent index of the block it stands under, or -1
 * @param path numbered markers from the top, its own included
 */
record Block(
    int from, int body, int to, @Nullable Marker marker, int level, int parent, List<String> path) {

  /** Whether the next block stands under this one, or is the first item behind a plain line. */
  static boolean hasItems(List<Block> blocks, int b) {
    if (b + 1 >= blocks.size()) {
      return false;
    }
    Block block = blocks.get(b);
    Block next = blocks.get(b + 1);
    return next.parent() == b
        || block.marker() == null && next.marker() != null && next.parent() == block.parent();
  }

  /**
   * Ký hiệu mục: "I.", "1.", "1.1.", "a)", "(1)", "-", "+", "Điều 1.".
   *
   * @param kind the family of the marker; equal kinds stand on one level
   * @param label as shown in a path, "" for dashes
   * @param value its place in the count, 0 for dashes
   * @param length how many words it takes
   */
  record Marker(Kind kind, String label, int value, int length) {
    /** Families of markers. */
    enum Kind {
      PART,
      ROMAN,
      CAPITAL,
      ARTICLE,
      NUMBER,
      DECIMAL,
      DECIMAL3,
      LETTER,
      BRACKET,
      PAREN,
      DASH,
      PLUS
    }

    boolean isBullet() {
      return kind == Kind.DASH || kind == Kind.PLUS;
    }
  }
}

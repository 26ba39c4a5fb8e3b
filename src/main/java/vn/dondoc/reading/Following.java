package vn.dondoc.reading;

import java.util.Set;

/**
 * Kỳ sau: the words that put a day into the period behind the one whose work it closes, "tháng
 * sau", "quý kế tiếp", "năm tiếp theo".
 */
final class Following {
  private static final Set<String> NO_PERIOD = Deadlines.keys("khi đó đây này cùng ngày");

  private final Words words;

  Following(Words words) {
    this.words = words;
  }

  /** One past the words that say so; the place itself where none do. */
  int end(int at) {
    if (words.is(at, "sau") && !NO_PERIOD.contains(words.key(at + 1))) {
      return near(at + 1);
    }
    if (words.is(at, "kế") || words.is(at, "tiếp") && words.is(at + 1, "theo")) {
      int next = words.is(at + 1, "tiếp") || words.is(at + 1, "theo") ? at + 2 : at + 1;
      return words.is(next, "theo") ? next + 1 : next;
    }
    return words.is(at, "sau") ? at : near(at);
  }

  /** "liền kề", "liền sau", "liền kề sau". */
  private int near(int at) {
    boolean near = words.is(at, "liền") && (words.is(at + 1, "kề") || words.is(at + 1, "sau"));
    int next = near ? at + 2 : at;
    return near && words.is(next, "sau") ? next + 1 : next;
  }

  boolean isWithin(int from, int to) {
    for (int k = from; k < to; k++) {
      if (end(k) > k) {
        return true;
      }
    }
    return false;
  }

  /** One past "năm sau", "của năm kế tiếp"; the place itself where the year is its own. */
  int yearEnd(int at) {
    int year = words.is(at, "của") ? at + 1 : at;
    int end = words.is(year, Dates.YEAR) ? end(year + 1) : year + 1;
    return end > year + 1 ? end : at;
  }
}

package vn.dondoc.reading;

import java.util.Set;

/**
 * Tên của mốc: "Thời gian thực hiện:" is when the work is done, "Thời gian họp lần sau:" when
 * something else happens.
 */
final class TimeNames {
  // "Thời gian thực hiện", "thời hạn hoàn thành": of all of the work, no step of it.
  static final Set<String> WHOLE = Deadlines.keys("thực hoàn triển tổ kết xong làm");
  private static final Set<String> RUNNING = Deadlines.keys("dự cần phải yêu xử cụ nhận tiếp");

  private static final int LONGEST_NAME = 8;
  private static final int FAR = 40;

  private final Words words;
  private final Lexicon.Senses senses;

  TimeNames(Words words, Lexicon.Senses senses) {
    this.words = words;
    this.senses = senses;
  }

  /**
   * Whether the words up to a colon name the time of the work itself. A term ("thời hạn") always
   * binds somebody; a time ("thời gian") does so when it is that of carrying out or handing in, of
   * the very work in front of it, or one to be before.
   */
  boolean isOfWork(int from, int colon) {
    boolean time = words.is(from, "thời") && words.is(from + 1, "gian");
    int p = from + 2;
    return !time
        || p >= colon
        || WHOLE.contains(words.key(p))
        || RUNNING.contains(words.key(p))
        || senses.has(Sense.DELIVER, p)
        || repeats(p, colon, from)
        || senses.has(Sense.BEFORE, colon + 1)
        || senses.has(Sense.LATEST, colon + 1);
  }

  /** "… bổ sung hồ sơ. Thời gian [bổ sung]: …": the name says again what is to be done. */
  private boolean repeats(int from, int to, int behind) {
    for (int k = behind - 1; to - from > 1 && k >= 0 && k > behind - FAR; k--) {
      int same = 0;
      while (from + same < to && words.key(k + same).equals(words.key(from + same))) {
        same++;
      }
      if (same == to - from) {
        return true;
      }
    }
    return false;
  }

  /** Whether the words at i are the time of something else, named up to the colon in front. */
  boolean isAnothers(int i) {
    for (int k = i - 2; words.isMark(i - 1, ':') && k > i - LONGEST_NAME && k >= 0; k--) {
      if (words.isMark(k)) {
        return false;
      }
      if (words.is(k, "thời") && words.is(k + 1, "gian")) {
        return !isOfWork(k, i - 1);
      }
    }
    return false;
  }

  /** "Thời gian kiểm tra: từ ngày …": a sentence that tells when something else happens. */
  boolean isOfAnother(Clause clause) {
    int from = clause.from();
    int colon = from + 2;
    while (colon < Math.min(clause.to(), from + LONGEST_NAME) && !words.isMark(colon, ':')) {
      colon++;
    }
    return words.isMark(colon, ':') && !isOfWork(from, colon);
  }
}

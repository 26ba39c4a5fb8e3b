package vn.dondoc.reading;

import java.util.Set;

/** Dòng ngắt giữa câu: lines that look finished and are not. */
final class WrappedLines {
  private static final int NEAR = 7;
  private static final Set<String> TIMES = Deadlines.keys("tháng năm quý tuần ngày giờ");
  private static final Set<String> SENT = Deadlines.keys("gửi nộp chuyển trình");

  private final Words words;
  private final Lexicon.Senses senses;

  WrappedLines(Words words, Lexicon.Senses senses) {
    this.words = words;
    this.senses = senses;
  }

  /**
   * "… (qua hộp thư:" or "… gửi cho các đơn vị:" at the end of a line: a bracket is still open, or
   * those something goes to are still to come.
   */
  boolean goesOn(int lineStart, int next) {
    int depth = 0;
    for (int k = lineStart; k < next; k++) {
      depth += words.isMark(k, '(') ? 1 : words.isMark(k, ')') && depth > 0 ? -1 : 0;
    }
    return depth > 0 || sends(lineStart, next) && senses.has(Sense.HEAD, next);
  }

  private boolean sends(int lineStart, int next) {
    for (int k = next - 2; k > Math.max(lineStart + 2, next - NEAR); k--) {
      if (SENT.contains(words.key(k)) && senses.has(Sense.DELIVER, k)) {
        return true;
      }
    }
    return false;
  }

  /**
   * "1. Sở A rà soát, lập danh mục" and on the next line "12 dự án …": a sentence that names its
   * doer or has a comma is no heading; what is counted belongs to it.
   */
  boolean counts(int lineStart, int number) {
    boolean comma = false;
    boolean doer = false;
    boolean work = false;
    for (int k = lineStart; k < number; k++) {
      boolean head = senses.has(Sense.HEAD, k) && words.isCapital(k);
      doer |= head || senses.has(Sense.ORDER, k);
      comma |= words.isMark(k, ',');
      work |= senses.at(Sense.VERB, k) > 1 && !words.isCapital(k);
    }
    return work && (doer || comma) && !TIMES.contains(words.key(number + 1));
  }
}

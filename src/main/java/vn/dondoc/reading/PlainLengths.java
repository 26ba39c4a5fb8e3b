package vn.dondoc.reading;

import java.util.Set;

/** Độ dài thời gian đứng trơn: "trong 07 ngày,", "15 ngày sau khi …" without a word in front. */
final class PlainLengths {
  /** What "trong 03 ngày tiếp theo" counts from. */
  static final String STEP_BEFORE = "khi xong việc trước";

  private static final int CLAUSE = 14;
  // What goes on for as long as is said, and so is not finished by then.
  private static final Set<String> LASTING =
      Deadlines.keys(
          "niêm diễn kéo nghỉ huấn trực họp lễ cách giữ duy treo đăng phát tạm đình liên");

  private final Words words;

  PlainLengths(Words words) {
    this.words = words;
  }

  /** "trong 05 ngày phải …", "trong 3 ngày tới", "sau 30 ngày.", "trả lời trong 07 ngày, …". */
  boolean binds(int i, int q) {
    if (words.is(q, "phải") || words.is(q, "tới") || words.is(q, "nữa") || words.isMark(q, '.')) {
      return true;
    }
    boolean ends = words.isOneOf(q, ",;") || q >= words.count() || words.lines(q) > 0;
    return words.is(i, "trong") && (ends || next(q) > q) && !lasts(i);
  }

  /** "trong 03 ngày [tiếp theo]": one past the words that count from the step before. */
  int next(int q) {
    boolean then =
        words.is(q, "tiếp") && words.is(q + 1, "theo")
            || words.is(q, "kế") && words.is(q + 1, "tiếp");
    return then ? q + 2 : q;
  }

  /** "15 ngày [sau khi nhận hồ sơ]": where what a bare length counts from starts; i when none. */
  int event(int i) {
    int q = words.is(i + 2, "làm") && words.is(i + 3, "việc") ? i + 4 : i + 2;
    // "số liệu 6 tháng trước ngày 10/6": the months reported on, not when.
    boolean ahead = !words.is(i + 1, Dates.MONTH) && !words.isNumber(q + 2);
    boolean after =
        (words.is(q, "sau") || words.is(q, "trước") && ahead)
                && (words.is(q + 1, "khi") || words.is(q + 1, Dates.DAY))
            || words.is(q, "kể") && words.is(q + 1, "từ")
            || words.is(q, "tính") && words.is(q + 1, "từ");
    boolean counted = words.isWord(i - 1) && !words.is(i - 1, Dates.DAY) && !words.is(i - 1, "số");
    return after && counted && !lasts(i) ? q : i;
  }

  /** "niêm yết trong 15 ngày", "tổ chức tập huấn trong 02 ngày": how long it goes on. */
  private boolean lasts(int i) {
    for (int k = i - 1; k > i - CLAUSE && k >= 0 && !words.isOneOf(k, ".;:"); k--) {
      if (LASTING.contains(words.key(k)) || words.is(k, "tổ") && words.is(k + 1, "chức")) {
        return true;
      }
    }
    return false;
  }
}

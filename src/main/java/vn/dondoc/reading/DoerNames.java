package vn.dondoc.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tên chủ thể chưa biết hết: how far the name of a doer reaches when the lexicon knows a part. */
final class DoerNames {
  private static final int LONGEST_REST = 8;

  private final Words words;
  private final Lexicon.Senses senses;
  private final Predicates predicates;
  private final Timeline timeline;

  DoerNames(Words words, Lexicon.Senses senses, Predicates predicates, Timeline timeline) {
    this.words = words;
    this.senses = senses;
    this.predicates = predicates;
    this.timeline = timeline;
  }

  /**
   * "Cục Quản lý đê điều và Phòng chống lụt bão:": the words up to the colon belong to the name.
   */
  boolean heads(int end, int to) {
    if (!words.isMark(to - 1, ':') || to - 1 - end < 1 || to - end > 14) {
      return false;
    }
    return !predicates.startsAt(end) && !words.isMark(end) && isName(end, to - 1);
  }

  /**
   * "Tổ Đề án 06 tỉnh rà soát …": a name that opens like one of a body, up to the work; or null.
   */
  @Nullable Party unknownDoer(int p, int to) {
    boolean named =
        senses.at(Sense.HEAD, p) > 1
            || senses.has(Sense.HEAD, p) && words.isCapital(p + 1)
            || words.is(p, "tổ") && !words.is(p + 1, "chức");
    boolean opens = named && words.isCapital(p) && senses.at(Sense.VERB, p) < 2;
    for (int k = p + 1; opens && k < Math.min(to - 2, p + 10); k++) {
      boolean work =
          !words.isCapital(k)
              && (senses.has(Sense.CHAIR, k)
                  || senses.has(Sense.COOP, k)
                  || senses.has(Sense.MODAL, k)
                  || senses.has(Sense.PURE, k)
                  || predicates.verb(k) > 1 && predicates.isWork(k));
      if (work || words.isMark(k, ':')) {
        return k > p + 1 && (work || startsWork(k + 1, to))
            ? new Party(p, k, Party.Form.BODY)
            : null;
      }
      boolean inside =
          words.isWord(k) || words.isNumber(k) || words.isOneOf(k, "-&") || joins(k, p, to);
      if (!inside || senses.has(Sense.HISTORY, k) || words.lines(k) > 1 || words.is(k, "là")) {
        return null;
      }
    }
    return null;
  }

  /**
   * "Phòng Chính trị[, tư tưởng] phối hợp với …": a comma inside a name, a duty right behind it.
   */
  private boolean joins(int comma, int from, int to) {
    boolean field =
        words.isMark(comma, ',')
            && comma > from + 2
            && words.isWord(comma + 1)
            && !words.isCapital(comma + 1)
            && words.isCapital(comma - 2)
            && predicates.verb(comma + 1) == 0;
    for (int k = comma + 2; field && k < Math.min(to, comma + 4); k++) {
      if (senses.has(Sense.CHAIR, k) || senses.has(Sense.COOP, k)) {
        return true;
      }
    }
    return false;
  }

  /** "Các đồng chí phụ trách xã [mỗi tháng một lần] dự …": where the time in front of it starts. */
  int undated(int from, int work) {
    for (int k = from; k < work; k++) {
      Deadlines.Found found = timeline.at(k);
      if (found != null && (found.to() == work || found.to() == work - 1)) {
        return words.isMark(k - 1, ',') ? k - 1 : k;
      }
    }
    return work;
  }

  /** "Phòng Quản lý nhà: hoàn chỉnh …": one past a name the lexicon knows in part; else -1. */
  int nameUntilColon(List<Party> parties, int p, int to) {
    int end = parties.getLast().to();
    boolean one = parties.size() == 1 && parties.getLast().form() == Party.Form.BODY;
    if (!one || parties.getFirst().from() != p || words.isMark(end) || words.is(end, "và")) {
      return -1;
    }
    for (int k = end; k < Math.min(to - 2, end + LONGEST_REST); k++) {
      if (words.isMark(k, ':')) {
        return isName(end, k) && startsWork(k + 1, to) ? k : -1;
      }
      if (words.isMark(k) && !words.isOneOf(k, "-&") || startsWork(k, to)) {
        return -1;
      }
    }
    return -1;
  }

  private boolean isName(int from, int to) {
    for (int k = from; k < to; k++) {
      boolean duty =
          senses.has(Sense.MODAL, k)
              || senses.has(Sense.NEED, k)
              || senses.has(Sense.CHAIR, k)
              || senses.has(Sense.COOP, k)
              || senses.has(Sense.PURE, k)
              || senses.has(Sense.INTRO, k)
              || senses.has(Sense.ORDER, k)
              || senses.has(Sense.REPORTING, k)
              || words.is(k, "kết") && words.is(k + 1, "luận")
              || words.is(k, "chỉ") && words.is(k + 1, "đạo")
              || words.is(k, "ý") && words.is(k + 1, "kiến")
              || words.is(k, "thông") && words.is(k + 1, "báo")
              || words.is(k, "sau");
      if (duty || words.isOneOf(k, ":;.")) {
        return false;
      }
    }
    return true;
  }

  private boolean startsWork(int p, int to) {
    return p < to && predicates.startsAt(p);
  }
}

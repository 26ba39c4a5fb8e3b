package vn.dondoc.reading;

import java.util.Set;

/** Vị ngữ: where the words of a doer end and the work begins. */
final class Predicates {
  private static final int FARTHEST = 90;
  private static final Set<String> HELD =
      Deadlines.keys(
          "việc tác sự các những của được bị do để đã đang chưa từ về trình vụ hoạch quả hình độ động án"
              + " quy chế quỹ vực vốn biện pháp sách thuộc làm còn theo không bằng nghị giai tiêu"
              + " trào dung số với bộ chậm có trên trong mặt cục ban phần cho khi chi tổ khó yêu nhu lệ tờ văn bản");
  private static final Set<String> NOT_BEFORE = Deadlines.keys("của được bị là");

  private final Words words;
  private final Lexicon.Senses senses;

  Predicates(Words words, Lexicon.Senses senses) {
    this.words = words;
    this.senses = senses;
  }

  /** Whether work may start at i, right behind a doer. */
  boolean startsAt(int i) {
    return startsFirmly(i) || verb(i) > 0;
  }

  /** Words that only ever open a duty: "có trách nhiệm", "cần", "khẩn trương", "chủ trì". */
  boolean startsFirmly(int i) {
    return senses.has(Sense.MODAL, i)
        || senses.has(Sense.NEED, i) && !words.is(i + 1, "thiết") && !isSo(i)
        || senses.has(Sense.CHAIR, i)
        || senses.has(Sense.PURE, i)
        || senses.has(Sense.ADVERB, i)
        || isCoop(i);
  }

  /** "… nên dễ xen kẹp": what follows from something, not what somebody should do. */
  private boolean isSo(int i) {
    return words.is(i, "nên")
        && senses.at(Sense.VERB, i + 1) == 0
        && !senses.has(Sense.PURE, i + 1);
  }

  private boolean isCoop(int i) {
    return senses.has(Sense.COOP, i) && !words.is(i, "cùng");
  }

  /** Length of a verb of work at i, 0 when the words there are rather a noun. */
  int verb(int i) {
    int length = senses.at(Sense.VERB, i);
    if (length == 0
        || senses.at(Sense.DOCKIND, i) > length
        || senses.at(Sense.SECTOR, i) > length
        || NOT_BEFORE.contains(words.key(i + length)) && senses.has(Sense.NOUNISH, i)) {
      return 0;
    }
    return length;
  }

  /** "mua sắm": a verb of work at i no shorter word of which ("mua") makes a noun. */
  boolean isWork(int i) {
    return verb(i) > senses.at(Sense.NOUNISH, i);
  }

  /** "[thu] dứt điểm", "khẩn trương", "mua sắm": words behind a name that can only be its work. */
  boolean opensWork(int i) {
    int verb = verb(i);
    return startsFirmly(i) || isWork(i) || verb > 0 && startsAt(i + verb);
  }

  /**
   * The first place in [from, to) where the work of a doer described at length starts: verbs inside
   * the description ("đã được phân bổ, bố trí vốn") are passed over.
   *
   * @return -1 when none is found
   */
  int after(int from, int to) {
    boolean held = true;
    int limit = Math.min(to, from + FARTHEST);
    int i = from;
    while (i < limit) {
      if (words.isMark(i, '(')) {
        i = closing(i, to) + 1;
        continue;
      }
      if (words.isOneOf(i, ";:")) {
        return -1;
      }
      int length =
          Math.max(
              senses.at(Sense.PURE, i),
              Math.max(senses.at(Sense.MODAL, i), senses.at(Sense.CHAIR, i)));
      if (words.isCapital(i)) {
        // "Ban Chỉ đạo", "Ban Quản lý": a name, not work.
        held = HELD.contains(words.key(i));
        i++;
        continue;
      }
      boolean duty = length > 0 || senses.has(Sense.NEED, i) && !isSo(i) || isCoop(i);
      int verb = verb(i);
      if (duty || verb > 0) {
        boolean blocked =
            held
                || HELD.contains(words.key(i - 1))
                || verb > 0 && !duty && senses.has(Sense.NOUNISH, i);
        if (!blocked && i > from) {
          return i;
        }
        held = true;
        i += Math.max(1, Math.max(length, verb));
        continue;
      }
      if (words.isMark(i, ',') || words.is(i, "và")) {
        i++;
        continue;
      }
      held = HELD.contains(words.key(i));
      i++;
    }
    return -1;
  }

  int closing(int open, int to) {
    for (int k = open + 1; k < Math.min(to, open + 80); k++) {
      if (words.isMark(k, ')')) {
        return k;
      }
    }
    return open;
  }
}

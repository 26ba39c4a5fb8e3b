package vn.dondoc.reading;

import java.util.Set;

/** Tên ngoài từ điển: how far the name of a body reaches that the lexicon does not hold. */
final class UnknownNames {
  private static final int LONGEST_ITEM = 9;
  private static final int LONGEST_TAIL = 6;
  private static final Set<String> TIMES =
      Deadlines.keys("ngày tháng năm quý tuần giờ buổi sáng chiều lần hôm kỳ đợt hàng hằng định");
  // Words that join, place or tell, and so end a name.
  private static final Set<String> OUTSIDE =
      Deadlines.keys(
          "được bị của ra với là và thì mà các những này đó nêu trên như tại nơi đến do vì sẽ có"
              + " cho lại cả bằng không nên phải cần đã đang theo từ về để khi nếu hoặc mỗi từng"
              + " trong ngoài gồm còn cũng đều vừa sau trước");

  private final Words words;
  private final Lexicon.Senses senses;
  private final Predicates predicates;

  UnknownNames(Words words, Lexicon.Senses senses, Predicates predicates) {
    this.words = words;
    this.senses = senses;
    this.predicates = predicates;
  }

  /** Words that end any name: "Điện lực A [được] đề nghị …", "Văn phòng B [ra] thông báo". */
  boolean ends(int i) {
    return OUTSIDE.contains(words.key(i));
  }

  /**
   * "Cục Cơ sở [vật chất], Vụ B", "Phòng Nghiệp vụ [dược].": one past words that mean nothing but
   * the rest of a name, up to where the name has to end; {@code p} when they are none.
   */
  int tail(int p, int to) {
    boolean joined = false;
    for (int k = p; k < Math.min(to + 1, p + LONGEST_TAIL + 1); k++) {
      boolean due = senses.has(Sense.BEFORE, k) || senses.has(Sense.LATEST, k);
      boolean joins = k > p && words.is(k, "và") && words.isCapital(k + 1);
      boolean another = joins && (senses.has(Sense.HEAD, k + 1) || senses.has(Sense.POST, k + 1));
      boolean ends = k >= to || due || another || words.isOneOf(k, ",;.:)") || words.lines(k) > 0;
      if (ends) {
        // Where the sentence ends too, more than one word may be the work.
        boolean goesOn = another || due || words.isMark(k, ',') && senses.has(Sense.HEAD, k + 1);
        return goesOn || k - p <= 2 || joined ? k : p;
      }
      joined |= joins;
      if (joins && opensName(k + 1)) {
        // "… Nông lâm sản [và Thủy] sản": a second field in capitals.
        k++;
        continue;
      }
      boolean part =
          words.isWord(k)
              && !words.isCapital(k)
              && !ends(k)
              && !TIMES.contains(words.key(k))
              && (!senses.any(k) || senses.has(Sense.SECTOR, k) || senses.has(Sense.NAMEPART, k))
              && predicates.verb(k) == 0;
      if (!part) {
        return p;
      }
    }
    return p;
  }

  /** "phòng [Kinh tế]": a word in capitals that opens the name of an office, on the same line. */
  boolean opensName(int i) {
    return words.isWord(i)
        && words.isCapital(i)
        && words.lines(i) == 0
        && !senses.has(Sense.POST, i)
        && !senses.has(Sense.PERSON, i)
        && !senses.has(Sense.LEVEL, i);
  }

  /** "Truyền [thanh]": a syllable in lower case that only means something with the one before. */
  boolean completes(int i) {
    return words.isWord(i)
        && !words.isCapital(i)
        && words.isCapital(i - 1)
        && !words.isShout(i - 1)
        && (!words.isCapital(i - 2) || senses.has(Sense.HEAD, i - 2) || words.isCapital(i + 1))
        && words.lines(i) == 0
        && !ends(i)
        && (!senses.any(i) || senses.has(Sense.HEAD, i) && !senses.has(Sense.LEVEL, i) && alone(i));
  }

  /** Nothing but the head of a name and no work: "Nghiệp [vụ]". */
  private boolean alone(int i) {
    return senses.at(Sense.HEAD, i) == 1
        && predicates.verb(i) == 0
        && !predicates.startsFirmly(i)
        && senses.has(Sense.HEAD, i - 2);
  }

  /**
   * "các ban: Vật tư, [Quản lý đấu thầu] khẩn trương …": an item of a list that opens with a word
   * of work in capitals, up to a word that can only open a duty; -1 when there is none.
   */
  int named(int from, int to) {
    boolean field = words.isCapital(from) && predicates.verb(from) > 0 && !ends(from);
    for (int k = from + 2; field && k < Math.min(to, from + LONGEST_TAIL); k++) {
      if (predicates.startsFirmly(k)) {
        return k;
      }
      field = words.isWord(k) && !words.isCapital(k) && !ends(k);
    }
    return -1;
  }

  /**
   * ", Tạp chí Kiến trúc tăng …": one past an item of a list of bodies the lexicon does not know;
   * -1 when the words there are no name.
   */
  int item(int from, int to) {
    boolean opens =
        words.isCapital(from)
            && !ends(from)
            && predicates.verb(from) == 0
            && !predicates.startsFirmly(from)
            && !senses.has(Sense.CONNECT, from)
            && !senses.has(Sense.CONDITION, from)
            && !senses.has(Sense.DOCKIND, from)
            && !senses.has(Sense.TOPIC, from)
            && !senses.has(Sense.PERSON, from);
    if (!opens) {
      return -1;
    }
    for (int k = from + 1; k < Math.min(to, from + LONGEST_ITEM); k++) {
      boolean work = !words.isCapital(k) && (predicates.startsFirmly(k) || predicates.isWork(k));
      boolean next = words.isOneOf(k, ",;") || words.is(k, "và") && words.isCapital(k + 1);
      if (work || next) {
        return k - from >= 2 || words.isShout(from) ? k : -1;
      }
      if (!words.isWord(k) && !words.isNumber(k) && !words.isOneOf(k, "-&") || ends(k)) {
        return -1;
      }
    }
    return -1;
  }
}

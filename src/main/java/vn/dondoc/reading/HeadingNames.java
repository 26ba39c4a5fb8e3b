package vn.dondoc.reading;

import java.util.List;

/** Đề mục mang tên cơ quan: a heading that is the name of a body the lexicon knows in part. */
final class HeadingNames {
  private static final int LONGEST = 14;

  private final Words words;
  private final Lexicon.Senses senses;
  private final Predicates predicates;

  HeadingNames(Words words, Lexicon.Senses senses) {
    this.words = words;
    this.senses = senses;
    this.predicates = new Predicates(words, senses);
  }

  /**
   * "1. Phòng Cảnh sát QLHC về TTXH (PC06)", "2. Trung đoàn 123:": all of the heading is the name,
   * when it opens like one of a body and holds no work.
   */
  List<Party> whole(Block block) {
    int from = block.body();
    int end = block.to();
    while (end > from && words.isOneOf(end - 1, ":.;")) {
      end--;
    }
    int whole = end;
    boolean code = isCode(end);
    boolean bracket = words.isMark(end - 1, ')');
    for (int k = end - 1; bracket && k > from; k--) {
      if (words.isMark(k, '(')) {
        end = k;
        bracket = false;
      }
    }
    boolean opens =
        block.marker() != null
            && words.isCapital(from)
            && senses.has(Sense.HEAD, from)
            && (senses.at(Sense.HEAD, from) > 1
                || words.isCapital(from + 1)
                || words.isNumber(from + 1))
            && senses.at(Sense.VERB, from) < 2
            && senses.at(Sense.DOCKIND, from) <= senses.at(Sense.HEAD, from);
    int head = from + senses.at(Sense.HEAD, from);
    if (!opens || end - from > LONGEST || end <= head) {
      return List.of();
    }
    int k = head;
    while (k < end) {
      int known = Math.max(senses.at(Sense.SECTOR, k), senses.at(Sense.NAMEPART, k));
      if (known < 2 && !belongs(k)) {
        return List.of();
      }
      // "Hậu [cần]": no word of its own inside a longer one.
      k += Math.max(1, known);
    }
    // "(PC06)": the short name belongs to it; other brackets only add something.
    return List.of(new Party(from, code ? whole : end, Party.Form.BODY));
  }

  /** A heading without a full stop that is a name, though its end was taken for work. */
  boolean hides(Block block, Reading tail) {
    boolean work = tail.action() < block.to() - 1;
    return work && !words.isOneOf(block.to() - 1, ".;,") && !whole(block).isEmpty();
  }

  private boolean isCode(int end) {
    for (int k = end - 2; words.isMark(end - 1, ')') && k > end - 5; k--) {
      if (words.isMark(k, '(')) {
        return words.isShout(k + 1);
      }
    }
    return false;
  }

  private boolean belongs(int k) {
    boolean work = !words.isCapital(k) && (predicates.startsFirmly(k) || predicates.isWork(k));
    boolean told = senses.has(Sense.HISTORY, k) || words.is(k, "đã") || words.is(k, "là");
    boolean name = words.isWord(k) || words.isNumber(k) || words.isOneOf(k, "-&");
    return name && !work && !told && !senses.has(Sense.ORDER, k);
  }
}

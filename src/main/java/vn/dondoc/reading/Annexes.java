package vn.dondoc.reading;

import java.util.Set;

/**
 * Phụ lục: what is bound behind the signature, from its title on ("PHỤ LỤC", or the plan a decision
 * issues: "KẾ HOẠCH … (Ban hành kèm theo Quyết định số …)").
 */
final class Annexes {
  private static final int LONGEST_TITLE = 24;
  private static final int NEAR = 90;
  private static final Set<String> TABLES = Deadlines.keys("danh bảng biểu phân phương");

  private final Words words;
  private final Lexicon.Senses senses;

  Annexes(Words words, Lexicon.Senses senses) {
    this.words = words;
    this.senses = senses;
  }

  /** The first word of the annex behind a text whose body starts at {@code body}, or the end. */
  int start(int body) {
    boolean signed = false;
    for (int i = Math.max(1, body); i < words.count(); i++) {
      if (words.lines(i) == 0) {
        continue;
      }
      signed |=
          Tails.opensRecipients(words, i)
              || Tails.isCapacity(words, i)
              || words.isShout(i) && senses.has(Sense.POST, i) && lineEnd(i) - i < 8;
      if (signed && isTitle(i)) {
        return i;
      }
    }
    return words.count();
  }

  private boolean isTitle(int i) {
    boolean shouts = words.isShout(i) && words.isShout(i + 1);
    if (!shouts || lineEnd(i) - i > LONGEST_TITLE) {
      return false;
    }
    boolean annex = words.is(i, "phụ") && words.is(i + 1, "lục");
    boolean paper = senses.has(Sense.DOCKIND, i) || TABLES.contains(words.key(i));
    return annex || paper && isAttached(i);
  }

  /** "(Kèm theo Công văn số …)", "(Ban hành kèm theo Quyết định số …)" near the title. */
  private boolean isAttached(int i) {
    for (int k = i; k < Math.min(words.count(), i + NEAR); k++) {
      if (words.is(k, "kèm") && words.is(k + 1, "theo")) {
        return true;
      }
    }
    return false;
  }

  private int lineEnd(int i) {
    int k = i + 1;
    while (k < words.count() && words.lines(k) == 0) {
      k++;
    }
    return k;
  }
}

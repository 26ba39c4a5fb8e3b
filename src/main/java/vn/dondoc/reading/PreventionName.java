package vn.dondoc.reading;

/** Tên ban chỉ đạo, ban chỉ huy: "… phòng, chống [lụt bão]", whatever it guards against. */
final class PreventionName {
  private static final int LONGEST_DANGER = 6;

  private final Words words;
  private final Lexicon.Senses senses;
  private final Predicates predicates;

  PreventionName(Words words, Lexicon.Senses senses, Predicates predicates) {
    this.words = words;
    this.senses = senses;
    this.predicates = predicates;
  }

  /**
   * One past the danger named from p on, right behind the head of a committee; p when none is. It
   * ends in front of a level ("tỉnh", "các xã"), of the work or of a mark.
   */
  int end(int behindHead, int p, int to) {
    int from = p == behindHead && guides(p) ? danger(p) : p;
    if (from == p) {
      return p;
    }
    int known = Math.max(senses.at(Sense.NAMEPART, p), senses.at(Sense.SECTOR, p));
    for (int k = Math.max(from + 1, p + known); k < Math.min(to, from + LONGEST_DANGER); k++) {
      boolean level = senses.has(Sense.LEVEL, k) || senses.has(Sense.DETERMINER, k);
      boolean work = predicates.startsFirmly(k) || predicates.isWork(k);
      if (level || work || !words.isWord(k)) {
        return k;
      }
    }
    return Math.max(p + known, from + 1 >= to ? to : p);
  }

  private boolean guides(int p) {
    return words.is(p - 1, "đạo") && words.is(p - 2, "chỉ")
        || words.is(p - 1, "huy") && words.is(p - 2, "chỉ")
        || words.is(p - 1, "bcđ")
        || words.is(p - 1, "bch");
  }

  /** "[phòng, chống] lụt bão", "[chống] buôn lậu": where the danger starts; p when none does. */
  private int danger(int p) {
    if (words.is(p, "chống")) {
      return p + 1;
    }
    int against = words.isMark(p + 1, ',') ? p + 2 : p + 1;
    return words.is(p, "phòng") && words.is(against, "chống") ? against + 1 : p;
  }
}

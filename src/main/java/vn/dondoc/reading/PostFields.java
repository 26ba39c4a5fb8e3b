package vn.dondoc.reading;

/** Lĩnh vực phụ trách: the field or the place a post is in charge of, told behind the post. */
final class PostFields {
  private static final int LONGEST = 9;

  private final Words words;
  private final Lexicon.Senses senses;
  private final Predicates predicates;
  private final UnknownNames unknown;

  PostFields(Words words, Lexicon.Senses senses, Predicates predicates) {
    this.words = words;
    this.senses = senses;
    this.predicates = predicates;
    this.unknown = new UnknownNames(words, senses, predicates);
  }

  /** "phụ trách [địa bàn]": what a post is in charge of stands behind; no work, no link word. */
  boolean opens(int p) {
    boolean field = words.isWord(p + 2) && !unknown.ends(p + 2) && !predicates.startsAt(p + 2);
    return words.is(p, "phụ") && words.is(p + 1, "trách") && field;
  }

  /**
   * "Phó Chủ tịch UBND tỉnh [phụ trách khối nội chính] trực tiếp …", "… [phụ trách xã] hằng tuần
   * …": one past the field, where the work or its time starts; {@code p} when none is told.
   */
  int end(int p, int to) {
    if (!words.is(p, "phụ") || !words.is(p + 1, "trách")) {
      return p;
    }
    int last = Math.min(to, p + LONGEST);
    for (int k = p + 3; k < last && words.isWord(k) && !words.is(k, "làm"); k++) {
      boolean held =
          words.isCapital(k)
              || predicates.verb(k - 1) > 0
              || words.is(k, "các")
              || senses.has(Sense.NEED, k) && !predicates.startsAt(k + 1);
      boolean works = predicates.opensWork(k) || senses.has(Sense.RECUR, k);
      if (!held && works && !senses.has(Sense.CHAIR, k - 1)) {
        return k;
      }
    }
    return p;
  }
}

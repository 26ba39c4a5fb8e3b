package vn.dondoc.reading;

/** Câu kết: formulas that end a paper and lay no work on anybody. */
final class Closings {
  private final Words words;
  private final Lexicon.Senses senses;

  Closings(Words words, Lexicon.Senses senses) {
    this.words = words;
    this.senses = senses;
  }

  /** Place of a closing formula; "kể từ ngày nhận được văn bản" only counts days. */
  int at(int from, int to) {
    for (int k = from; k < to; k++) {
      boolean asks = words.is(k, "trân") && senses.has(Sense.ORDER, k);
      if (senses.has(Sense.CLOSING, k) && !asks && !countsDays(from, k)) {
        return k;
      }
    }
    return -1;
  }

  /** "kể từ ngày nhận được văn bản", "Nhận được Công văn số 5 …", "… này có hiệu lực". */
  private boolean countsDays(int from, int at) {
    boolean received =
        words.is(at, "nhận") && (words.is(at - 1, "ngày") || words.is(at - 1, "khi"));
    int named = at + senses.at(Sense.CLOSING, at);
    boolean cited = words.is(at, "nhận") && (words.is(named, "số") || words.is(named, "của"));
    cited |= words.is(at, "thông") && (words.is(at - 1, "về") || words.is(at - 1, "theo"));
    boolean force = false;
    for (int k = Math.max(from, at - 5); k < at && words.is(at, "có"); k++) {
      force |= words.is(k, "ngày") && k > from + 2;
    }
    return received || cited || force;
  }

  /** A group, a post, or "UBND [các] huyện, thành phố" told in an order. */
  boolean tellsMany(Party party) {
    return party.form() != Party.Form.BODY || words.is(party.from() + 1, "các");
  }

  /** "Trong quá trình thực hiện, nếu có vướng mắc, …": the way to ask, at the end of a paper. */
  boolean asksForQuestions(Clause clause) {
    boolean process = false;
    for (int k = clause.from(); k < Math.min(clause.to(), clause.from() + 24); k++) {
      process |=
          words.is(k, "quá") && words.is(k + 1, "trình")
              || k < clause.from() + 3 && words.is(k, "nếu");
      boolean snag =
          words.is(k, "vướng") && words.is(k + 1, "mắc")
              || words.is(k, "phát") && words.is(k + 1, "sinh")
              || words.is(k, "khó") && words.is(k + 1, "khăn");
      boolean when = false;
      for (int m = Math.max(clause.from(), k - 9); m < k; m++) {
        when |= words.is(m, "nếu") || words.is(m, "trường") || words.is(m, "gì");
      }
      if (process && snag && when && clause.opens()) {
        return true;
      }
    }
    return false;
  }
}

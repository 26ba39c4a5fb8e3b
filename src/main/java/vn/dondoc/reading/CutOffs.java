package vn.dondoc.reading;

/** Ngày chốt số liệu: days on which figures end; nothing is due on them. */
final class CutOffs {
  private static final String FROM = Syllables.key("từ");

  private final Words words;
  private final Lexicon.Senses senses;
  private final Dates dates;

  CutOffs(Words words, Lexicon.Senses senses, Dates dates) {
    this.words = words;
    this.senses = senses;
    this.dates = dates;
  }

  boolean endsFigures(int i) {
    return isCutOff(i) || counts(i);
  }

  /**
   * "tính đến ngày", "số liệu đến ngày", "từ ngày … đến ngày …": the end of figures, not of work.
   */
  private boolean isCutOff(int i) {
    for (int back = 1; back <= 3; back++) {
      int length = senses.at(Sense.CUTOFF, i - back);
      if (length >= back && !words.is(i - back, FROM)) {
        return true;
      }
    }
    for (int k = i - 1; k >= Math.max(0, i - 8); k--) {
      if (words.is(k, FROM)
          && (dates.at(k + 1) != null || words.isNumber(k + 1) || words.is(k + 1, Dates.DAY))) {
        return true;
      }
      if (words.isOneOf(k, ";:")) {
        return false;
      }
    }
    return false;
  }

  /** "kết quả giải ngân đến ngày …", "tình hình … đến hết ngày …": the day the figures end. */
  private boolean counts(int i) {
    for (int k = i - 1; k >= Math.max(0, i - 14); k--) {
      boolean sent = words.is(k, "về") || words.is(k, "gửi");
      if (words.isMark(k) || sent && i - k > 1) {
        return false;
      }
      boolean figures =
          words.is(k, "kết") && words.is(k + 1, "quả")
              || words.is(k, "tình") && words.is(k + 1, "hình")
              || words.is(k, "số") && words.is(k + 1, "liệu");
      if (figures) {
        return true;
      }
    }
    return false;
  }
}

package vn.dondoc.reading;

/** Dáng dòng: what a line of a letterhead looks like. */
final class LineShapes {
  private final Words words;

  LineShapes(Words words) {
    this.words = words;
  }

  /** "PHỤ LỤC", "DANH MỤC": the title of a list, no authority. */
  boolean isAnnex(int from) {
    return words.is(from, "phụ") && words.is(from + 1, "lục")
        || words.is(from, "danh") && (words.is(from + 1, "mục") || words.is(from + 1, "sách"))
        || words.is(from, "bảng")
        || words.is(from, "biểu");
  }

  /** A line of dashes or stars. */
  boolean isRule(int from, int to) {
    for (int k = from; k < to; k++) {
      if (!words.isMark(k)) {
        return false;
      }
    }
    return true;
  }

  boolean isMotto(int from, int to) {
    for (int k = from; k < Math.min(to, from + 30); k++) {
      if (words.is(k, "cộng") && words.is(k + 1, "hòa") && words.is(k + 2, "xã")
          || words.is(k, "độc") && words.is(k + 1, "lập") && words.isMark(k + 2, '-')
          || words.is(k, "chủ")
              && words.is(k + 1, "nghĩa")
              && words.is(k + 2, "việt")
              && to - from < 8
          || words.isShout(k)
              && words.is(k, "đảng")
              && words.is(k + 1, "cộng")
              && words.is(k + 2, "sản")) {
        return true;
      }
    }
    return false;
  }

  boolean isShouting(int from, int to) {
    int shouts = 0;
    int all = 0;
    for (int k = from; k < to; k++) {
      if (words.isWord(k)) {
        all++;
        shouts += words.isShout(k) || words.end(k) - words.start(k) == 1 ? 1 : 0;
      }
    }
    return all > 0 && shouts * 10 >= all * 8;
  }

  /** "TTYT", "BQL": a body told by first letters alone. */
  boolean isAbbreviated(int i) {
    return words.isShout(i) && words.text(i, i + 1).matches("[B-DGHK-NP-TVXYĐ]{3,6}");
  }

  /** The words of a name, those glued together told apart: "UBNDTỈNH" is "UBND TỈNH". */
  String apart(int from, int to) {
    StringBuilder name = new StringBuilder();
    for (int k = from; k < to; k++) {
      boolean glued = words.isWord(k) && words.isWord(k - 1) && words.touches(k);
      boolean gap = k > from && (glued || !words.touches(k));
      name.append(gap ? " " : "").append(words.text(k, k + 1));
    }
    return name.toString();
  }

  boolean startsProse(int from) {
    return words.is(from, "ngày")
        || words.is(from, "thời") && words.is(from + 1, "gian") && !words.isShout(from)
        || words.is(from, "hiện") && words.is(from + 1, "nay")
        || words.is(from, "trước") && words.is(from + 1, "tình")
        || words.is(from, "nhằm") && !words.isShout(from)
        || words.is(from, "qua") && !words.isShout(from)
        || words.is(from, "những") && words.is(from + 1, "năm")
        || words.is(from, "năm") && words.isNumber(from + 1) && !words.isShout(from)
        || words.is(from, "căn")
        || words.is(from, "thực") && !words.isShout(from)
        || words.is(from, "sau") && words.is(from + 1, "khi")
        || words.is(from, "trong") && !words.isShout(from)
        || words.is(from, "để")
        || words.is(from, "vừa")
        || words.is(from, "sáng")
        || words.is(from, "chiều")
        || words.is(from, "xét")
        || words.is(from, "theo") && !words.isShout(from)
        || words.is(from, "tại") && !words.isShout(from);
  }

  /** A long line of plain prose, or the first item: no piece of a subject broken over lines. */
  boolean opensText(int from, int to) {
    boolean item =
        (words.isNumber(from) || isLabel(from))
            && words.isOneOf(from + 1, ".)")
            && words.touches(from + 1);
    boolean stop = words.isOneOf(to - 1, ".;:");
    boolean prose = words.isCapital(from) && !isShouting(from, to) && (to - from > 22 || stop);
    return item || prose || words.isOneOf(from, "-+") && !words.touches(from + 1) && to - from > 6;
  }

  /** "I", "IV", "A": what may number a part. */
  private boolean isLabel(int i) {
    int length = words.isWord(i) ? words.end(i) - words.start(i) : 9;
    return length == 1 && words.isCapital(i) || length <= 3 && words.isShout(i);
  }

  /** "IV- TỔ CHỨC THỰC HIỆN": the head of a part. */
  boolean isPart(int from) {
    return words.isWord(from)
        && words.text(from, from + 1).matches("[IVX]{1,5}")
        && words.isOneOf(from + 1, ".-)")
        && words.lines(from + 1) == 0;
  }
}

package vn.dondoc.reading;

/** Khen, chê, cấm: a paper that praises, blames or forbids lays no work on anybody. */
final class Judgements {
  private final Words words;

  Judgements(Words words) {
    this.words = words;
  }

  /** "Đánh giá cao sự cố gắng của …", "Ghi nhận …", "Phê bình UBND huyện …". */
  boolean judges(int from) {
    int p = words.is(from, "nghiêm") && words.is(from + 1, "khắc") ? from + 2 : from;
    boolean praises =
        words.is(p, "đánh") && words.is(p + 1, "giá") && words.is(p + 2, "cao")
            || words.is(p, "biểu") && words.is(p + 1, "dương") && !words.isMark(p + 2, ',')
            || words.is(p, "hoan") && words.is(p + 1, "nghênh");
    return praises || notes(p) || blames(p);
  }

  /** "Ghi nhận, đánh giá cao nỗ lực …", and no word of consent behind it. */
  private boolean notes(int p) {
    boolean agrees = false;
    for (int k = p + 2; k < p + 8; k++) {
      agrees |=
          words.is(k, "đồng") && words.is(k + 1, "ý")
              || words.is(k, "thống") && words.is(k + 1, "nhất")
              || words.is(k, "đề") && words.is(k + 1, "xuất")
              || words.is(k, "kiến") && words.is(k + 1, "nghị");
    }
    return words.is(p, "ghi") && words.is(p + 1, "nhận") && !agrees;
  }

  /** "Phê bình UBND huyện A chậm …": whom the paper itself blames, here and now. */
  boolean blames(int p) {
    boolean blame = words.is(p, "phê") && words.is(p + 1, "bình");
    return blame && (words.isCapital(p + 2) || words.is(p + 2, "các") || words.is(p + 2, "nghiêm"));
  }

  /** "Nghiêm cấm …", "Không giao …": settled by the paper. */
  boolean forbids(int from) {
    boolean strict =
        words.is(from, "nghiêm") || words.is(from, "tuyệt") && words.is(from + 1, "đối");
    return strict && words.is(from + 1, "cấm")
        || words.is(from, "cấm") && words.isCapital(from)
        || words.is(from, "không") && words.is(from + 1, "giao") && words.isCapital(from);
  }

  boolean hasFigure(int from, int to) {
    for (int k = from; k < to; k++) {
      if (words.isNumber(k)
          && !Dates.plausible(words.number(k))
          && !words.isOneOf(k - 1, "/")
          && !words.is(k - 1, "ngày")) {
        return true;
      }
    }
    return false;
  }
}

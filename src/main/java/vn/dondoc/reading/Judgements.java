package vn.dondoc.reading;

import java.util.Set;

/** Khen, chê, cấm: a paper that praises, blames or forbids lays no work on anybody. */
final class Judgements {
  private static final Set<String> PAPERS =
      Set.of(
          pair("chỉ", "thị"),
          pair("quyết", "định"),
          pair("nghị", "quyết"),
          pair("quy", "định"),
          pair("công", "văn"),
          pair("thông", "tư"),
          pair("văn", "bản"),
          pair("kế", "hoạch"),
          pair("quy", "chế"));

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

  private static String pair(String first, String second) {
    return Syllables.key(first) + ' ' + Syllables.key(second);
  }

  /** "Bãi bỏ Chỉ thị số …", "Hủy bỏ các quy định …": what the paper itself ends. */
  boolean repeals(int from) {
    boolean ends =
        (words.is(from, "bãi") || words.is(from, "hủy") || words.is(from, "huỷ"))
            && words.is(from + 1, "bỏ");
    int paper = words.is(from + 2, "các") || words.is(from + 2, "toàn") ? from + 3 : from + 2;
    for (int k = paper; ends && k < paper + 6 && !words.isMark(k); k++) {
      boolean named = PAPERS.contains(words.key(k) + ' ' + words.key(k + 1));
      if (named && (k == paper || words.is(k + 2, "số"))) {
        return true;
      }
    }
    return false;
  }

  /** "4/ Bãi bỏ Chỉ thị số …": settled by the paper, laid on nobody. */
  boolean repeals(Reading reading) {
    return reading.lead().isEmpty() && repeals(reading.action());
  }

  /** "giải ngân mới đạt 8,9%, thấp hơn bình quân": a result told as too small. */
  boolean fallsShort(int from, int to) {
    for (int k = from + 2; k + 1 < to; k++) {
      boolean less = words.is(k, "thấp") && words.is(k + 1, "hơn");
      for (int m = Math.max(from, k - 8); less && m < k; m++) {
        if (words.is(m, "đạt") && hasFigure(m, k)) {
          return true;
        }
      }
    }
    return false;
  }

  /** "Nghiêm cấm …", "Không giao …": settled by the paper. */
  boolean forbids(int from) {
    boolean strict =
        words.is(from, "nghiêm") || words.is(from, "tuyệt") && words.is(from + 1, "đối");
    return strict && words.is(from + 1, "cấm")
        || words.is(from, "cấm") && words.isCapital(from)
        || words.is(from, "không") && words.is(from + 1, "giao") && words.isCapital(from);
  }

  /** "Thống nhất chủ trương …" consents; "thống nhất quản lý …" is work. */
  boolean agrees(int p) {
    return words.is(p, "chủ")
        || words.is(p, "với")
        || words.is(p, "về")
        || words.is(p, "theo")
        || words.is(p, "cho")
        || words.is(p, "đề")
        || words.is(p, "nội") && words.is(p + 1, "dung")
        || words.is(p, "như");
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

  /** "Thống nhất điều chỉnh quy mô", "Không tổ chức liên hoan": decided, laid on nobody. */
  boolean agrees(Reading reading) {
    int at = reading.action();
    boolean said = words.is(at, "thống") && words.is(at + 1, "nhất") || judges(at);
    boolean refused = words.is(at, "không") && !words.is(at + 1, "để") && !words.is(at + 1, "được");
    return said || refused;
  }
}

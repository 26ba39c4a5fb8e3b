package vn.dondoc.reading;

import java.util.Set;

/** Mở đầu vế câu: what stands in front of the doer or the work and says nothing of either. */
final class ClauseOpenings {
  private static final Set<String> COUNTED =
      Deadlines.keys("nhất một hai ba bốn tư năm sáu bảy tám chín mười");

  private final Words words;
  private final Lexicon.Senses senses;
  private final Predicates predicates;
  private final Agencies agencies;
  private final Timeline timeline;

  ClauseOpenings(
      Words words,
      Lexicon.Senses senses,
      Predicates predicates,
      Agencies agencies,
      Timeline timeline) {
    this.words = words;
    this.senses = senses;
    this.predicates = predicates;
    this.agencies = agencies;
    this.timeline = timeline;
  }

  /** Steps over "Đồng thời,", "Trong đó,", quotes and a deadline at the head of a clause. */
  int skip(int from, int to) {
    int p = from;
    while (p < to) {
      int before = p;
      if (words.isOneOf(p, ",\"'-+:.")
          || words.isMark(p, '*')
          || p == from && words.is(p, "và") && predicates.verb(p + 1) > 0) {
        p++;
      }
      p = behindOrdinal(p, to);
      p = p == from ? behindSource(p, to) : p;
      int connect = senses.at(Sense.CONNECT, p);
      if (connect > 0
          && senses.at(Sense.VERB, p) <= connect
          && !(words.is(p, "riêng") && words.is(p + 1, "đối"))) {
        p += connect;
      }
      Deadlines.Found found = timeline.at(p);
      if (found != null && found.to() <= to && predicates.verb(p) == 0) {
        p = agencies.skipParens(found.to(), to);
      }
      if (p == before) {
        return p;
      }
    }
    return p;
  }

  /** "Thứ nhất, …", "Hai là, …": how an item counts itself. */
  private int behindOrdinal(int p, int to) {
    boolean counts =
        words.is(p, "thứ") && COUNTED.contains(words.key(p + 1))
            || COUNTED.contains(words.key(p)) && words.is(p + 1, "là");
    boolean apart = words.isOneOf(p + 2, ",:") && !words.isNumber(p + 3);
    return counts && apart && p + 3 < to && timeline.at(p) == null ? p + 3 : p;
  }

  /** "(Dân trí) - …": the paper a piece of news comes from. */
  private int behindSource(int p, int to) {
    int close = words.isMark(p, '(') && words.isCapital(p + 1) ? predicates.closing(p, to) : p;
    boolean source = close > p && close - p < 7 && words.isOneOf(close + 1, "-–");
    return source && close + 2 < to ? close + 2 : p;
  }
}

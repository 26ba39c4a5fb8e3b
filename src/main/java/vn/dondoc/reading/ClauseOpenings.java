package vn.dondoc.reading;

import java.util.List;
import java.util.Set;

/** Mở đầu vế câu: what stands in front of the doer or the work and says nothing of either. */
final class ClauseOpenings {
  private static final int LONGEST_CITATION = 24;
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
          || p == from && words.is(p, "và") && opensBehindAnd(p + 1, to)) {
        p++;
      }
      p = behindOrdinal(p, to);
      p = behindStart(p);
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

  /** "và [bố trí kinh phí]", "và [Sở B] …": work or a doer behind the link. */
  private boolean opensBehindAnd(int p, int to) {
    return predicates.verb(p) > 0 || agencies.one(p, to) != null;
  }

  /** "Kể từ ngày 01/12/2011[,] …": the day a duty starts; the comma behind it is stepped over. */
  private int behindStart(int p) {
    boolean starts =
        (words.is(p, "kể") || words.is(p, "bắt"))
            && words.isCapital(p)
            && (words.is(p + 1, "từ") || words.is(p + 2, "từ"));
    int day = words.is(p + 1, "từ") ? p + 2 : p + 3;
    Dates.Written written = starts ? new Dates(words, null, false, false).at(day) : null;
    return written != null && words.isMark(written.to(), ',') ? written.to() + 1 : p;
  }

  /** "thành lập theo Quyết định số …", behind a working group: one past it; p when none is. */
  int foundedEnd(int p, int to) {
    int founded = words.is(p, "được") ? p + 1 : p;
    boolean tells = words.is(founded, "thành") && words.is(founded + 1, "lập");
    int end = tells ? citedEnd(founded + 2, to) : p;
    return tells && end > founded + 2 && predicates.startsAt(end) ? end : p;
  }

  /** "cơ quan [thường trực Ban Chỉ huy A] theo dõi …": one past the body served; -1 if none is. */
  int servedEnd(int from, int to) {
    int p = from;
    while (words.is(p, "thường") || words.is(p, "trực") || words.is(p, "của")) {
      p++;
    }
    Party served = p > from ? agencies.one(p, to) : null;
    return served != null && predicates.startsAt(served.to()) ? served.to() : -1;
  }

  /** "theo Quyết định số 1500/QĐ-UBND ngày …": one past the paper cited at p; p when none is. */
  int citedEnd(int p, int to) {
    boolean cites = words.is(p, "theo") && senses.has(Sense.DOCKIND, p + 1);
    if (!cites) {
      return p;
    }
    List<References.Cited> cited =
        new References(words, senses, predicates).scan(p + 1, Math.min(to, p + LONGEST_CITATION));
    boolean first =
        !cited.isEmpty() && cited.getFirst().from() == p + 1 && cited.getFirst().number() != null;
    int end = first ? cited.getFirst().to() : p;
    Party issuer = first && words.is(end, "của") ? agencies.one(end + 1, to) : null;
    return issuer == null ? end : issuer.to();
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

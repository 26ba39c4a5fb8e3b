package vn.dondoc.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.dondoc.reading.Reading.Shape;

/**
 * Nhiệm vụ sau chủ thể: steps over basis, time and coordination behind a doer to the work itself.
 */
final class DutyParser {
  // Words behind "chịu trách nhiệm" with which somebody answers for something to somebody.
  private static final Set<String> ANSWERS =
      Deadlines.keys(
          "trước về nếu toàn chính liên cá và đối với do theo khi của người đứng như đến trong"
              + " thi tổ tập hoàn kiểm giải");

  private final Words words;
  private final Lexicon.Senses senses;
  private final Predicates predicates;
  private final Agencies agencies;
  private final Timeline timeline;
  private final DoerNames names;
  private final ClauseOpenings openings;

  DutyParser(
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
    this.openings = new ClauseOpenings(words, senses, predicates, agencies, timeline);
    this.names = new DoerNames(words, senses, predicates, timeline);
  }

  DoerNames names() {
    return names;
  }

  /** Steps over what opens a clause: link words, quotes, a deadline, the source of news. */
  int skipOpening(int from, int to) {
    return openings.skip(from, to);
  }

  /** Steps over what may stand between a doer and the work: brackets, basis, time, "cũng". */
  int skipFrames(int from, int to) {
    int p = from;
    while (p < to) {
      int before = p;
      p = agencies.skipParens(p, to);
      if (words.isMark(p, ',')
          && (senses.has(Sense.FUNCTION, p + 1)
              || senses.has(Sense.FRAME, p + 1)
              || timeline.at(p + 1) != null
              || predicates.startsAt(p + 1))) {
        p++;
      }
      if (words.isMark(p, ':')) {
        p++;
      }
      p = openings.foundedEnd(apposition(p, to), to);
      if (words.is(p, "cũng") && predicates.startsFirmly(p + 1)) {
        p++;
      }
      int function = senses.at(Sense.FUNCTION, p);
      Deadlines.Found found = timeline.at(p);
      if (function > 0) {
        p += function;
      } else if (found != null && found.to() <= to && predicates.verb(p) == 0) {
        p = found.to();
      } else if (words.isOneOf(p, ",") && p > from) {
        p++;
      } else if (senses.has(Sense.FRAME, p)
          && !predicates.startsFirmly(p)
          && predicates.verb(p) <= senses.at(Sense.FRAME, p)) {
        p = frameEnd(p, to);
      }
      if (p == before) {
        return p;
      }
    }
    return p;
  }

  /** ", cơ quan thường trực của Ban …,": says what the doer is. */
  private int apposition(int p, int to) {
    boolean says =
        words.isOneOf(p, ",-")
            && (words.is(p + 1, "cơ") && words.is(p + 2, "quan")
                || words.is(p + 1, "đơn") && words.is(p + 2, "vị")
                || words.is(p + 1, "là") && words.is(p + 2, "cơ"))
            && !words.is(p + 3, "liên");
    if (!says) {
      int at = words.isMark(p, ',') ? p + 1 : p;
      Party each = words.is(at, "mỗi") ? agencies.one(at, to) : null;
      return each != null && predicates.startsAt(each.to()) ? each.to() : p;
    }
    int served = openings.servedEnd(p + 3, to);
    int far = served > 0 ? served : predicates.after(p + 3, Math.min(to, p + 30));
    return far > 0 ? far : p;
  }

  /** "căn cứ … , khẩn trương …": one past the comma, or where a duty starts without one. */
  private int frameEnd(int p, int to) {
    int cited = openings.citedEnd(p, to);
    if (cited > p && predicates.startsAt(cited)) {
      return cited;
    }
    for (int k = p + 1; k < Math.min(to, p + 70); k++) {
      boolean thisPaper =
          words.is(k, "này") && senses.at(Sense.VERB, k + 1) > 1 && !words.is(p, "tại");
      if (thisPaper) {
        return k + 1;
      }
      if (words.isMark(k, ',')
          && (predicates.startsFirmly(k + 1)
              || predicates.verb(k + 1) > 0 && !senses.has(Sense.NOUNISH, k + 1)
              || timeline.at(k + 1) != null && predicates.startsAt(timeline.end(k + 1)))) {
        return k + 1;
      }
      if (words.isOneOf(k, ";:")) {
        return p;
      }
    }
    int far = predicates.after(p + 1, to);
    return far > 0 ? far : p;
  }

  /** "A (chủ trì), B, C (phối hợp)": those behind the one who chairs take part. */
  List<Party> chairedInBrackets(List<Party> parties, int to) {
    for (int k = 0; k + 1 < parties.size(); k++) {
      int end = parties.get(k).to();
      if (words.is(end, "cùng") && words.is(end + 1, "với")) {
        return parties.subList(0, k + 1);
      }
      if (end < to && words.isMark(end, '(') && senses.has(Sense.CHAIR, end + 1)) {
        return parties.subList(0, k + 1);
      }
    }
    return parties;
  }

  /** The work that starts at or behind q, with the coordination in front of it stepped over. */
  Reading reading(Shape shape, int start, List<Party> lead, int q, int to) {
    List<Party> leads = chairedInBrackets(lead, to);
    List<Party> coordinate = new ArrayList<>(lead.subList(leads.size(), lead.size()));
    int p = skipFrames(q, to);
    int action = p;
    boolean moved = true;
    while (moved && p < to) {
      moved = false;
      int assigned = senses.at(Sense.ASSIGNED, p);
      int modal = senses.at(Sense.MODAL, p);
      int chair = senses.at(Sense.CHAIR, p);
      int quick = senses.at(Sense.PURE, p);
      boolean chairedWith = words.is(p, "với") && words.is(p - 1, "trì");
      int coop = chairedWith ? 1 : senses.at(Sense.COOP, p);
      int next = p;
      if (assigned > 0 && predicates.startsAt(skipFrames(p + assigned, to))) {
        next = p + assigned;
      } else if (modal > 0 && predicates.startsAt(skipFrames(p + modal, to))) {
        next = p + modal;
      } else if (chair > 0 && !chairsMeeting(p + chair)) {
        next = p + chair;
        List<Party> helpers = helpers(next, to);
        if (!helpers.isEmpty() && senses.has(Sense.COOP, helpers.getLast().to())) {
          coordinate.addAll(helpers);
          next = helpers.getLast().to() + senses.at(Sense.COOP, helpers.getLast().to());
        }
      } else if (quick > 0 && partnersAt(p + quick, to)) {
        next = p + quick;
      } else if (coop > 0) {
        int at = p + coop;
        while (words.is(at, "với")
            || words.is(at, "cùng")
            || words.is(at, "chặt")
            || words.is(at, "chẽ")) {
          at++;
        }
        List<Party> partners = agencies.list(at, to);
        if (!partners.isEmpty()) {
          int end = skipTail(partners, to);
          coordinate.addAll(end > partners.getLast().to() ? extendLast(partners, end) : partners);
          next = end;
          if (!workAt(next, to)) {
            break;
          }
        }
      }
      if (next > p) {
        p = skipFrames(next, to);
        while (words.isOneOf(p, ",") || words.is(p, "và") && senses.has(Sense.COOP, p + 1)) {
          p++;
        }
        action = p;
        moved = true;
      }
    }
    return new Reading(
        shape, start, leads, coordinate, Math.min(action, to), start, start, -1, -1, 1);
  }

  /** "khẩn trương [phối hợp với A] làm X": partners right behind how the work is done. */
  private boolean partnersAt(int p, int to) {
    int coop = words.is(p, "cùng") ? 0 : senses.at(Sense.COOP, p);
    int at = p + coop;
    while (words.is(at, "với") || words.is(at, "cùng")) {
      at++;
    }
    List<Party> partners = coop > 0 ? agencies.list(at, to) : List.of();
    return !partners.isEmpty() && workAt(skipTail(partners, to), to);
  }

  /** A described partner ("các đơn vị có dự án trên địa bàn") runs on to where the work starts. */
  private int skipTail(List<Party> partners, int to) {
    int end = partners.getLast().to();
    if (end >= to
        || words.isMark(end)
        || workAt(end, to)
        || senses.has(Sense.FRAME, end)
        || !isMany(partners.getLast())) {
      return end;
    }
    int far = predicates.after(end, to);
    return far > 0 && far - end < 25 ? far : end;
  }

  /** A group, or bodies of one name: "UBND các huyện có tuyến đường đi qua". */
  private boolean isMany(Party party) {
    boolean many = party.form() == Party.Form.GROUP;
    for (int k = party.from() + 1; k < party.to() && party.form() == Party.Form.BODY; k++) {
      many |= words.is(k, "các");
    }
    return many;
  }

  private boolean workAt(int i, int to) {
    int p = skipFrames(i, to);
    while (words.isOneOf(p, ",") || words.is(p, "và")) {
      p++;
    }
    return p < to && (predicates.startsAt(p) || words.is(p, "để") || words.is(p, "có"));
  }

  List<Party> helpers(int from, int to) {
    int p = from;
    while (words.isOneOf(p, ",;") || words.is(p, "và")) {
      p++;
    }
    if (senses.has(Sense.COOP, p)) {
      int at = p + senses.at(Sense.COOP, p);
      while (words.is(at, "với") || words.is(at, "cùng")) {
        at++;
      }
      return agencies.list(at, to);
    }
    List<Party> parties = untilCoop(agencies.list(p, to), to);
    return !parties.isEmpty() && senses.has(Sense.COOP, parties.getLast().to())
        ? parties
        : List.of();
  }

  /**
   * "A chủ trì, Phòng Quản lý quy hoạch và xây dựng phối hợp …": the name runs on to "phối hợp".
   */
  private List<Party> untilCoop(List<Party> parties, int to) {
    int end = parties.isEmpty() ? to : parties.getLast().to();
    for (int k = end; k < Math.min(to, end + 7); k++) {
      if (senses.has(Sense.COOP, k) && !words.is(k, "cùng")) {
        return k > end ? extendLast(parties, k) : parties;
      }
      if (!words.isWord(k) || predicates.startsFirmly(k) || senses.has(Sense.HISTORY, k)) {
        return parties;
      }
    }
    return parties;
  }

  private boolean chairsMeeting(int p) {
    return words.is(p, "cuộc")
        || words.is(p, "hội")
        || words.is(p, "buổi")
        || words.is(p, "phiên")
        || words.is(p, "họp");
  }

  /**
   * "Ủy ban Quốc gia tìm kiếm cứu nạn chủ trì": a name the lexicon knows in part runs on to "chủ
   * trì" when nothing but its own words stand between.
   */
  List<Party> untilChair(List<Party> parties, int to) {
    if (parties.isEmpty() || parties.getLast().form() != Party.Form.BODY) {
      return parties;
    }
    int end = parties.getLast().to();
    for (int k = end; k < Math.min(to, end + 9); k++) {
      boolean chairs = words.is(k, "chủ") || words.is(k, "làm") || words.is(k, "là");
      if (senses.has(Sense.CHAIR, k) && chairs && !chairsMeeting(k + 2)) {
        return k > end ? extendLast(parties, k) : parties;
      }
      boolean own =
          words.isWord(k)
              || words.isOneOf(k, "-&")
              || words.isMark(k, ',') && words.isCapital(k + 1);
      boolean other =
          senses.has(Sense.HEAD, k) && words.isCapital(k)
              || senses.has(Sense.POST, k)
              || senses.has(Sense.ORDER, k)
              || predicates.startsFirmly(k)
              || senses.has(Sense.HISTORY, k)
              || senses.has(Sense.FRAME, k)
              || senses.has(Sense.REPORTING, k);
      if (!own || other) {
        return parties;
      }
    }
    return parties;
  }

  List<Party> extendLast(List<Party> parties, int to) {
    int end = to;
    while (words.isOneOf(end - 1, ",;:")) {
      end--;
    }
    List<Party> all = new ArrayList<>(parties.subList(0, parties.size() - 1));
    Party last = parties.getLast();
    all.add(new Party(last.from(), Math.max(end, last.to()), last.form()));
    return all;
  }

  boolean isConsequence(int i, int to) {
    int length = senses.at(Sense.CONSEQ, i);
    if (length == 0) {
      return false;
    }
    if (words.is(i, "phải") && words.is(i + 1, "giải") && !timeline.between(i, to).isEmpty()) {
      // "… phải giải trình với Chủ tịch trước ngày …": an account due by a day is work.
      return false;
    }
    if (words.is(i, "phải") || words.is(i, "hoàn") || length >= 4) {
      return true;
    }
    int p = i + length;
    boolean review = words.is(i, "kiểm") && words.is(i + 1, "điểm") && !words.is(i - 1, "bị");
    if (review && isReview(i + 2)) {
      return false;
    }
    if (words.is(i, "chịu") && isMatter(p)) {
      return false;
    }
    boolean duty = words.is(i, "chịu") || words.is(i, "phê");
    // "chịu trách nhiệm tham mưu …" is work; "chịu trách nhiệm trước …", "… nếu" is what follows.
    return !duty
        || !(predicates.verb(p) > 0)
        || words.is(p, "kiểm") && words.is(p + 1, "điểm")
        || words.isMark(p, ',');
  }

  /** "chịu trách nhiệm sân khấu, âm thanh": what a body looks after, not what it answers for. */
  private boolean isMatter(int p) {
    return words.isWord(p)
        && !words.isCapital(p)
        && !ANSWERS.contains(words.key(p))
        && predicates.verb(p) == 0
        && !words.isMark(p);
  }

  /** "Kiểm điểm, xử lý nghiêm …", "kiểm điểm trách nhiệm của tổ chức …": the review is the work. */
  private boolean isReview(int p) {
    boolean of = words.is(p, "trách") && words.is(p + 1, "nhiệm");
    int q = of ? p + 2 : p;
    return words.isMark(p, ',') && predicates.verb(p + 1) > 0
        || words.is(q, "của")
        || words.is(q, "chủ")
        || words.is(q, "người")
        || words.is(q, "những")
        || words.is(q, "các")
        || words.is(q, "đối")
        || words.is(q, "tập")
        || words.is(q, "tổ")
        || words.is(q, "cá");
  }

  boolean verbStart(int p, int to) {
    return p < to && (predicates.startsFirmly(p) || predicates.verb(p) > 0);
  }

  int passiveAction(int from, int must) {
    return words.is(must + 1, "được") ? skipOpening(from, must) : must;
  }
}

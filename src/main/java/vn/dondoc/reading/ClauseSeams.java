package vn.dondoc.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ranh giới vế câu: joins clauses that a list was cut into, cuts those that hold two orders. */
final class ClauseSeams {
  // Words behind which what looks like a verb was a noun: "thanh tra của", "kiểm tra và".
  private static final Set<String> NO_OBJECT =
      Deadlines.keys("của được bị là do tại để theo trong");

  private final Words words;
  private final Lexicon.Senses senses;
  private final Agencies agencies;
  private final DutyParser duties;
  private final ChairedGrammar chaired;
  private final DateSeams dates;

  ClauseSeams(
      Words words,
      Lexicon.Senses senses,
      Agencies agencies,
      DutyParser duties,
      Timeline timeline,
      ChairedGrammar chaired) {
    this.chaired = chaired;
    this.dates = new DateSeams(words, duties, timeline);
    this.words = words;
    this.senses = senses;
    this.agencies = agencies;
    this.duties = duties;
  }

  /** The clauses of a paragraph, lists whole, doers, orders and days apart. */
  List<Clause> clauses(int from, int to) {
    List<Clause> whole = joinLists(splitRoles(Clause.of(words, from, to)));
    return dates.split(splitDoers(splitOrders(whole)));
  }

  /** Joins clauses that a semicolon inside a list of doers cut apart ("các Sở: A, B; UBND …"). */
  private List<Clause> joinLists(List<Clause> clauses) {
    List<Clause> joined = new ArrayList<>();
    for (Clause clause : clauses) {
      Clause last = joined.isEmpty() ? null : joined.getLast();
      boolean open =
          last != null
              && words.isMark(last.to() - 1, ';')
              && last.to() - last.from() < 400
              && isList(last)
              && (isField(clause.from()) || !agencies.list(clause.from(), clause.to()).isEmpty());
      if (last != null && open) {
        joined.removeLast();
        joined.add(new Clause(last.from(), clause.to(), last.opens()));
      } else {
        joined.add(clause);
      }
    }
    return joined;
  }

  /** "các Sở: Nội vụ; [Tài chính]; …": a field whose head stands in front of the list. */
  private boolean isField(int from) {
    return words.isCapital(from) && senses.has(Sense.SECTOR, from);
  }

  /** Cuts "xây dựng hệ thống (Đơn vị chủ trì: A; …)" before the bracket that says who does it. */
  private List<Clause> splitRoles(List<Clause> clauses) {
    List<Clause> cut = new ArrayList<>();
    for (Clause clause : clauses) {
      int seam = -1;
      for (int k = clause.from() + 2; k < clause.to() - 4 && seam < 0; k++) {
        boolean unit = words.is(k + 1, "đơn") || words.is(k + 1, "cơ");
        boolean role = senses.has(Sense.CHAIR, k + 3) || senses.has(Sense.COOP, k + 3);
        boolean named = unit && role && words.isMark(k + 5, ':');
        boolean bracket = words.isMark(k, '(') && (named || chairsBare(k + 1, clause.to()));
        boolean dash = words.isMark(k, '-') && (named || chairsWithColon(k + 1));
        seam = bracket || dash ? k : -1;
      }
      cut.add(seam < 0 ? clause : new Clause(clause.from(), seam, clause.opens()));
      if (seam > 0) {
        cut.add(new Clause(seam, clause.to(), false));
      }
    }
    return cut;
  }

  /** "(Chủ trì: A; …)", "(giao A chủ trì, …)": a bracket that says who does the work before it. */
  private boolean chairsBare(int from, int to) {
    int p = words.is(from, "giao") ? from + 1 : from;
    List<Party> leads = agencies.list(p, to);
    int end = leads.isEmpty() ? p : leads.getLast().to();
    int behind = end + senses.at(Sense.CHAIR, end);
    boolean chairs = end > p && words.is(end, "chủ") && behind > end;
    return chairsWithColon(from) || chairs && words.isOneOf(behind, ",;)");
  }

  private boolean chairsWithColon(int p) {
    int chair = senses.at(Sense.CHAIR, p);
    return chair > 0 && words.isMark(p + chair, ':');
  }

  /** Cuts "giao A làm X, đồng thời yêu cầu B làm Y" before the second order. */
  private List<Clause> splitOrders(List<Clause> clauses) {
    List<Clause> cut = new ArrayList<>();
    for (Clause clause : clauses) {
      int start = clause.from();
      boolean ordered = false;
      for (int k = clause.from(); k < clause.to(); k++) {
        int length = senses.at(Sense.ORDER, k);
        if (length == 0
            || words.is(k, "chỉ")
            || words.is(k, "kiến")
            || words.is(k, "phân")
            || OrderGrammar.NO_ORDER_AFTER.contains(words.key(k - 1))) {
          continue;
        }
        int q = k + length;
        while (words.is(q, "cho")) {
          q++;
        }
        List<Party> parties = agencies.list(q, clause.to());
        if (parties.isEmpty()) {
          continue;
        }
        int seam = seam(k, start);
        if (ordered && seam > start) {
          cut.add(new Clause(start, seam, start == clause.from() && clause.opens()));
          start = seam;
        }
        ordered = true;
        k = parties.getLast().to() - 1;
      }
      cut.add(new Clause(start, clause.to(), start == clause.from() && clause.opens()));
    }
    return cut;
  }

  /**
   * Where a second order starts: behind the comma or "và" in front of it, its link words included.
   */
  private int seam(int order, int start) {
    int k = order;
    while (k > start
        && (words.is(k - 1, "thời") || words.is(k - 1, "đồng") || words.is(k - 1, "và"))) {
      k--;
    }
    return words.isOneOf(k - 1, ",-") || words.is(k, "và") ? k : -1;
  }

  private boolean isList(Clause clause) {
    int p = duties.skipOpening(clause.from(), clause.to());
    for (int k = p; k < clause.to(); k++) {
      // "Để khắc phục …, Chủ tịch yêu cầu A; B …": the order may stand far behind the opening.
      int order = senses.at(Sense.ORDER, k);
      if (order > 0 || k == p) {
        List<Party> parties = agencies.list(k + order, clause.to());
        if (!parties.isEmpty() && parties.getLast().to() >= clause.to() - 1) {
          return true;
        }
      }
    }
    return endsWithPartners(p, clause.to());
  }

  /** "Giao Sở A chủ trì, phối hợp các Sở: B, C;": partners up to the mark, no work behind them. */
  private boolean endsWithPartners(int from, int to) {
    for (int k = from; k < to - 2; k++) {
      int coop = senses.at(Sense.COOP, k);
      if (coop > 0 && (k == from || !words.is(k, "cùng"))) {
        int at = k + coop;
        while (words.is(at, "với") || words.is(at, "cùng")) {
          at++;
        }
        List<Party> parties = agencies.list(at, to);
        if (!parties.isEmpty() && parties.getLast().to() >= to - 1) {
          return true;
        }
      }
    }
    return false;
  }

  /** Cuts "các xã báo cáo A trước ngày …, A tổng hợp …": a second doer with work of its own. */
  private List<Clause> splitDoers(List<Clause> clauses) {
    List<Clause> cut = new ArrayList<>();
    for (Clause clause : clauses) {
      int start = clause.from();
      for (int k = start + 3; k < clause.to() - 4; k++) {
        boolean seam =
            words.isMark(k, ',') && !chairs(k)
                || words.isMark(k, ':') && !words.is(k - 1, "sau")
                || words.is(k, "và") && isPlain(start, k);
        boolean third = seam && start > clause.from() && actsAlone(k + 1, clause.to());
        if (seam
            && works(start, k)
            && (third || actsAnew(start, k, clause.to()))
            && !inList(start, k)) {
          int next = words.is(k, "và") ? k : k + 1;
          cut.add(new Clause(start, next, start == clause.from() && clause.opens()));
          start = next;
        }
      }
      cut.add(new Clause(start, clause.to(), start == clause.from() && clause.opens()));
    }
    return cut;
  }

  /** "A chủ trì, B phối hợp làm …": those behind the comma help. */
  private boolean chairs(int comma) {
    return words.is(comma - 1, "trì") && words.is(comma - 2, "chủ");
  }

  /** A doer or a verb opens the words in front of the comma, and work stands in them. */
  private boolean works(int from, int to) {
    boolean ground =
        words.is(from, "sau") && words.is(from + 1, "khi")
            || words.is(from, "nhằm")
            || words.is(from, "qua");
    if (ground) {
      return false;
    }
    int p = duties.skipOpening(from, to);
    int order = words.is(p, "kiến") ? 0 : senses.at(Sense.ORDER, p);
    List<Party> parties = agencies.list(p + order, to);
    if (parties.isEmpty()) {
      return order == 0
          && (duties.verbStart(p, to)
              || senses.has(Sense.CONSENT, p)
              || chaired.read(p, to) != null);
    }
    int q = duties.skipFrames(parties.getLast().to(), to);
    return q < to - 1
        && duties.verbStart(q, to)
        && !senses.has(Sense.HISTORY, parties.getLast().to());
  }

  private boolean actsAnew(int start, int seam, int to) {
    int p = seam + 1;
    int q = words.is(p, "còn") || words.is(p, "riêng") ? p + 1 : p;
    if (words.is(q, "mỗi")) {
      // "UBND các xã huy động nhân dân, mỗi xã nạo vét …": the share of each.
      return false;
    }
    List<Party> parties = agencies.list(q, to);
    if (parties.isEmpty() || parties.size() > 3) {
      return false;
    }
    int end = parties.getLast().to();
    int coop = senses.at(Sense.COOP, end);
    if (coop > 0 && (end + coop >= to || words.isOneOf(end + coop, ".;"))) {
      // "A làm X, B phối hợp.": those behind the comma help.
      return false;
    }
    boolean report =
        senses.has(Sense.DELIVER, end)
            && agencies.list(end + senses.at(Sense.DELIVER, end), to).isEmpty() == false;
    return report
        || senses.has(Sense.MODAL, end)
        || senses.has(Sense.CHAIR, end)
        || senses.has(Sense.PURE, end)
        || senses.at(Sense.VERB, end) > 1 && !senses.has(Sense.NOUNISH, end)
        || parties.getFirst().form() == Party.Form.BODY
            && hasObject(end, to)
            && doesWork(start, seam);
  }

  /**
   * "[mua thuốc] và Sở B …": no partner and no name in front of the link, whose list could go on
   * behind it.
   */
  private boolean isPlain(int from, int and) {
    int p = duties.skipOpening(from, and);
    List<Party> doers = agencies.list(p + senses.at(Sense.ORDER, p), and);
    boolean plain = !doers.isEmpty() && senses.find(Sense.COOP, from, and) < 0;
    for (int k = plain ? doers.getLast().to() : and; k < and; k++) {
      plain &= !words.isCapital(k) && !words.isNumber(k);
    }
    return plain;
  }

  /** "A soạn giấy mời, B đặt phòng, [C bảo vệ].": the last of a row, its verb without an object. */
  private boolean actsAlone(int p, int to) {
    List<Party> parties = agencies.list(p, to);
    if (parties.size() != 1 || parties.getFirst().form() != Party.Form.BODY) {
      return false;
    }
    int verb = parties.getFirst().to();
    int end = verb + senses.at(Sense.VERB, verb);
    return end > verb && (end >= to || end == to - 1 && words.isOneOf(end, ".;"));
  }

  /** "kiểm tra [phía Đông]": a word that may be a noun is work when it has an object behind it. */
  private boolean hasObject(int verb, int to) {
    int behind = verb + senses.at(Sense.VERB, verb);
    return behind > verb
        && duties.verbStart(verb, to)
        && behind < to
        && words.isWord(behind)
        && !NO_OBJECT.contains(words.key(behind));
  }

  /** "[Sở A kiểm tra phía Tây], Sở B kiểm tra phía Đông": the first doer's verb follows him too. */
  private boolean doesWork(int from, int to) {
    int p = duties.skipOpening(from, to);
    List<Party> parties = agencies.list(p + senses.at(Sense.ORDER, p), to);
    return !parties.isEmpty() && senses.has(Sense.VERB, parties.getLast().to());
  }

  /** The name behind the comma belongs to a list that began in front of it. */
  private boolean inList(int start, int comma) {
    for (int m = Math.max(start, comma - 40); m < comma; m++) {
      Party before = null;
      List<Party> listed = agencies.list(m, comma + 12);
      for (Party party : listed) {
        boolean behind = party.from() == comma + 1 && m < comma;
        if (party.from() < comma && party.to() > comma || behind && !isSame(before, party)) {
          return true;
        }
        before = party;
      }
      // No name starts inside another: "Nội [vụ, Sở …]".
      m = listed.isEmpty() ? m : listed.getFirst().to() - 1;
    }
    return false;
  }

  /** "… báo cáo Sở A, Sở A tổng hợp …": named twice, a receiver and then a doer, no list. */
  private boolean isSame(@Nullable Party before, Party party) {
    return before != null
        && words
            .text(before.from(), before.to())
            .equalsIgnoreCase(words.text(party.from(), party.to()));
  }
}

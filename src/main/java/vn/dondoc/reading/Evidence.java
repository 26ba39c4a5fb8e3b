package vn.dondoc.reading;

import java.util.List;
import java.util.Set;

/** Dấu hiệu: tells duty from report, order from memory of an order, work from closing formula. */
final class Evidence {
  private static final Set<String> TOLD = Deadlines.keys("đã đang vừa từng chưa vẫn");

  private final Words words;
  private final Lexicon.Senses senses;
  private final Closings closings;
  private final OfficeLanguage language;
  private final Recollection recollection;
  private final Voices voices;
  private final Judgements judgements;

  Evidence(Words words, Lexicon.Senses senses) {
    this.words = words;
    this.senses = senses;
    this.recollection = new Recollection(words, senses);
    this.language = new OfficeLanguage(words, senses);
    this.closings = new Closings(words, senses);
    this.voices = new Voices(words);
    this.judgements = new Judgements(words);
  }

  /**
   * Index of the block that ends with "kết luận như sau:", "yêu cầu:", "QUYẾT ĐỊNH:"; -1 if none.
   */
  int intro(List<Block> blocks) {
    for (int b = 0; b < Math.min(blocks.size(), 40); b++) {
      Block block = blocks.get(b);
      int to = block.to();
      if (block.marker() != null && block.marker().kind() != Block.Marker.Kind.DASH) {
        return -1;
      }
      boolean colon = words.isMark(to - 1, ':');
      boolean stop = words.isMark(to - 1, '.');
      if (block.marker() == null && (colon || stop) && b + 1 < blocks.size()) {
        boolean enacts =
            to - block.from() == 3 && words.is(to - 2, "định") && words.isShout(to - 2);
        boolean says =
            enacts
                || saysAsFollows(Math.max(block.from(), to - 14), to - 1, colon)
                || stop && to - block.from() > 3 && asks(to - 2);
        if (says) {
          return b;
        }
      }
    }
    return -1;
  }

  /** "…, UBND tỉnh Gia Lai yêu cầu.": a colon that became a full stop. */
  private boolean asks(int last) {
    boolean order = words.is(last, "cầu") && words.is(last - 1, "yêu");
    return order
        && (words.isCapital(last - 2) || words.is(last - 2, "tỉnh") || words.is(last - 2, "huyện"));
  }

  private boolean saysAsFollows(int from, int to, boolean colon) {
    boolean follows =
        words.is(to - 1, "sau") && (words.is(to - 2, "như") || words.is(to - 2, "dung"))
            || words.is(to - 1, "đây") && words.is(to - 2, "sau");
    boolean verb = false;
    for (int k = from; k < to; k++) {
      verb |=
          words.is(k, "kết") && words.is(k + 1, "luận")
              || words.is(k, "chỉ") && (words.is(k + 1, "đạo") || words.is(k + 1, "thị"))
              || words.is(k, "ý") && words.is(k + 1, "kiến")
              || words.is(k, "quyết") && words.is(k + 1, "định")
              || words.is(k, "thông") && words.is(k + 1, "báo");
    }
    if (colon
        && (words.is(to - 1, "cầu") && words.is(to - 2, "yêu")
            || words.is(to - 1, "nghị") && words.is(to - 2, "đề"))) {
      return true;
    }
    boolean shout = colon && words.isShout(to - 1) && to - from <= 4 && verb;
    return follows && verb || shout || colon && verb && words.is(to - 1, "luận");
  }

  /** The last clause ends with "các nội dung sau:" and holds no work of its own. */
  boolean introduces(int from, int to) {
    if (!words.isMark(to - 1, ':')) {
      return false;
    }
    for (int k = Math.max(from, to - 9); k < to - 1; k++) {
      int length = senses.at(Sense.INTRO, k);
      if (length > 0 && k + length >= to - 2 || words.is(k, "sau") && k >= to - 4) {
        return true;
      }
    }
    return ordersAt(to - 2);
  }

  /** "yêu cầu", "chỉ thị", "giao": the last words of a paragraph that lays work on somebody. */
  private boolean ordersAt(int last) {
    return words.is(last, "cầu") && words.is(last - 1, "yêu")
        || words.is(last, "nghị") && words.is(last - 1, "đề")
        || (words.is(last, "đạo") || words.is(last, "thị")) && words.is(last - 1, "chỉ")
        || words.is(last, "luận") && words.is(last - 1, "kết")
        || words.is(last, "giao") && !words.is(last - 1, "được");
  }

  /** "Để khắc phục những hạn chế trên, Chủ tịch UBND tỉnh chỉ thị:" is no heading of results. */
  boolean opensOrders(int from, int to) {
    return words.isMark(to - 1, ':')
        && to - from > 6
        && (ordersAt(to - 2) && !words.is(to - 3, "một") || saysAsFollows(from, to - 1, true));
  }

  boolean isTitle(int from, int to) {
    int shouts = 0;
    int all = 0;
    for (int k = from; k < to; k++) {
      if (words.isWord(k)) {
        all++;
        shouts += words.isShout(k) ? 1 : 0;
      }
    }
    return all > 0 && shouts * 10 >= all * 8 && all > 1;
  }

  /**
   * A heading that says what its part does ("Kết quả …", "Nhiệm vụ …") though it ends with a stop.
   */
  boolean namesPart(int from) {
    return senses.has(Sense.ASSESSHEAD, from)
        || senses.has(Sense.TASKHEAD, from)
        || senses.has(Sense.GOALHEAD, from);
  }

  /** Doers a heading names: "Trách nhiệm của Sở A", "Đối với UBND các huyện", "Sở B". */
  List<Party> named(int from, int to, ClauseGrammar grammar) {
    int end = words.isOneOf(to - 1, ":.") ? to - 1 : to;
    if (words.isMark(end - 1, ')')) {
      // "Ban A (chủ đầu tư):": what the brackets add is no part of the name.
      int open = end - 1;
      while (open > from && !words.isMark(open, '(')) {
        open--;
      }
      end = open > from ? open : end;
    }
    for (int k = from; k < Math.min(end, from + 10); k++) {
      boolean door =
          k == from
              || words.is(k - 1, "của") && (words.is(from, "trách") || words.is(from, "nhiệm"))
              || words.is(k - 1, "với") && words.is(from, "đối");
      if (door) {
        List<Party> parties = grammar.parties(k, end);
        if (!parties.isEmpty() && parties.getLast().to() >= end) {
          return parties;
        }
      }
    }
    return List.of();
  }

  /** "đồng ý …" without an order inside. */
  boolean isConsent(Clause clause, Reading reading) {
    int p = clause.from();
    boolean refused =
        (words.is(p, "không") || words.is(p, "chưa")) && senses.has(Sense.CONSENT, p + 1);
    boolean consents =
        reading.shape() == Reading.Shape.VERB
            && reading.topicTo() > reading.topicFrom()
            && senses.has(Sense.CONSENT, reading.action())
            && judgements.agrees(reading.action() + senses.at(Sense.CONSENT, reading.action()));
    boolean asked =
        reading.start() == p
            && (words.is(p, "kiến") || words.is(p, "đề"))
            && words.is(p + 1, "nghị")
            && words.is(p + 2, "của");
    return refused
        || consents
        || asked
        || reading.shape() != Reading.Shape.ORDERED
            && reading.shape() != Reading.Shape.CHAIRED
            && senses.has(Sense.CONSENT, clause.from())
            && (!words.is(clause.from(), "thống") || judgements.agrees(clause.from() + 2))
            && reading.start() == clause.from()
            && !words.is(clause.from(), "phê");
  }

  boolean isFutureOrder(Clause clause, Reading reading, Mood mood) {
    if (reading.action() >= clause.to() - 1 && !words.isMark(clause.to() - 1, ':')) {
      return reading.action() < clause.to() - 1;
    }
    if (mood == Mood.PREAMBLE && !recollection.ordersAnew(clause, reading)) {
      return false;
    }
    for (int k = reading.start(); k < reading.action() && k < reading.start() + 14; k++) {
      if (senses.has(Sense.ORDER, k)) {
        if (words.is(k, "đề") && recollection.peopleAsk(clause.from(), k)) {
          return false;
        }
        return !TOLD.contains(words.key(k - 1))
            || words.is(k - 1, "vừa")
            || Recollection.isFresh(words, clause.from());
      }
    }
    return true;
  }

  /** "các cơ quan, đơn vị sau đây": the doers are still to come. */
  boolean pointsAhead(Reading reading) {
    int end = reading.lead().getLast().to();
    return words.is(end, "sau") || words.is(end - 1, "đây") || words.is(end, "dưới");
  }

  boolean isDuty(Clause clause, Reading reading, Mood mood, boolean item, boolean ordersBefore) {
    if (reading.action() >= clause.to() - 1) {
      return false;
    }
    int end = reading.lead().getLast().to();
    boolean told = false;
    for (int k = end; k <= reading.action(); k++) {
      told |= TOLD.contains(words.key(k));
    }
    boolean counted =
        words.isMark(end, ':')
            && new Hours(words).end(end + 1) < 0
            && (words.isNumber(end + 1) || words.is(end + 1, "từ") && words.isNumber(end + 2));
    if (told || counted || mood == Mood.PREAMBLE || chairsMeeting(reading)) {
      return false;
    }
    boolean plans =
        words.is(end, "sẽ") && !item || words.is(end, "sẽ") && recollection.promises(end + 1);
    if (plans && (mood == Mood.NEUTRAL || recollection.promises(end + 1))) {
      return false;
    }
    if (reading.confidence() < 0.55) {
      // "Các đơn vị đang quản lý … kê khai …": only an order makes the description a doer.
      return mood == Mood.ORDER && item;
    }
    boolean quoted =
        clause.opens()
            && senses.has(Sense.SAYS, clause.from())
            && !voices.isChief(reading.lead().getFirst());
    boolean firm = quoted || hasDutyWord(end, reading.action()) || words.isMark(end, ':');
    if (mood == Mood.ASSESS || mood == Mood.GOAL) {
      return hasDutyWord(end, Math.min(end + 2, reading.action())) && senses.has(Sense.MODAL, end);
    }
    boolean added = clause.opens() && senses.has(Sense.ADDS, clause.from());
    return mood == Mood.ORDER
        || item
        || firm
        || ordersBefore && (reading.confidence() >= 0.9 || added);
  }

  /** "Sở sẽ tổ chức …": somebody tells a plan of his own. */
  boolean isPlan(Clause clause) {
    for (int k = clause.from(); k < clause.to(); k++) {
      if (words.is(k, "sẽ")) {
        return true;
      }
    }
    return false;
  }

  /** "đồng chí A chủ trì hội nghị" tells who sat in the chair. */
  private boolean chairsMeeting(Reading reading) {
    int at = reading.action();
    return words.is(at, "chủ")
        && words.is(at + 1, "trì")
        && (words.is(at + 2, "hội")
            || words.is(at + 2, "cuộc")
            || words.is(at + 2, "buổi")
            || words.is(at + 2, "phiên"));
  }

  private boolean hasDutyWord(int from, int to) {
    for (int k = from; k <= to; k++) {
      if (senses.has(Sense.MODAL, k)
          || senses.has(Sense.NEED, k)
          || senses.has(Sense.CHAIR, k)
          || senses.has(Sense.PURE, k)) {
        return true;
      }
    }
    return false;
  }

  boolean opensWithWork(Clause clause, Reading reading) {
    for (int k = clause.from(); k < Math.min(reading.action() + 1, clause.to()); k++) {
      if (words.is(k, "sẽ") || TOLD.contains(words.key(k))) {
        return false;
      }
    }
    return true;
  }

  boolean isClosing(Clause clause, Reading reading) {
    int closing = closings.at(clause.from(), clause.to());
    if (closing >= 0 && (closing < clause.from() + 14 || senses.at(Sense.CLOSING, closing) > 1)) {
      return true;
    }
    if (closings.asksForQuestions(clause)) {
      return true;
    }
    if (!reading.isTask()) {
      return false;
    }
    int carry = senses.at(Sense.CARRYOUT, reading.action());
    if (carry == 0) {
      return false;
    }
    int p = reading.action() + carry;
    while (senses.has(Sense.CARRYOUT, p)) {
      p += senses.at(Sense.CARRYOUT, p);
    }
    boolean ends = p >= clause.to() || words.isOneOf(p, "./");
    int rest = clause.to() - p;
    boolean thisPaper =
        rest < 9
            && senses.find(Sense.DOCKIND, p, clause.to()) >= 0
            && (words.is(clause.to() - 2, "này")
                || words.is(clause.to() - 4, "này")
                || words.is(clause.to() - 3, "này"));
    boolean generic =
        reading.lead().isEmpty()
            || (closings.tellsMany(reading.lead().getFirst()) || reading.lead().size() > 2)
                && reading.coordinate().isEmpty();
    return (ends || thisPaper)
        && generic
        && reading.shape() != Reading.Shape.VERB
        && !words.isMark(clause.from() - 1, ':')
        && (reading.topicTo() == reading.topicFrom() || words.is(clause.from(), "căn"))
        && rest < 12;
  }

  Sentence.Kind kind(Clause clause, Mood mood) {
    int from = clause.from();
    int to = clause.to();
    if (closings.at(from, Math.min(to, from + 14)) >= 0) {
      return Sentence.Kind.PREAMBLE;
    }
    if (mood != Mood.PREAMBLE && (judgements.judges(from) || judgements.fallsShort(from, to))) {
      return Sentence.Kind.ASSESSMENT;
    }
    if (mood != Mood.PREAMBLE && (judgements.forbids(from) || judgements.repeals(from))) {
      return Sentence.Kind.DECISION;
    }
    if (senses.has(Sense.CONSENT, from)
        || senses.find(Sense.CONSENT, from, Math.min(to, from + 6)) >= 0) {
      return Sentence.Kind.DECISION;
    }
    if (mood == Mood.PREAMBLE) {
      return Sentence.Kind.PREAMBLE;
    }
    boolean figures = judgements.hasFigure(from, to);
    boolean goal = senses.find(Sense.GOALMARK, from, to) >= 0;
    boolean done = false;
    for (int k = from; k < to; k++) {
      done |= words.is(k, "đã") || words.is(k, "nay") && words.is(k - 1, "đến");
    }
    if (goal && figures && (!done || mood == Mood.GOAL || statesGoal(from, to))) {
      return Sentence.Kind.TARGET;
    }
    if (figures && done) {
      return Sentence.Kind.RESULT;
    }
    if (senses.has(Sense.PREAMBLE, from)) {
      return Sentence.Kind.PREAMBLE;
    }
    if (mood == Mood.GOAL) {
      return Sentence.Kind.TARGET;
    }
    if (mood == Mood.NEUTRAL && !language.isSpoken(from, to)) {
      return Sentence.Kind.OTHER;
    }
    return mood == Mood.ORDER && !done ? Sentence.Kind.DECISION : Sentence.Kind.ASSESSMENT;
  }

  boolean judges(int from) {
    return judgements.judges(from);
  }

  /** "Phấn đấu đạt 90% trở lên": a goal without a doer. */
  boolean isGoal(Clause clause, Reading reading) {
    return reading.shape() == Reading.Shape.VERB
        && words.is(reading.action(), "phấn")
        && judgements.hasFigure(clause.from(), clause.to());
  }

  private boolean statesGoal(int from, int to) {
    int goal = senses.find(Sense.GOALHEAD, from, Math.min(to, from + 8));
    return goal >= 0 && !words.is(goal - 1, "hiện");
  }
}

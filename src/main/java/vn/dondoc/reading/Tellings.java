package vn.dondoc.reading;

import vn.dondoc.reading.Reading.Shape;

/** Lời kể: clauses that look like work but tell a figure, a past order, a promise or a refusal. */
final class Tellings {
  private final Words words;
  private final Lexicon.Senses senses;
  private final Timeline timeline;
  private final Judgements judgements;
  private final Voices voices;

  Tellings(Text text) {
    this.words = text.words();
    this.senses = text.senses();
    this.timeline = text.timeline();
    this.judgements = new Judgements(words);
    this.voices = new Voices(words);
  }

  boolean tells(Clause clause, Reading reading, Mood mood) {
    int from = clause.from();
    boolean refuses =
        (words.is(from, "không") || words.is(from, "chưa"))
            && words.is(from + 1, "xem")
            && words.is(from + 2, "xét");
    int not = reading.action();
    refuses |=
        reading.shape() == Shape.AGENCY
            && words.is(not, "không")
            && (words.is(not + 1, "xem") && words.is(not + 2, "xét")
                || words.is(not + 1, "chấp") && words.is(not + 2, "thuận")
                || words.is(not + 1, "đồng") && words.is(not + 2, "ý"));
    boolean still = words.is(reading.action() - 1, "vẫn") || words.is(reading.action(), "vẫn");
    boolean promises =
        reading.shape() == Shape.AGENCY
            && (words.is(reading.action() - 1, "sẽ") || words.is(reading.action(), "sẽ"));
    int order = reading.shape() == Shape.AGENCY ? senses.at(Sense.ORDER, reading.action()) : 0;
    // "…”, Bí thư Tỉnh ủy yêu cầu.": who said what stands in front.
    boolean said = order > 0 && reading.action() + order >= clause.to() - 1;
    return refuses
        || said
        || still
        || promises
        || countsOrders(reading)
        || asksOthers(reading)
        || blames(reading)
        || forecasts(clause, reading)
        || asksInHeading(clause, reading)
        || countsFigures(clause, reading)
        || countsBodies(clause, reading)
        || consents(reading)
        || timeline.bindsPast(from, clause.to()) && !slips(clause, reading, mood)
        || reading.shape() == Shape.ORDERED && timeline.opensPast(from)
        || decidedThen(reading.action(), clause.to());
  }

  /** "Sở A đã làm X …. Trung tâm B giám sát …": a paragraph that tells goes on telling. */
  boolean goesOn(Sentence.Kind[] kinds, Block block, Clause clause, Reading reading) {
    boolean compared = comparesFigures(block.body(), clause.from());
    return clause.from() > block.body()
        && (kinds[clause.from() - 1] == Sentence.Kind.RESULT && reading.confidence() < 0.9
            || compared && timeline.between(clause.from(), clause.to()).isEmpty());
  }

  /** "Số nợ là 12 tỷ đồng, tăng 3% so với cùng kỳ. Sở A phối hợp …": a report on how it went. */
  private boolean comparesFigures(int from, int to) {
    for (int k = from; k + 2 < to; k++) {
      boolean change = words.is(k, "tăng") || words.is(k, "giảm");
      boolean share = false;
      for (int m = k + 2; change && words.isNumber(k + 1) && m < Math.min(to, k + 5); m++) {
        share |= words.isMark(m, '%');
      }
      if (share) {
        return true;
      }
    }
    return false;
  }

  /** "UBND tỉnh giao 833 nhiệm vụ cho các sở": how many orders there were. */
  private boolean countsOrders(Reading reading) {
    int at = reading.action();
    return reading.shape() == Shape.AGENCY && words.is(at, "giao") && words.isNumber(at + 1);
  }

  /**
   * "UBND huyện A chậm triển khai …", "Một số đơn vị chưa quyết liệt …": what was not done well.
   */
  private boolean blames(Reading reading) {
    boolean supposed = reading.conditionFrom() >= 0;
    if (reading.shape() != Shape.AGENCY || reading.lead().isEmpty() || supposed) {
      return false;
    }
    int from = reading.lead().getFirst().from();
    int end = reading.lead().getLast().to();
    boolean late = words.is(end, "chậm") && !words.is(end + 1, "nhất") || words.is(end, "thiếu");
    late |= reading.lead().size() == 1 && isSlow(end + senses.at(Sense.VERB, end), end);
    for (int k = from; k < end && words.is(from, "một"); k++) {
      late |= words.is(k, "chưa") || words.is(k, "chậm") || words.is(k, "còn");
    }
    return late;
  }

  /** "UBND huyện A giải ngân [thấp], …": how slowly it was done. */
  private boolean isSlow(int p, int verb) {
    boolean slow = words.is(p, "thấp") || words.is(p, "chậm") || words.is(p, "kém");
    boolean ends = words.isOneOf(p + 1, ",;.") || words.lines(p + 1) > 0 || words.is(p + 1, "so");
    return p > verb && slow && ends;
  }

  /** "4 xã thu dưới 50%", "3 huyện giải ngân được 12 tỷ": how many bodies got how far. */
  private boolean countsBodies(Clause clause, Reading reading) {
    boolean counted =
        reading.shape() == Shape.AGENCY
            && reading.lead().size() == 1
            && words.isNumber(reading.lead().getFirst().from())
            && timeline.between(clause.from(), clause.to()).isEmpty();
    boolean reached = false;
    for (int k = counted ? reading.lead().getFirst().to() : clause.to(); k < clause.to(); k++) {
      boolean duty = senses.has(Sense.NEED, k) || senses.has(Sense.MODAL, k) || words.is(k, "phấn");
      if (duty) {
        return false;
      }
      boolean share = words.isNumber(k) && words.isMark(k + 1, '%');
      reached |= share || words.is(k, "được") && words.isNumber(k + 1);
    }
    return reached;
  }

  /** "UBND tỉnh thống nhất chủ trương đầu tư …": what the authority agrees to, nobody's work. */
  private boolean consents(Reading reading) {
    int at = reading.action();
    int agreed = senses.at(Sense.CONSENT, at);
    return reading.shape() == Shape.AGENCY
        && agreed > 0
        && (voices.isChief(reading.lead().getFirst())
            ? judgements.agrees(at + agreed)
            : words.is(at + agreed, "chủ") && words.is(at + agreed + 1, "trương"));
  }

  /**
   * "1. Sở A báo cáo trước ngày 30/6/2012" in a paper of 2021 that gives orders: a slip of the
   * year, for a person to see. Told with the time or the paper it was said in, it is the past.
   */
  boolean slips(Clause clause, Reading reading, Mood mood) {
    int from = clause.from();
    boolean now =
        mood == Mood.ORDER
            && (reading.shape() == Shape.ORDERED
                || reading.shape() == Shape.AGENCY
                || reading.shape() == Shape.VERB)
            && reading.start() - from < 2
            && timeline.bindsPast(from, clause.to())
            && timeline.isYearPast(from, clause.to());
    for (int k = from; now && k < clause.to(); k++) {
      boolean told =
          senses.has(Sense.HISTORY, k)
              || words.is(k, "nhưng")
              || senses.has(Sense.DOCKIND, k) && words.is(k + senses.at(Sense.DOCKIND, k), "số");
      now = !told;
    }
    return now;
  }

  /** "Dự báo …", "Dự họp có …", "Qua kiểm tra, A phát hiện …": told, not to be done. */
  private boolean forecasts(Clause clause, Reading reading) {
    int at = reading.action();
    boolean alone = reading.shape() == Shape.VERB && reading.lead().isEmpty();
    boolean opens =
        alone
            && words.is(at, "dự")
            && (words.is(at + 1, "báo") || words.is(at + 2, "có") || words.is(at + 2, "gồm"));
    boolean found =
        words.is(clause.from(), "qua")
            && reading.shape() == Shape.AGENCY
            && words.is(at, "phát")
            && words.is(at + 1, "hiện");
    return opens || found;
  }

  /** "Nhà thầu đề nghị bàn giao …", "thành phố phản ánh …": what somebody asks for himself. */
  private boolean asksOthers(Reading reading) {
    int at = reading.action();
    boolean asks =
        (words.is(at, "đề") || words.is(at, "kiến")) && words.is(at + 1, "nghị")
            || words.is(at, "phản") && words.is(at + 1, "ánh")
            || words.is(at, "cam") && words.is(at + 1, "kết")
            || words.is(at, "xin") && !words.is(at + 1, "ý");
    return asks
        && reading.shape() == Shape.AGENCY
        && at == reading.lead().getLast().to()
        && !words.is(at + 2, "về");
  }

  /** "Kiến nghị giảm tiền thuê đất: nội dung này …": the matter that is answered. */
  private boolean asksInHeading(Clause clause, Reading reading) {
    boolean asks =
        words.is(clause.from(), "kiến")
            && words.is(clause.from() + 1, "nghị")
            && reading.shape() == Shape.VERB
            && reading.lead().isEmpty();
    for (int k = clause.from(); asks && k < clause.to(); k++) {
      if (words.isMark(k, ':')) {
        return true;
      }
    }
    return false;
  }

  /** "Thu ngân sách 7 tháng đạt 58% dự toán.": a result; nobody is told to reach it. */
  private boolean countsFigures(Clause clause, Reading reading) {
    boolean plain = reading.shape() == Shape.VERB && reading.lead().isEmpty();
    if (!plain || !timeline.between(clause.from(), clause.to()).isEmpty()) {
      return false;
    }
    for (int k = clause.from() + 2; k < clause.to() - 1; k++) {
      boolean reached = words.is(k, "đạt") && words.isNumber(k + 1);
      if (reached
          && !words.is(k - 1, "đấu")
          && !words.is(k - 1, "để")
          && !words.is(k - 1, "phải")) {
        return senses.find(Sense.GOALMARK, clause.from(), k) < 0;
      }
    }
    return false;
  }

  /** "phê duyệt chủ trương đầu tư tại Quyết định số 803/QĐ-UBND": done, and where it was done. */
  private boolean decidedThen(int action, int to) {
    boolean decides =
        words.is(action, "phê") || words.is(action, "công") || words.is(action, "ban");
    for (int k = action + 2; decides && k < Math.min(to - 3, action + 16); k++) {
      boolean issued = k == action + 2 && words.is(action, "ban");
      if (issued && senses.has(Sense.DOCKIND, k)) {
        int number = k + senses.at(Sense.DOCKIND, k);
        if (words.is(number, "số") && words.isNumber(number + 1)) {
          return true;
        }
      }
      if (words.is(k, "tại") && senses.has(Sense.DOCKIND, k + 1)) {
        int number = k + 1 + senses.at(Sense.DOCKIND, k + 1);
        return words.is(number, "số") && words.isNumber(number + 1);
      }
    }
    return false;
  }
}

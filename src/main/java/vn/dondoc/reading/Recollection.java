package vn.dondoc.reading;

import java.util.Set;

/** Kể lại: orders told with what came of them, and wishes of people who can order nobody. */
final class Recollection {
  private static final Set<String> PERIODS = Deadlines.keys("gian năm tháng tuần ngày quý");

  private static final Set<String> ISSUED = Deadlines.keys("có ban ký gửi ra phát");

  private final Words words;
  private final Lexicon.Senses senses;

  Recollection(Words words, Lexicon.Senses senses) {
    this.words = words;
    this.senses = senses;
  }

  boolean isHistory(Clause clause, Reading reading) {
    int until = Math.min(clause.to(), Math.max(reading.action(), clause.from()) + 1);
    if (reading.shape() == Reading.Shape.ORDERED && isRemembered(clause) || opensInPast(clause)) {
      return true;
    }
    if (reading.shape() == Reading.Shape.ORDERED && isFresh(words, clause.from())) {
      return false;
    }
    for (int k = clause.from(); k < until; k++) {
      boolean inLead = false;
      for (Party party : reading.lead()) {
        inLead |= k >= party.from() && k < party.to();
      }
      for (Party party : reading.coordinate()) {
        inLead |= k >= party.from() && k < party.to();
      }
      boolean inTopic = k >= reading.topicFrom() && k < reading.topicTo();
      if (inLead || inTopic && reading.shape() != Reading.Shape.ORDERED) {
        continue;
      }
      if (reading.shape() == Reading.Shape.ORDERED && k < reading.start()) {
        continue;
      }
      if (words.is(k, "đã")
          && (senses.has(Sense.ORDER, k + 1)
              || senses.has(Sense.CHAIR, k + 1)
              || reading.shape() == Reading.Shape.AGENCY)) {
        return true;
      }
    }
    return false;
  }

  /** "Mới đây, UBND thành phố đã giao Sở A …": news of an order that has only just been given. */
  static boolean isFresh(Words words, int from) {
    return words.is(from, "mới") && words.is(from + 1, "đây");
  }

  /** "UBND tỉnh đã có Công văn số 11 yêu cầu …": what a paper once asked for, not this one. */
  boolean wroteThen(Clause clause, Reading reading) {
    int until = Math.min(clause.to(), reading.action());
    for (int k = clause.from(); k < until && reading.shape() == Reading.Shape.ORDERED; k++) {
      for (int paper = k + 2; words.is(k, "đã") && paper < k + 4; paper++) {
        int length = senses.at(Sense.DOCKIND, paper);
        boolean issued = length > 0 && ISSUED.contains(words.key(k + 1));
        int order = issued ? senses.find(Sense.ORDER, paper + length, until) : -1;
        if (order > 0 && !words.isOneOf(order - 1, ",;:")) {
          return !ordersNow(order + 1, clause.to());
        }
      }
    }
    return false;
  }

  /** "…, [nay yêu cầu] các huyện nộp bổ sung": and what this paper asks for. */
  private boolean ordersNow(int from, int to) {
    int order = senses.find(Sense.ORDER, from, to);
    while (order > 0 && !words.is(order - 1, "nay")) {
      order = senses.find(Sense.ORDER, order + 1, to);
    }
    return order > 0;
  }

  /** "Trong thời gian vừa qua, UBND phường chỉ đạo …": a span that has gone by. */
  private boolean opensInPast(Clause clause) {
    int from = clause.from();
    for (int k = from + 1; k < Math.min(clause.to() - 1, from + 7); k++) {
      boolean gone =
          words.is(k, "qua")
              && words.isMark(k + 1, ',')
              && (words.is(k - 1, "vừa") || PERIODS.contains(words.key(k - 1)));
      if (gone) {
        return true;
      }
    }
    return false;
  }

  /** "Trước đó, … yêu cầu …", "… giao A …, đến nay A đã …": an order told with what came of it. */
  private boolean isRemembered(Clause clause) {
    int from = clause.from();
    if (words.is(from, "trước") && words.is(from + 1, "đó")) {
      return true;
    }
    for (int k = from; k < words.count() && k < clause.to() + 12; k++) {
      if (k >= clause.to() && Clause.endsSentence(words, k - 1, words.count())) {
        return false;
      }
      boolean since = words.is(k, "đến") && words.is(k + 1, "nay");
      boolean done = k > clause.to() && words.is(k, "đã") && !clause.opens() | k < clause.to() + 8;
      if (since && k > from + 3 || done) {
        return true;
      }
    }
    return false;
  }

  /** "Chi cục đề nghị UBND các xã …": a letter orders in one paragraph, then "yêu cầu:" others. */
  boolean ordersAnew(Clause clause, Reading reading) {
    int from = clause.from();
    boolean plain =
        clause.opens()
            && reading.start() == from
            && words.isCapital(from)
            && !senses.has(Sense.PREAMBLE, from)
            && !senses.has(Sense.SAYS, from)
            && !senses.has(Sense.FRAME, from)
            && !senses.has(Sense.TOPIC, from);
    int order = plain ? senses.find(Sense.ORDER, from, Math.min(clause.to(), from + 10)) : -1;
    return order >= from && senses.find(Sense.DOCKIND, from, order) < 0;
  }

  /** "Bà con, công dân, các hộ … đề nghị cơ quan chức năng": a wish, not an order. */
  boolean peopleAsk(int from, int order) {
    for (int k = from; k < order; k++) {
      if (words.is(k, "cử") && words.is(k + 1, "tri")
          || words.is(k, "công") && words.is(k + 1, "dân")
          || words.is(k, "người") && words.is(k + 1, "dân")
          || words.is(k, "nhân") && words.is(k + 1, "dân") && !words.is(k - 1, "ban")
          || words.is(k, "bà") && words.is(k + 1, "con")
          || words.is(k, "nhà") && words.is(k + 1, "thầu")
          || words.is(k, "đại") && words.is(k + 1, "diện")
          || words.is(k, "hộ") && words.is(k + 1, "dân")
          || words.is(k, "đại") && words.is(k + 1, "biểu")) {
        return true;
      }
    }
    return false;
  }

  /** "UBND tỉnh sẽ xem xét …": an answer that promises, no work laid on anybody. */
  boolean promises(int p) {
    return words.is(p, "xem") && words.is(p + 1, "xét")
        || words.is(p, "nghiên") && words.is(p + 1, "cứu")
        || words.is(p, "tiếp") && words.is(p + 1, "tục");
  }
}

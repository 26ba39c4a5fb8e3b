package vn.dondoc.reading;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Reading.Shape;

/**
 * Lời yêu cầu không nêu người nhận: "Phó Thủ tướng yêu cầu phải hoàn thành …". Who speaks does not
 * do it; those named in front of him ("Riêng Sở A, Chủ tịch yêu cầu …") do.
 */
final class SpokenOrders {
  private static final int LONGEST_MANNER = 8;
  // Who may stand first in a telling of this kind; a mere office asks for itself.
  private static final Set<String> CHIEFS =
      Deadlines.keys(
          "chủ phó thủ bí bộ giám tổng thống ông bà đồng ubnd ủy ban thường trưởng lãnh");

  private final Words words;
  private final Lexicon.Senses senses;
  private final Predicates predicates;
  private final Agencies agencies;
  private final DutyParser duties;

  SpokenOrders(
      Words words,
      Lexicon.Senses senses,
      Predicates predicates,
      Agencies agencies,
      DutyParser duties) {
    this.words = words;
    this.senses = senses;
    this.predicates = predicates;
    this.agencies = agencies;
    this.duties = duties;
  }

  /** The order that starts at p, or behind a comma in front of who speaks; null when none does. */
  @Nullable Reading read(int p, int to) {
    if (isHeadline(p, to)) {
      return null;
    }
    int topic = senses.at(Sense.TOPIC, p);
    int from = p + topic;
    for (int k = from; k < Math.min(to, from + 24); k++) {
      boolean opens = k == from || words.isMark(k - 1, ',');
      List<Party> parties = opens ? agencies.list(k, to) : List.of();
      if (!parties.isEmpty()) {
        Reading said = said(p, k, parties, to);
        if (said != null) {
          return said;
        }
        k = Math.max(k, parties.getLast().to() - 1);
      }
    }
    return null;
  }

  /** The first line of a text that no full stop ends. */
  private boolean isHeadline(int p, int to) {
    if (p > 2) {
      return false;
    }
    for (int k = p + 1; k < to; k++) {
      if (words.lines(k) > 0) {
        return !words.isMark(k - 1) && (words.isCapital(k) || words.isMark(k));
      }
    }
    return !words.isOneOf(to - 1, ".;:!");
  }

  private @Nullable Reading said(int p, int from, List<Party> parties, int to) {
    Party speaker = parties.getLast();
    int asks = speaker.to();
    asks += words.is(asks, "cũng") || words.is(asks, "còn") ? 1 : 0;
    boolean orders = words.is(asks, "yêu") && senses.has(Sense.ORDER, asks);
    if (!orders || !CHIEFS.contains(words.key(speaker.from())) || words.is(asks - 1, "đã")) {
      return null;
    }
    int work = work(asks + senses.at(Sense.ORDER, asks), to);
    if (work < 0) {
      return null;
    }
    List<Party> told = parties.subList(0, parties.size() - 1);
    if (told.isEmpty() && from > p) {
      int topic = senses.at(Sense.TOPIC, p);
      List<Party> named = topic > 0 ? agencies.list(p + topic, from - 1) : List.of();
      told = !named.isEmpty() && named.getLast().to() >= from - 1 ? named : told;
    }
    Shape shape = told.isEmpty() ? Shape.BARE_ORDER : Shape.ORDERED;
    return duties.reading(shape, p, told, work, to).sure(0.7);
  }

  /**
   * Where the work starts: "yêu cầu [, bằng mọi biện pháp, phải] hoàn thành"; -1 if it does not.
   */
  private int work(int from, int to) {
    int p = from;
    if (words.isMark(p, ',')) {
      for (int k = p + 1; k < Math.min(to, p + LONGEST_MANNER); k++) {
        if (words.isMark(k, ',')) {
          p = k + 1;
          break;
        }
      }
    }
    p = words.is(p, "phải") || words.is(p, "cần") ? p + 1 : p;
    return p < to && (predicates.startsAt(p) || words.is(p, "có")) ? p : -1;
  }
}

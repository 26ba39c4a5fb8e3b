package vn.dondoc.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.dondoc.reading.Reading.Shape;

/**
 * Câu giao việc không nêu chủ thể: what has to be done by a day while nobody is named, "hồ sơ phải
 * được trình …", "báo cáo gửi về Sở A trước ngày …".
 */
final class PassiveGrammar {
  private static final Set<String> TOLD =
      Deadlines.keys("đã vừa dự ước tính kiến đạt chưa nguyên nếu");

  private final Words words;
  private final Lexicon.Senses senses;
  private final Predicates predicates;
  private final DutyParser duties;
  private final Timeline timeline;

  PassiveGrammar(
      Words words,
      Lexicon.Senses senses,
      Predicates predicates,
      DutyParser duties,
      Timeline timeline) {
    this.words = words;
    this.senses = senses;
    this.predicates = predicates;
    this.duties = duties;
    this.timeline = timeline;
  }

  Reading read(int p, int to) {
    int must = must(p, to);
    if (must > 0) {
      return passive(p, duties.passiveAction(p, must), 0.6);
    }
    return isDated(p, to) ? passive(p, duties.skipOpening(p, to), 0.55) : Reading.none(p);
  }

  private static Reading passive(int p, int action, double sure) {
    return new Reading(Shape.PASSIVE, p, List.of(), List.of(), action, p, p, -1, -1, sure);
  }

  private int must(int p, int to) {
    List<Integer> places = new ArrayList<>();
    for (int k = p + 1; k < to; k++) {
      if (words.is(k, "cho") && (words.is(k + 1, "biết") || words.is(k + 1, "hay"))) {
        return -1;
      }
      boolean bound = words.is(k, "phải") || words.is(k, "cần") && words.is(k + 1, "được");
      if (bound && !words.is(k - 1, "không") && !senses.has(Sense.HISTORY, k - 1)) {
        places.add(k);
      }
    }
    for (int k : places) {
      if (words.is(k + 1, "được") || words.is(k + 1, "hoàn") || predicates.verb(k + 1) > 0) {
        return k;
      }
    }
    return -1;
  }

  /** Work with a day to come that nobody tells as past, planned or counted. */
  private boolean isDated(int p, int to) {
    boolean work = false;
    for (int k = p; k < to; k++) {
      if (words.is(k, "áp") && words.is(k + 1, "dụng") && words.is(k - 1, "được")) {
        // "Mức hỗ trợ trên được áp dụng từ ngày … đến hết ngày …": how long a rule holds.
        return false;
      }
      boolean named = words.is(k, "nguyên") && words.is(k - 1, "tài");
      if (TOLD.contains(words.key(k)) && !named || senses.has(Sense.GOALMARK, k)) {
        return false;
      }
      work |= senses.has(Sense.VERB, k) || words.is(k, "xong");
    }
    boolean due = false;
    for (Deadlines.Found found : timeline.between(p, to)) {
      due |=
          found.strength() >= Deadlines.FIRM
              && found.deadline().every() == null
              && found.deadline().kind() != Deadline.Kind.EVENT;
    }
    return work && due;
  }
}

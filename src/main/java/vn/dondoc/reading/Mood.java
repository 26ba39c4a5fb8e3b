package vn.dondoc.reading;

import java.util.List;
import java.util.Set;

/** Giọng của một mục: what a part of a document does, from its heading. */
enum Mood {
  /** Before "kết luận như sau": who met, on what grounds. */
  PREAMBLE,
  /** Nothing says what the part does. */
  NEUTRAL,
  /** Results, shortcomings, causes. */
  ASSESS,
  /** Goals of a period. */
  GOAL,
  /** Work to be done. */
  ORDER;

  private static final Set<String> KINDS_OF_PEOPLE = Deadlines.keys("doanh hợp nhân người hộ");

  /** The mood a heading announces, or the one given when it announces none. */
  static Mood of(Words words, Lexicon.Senses senses, int from, int to, Mood otherwise) {
    int task = senses.find(Sense.TASKHEAD, from, to);
    int assess = senses.find(Sense.ASSESSHEAD, from, to);
    int goal = senses.find(Sense.GOALHEAD, from, to);
    if (assess >= 0 && task >= 0) {
      Mood told = otherwise == ASSESS ? ASSESS : NEUTRAL;
      return assess <= task ? told : ORDER;
    }
    if (task >= 0 && (goal < 0 || task < goal)) {
      return ORDER;
    }
    if (goal >= 0) {
      return task >= 0 ? NEUTRAL : GOAL;
    }
    return assess >= 0 ? ASSESS : otherwise;
  }

  /** The class of a stretch that only sets this mood. */
  Sentence.Kind kind() {
    return switch (this) {
      case PREAMBLE -> Sentence.Kind.PREAMBLE;
      case ASSESS, NEUTRAL -> Sentence.Kind.ASSESSMENT;
      case GOAL -> Sentence.Kind.TARGET;
      case ORDER -> Sentence.Kind.TASK;
    };
  }

  boolean isTold() {
    return this == PREAMBLE || this == ASSESS || this == GOAL;
  }

  static boolean vague(Words words, List<Party> parties) {
    for (Party party : parties) {
      if (party.form() == Party.Form.BODY) {
        // "UBND các cấp:", "Báo Nhân dân:": named, so what stands under it is its work.
        continue;
      }
      for (int k = party.from(); k < party.to(); k++) {
        boolean people =
            words.is(k, "nhân")
                && words.is(k + 1, "dân")
                && !words.is(k - 1, "ban")
                && !words.is(k - 1, "đồng")
                && !words.is(k - 1, "án")
                && !words.is(k - 1, "sát")
                && !words.is(k - 1, "dụng");
        // "Chủ tịch UBND các cấp" are heads of bodies that have a name.
        boolean committees =
            party.form() == Party.Form.POST && (words.is(k - 1, "ubnd") || words.is(k - 1, "dân"));
        boolean everybody =
            words.is(k, "các") && words.is(k + 1, "cấp") && !committees
                || words.is(k, "toàn") && words.is(k + 1, "thể");
        if (people || everybody) {
          return true;
        }
      }
    }
    return false;
  }

  /** Business, people and offices in one breath: an appeal, not a list of doers. */
  static boolean manyKinds(Words words, List<Party> parties) {
    return parties.stream().anyMatch(party -> KINDS_OF_PEOPLE.contains(words.key(party.from())));
  }
}

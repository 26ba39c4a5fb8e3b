package vn.dondoc.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Reading.Shape;

/** Mục đích: "báo cáo A để tổng hợp, đề xuất B", the next step of who receives the report. */
final class Purposes {
  private final Words words;
  private final Lexicon.Senses senses;
  private final Predicates predicates;
  private final Agencies agencies;
  private final DutyParser duties;

  Purposes(
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

  /** Where "để tổng hợp, đề xuất …" starts right behind a receiver; -1 when it does not. */
  int at(int from, int to) {
    for (int k = from + 1; k < to - 2; k++) {
      if (words.is(k, "để")
          && predicates.verb(k + 1) > 0
          && receiverBefore(from, k) != null
          && senses.find(Sense.DELIVER, k + 2, Math.min(to, k + 8)) > 0) {
        return k;
      }
    }
    return -1;
  }

  private @Nullable Party receiverBefore(int from, int at) {
    for (int k = Math.max(from, at - 12); k < at; k++) {
      Party party = agencies.one(k, at);
      if (party != null && party.to() == at) {
        return party;
      }
    }
    return null;
  }

  Reading work(int from, int purpose, int to) {
    Party receiver = receiverBefore(from, purpose);
    List<Party> lead = receiver == null ? List.of() : List.of(receiver);
    return duties.reading(Shape.AGENCY, purpose, lead, purpose + 1, to).sure(0.5);
  }
}

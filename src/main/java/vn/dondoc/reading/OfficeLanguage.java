package vn.dondoc.reading;

import java.util.List;

/** Ngôn ngữ hành chính: whether words speak of what offices speak of, or of something else. */
final class OfficeLanguage {
  private final Words words;
  private final Lexicon.Senses senses;

  OfficeLanguage(Words words, Lexicon.Senses senses) {
    this.words = words;
    this.senses = senses;
  }

  /** Whether the works name anybody, or the text a body, a post, a paper or a level. */
  boolean namesBody(List<Draft> drafts) {
    for (Draft draft : drafts) {
      if (!draft.lead.isEmpty() || !draft.coordinate.isEmpty() || !draft.inferred.isEmpty()) {
        return true;
      }
    }
    for (int k = 0; k < words.count(); k++) {
      boolean named =
          senses.at(Sense.HEAD, k) > 1
              || senses.has(Sense.HEAD, k) && words.isShout(k)
              || senses.has(Sense.HEAD, k) && words.isCapital(k) && words.isCapital(k + 1)
              || senses.at(Sense.GROUP, k) > 1
              || senses.at(Sense.DOCKIND, k) > 1
              || senses.at(Sense.POST, k) > 1
              || senses.has(Sense.LEVEL, k);
      if (named) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word of it belongs to the language of offices: work, bodies, papers, results. */
  boolean isSpoken(int from, int to) {
    for (int k = from; k < to; k++) {
      boolean office =
          senses.at(Sense.VERB, k) > 1
              || senses.at(Sense.HEAD, k) > 1
              || senses.has(Sense.HEAD, k) && words.isCapital(k)
              || senses.at(Sense.DOCKIND, k) > 1
              || senses.has(Sense.ASSESSHEAD, k)
              || senses.has(Sense.TASKHEAD, k)
              || senses.has(Sense.GOALHEAD, k)
              || senses.has(Sense.POST, k)
              || senses.has(Sense.LEVEL, k)
              || senses.at(Sense.SECTOR, k) > 1
              || senses.at(Sense.GROUP, k) > 1
              || words.is(k, "đã")
              || words.is(k, "đạt");
      if (office) {
        return true;
      }
    }
    return false;
  }
}

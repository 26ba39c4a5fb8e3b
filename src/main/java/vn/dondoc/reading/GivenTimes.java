package vn.dondoc.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ô thời gian: what the cell of a table, or a line "Thời gian thực hiện: …", gives as time. */
final class GivenTimes {
  private final Words words;
  private final Lexicon.Senses senses;
  private final Timeline timeline;

  GivenTimes(Text text) {
    this.words = text.words();
    this.senses = text.senses();
    this.timeline = text.timeline();
  }

  /** "Quý I/2024", "Tháng 4 - tháng 6/2024", "15/3/2024": the last day named; null for none. */
  Deadlines.@Nullable Found due(int from, int to) {
    List<Deadlines.Found> said = timeline.between(from, to);
    if (!said.isEmpty()) {
      return said.getFirst();
    }
    Deadlines.Found bare = timeline.bare(from, to);
    return bare == null ? standing(from, to) : bare;
  }

  /**
   * "Thời hạn hoàn thành: trước ngày …": a day the name of the line is part of, or the one behind.
   */
  Deadlines.@Nullable Found named(int from, int colon, int to) {
    for (Deadlines.Found said : timeline.between(from, to)) {
      if (said.to() > colon + 1) {
        return said;
      }
    }
    return due(colon + 1, to);
  }

  /** "Thường xuyên": work that never ends. */
  private Deadlines.@Nullable Found standing(int from, int to) {
    if (senses.at(Sense.STANDING, from) == 0) {
      return null;
    }
    int end = words.isMark(to - 1, '.') ? to - 1 : to;
    Deadline always =
        new Deadline(
            Deadline.Kind.RECURRING,
            null,
            null,
            null,
            Deadline.Every.CONTINUOUS,
            null,
            null,
            null,
            null,
            words.text(from, end),
            false);
    return new Deadlines.Found(from, end, always, Deadlines.FIRM, null);
  }
}

package vn.dondoc.reading;

import org.jspecify.annotations.Nullable;

/** Nhiều mốc cho một việc: "trước ngày 05/7 đối với xã A, ngày 15/7 đối với xã B". */
final class SharedDays {
  private static final int LONGEST_SHARE = 14;

  private final Words words;
  private final Dates dates;

  SharedDays(Words words, Dates dates) {
    this.words = words;
    this.dates = dates;
  }

  /** The deadline with the days of the other shares in it: due is the last of them. */
  Deadlines.Found whole(Deadlines.Found found) {
    Deadlines.Found whole = found;
    Dates.Written next = next(found);
    while (next != null) {
      Deadline due = whole.deadline();
      boolean later = due.date() != null && next.last().isAfter(due.date());
      Deadline all =
          Deadlines.day(
              later ? next.last() : due.date(),
              later ? null : due.time(),
              due.op() == null ? Deadline.Op.BY : due.op(),
              words.text(whole.from(), next.to()),
              later ? next.inferred() : due.yearInferred());
      whole = new Deadlines.Found(whole.from(), next.to(), all, whole.strength(), whole.item());
      next = next(whole);
    }
    return whole;
  }

  /** The day of the next share behind a deadline; null when none stands there. */
  private Dates.@Nullable Written next(Deadlines.Found found) {
    boolean day = found.deadline().kind() == Deadline.Kind.DATE && found.deadline().date() != null;
    int p = found.to();
    if (!day || !isShare(p)) {
      return null;
    }
    for (int k = p + 2; k < p + LONGEST_SHARE && !words.isMark(k, '.'); k++) {
      boolean link = words.isOneOf(k, ",;") || words.is(k, "và");
      int at = words.is(k + 1, "và") ? k + 2 : k + 1;
      at += words.is(at, "trước") ? 1 : 0;
      Dates.Written written = link ? dates.at(at) : null;
      if (written != null) {
        return written.span() == Dates.Span.DAY && isShare(written.to()) ? written : null;
      }
    }
    return null;
  }

  private boolean isShare(int p) {
    return words.is(p, "đối") && words.is(p + 1, "với");
  }
}

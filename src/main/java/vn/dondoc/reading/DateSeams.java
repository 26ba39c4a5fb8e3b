package vn.dondoc.reading;

import java.util.ArrayList;
import java.util.List;

/** Ranh giới theo thời hạn: cuts a clause that holds two deadlines into two pieces of work. */
final class DateSeams {
  private final Words words;
  private final DutyParser duties;
  private final Timeline timeline;

  DateSeams(Words words, DutyParser duties, Timeline timeline) {
    this.words = words;
    this.duties = duties;
    this.timeline = timeline;
  }

  /** Cuts "hoàn thành trước ngày …, báo cáo trước ngày …": two deadlines are two tasks. */
  List<Clause> split(List<Clause> clauses) {
    List<Clause> cut = new ArrayList<>();
    for (Clause clause : clauses) {
      int start = clause.from();
      List<Deadlines.Found> dates = timeline.between(clause.from(), clause.to());
      for (int d = 1; d < dates.size(); d++) {
        Deadlines.Found before = dates.get(d - 1);
        Deadlines.Found after = dates.get(d);
        boolean two =
            before.strength() > Deadlines.WEAK
                && after.strength() > Deadlines.WEAK
                && differ(before, after)
                && !(before.deadline().every() != null
                    && after.deadline().every() != null
                    && after.from() - before.to() < 3)
                && (before.from() > start + 1
                    || words.is(before.from(), "hoàn") && words.is(before.to(), "và"));
        int seam = two ? comma(before.to(), after) : -1;
        seam = two && seam < 0 && named(before, after) ? bare(before.to(), after) : seam;
        if (seam > start) {
          cut.add(new Clause(start, seam, start == clause.from() && clause.opens()));
          start = seam;
        }
      }
      cut.add(new Clause(start, clause.to(), start == clause.from() && clause.opens()));
    }
    return cut;
  }

  private static boolean differ(Deadlines.Found a, Deadlines.Found b) {
    Deadline one = a.deadline();
    Deadline other = b.deadline();
    boolean dateless = one.date() == null && other.date() == null && one.every() == null;
    return one.kind() != other.kind()
        || dateless && !one.text().equals(other.text())
        || one.every() != other.every()
        || one.namesAnotherDay(other)
        || one.date() != null && !one.date().equals(other.date());
  }

  /** Two days in one form: "… xong trước ngày 30/6, đại hội cấp trên xong trước ngày 31/8". */
  private static boolean named(Deadlines.Found a, Deadlines.Found b) {
    boolean days = a.deadline().date() != null && b.deadline().date() != null;
    boolean due = a.strength() == Deadlines.STRONG && b.strength() == Deadlines.STRONG;
    return days && due && a.deadline().op() == b.deadline().op();
  }

  /** Behind the one comma between two days, with the matter of the second behind it; else -1. */
  private int bare(int from, Deadlines.Found second) {
    int comma = -1;
    for (int k = from; k < second.from(); k++) {
      if (words.isOneOf(k, ",(;") || words.isMark(k, ')')) {
        if (comma > 0 || !words.isMark(k, ',')) {
          return -1;
        }
        comma = k + 1;
      }
    }
    boolean matter = comma == from + 1 && second.from() - comma > 1 && second.from() - comma < 14;
    return matter ? comma : -1;
  }

  /** Behind the comma in front of the work that has the second deadline; -1 when none is there. */
  private int comma(int from, Deadlines.Found second) {
    for (int k = from; k < second.from(); k++) {
      boolean mark = words.isMark(k, ',') || words.is(k, "và");
      if (mark
          && (duties.verbStart(k + 1, second.to())
              || k + 1 == second.from() && duties.verbStart(second.to(), second.to() + 3))) {
        return words.is(k, "và") ? k : k + 1;
      }
    }
    return -1;
  }
}

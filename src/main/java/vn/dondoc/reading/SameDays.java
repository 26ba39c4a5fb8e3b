package vn.dondoc.reading;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Deadline.Every;
import vn.dondoc.reading.Deadline.Op;

/**
 * "Cùng ngày": the day, or the day of a cycle, last told in front of it; a day farther off than the
 * paragraph only when that was somebody's deadline.
 */
final class SameDays {
  private static final int FAR = 80;

  private final Words words;
  private final Dates dates;

  SameDays(Words words, Dates dates) {
    this.words = words;
    this.dates = dates;
  }

  /** The deadline "… cùng ngày" from i up to {@code to}; null when no day is told. */
  Deadlines.@Nullable Found at(
      int i, int to, @Nullable LocalTime hour, List<Deadlines.Found> before) {
    int start = paragraph(i);
    Dates.Written day = null;
    int at = -1;
    for (int k = start; k < i; k++) {
      Dates.Written written = words.isMark(k) ? null : dates.at(k);
      if (written != null && written.to() <= i) {
        boolean told = written.span() == Dates.Span.DAY && !dates.isPast(written);
        day = told ? written : day;
        at = told ? k : at;
        k = written.to() - 1;
      }
    }
    for (int k = before.size() - 1; k >= 0; k--) {
      Deadlines.Found found = before.get(k);
      if (day != null && found.from() <= at && !comesBack(found)
          || comesBack(found) && found.from() < Math.max(start, at)) {
        break;
      }
      if (comesBack(found)) {
        return again(i, to, hour, found.deadline());
      }
      LocalDate due = found.deadline().date();
      if (day == null && due != null) {
        return dated(i, to, hour, due);
      }
    }
    return day == null ? null : dated(i, to, hour, day.last());
  }

  /** Where the paragraph begins: behind an empty line. */
  private int paragraph(int i) {
    int k = i;
    while (k > 0 && k > i - FAR && words.lines(k) < 2) {
      k--;
    }
    return k;
  }

  private static boolean comesBack(Deadlines.Found found) {
    Every every = found.deadline().every();
    return every != null && every != Every.CONTINUOUS && every != Every.PERIODIC;
  }

  private Deadlines.Found dated(int i, int to, @Nullable LocalTime hour, LocalDate date) {
    Deadline due = Deadlines.day(date, hour, op(i), words.text(i, to), true);
    return new Deadlines.Found(i, to, due, Deadlines.FIRM, null);
  }

  /** "17 giờ hằng ngày các xã báo cáo; … trước 19 giờ cùng ngày": on each of those days. */
  private Deadlines.Found again(int i, int to, @Nullable LocalTime hour, Deadline cycle) {
    Deadline due =
        new Deadline(
            Deadline.Kind.RECURRING,
            null,
            hour,
            op(i),
            cycle.every(),
            cycle.day(),
            null,
            null,
            null,
            words.text(i, to),
            false,
            cycle.month());
    return new Deadlines.Found(i, to, due, Deadlines.FIRM, null);
  }

  private Op op(int i) {
    return words.is(i, "trước") ? Op.BEFORE : Op.BY;
  }
}

package vn.dondoc.reading;

import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Deadline.Every;

/** Ngày trong năm: "10/12", "15/6 và 15/12", the days a yearly cycle names. */
final class YearDays {
  private static final int MONTHS = 12;

  private final Words words;
  private final Following following;

  YearDays(Words words) {
    this.words = words;
    this.following = new Following(words);
  }

  /**
   * Days named one behind the other.
   *
   * @param to one past the last of them
   * @param every the cycle that meets them all; {@link Every#PERIODIC} when none does
   * @param day its day of the month; null when none is the same
   * @param month its month in the cycle, one past its last month lying in the cycle behind; null
   *     when none is the same
   */
  record Named(int to, Every every, @Nullable Integer day, @Nullable Integer month) {}

  /** The days from a word on; null when it names none. */
  @Nullable Named at(int from) {
    List<Integer> days = new ArrayList<>();
    List<Integer> months = new ArrayList<>();
    int p = from;
    int to = -1;
    while (isDay(p)) {
      days.add(words.number(p));
      to = following.yearEnd(p + 3);
      months.add(words.number(p + 2) + (to > p + 3 ? MONTHS : 0));
      p = words.is(to, "và") || words.isMark(to, ',') ? to + 1 : words.count();
      p += words.is(p, "và") ? 1 : 0;
      p += words.is(p, "trước") ? 1 : 0;
      p += words.is(p, Dates.DAY) ? 1 : 0;
    }
    return to < 0 ? null : cycle(to, days, months);
  }

  /** "tháng đầu quý" is 1, "tháng thứ hai của quý" 2, "tháng cuối quý" 3; null when not said. */
  @Nullable Integer inQuarter(int from, int to) {
    for (int k = from; k < to; k++) {
      if (words.is(k, "đầu") || words.is(k, "nhất")) {
        return 1;
      }
      if (words.is(k, "hai") || words.is(k, "giữa")) {
        return 2;
      }
      if (words.is(k, "cuối") || words.is(k, "ba")) {
        return 3;
      }
    }
    return null;
  }

  /** "15/6", "15 tháng 6", without a year of its own. */
  private boolean isDay(int p) {
    int day = words.number(p);
    int month = words.number(p + 2);
    boolean linked = words.isOneOf(p + 1, "/-.") || words.is(p + 1, Dates.MONTH);
    boolean ofYear =
        words.isOneOf(p + 3, "/-") && words.isNumber(p + 4)
            || words.isMark(p + 3, '.') && words.touches(p + 4) && words.isNumber(p + 4)
            || words.is(p + 3, Dates.YEAR) && words.isNumber(p + 4);
    return linked && day > 0 && day < 32 && month > 0 && month <= MONTHS && !ofYear;
  }

  /** "10/4, 10/7, 10/10 và 10/01 hằng năm": the last closes the year that has gone by. */
  private static void closeYear(List<Integer> months, int step) {
    int last = months.size() - 1;
    boolean behind = months.getFirst() > step && months.getFirst() <= step + step / 2;
    if (last > 0 && behind && months.get(last) <= step / 2) {
      months.set(last, months.get(last) + MONTHS);
    }
  }

  private static Named cycle(int to, List<Integer> days, List<Integer> months) {
    int count = days.size();
    Every every =
        switch (count) {
          case 1 -> Every.YEAR;
          case 2 -> Every.HALF_YEAR;
          case 4 -> Every.QUARTER;
          default -> Every.PERIODIC;
        };
    int step = MONTHS / count;
    closeYear(months, step);
    boolean even = every != Every.PERIODIC && months.getFirst() <= 2 * step;
    boolean ends = true;
    for (int k = 0; k < count; k++) {
      even &= months.get(k) == months.getFirst() + k * step;
      ends &= days.get(k) >= Month.of((months.get(k) - 1) % MONTHS + 1).minLength();
    }
    boolean same = days.stream().distinct().count() == 1;
    if (!even || !same && !ends) {
      return new Named(to, Every.PERIODIC, null, null);
    }
    return new Named(to, every, same ? days.getFirst() : null, months.getFirst());
  }
}

package vn.dondoc.reading;

import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Deadline.Every;
import vn.dondoc.reading.Deadline.Kind;
import vn.dondoc.reading.Deadline.Op;

/** Các thứ trong tuần: "vào 8 giờ các ngày thứ Hai, thứ Năm", "thứ Ba và thứ Sáu hằng tuần". */
final class WeekDays {
  private static final Set<String> LEAD_IN = Deadlines.keys("trước vào chậm nhất muộn là lúc");

  private final Words words;
  private final Hours hours;

  WeekDays(Words words) {
    this.words = words;
    this.hours = new Hours(words);
  }

  /** Days of the week that come back: several of them, or "các ngày"; null when i starts none. */
  Deadlines.@Nullable Found at(int i) {
    int p = i;
    boolean before = false;
    while (p < i + 4 && LEAD_IN.contains(words.key(p))) {
      before |= words.is(p, "trước");
      p++;
    }
    int clock = hours.end(p);
    LocalTime time = clock < 0 ? null : hours.at(p, clock);
    int named = Math.max(p, clock);
    boolean many = words.is(named, "các");
    named += many ? 1 : 0;
    named += words.is(named, Dates.DAY) && !words.isNumber(named + 1) ? 1 : 0;
    int to = named;
    int days = 0;
    int next = day(named);
    while (next > 0) {
      to = next;
      days++;
      int link = words.isMark(to, ',') || words.is(to, "và") ? to + 1 : to;
      next = link > to ? day(words.is(link, Dates.DAY) ? link + 1 : link) : -1;
    }
    boolean weekly = PeriodDays.EACH.contains(words.key(to)) && words.is(to + 1, "tuần");
    boolean dated = words.isMark(to, '(') || words.isNumber(to) || words.is(to, "tuần");
    if (days == 0 || !(many || days > 1) || dated || days > 1 && !many && !weekly) {
      return null;
    }
    int end = weekly ? to + 2 : to;
    Deadline deadline =
        new Deadline(
            Kind.RECURRING,
            null,
            time,
            before ? Op.BEFORE : Op.BY,
            Every.WEEK,
            null,
            null,
            null,
            null,
            words.text(i, end),
            false);
    return new Deadlines.Found(i, end, deadline, Deadlines.FIRM, null);
  }

  /**
   * "thứ Tư, [17/6]", "thứ sáu tuần này ([19/6])": the date behind the day of the week, which
   * counts where the two disagree; p itself where none is written.
   */
  static int written(Words words, Dates dates, int p) {
    if (!words.is(p, "thứ")) {
      return p;
    }
    boolean week = words.is(p + 2, "tuần") && dates.at(p) != null;
    int next = week ? p + 4 : p + 2;
    int date = words.isOneOf(next, ",(") ? next + 1 : next;
    return dates.at(date) == null ? p : date;
  }

  /** One past "thứ Hai", "chủ nhật"; -1 when no day of the week stands at p. */
  private int day(int p) {
    boolean weekday = words.is(p, "thứ") && Weeks.weekday(words.key(p + 1)) != null;
    boolean sunday = words.is(p, "chủ") && words.is(p + 1, "nhật");
    return weekday || sunday ? p + 2 : -1;
  }
}

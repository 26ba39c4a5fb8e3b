package vn.dondoc.reading;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Deadline.Every;
import vn.dondoc.reading.Deadline.Kind;
import vn.dondoc.reading.Deadline.Op;

/**
 * Chu kỳ nói cách khác: "ba tháng một lần", "trước 16 giờ hằng ngày", "cuối tháng 3 hằng năm",
 * "tuần cuối của tháng", "từng tuần".
 */
final class Cycles {
  private static final Set<String> EACH = Deadlines.keys("hằng hàng mỗi từng các");
  private static final Set<String> LEAD_IN =
      Deadlines.keys("trước vào chậm nhất muộn đến là lúc ngay trong xong ngày");
  private static final Set<String> EDGE = Deadlines.keys("cuối đầu giữa");
  private static final Set<String> OFTEN = Deadlines.keys("lần buổi ngày kỳ phiên cuộc");
  private static final Set<String> NOT_STEPWISE = Deadlines.keys("theo cho của đến với trong chia");
  private static final Map<String, Integer> COUNTS = new HashMap<>();
  private static final Map<String, Every> PERIODS = new HashMap<>();

  static {
    String[] counts = {"một", "hai", "ba", "bốn", "năm", "sáu"};
    for (int k = 0; k < counts.length; k++) {
      COUNTS.put(Syllables.key(counts[k]), k + 1);
    }
    PERIODS.put(Syllables.key("ngày"), Every.DAY);
    PERIODS.put(Syllables.key("tuần"), Every.WEEK);
    PERIODS.put(Syllables.key("tháng"), Every.MONTH);
    PERIODS.put(Syllables.key("quý"), Every.QUARTER);
    PERIODS.put(Syllables.key("năm"), Every.YEAR);
  }

  private final Words words;
  private final Dates dates;
  private final YearDays days;
  private final WeekDays weekdays;

  Cycles(Words words, Dates dates) {
    this.words = words;
    this.dates = dates;
    this.days = new YearDays(words);
    this.weekdays = new WeekDays(words);
  }

  Deadlines.@Nullable Found at(int i) {
    Deadlines.Found found = weekdays.at(i);
    found = found == null ? onceIn(i) : found;
    if (found == null && words.is(i, "ngày") && words.is(i + 1, "nào") && words.is(i + 2, "cũng")) {
      found = found(i, i + 3, new Cycle(Every.DAY, null, null));
    }
    found = found == null ? hourOfEach(i) : found;
    found = found == null ? timesIn(i) : found;
    found = found == null ? monthOfYear(i) : found;
    found = found == null ? weekOf(i) : found;
    return found == null ? each(i) : found;
  }

  /** "định kỳ 3 tháng một lần", "hai tuần 1 lần", "tháng/lần". */
  private Deadlines.@Nullable Found onceIn(int i) {
    int p = words.is(i, "định") && words.is(i + 1, "kỳ") ? i + 2 : i;
    p += EACH.contains(words.key(p)) ? 1 : 0;
    Integer count = count(p);
    int unit = count == null ? p : p + 1;
    Every period = PERIODS.get(words.key(unit));
    boolean once =
        words.isMark(unit + 1, '/') && words.is(unit + 2, "lần")
            || Integer.valueOf(1).equals(count(unit + 1)) && words.is(unit + 2, "lần");
    if (once && (words.is(unit, "giờ") || words.is(unit, "phút"))) {
      // No cycle is finer than a day: how often is told by the words.
      return found(i, unit + 3, new Cycle(Every.PERIODIC, null, null));
    }
    if (period == null || !once) {
      return null;
    }
    int times = count == null ? 1 : count;
    return found(i, unit + 3, new Cycle(spread(period, times), null, null));
  }

  /** "02 lần/tháng", "ít nhất 01 lần trong quý". */
  private Deadlines.@Nullable Found timesIn(int i) {
    int p = words.is(i, "ít") || words.is(i, "tối") ? i + 2 : i;
    boolean times =
        count(p) != null && OFTEN.contains(words.key(p + 1)) && !words.is(p + 1, "ngày");
    boolean linked = words.isMark(p + 2, '/') || words.is(p + 2, "trong") || words.is(p + 2, "một");
    Every every = times && linked ? PERIODS.get(words.key(p + 3)) : null;
    boolean which =
        words.isNumber(p + 4)
            || every == Every.QUARTER && Dates.quarter(words.key(p + 4)) != null
            || words.is(p + 4, "này")
            || words.is(p + 4, "nay");
    return every == null || which ? null : found(i, p + 4, new Cycle(every, null, null));
  }

  private static Every spread(Every period, int times) {
    if (period == Every.MONTH) {
      return switch (times) {
        case 1 -> Every.MONTH;
        case 3 -> Every.QUARTER;
        case 6 -> Every.HALF_YEAR;
        case 12 -> Every.YEAR;
        default -> Every.PERIODIC;
      };
    }
    return times == 1 ? period : Every.PERIODIC;
  }

  private @Nullable Integer count(int i) {
    int number = words.number(i);
    return number > 0 && number < 100 ? Integer.valueOf(number) : COUNTS.get(words.key(i));
  }

  /** "trước 16 giờ hằng ngày", "10 giờ sáng thứ sáu hằng tuần". */
  private Deadlines.@Nullable Found hourOfEach(int i) {
    int p = leadIn(i);
    int hour = words.number(p);
    boolean clock = words.is(p + 1, "giờ") || words.is(p + 1, "h") || words.is(p + 1, "g");
    if (hour < 0 || hour > 23 || !clock) {
      return null;
    }
    int q = p + 2;
    int minute = words.number(q) > 59 ? 0 : Math.max(0, words.number(q));
    q += words.isNumber(q) ? 1 : 0;
    q += words.is(q, "phút") ? 1 : 0;
    if (words.is(q, "và") || words.isMark(q, ',') && words.isNumber(q + 1)) {
      // "trước 6h00 và 16h00 hằng ngày": the words tell both hours, the clock keeps the last.
      Deadlines.Found later = hourOfEach(q + 1);
      return later == null ? null : found(i, later.to(), later.deadline(), op(i, p));
    }
    Integer day = null;
    while (words.isMark(q, ',')
        || words.is(q, "sáng")
        || words.is(q, "chiều")
        || words.is(q, "tối")
        || words.is(q, "ngày") && !words.isNumber(q + 1)
        || words.is(q, "thứ")
        || words.is(q - 1, "thứ")) {
      day = words.is(q - 1, "thứ") ? Weeks.weekday(words.key(q)) : day;
      q++;
    }
    Every every = EACH.contains(words.key(q)) ? PERIODS.get(words.key(q + 1)) : null;
    return every == null
        ? null
        : found(i, q + 2, new Cycle(every, op(i, p), LocalTime.of(hour, minute), day, null));
  }

  /** "vào cuối tháng 3 hằng năm", "trong tháng 01 hằng năm", "trong quý I hằng năm". */
  private Deadlines.@Nullable Found monthOfYear(int i) {
    int p = leadIn(i);
    boolean edge = EDGE.contains(words.key(p));
    int period = p + (edge ? 1 : 0);
    int q = period + 2;
    q += words.isMark(q, ',') ? 1 : 0;
    boolean yearly =
        EACH.contains(words.key(q)) && !words.is(q, "các") && words.is(q + 1, Dates.YEAR);
    boolean quarter = words.is(period, Dates.QUARTER);
    Integer number = quarter ? Dates.quarter(words.key(period + 1)) : monthAt(period);
    if (!yearly || number == null) {
      return null;
    }
    int last = quarter ? number * 3 : number;
    int first = quarter ? last - 2 : last;
    boolean before = op(i, p) == Op.BEFORE && !words.is(p, "cuối");
    Integer day = before ? Integer.valueOf(1) : edge ? edgeDay(p, quarter) : null;
    boolean opens = before || edge && words.is(p, "đầu");
    return found(i, q + 2, new Cycle(Every.YEAR, op(i, p), null, day, opens ? first : last));
  }

  private @Nullable Integer monthAt(int i) {
    int month = words.number(i + 1);
    return words.is(i, Dates.MONTH) && month > 0 && month < 13 ? Integer.valueOf(month) : null;
  }

  /** "đầu tháng" ends on the 10th, "giữa tháng" on the 15th, as where no cycle is. */
  private @Nullable Integer edgeDay(int i, boolean quarter) {
    if (quarter) {
      return null;
    }
    return words.is(i, "đầu") ? Integer.valueOf(10) : words.is(i, "giữa") ? 15 : null;
  }

  /** "vào tuần cuối của tháng", "cuối mỗi tháng", "ngày cuối cùng của quý". */
  private Deadlines.@Nullable Found weekOf(int i) {
    int p = leadIn(i);
    boolean stretch = words.is(p, "tuần") && EDGE.contains(words.key(p + 1));
    boolean edge = EDGE.contains(words.key(p)) && EACH.contains(words.key(p + 1));
    int q = stretch ? p + 2 : p + 1;
    if (!stretch && !edge) {
      return null;
    }
    while (words.is(q, "cùng")
        || words.is(q, "tiên")
        || words.is(q, "của")
        || EACH.contains(words.key(q))) {
      q++;
    }
    Every every = PERIODS.get(words.key(q));
    boolean which = words.isNumber(q + 1) || words.is(q + 1, "này") || words.is(q + 1, "nay");
    boolean wholeDay = every == Every.DAY && !(edge && EACH.contains(words.key(p + 1)));
    if (every == null || wholeDay || which) {
      return null;
    }
    boolean first = words.is(stretch ? p + 1 : p, "đầu") && every != Every.WEEK;
    Integer day = !first ? null : stretch ? Integer.valueOf(7) : Integer.valueOf(10);
    Integer month = first && every != Every.MONTH ? Integer.valueOf(1) : null;
    return found(i, q + 1, new Cycle(every, op(i, p), null, day, month));
  }

  /** "từ năm 2021 trở đi". */
  Deadlines.@Nullable Found fromYearOn(int i) {
    if (!words.is(i, "từ")) {
      return null;
    }
    Dates.Written year = dates.at(i + 1);
    if (year == null || !words.is(year.to(), "trở") || !words.is(year.to() + 1, "đi")) {
      return null;
    }
    Deadline deadline =
        new Deadline(
            Kind.RECURRING,
            year.first(),
            null,
            null,
            Every.YEAR,
            null,
            null,
            null,
            null,
            words.text(i, year.to() + 2),
            false);
    return new Deadlines.Found(i, year.to() + 2, deadline, Deadlines.FIRM, null);
  }

  /** "mỗi tháng ít nhất một lần", "từng tuần gửi …". */
  private Deadlines.@Nullable Found each(int i) {
    Every bare = words.isOneOf(i - 1, ",;") ? PERIODS.get(words.key(i)) : null;
    if (bare != null && count(i + 1) != null && words.is(i + 2, "lần")) {
      // "…; ngày 02 lần cập nhật …"
      return found(i, i + 3, new Cycle(bare, null, null));
    }
    Every every = PERIODS.get(words.key(i + 1));
    if (every == null && EACH.contains(words.key(i)) && words.is(i + 1, "buổi")) {
      return Hours.isPartOfDay(words, i + 2)
          ? found(i, i + 3, new Cycle(Every.DAY, null, null))
          : null;
    }
    boolean hands = words.is(i + 2, "báo") || words.is(i + 2, "gửi") || words.is(i + 2, "tổng");
    if (every == Every.QUARTER && words.is(i, "cuối") && hands) {
      return found(i, i + 2, new Cycle(every, null, null));
    }
    if (every == null || !EACH.contains(words.key(i)) || words.is(i, "các")) {
      return null;
    }
    int p = i + 2;
    p += words.is(p, "ít") || words.is(p, "tối") ? 2 : 0;
    boolean counted = count(p) != null && OFTEN.contains(words.key(p + 1));
    boolean stepwise = words.is(i, "từng") && !NOT_STEPWISE.contains(words.key(i - 1));
    return counted || stepwise
        ? found(i, counted ? p + 2 : i + 2, new Cycle(every, null, null))
        : null;
  }

  /** "trước ngày 10/12 hằng năm", "ngày 15/6 và 15/12 hằng năm": days of each year. */
  Deadlines.@Nullable Found daysOfYear(int i) {
    int p = leadIn(i);
    YearDays.Named named = words.isNumber(p) ? days.at(p) : null;
    int q = named == null ? -1 : named.to() + (words.isMark(named.to(), ',') ? 1 : 0);
    boolean yearly = q > 0 && EACH.contains(words.key(q)) && words.is(q + 1, Dates.YEAR);
    boolean bare = p == i && named != null && named.every() == Every.YEAR;
    return named == null || !yearly || bare ? null : found(i, q + 2, Cycle.of(named, op(i, p)));
  }

  /** "hằng năm … gửi báo cáo trước ngày 15 tháng 12.": the days a yearly cycle names behind it. */
  Deadlines.@Nullable Found daysBehind(int i, int to) {
    for (int k = to; k < Math.min(words.count() - 2, to + 30); k++) {
      boolean stop = words.isOneOf(k, ";:") || Clause.endsSentence(words, k, words.count());
      if (stop || k > to && words.lines(k) > 0) {
        return null;
      }
      int p = leadIn(k);
      boolean led = words.is(k, "trước") || words.is(k, "nhất") || words.is(k, "vào");
      YearDays.Named named = led && words.isNumber(p) ? days.at(p) : null;
      if (named != null) {
        boolean apart = words.isMark(to, ',') || words.isMark(to, '(');
        int end = p <= to + 4 && (k == to || apart && k == to + 1) ? named.to() : to;
        return found(i, end, Cycle.of(named, op(k, p)));
      }
    }
    return null;
  }

  private int leadIn(int i) {
    int p = i;
    while (p < i + 4 && LEAD_IN.contains(words.key(p))) {
      p++;
    }
    return p;
  }

  private Op op(int from, int to) {
    for (int k = from; k < to; k++) {
      if (words.is(k, "trước")) {
        return Op.BEFORE;
      }
    }
    return Op.BY;
  }

  private Deadlines.@Nullable Found found(int from, int to, Deadline later, Op op) {
    Every every = later.every();
    return every == null
        ? null
        : found(from, to, new Cycle(every, op, later.time(), later.day(), later.month()));
  }

  private record Cycle(
      Every every,
      @Nullable Op op,
      @Nullable LocalTime time,
      @Nullable Integer day,
      @Nullable Integer month) {
    Cycle(Every every, @Nullable Op op, @Nullable LocalTime time) {
      this(every, op, time, null, null);
    }

    /** "trước 31/12" of months unlike in length has no day that is the same before each. */
    static Cycle of(YearDays.Named named, Op op) {
      boolean open = op == Op.BEFORE && named.day() == null;
      return new Cycle(
          open ? Every.PERIODIC : named.every(),
          op,
          null,
          named.day(),
          open ? null : named.month());
    }
  }

  private Deadlines.Found found(int from, int to, Cycle cycle) {
    Deadline deadline =
        new Deadline(
            Kind.RECURRING,
            null,
            cycle.time(),
            cycle.op(),
            cycle.every(),
            cycle.day(),
            null,
            null,
            null,
            words.text(from, to),
            false,
            cycle.month());
    return new Deadlines.Found(from, to, deadline, Deadlines.FIRM, null);
  }
}

package vn.dondoc.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Deadline.Every;
import vn.dondoc.reading.Deadline.Kind;
import vn.dondoc.reading.Deadline.Op;

/** Định kỳ: "hằng tháng", "trước ngày 23 hàng tháng", "từ năm 2021 trở đi". */
final class Recurrences {
  private static final Map<String, Every> PERIODS = new HashMap<>();
  private static final Set<String> EACH = Deadlines.keys("hằng hàng mỗi từng");
  private static final Set<String> SKIP =
      Deadlines.keys("của mỗi hằng hàng cuối cùng đầu tiên thứ hai giữa sau , trong từng kế tiếp");
  // "kinh phí hằng năm", "kế hoạch hàng năm": the period describes the noun, no work recurs.
  private static final Set<String> NOUNS =
      Deadlines.keys(
          "phí hoạch toán sách tiêu vụ liệu tác quân lệ trưởng nghị sinh thu nhập khoản kỳ");
  private static final String PERIODIC = Syllables.key("định");
  private static final String TERM = Syllables.key("kỳ");
  private static final String TERM_I = Syllables.key("kì");
  private static final String FROM = Syllables.key("từ");
  private static final String TO = Syllables.key("đến");

  static {
    PERIODS.put(Syllables.key("ngày"), Every.DAY);
    PERIODS.put(Syllables.key("tuần"), Every.WEEK);
    PERIODS.put(Syllables.key("tháng"), Every.MONTH);
    PERIODS.put(Syllables.key("quý"), Every.QUARTER);
    PERIODS.put(Syllables.key("quí"), Every.QUARTER);
    PERIODS.put(Syllables.key("năm"), Every.YEAR);
  }

  private final Words words;
  private final Lexicon.Senses senses;
  private final Dates dates;
  private final Cycles cycles;
  private final YearDays days;

  Recurrences(Words words, Lexicon.Senses senses, Dates dates) {
    this.words = words;
    this.senses = senses;
    this.dates = dates;
    this.cycles = new Cycles(words, dates);
    this.days = new YearDays(words);
  }

  Deadlines.@Nullable Found at(int i) {
    Deadlines.Found found = cycles.fromYearOn(i);
    found = found == null && !cutOff(i) ? cycles.daysOfYear(i) : found;
    found = found == null ? dayThenPeriod(i) : found;
    found = found == null ? weekday(i) : found;
    found = found == null ? cycles.at(i) : found;
    if (found == null && senses.has(Sense.RECUR, i)) {
      found = period(i);
    }
    return found;
  }

  /**
   * "trước ngày 23 hàng tháng", "vào ngày 15 của tháng cuối quý", "từ ngày 5 đến ngày 10 hằng
   * tháng".
   */
  private Deadlines.@Nullable Found dayThenPeriod(int i) {
    int p = i;
    Op op = Op.BY;
    while (p < i + 5 && (senses.has(Sense.BEFORE, p) || isLeadIn(p))) {
      if (words.is(p, "trước")) {
        op = Op.BEFORE;
      }
      p++;
    }
    if (words.is(p, Dates.DAY)) {
      p++;
    }
    int day = words.number(p);
    if (day < 1 || day > 31) {
      return null;
    }
    int q = p + 1;
    if (words.is(q, TO) && words.is(q + 1, Dates.DAY) && words.number(q + 2) > 0) {
      day = words.number(q + 2);
      q += 3;
    } else if ((words.is(q, "và") || words.isMark(q, ',')) && secondDay(q + 1) > day) {
      // "trước ngày 05 và ngày 20 hằng tháng": the words tell both days, the cycle the last.
      day = secondDay(q + 1);
      q += words.is(q + 1, Dates.DAY) ? 3 : 2;
    } else if (words.isMark(q, '-') && words.number(q + 1) > day && !words.isMark(q + 2, '/')) {
      day = words.number(q + 1);
      q += 2;
    }
    if (words.isMark(q, ',')) {
      q++;
    }
    Every every = periodAfterDay(q);
    if (every == null || p == i && !words.is(i, Dates.DAY)) {
      return null;
    }
    if (cutOff(i)) {
      // The day the figures end; nothing is due on it.
      return null;
    }
    int end = periodEnd(q);
    return found(
        i, end, every, new Place(day, every == Every.QUARTER ? days.inQuarter(q, end) : null), op);
  }

  private int secondDay(int p) {
    int at = words.is(p, Dates.DAY) ? p + 1 : p;
    return words.isOneOf(at + 1, "/-.") ? -1 : words.number(at);
  }

  private boolean isLeadIn(int p) {
    return words.is(p, "vào")
        || words.is(p, "chậm")
        || words.is(p, "nhất")
        || words.is(p, TO)
        || words.is(p, FROM)
        || words.is(p, "là");
  }

  private boolean cutOff(int i) {
    for (int back = 0; back <= 3; back++) {
      int length = senses.at(Sense.CUTOFF, i - back);
      if (length > back - 1 && length > 0 && back + 0 <= length && !words.is(i - back, FROM)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Every periodAfterDay(int q) {
    if (EACH.contains(words.key(q)) || words.is(q, "của")) {
      int k = q;
      while (SKIP.contains(words.key(k)) || EACH.contains(words.key(k))) {
        k++;
      }
      Every every = PERIODS.get(words.key(k));
      if (every == Every.MONTH && words.isNumber(k + 1)) {
        return null;
      }
      return every == Every.MONTH && ofQuarter(k + 1)
          ? Every.QUARTER
          : every == Every.DAY ? null : every;
    }
    if (words.is(q, Dates.MONTH) && !words.isNumber(q + 1)) {
      if (ofQuarter(q + 1)) {
        return Every.QUARTER;
      }
      return words.is(q + 1, "sau") || words.is(q + 1, "kế") ? Every.MONTH : null;
    }
    return null;
  }

  private boolean ofQuarter(int k) {
    int q = k;
    while (q < k + 5 && SKIP.contains(words.key(q)) && !words.isMark(q, ',')) {
      q++;
    }
    return q > k && dates.isQuarter(q);
  }

  private int periodEnd(int q) {
    int k = q;
    while (SKIP.contains(words.key(k)) || EACH.contains(words.key(k))) {
      k++;
    }
    k++;
    int more = k;
    while (more < k + 5 && SKIP.contains(words.key(more)) && !words.isMark(more, ',')) {
      more++;
    }
    return dates.isQuarter(more) && more > k ? more + 1 : k;
  }

  /** "thứ sáu hằng tuần", "chiều thứ 5 hàng tuần". */
  private Deadlines.@Nullable Found weekday(int i) {
    int p = i;
    Op op = Op.BY;
    while (p < i + 4 && (senses.has(Sense.BEFORE, p) || isLeadIn(p))) {
      op = words.is(p, "trước") ? Op.BEFORE : op;
      p++;
    }
    if (!words.is(p, "thứ")) {
      return null;
    }
    Integer day = Weeks.weekday(words.key(p + 1));
    if (day == null || !EACH.contains(words.key(p + 2)) || !words.is(p + 3, "tuần")) {
      return null;
    }
    return found(i, p + 4, Every.WEEK, new Place(day, null), op);
  }

  private Deadlines.@Nullable Found period(int i) {
    int to = i + senses.at(Sense.RECUR, i);
    Every every = PERIODS.get(words.key(to - 1));
    boolean periodic = words.is(i, PERIODIC) && (words.is(i + 1, TERM) || words.is(i + 1, TERM_I));
    if (periodic) {
      if (words.isMark(to, ',')) {
        to++;
      }
      if (words.isMark(to, '(')) {
        to++;
      }
      Deadlines.Found dated = dayThenPeriod(to);
      dated = dated == null ? weekday(to) : dated;
      if (dated != null) {
        return new Deadlines.Found(
            i, dated.to(), restated(dated.deadline(), i, dated.to()), Deadlines.FIRM, null);
      }
      int next = senses.at(Sense.RECUR, to);
      if (next > 0) {
        every = halfYear(to) ? Every.HALF_YEAR : PERIODS.get(words.key(to + next - 1));
        to += next;
      } else if (PERIODS.containsKey(words.key(to)) && !words.isNumber(to + 1)) {
        every = PERIODS.get(words.key(to));
        to++;
      } else {
        to = i + senses.at(Sense.RECUR, i);
        every = Every.PERIODIC;
      }
    } else if (halfYear(i)) {
      boolean once =
          words.is(to, "một")
              || words.isMark(to, '/')
              || words.isMark(to, ',') && senses.has(Sense.RECUR, to + 1)
              || words.isMark(to, ',') && words.is(to + 1, "một") && words.is(to + 2, Dates.YEAR)
              || words.is(to, "và")
                  && (senses.has(Sense.RECUR, to + 1)
                      || words.is(to + 1, Dates.YEAR) && !words.isNumber(to + 2));
      if (!once) {
        return null;
      }
      every = Every.HALF_YEAR;
      if (words.is(to, "một") && words.is(to + 1, "lần")) {
        return withDay(i, to + 2, every);
      }
    }
    to = periodic ? morePeriods(to) : to;
    boolean dayBefore = words.isNumber(i - 1) && words.is(i - 2, "ngày");
    if (every == null || dayBefore || !recurs(i, to, periodic)) {
      return null;
    }
    return withDay(i, to, every);
  }

  /** "Định kỳ 6 tháng, 01 năm …": the first period stands for all. */
  private int morePeriods(int from) {
    int to = from;
    while (words.isOneOf(to, ",/") || words.is(to, "và") || words.is(to, "hoặc")) {
      int p = to + 1;
      while (words.isNumber(p) || words.is(p, "một") || words.is(p, "cả")) {
        p++;
      }
      int length = senses.at(Sense.RECUR, p);
      boolean unit = PERIODS.containsKey(words.key(p)) && !words.isNumber(p + 1);
      if (length == 0 && !unit) {
        return to;
      }
      to = p + Math.max(1, length);
    }
    return to;
  }

  private boolean halfYear(int i) {
    return (words.is(i, "6") || words.is(i, "sáu")) && words.is(i + 1, Dates.MONTH);
  }

  private Deadline restated(Deadline from, int start, int end) {
    return new Deadline(
        from.kind(),
        from.date(),
        null,
        from.op(),
        from.every(),
        from.day(),
        null,
        null,
        null,
        words.text(start, end),
        false,
        from.month());
  }

  private Deadlines.Found withDay(int i, int to, Every every) {
    if (every == Every.YEAR || every == Every.HALF_YEAR) {
      Deadlines.Found ofYear = cycles.daysBehind(i, to);
      if (ofYear != null) {
        return ofYear;
      }
    }
    int p = to;
    while (words.isOneOf(p, ",(")) {
      p++;
    }
    Op op = words.is(p, "trước") ? Op.BEFORE : Op.BY;
    boolean led = p > to;
    while (p < to + 6 && (senses.has(Sense.BEFORE, p) || isLeadIn(p))) {
      p++;
      led = true;
    }
    if (led
        && words.is(p, Dates.DAY)
        && words.number(p + 1) > 0
        && words.number(p + 1) <= 31
        && dates.at(p) == null) {
      int end = p + 2;
      while (!words.isMark(end)
          && (SKIP.contains(words.key(end))
              || PERIODS.containsKey(words.key(end)) && !words.isNumber(end + 1))) {
        end++;
      }
      Integer month = every == Every.QUARTER ? days.inQuarter(p + 2, end) : null;
      return found(i, end, every, new Place(words.number(p + 1), month), op);
    }
    Integer day = dates.dayBehind(to);
    boolean before = day != null && dates.isBeforeDayBehind(to);
    return found(i, to, every, new Place(day, null), before ? Op.BEFORE : null);
  }

  private boolean recurs(int i, int to, boolean periodic) {
    if (senses.has(Sense.HISTORY, to) || cutOff(i)) {
      return false;
    }
    boolean starts =
        senses.has(Sense.VERB, to)
            || senses.has(Sense.COOP, to)
            || senses.has(Sense.CHAIR, to)
            || words.isOneOf(to, "(")
            || senses.has(Sense.BEFORE, to)
            || isLeadIn(to)
            || words.isMark(to, ',')
                && (senses.has(Sense.VERB, to + 1) || senses.has(Sense.BEFORE, to + 1));
    if (starts) {
      return periodic || !NOUNS.contains(words.key(i - 1)) || words.isMark(i - 1);
    }
    if (periodic && senses.has(Sense.RECUR, i + 2) && !NOUNS.contains(words.key(i - 1))) {
      return !words.is(i - 1, "cáo");
    }
    if (periodic && !senses.has(Sense.RECUR, i + 2)) {
      return false;
    }
    boolean opens =
        i == 0 || words.isMark(i - 1) && !words.isMark(i - 1, '"') || words.lines(i) > 0;
    boolean ends =
        to >= words.count()
            || words.isOneOf(to, ".;)")
            || words.isMark(to, ',')
            || words.lines(to) > 0
            || words.is(to, "về")
            || words.is(to, "cho")
            || words.is(to, "khi")
            || words.is(to, "và");
    return opens || ends && !NOUNS.contains(words.key(i - 1));
  }

  private record Place(@Nullable Integer day, @Nullable Integer month) {}

  private Deadlines.Found found(int from, int to, Every every, Place place, @Nullable Op op) {
    Deadline deadline =
        new Deadline(
            Kind.RECURRING,
            null,
            null,
            op,
            every,
            place.day(),
            null,
            null,
            null,
            words.text(from, to),
            false,
            place.month());
    return new Deadlines.Found(from, to, deadline, Deadlines.FIRM, null);
  }
}

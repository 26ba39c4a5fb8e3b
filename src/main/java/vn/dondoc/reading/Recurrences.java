package vn.dondoc.reading;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Deadline.Every;
import vn.dondoc.reading.Deadline.Kind;
import vn.dondoc.reading.Deadline.Op;

/** Định kỳ: "hằng tháng", "trước ngày 23 hàng tháng", "từ năm 2021 trở đi". */
final class Recurrences {
  // "kinh phí hằng năm", "kế hoạch hàng năm": the period describes the noun, no work recurs.
  private static final Set<String> NOUNS =
      Deadlines.keys("phí hoạch toán sách tiêu vụ liệu tác quân lệ trưởng nghị thu nhập khoản kỳ");
  // "các báo cáo hằng quý", "mẫu báo cáo hằng quý": what is spoken of, and nobody's work.
  private static final Set<String> NO_REPORT =
      Deadlines.keys("các những mẫu biểu theo của tại trong từ qua thảo thống dung số");
  private static final int FAR_REPORT = 6;
  private static final String PERIODIC = Syllables.key("định");
  private static final String TERM = Syllables.key("kỳ");
  private static final String TERM_I = Syllables.key("kì");
  private static final String FROM = Syllables.key("từ");

  private final Words words;
  private final Lexicon.Senses senses;
  private final Dates dates;
  private final Cycles cycles;
  private final PeriodDays places;
  private final Following following;
  private final DayBehind dayBehind;

  Recurrences(Words words, Lexicon.Senses senses, Dates dates) {
    this.words = words;
    this.senses = senses;
    this.dates = dates;
    this.cycles = new Cycles(words, dates);
    this.places = new PeriodDays(words, senses, dates);
    this.following = new Following(words);
    this.dayBehind = new DayBehind(words);
  }

  Deadlines.@Nullable Found at(int i) {
    Deadlines.Found found = cycles.fromYearOn(i);
    found = found == null && !cutOff(i) ? cycles.daysOfYear(i) : found;
    found = found == null ? ofReport(i) : found;
    found = found == null ? dayThenPeriod(i) : found;
    found = found == null ? weekday(i) : found;
    found = found == null ? dayed(cycles.at(i)) : found;
    if (found == null && senses.has(Sense.RECUR, i)) {
      found = period(i);
    }
    return found;
  }

  /** "trước ngày 23 hằng tháng"; not the day the figures end, on which nothing is due. */
  private Deadlines.@Nullable Found dayThenPeriod(int i) {
    PeriodDays.Place place = places.at(i);
    return place == null || place.every() == null || cutOff(i)
        ? null
        : found(i, place.to(), place.every(), new Place(place.day(), place.month()), place.op());
  }

  /**
   * "6 tháng một lần, trước ngày 10 tháng sau": a cycle told otherwise has its day behind it too.
   */
  private Deadlines.@Nullable Found dayed(Deadlines.@Nullable Found found) {
    Deadline due = found == null ? null : found.deadline();
    boolean open = due != null && due.op() == null && due.day() == null && due.month() == null;
    return found != null && due != null && due.every() != null && open
        ? withDay(found.from(), found.to(), due.every())
        : found;
  }

  /** "báo cáo quý trước ngày 20 của tháng cuối quý": its day tells that the report comes back. */
  private Deadlines.@Nullable Found ofReport(int i) {
    int unit = words.isOneOf(i - 1, ",(") ? i - 2 : i - 1;
    boolean half = halfYear(unit - 1);
    Every every = half ? Every.HALF_YEAR : PeriodDays.PERIODS.get(words.key(unit));
    int report = half ? unit - 2 : unit - 1;
    boolean told = words.is(report, "cáo") && words.is(report - 1, "báo");
    if (every == null || every == Every.DAY || !told || !places.isLeadIn(i)) {
      return null;
    }
    Deadlines.Found found = withDay(i, i, every);
    return found.deadline().day() != null && found.to() > i ? found : null;
  }

  /** "báo cáo định kỳ hằng tháng", "báo cáo kết quả hằng quý": the report itself is the work. */
  private boolean reports(int i) {
    for (int k = i - 2; k >= Math.max(0, i - FAR_REPORT); k--) {
      if (words.isMark(k + 1) || NOUNS.contains(words.key(k + 1))) {
        return false;
      }
      if (words.is(k, "báo") && words.is(k + 1, "cáo")) {
        return !NO_REPORT.contains(words.key(k - 1));
      }
    }
    return false;
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

  /** "thứ sáu hằng tuần", "chiều thứ 5 hàng tuần". */
  private Deadlines.@Nullable Found weekday(int i) {
    int p = i;
    Op op = Op.BY;
    while (p < i + 4 && (places.isLeadIn(p) || p > i && Hours.isPartOfDay(words, p))) {
      op = words.is(p, "trước") ? Op.BEFORE : op;
      p++;
    }
    if (!words.is(p, "thứ")) {
      return null;
    }
    Integer day = Weeks.weekday(words.key(p + 1));
    if (day == null || !PeriodDays.EACH.contains(words.key(p + 2)) || !words.is(p + 3, "tuần")) {
      return null;
    }
    return found(i, p + 4, Every.WEEK, new Place(day, null), op);
  }

  private Deadlines.@Nullable Found period(int i) {
    int to = i + senses.at(Sense.RECUR, i);
    Every every = PeriodDays.PERIODS.get(words.key(to - 1));
    boolean periodic = words.is(i, PERIODIC) && (words.is(i + 1, TERM) || words.is(i + 1, TERM_I));
    if (periodic) {
      if (words.isMark(to, ',')) {
        to++;
      }
      if (words.isMark(to, '(') || words.is(to, "theo") && isPeriod(to + 1)) {
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
        every = halfYear(to) ? Every.HALF_YEAR : PeriodDays.PERIODS.get(words.key(to + next - 1));
        to += next;
      } else if (isPeriod(to)) {
        every = PeriodDays.PERIODS.get(words.key(to));
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
    if (periodic || every == Every.HALF_YEAR) {
      int more = morePeriods(to);
      every = finest(every, to, more);
      to = more;
    }
    boolean dayBefore = words.isNumber(i - 1) && words.is(i - 2, "ngày");
    if (every == null || dayBefore || !recurs(i, to, periodic)) {
      return null;
    }
    return withDay(i, to, every);
  }

  /** "định kỳ hằng năm và 6 tháng": the finest of the periods has the others among its own. */
  private @Nullable Every finest(@Nullable Every first, int from, int to) {
    Every finest = first;
    for (int k = from; k < to && finest != Every.PERIODIC; k++) {
      Every every = halfYear(k) ? Every.HALF_YEAR : PeriodDays.PERIODS.get(words.key(k));
      boolean ofHalf = every == Every.MONTH && halfYear(k - 1);
      if (finest != null && every != null && !ofHalf && every.compareTo(finest) < 0) {
        finest = every;
      }
    }
    return finest;
  }

  /** "Định kỳ 6 tháng, 01 năm …": where the periods end that are told together. */
  private int morePeriods(int from) {
    int to = from;
    while (words.isOneOf(to, ",/") || words.is(to, "và") || words.is(to, "hoặc")) {
      int p = to + 1;
      while (words.isNumber(p) || words.is(p, "một") || words.is(p, "cả")) {
        p++;
      }
      int length = senses.at(Sense.RECUR, p);
      boolean unit = isPeriod(p);
      if (length == 0 && !unit) {
        return to;
      }
      to = p + Math.max(1, length);
    }
    return to;
  }

  private boolean isPeriod(int i) {
    return PeriodDays.PERIODS.containsKey(words.key(i)) && !words.isNumber(i + 1);
  }

  private boolean halfYear(int i) {
    return (words.number(i) == 6 || words.is(i, "sáu")) && words.is(i + 1, Dates.MONTH);
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
    Deadlines.Found ofWeek = every == Every.WEEK ? weekdayBehind(i, p, op) : null;
    if (ofWeek != null) {
      return ofWeek;
    }
    boolean led = p > to;
    while (p < to + 6 && places.isLeadIn(p)) {
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
          && (PeriodDays.SKIP.contains(words.key(end))
              || following.end(end) > end
              || isPeriod(end))) {
        end = Math.max(end + 1, following.end(end));
      }
      Integer month = places.month(every, p + 2, end);
      return found(i, end, every, new Place(words.number(p + 1), month), op);
    }
    PeriodDays.Place behind = places.behind(to, every);
    if (behind != null) {
      return found(i, to, every, new Place(behind.day(), behind.month()), behind.op());
    }
    Integer day = dayBehind.dayBehind(to);
    boolean before = day != null && dayBehind.isBeforeDayBehind(to);
    return found(i, to, every, new Place(day, null), before ? Op.BEFORE : null);
  }

  /** "Hằng tuần (vào chiều thứ Năm)", "hằng tuần, trước thứ sáu". */
  private Deadlines.@Nullable Found weekdayBehind(int i, int from, Op op) {
    int p = from;
    while (p < from + 5
        && (places.isLeadIn(p) && !words.is(p, "thứ")
            || words.is(p, "sáng")
            || words.is(p, "chiều"))) {
      p++;
    }
    Integer day = words.is(p, "thứ") ? Weeks.weekday(words.key(p + 1)) : null;
    int to = words.isMark(p + 2, ')') && words.isMark(from - 1, '(') ? p + 3 : p + 2;
    return day == null ? null : found(i, to, Every.WEEK, new Place(day, null), op);
  }

  private boolean recurs(int i, int to, boolean periodic) {
    if (senses.has(Sense.HISTORY, to) || cutOff(i) || ofBudget(i)) {
      return false;
    }
    if (reports(i)) {
      return true;
    }
    boolean starts =
        senses.has(Sense.VERB, to)
            || senses.has(Sense.COOP, to)
            || senses.has(Sense.CHAIR, to)
            || words.isOneOf(to, "(")
            || places.isLeadIn(to)
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
            || words.is(to, "trên")
            || words.is(to, "tại")
            || words.is(to, "và");
    return opens || ends && !NOUNS.contains(words.key(i - 1));
  }

  /** "tối thiểu 1% tổng chi [ngân sách nhà nước] hằng năm": the budget of a year, no cycle. */
  private boolean ofBudget(int i) {
    boolean owned =
        words.is(i - 1, "nước") && words.is(i - 2, "nhà")
            || words.is(i - 1, "phương") && words.is(i - 2, "địa");
    int owner = owned ? i - 2 : i;
    return words.is(owner - 1, "sách") && words.is(owner - 2, "ngân")
        || words.is(i - 1, "chi") && words.is(i - 2, "tổng")
        || words.is(i - 1, "thu") && words.is(i - 2, "tổng");
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

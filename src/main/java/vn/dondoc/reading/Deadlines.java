package vn.dondoc.reading;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Deadline.Kind;
import vn.dondoc.reading.Deadline.Op;

/** Thời hạn: finds the words of time that may be the deadline of a task, and how firmly. */
final class Deadlines {
  static final int STRONG = 3;
  static final int FIRM = 2;
  static final int WEAK = 1;
  static final Set<String> FILLER = keys("là đến trong vào hết cuối lúc khoảng nhất tới :");
  // "phát sinh trước ngày", "ký trước ngày": the day bounds the things spoken of, not the work.
  private static final Set<String> NO_BEFORE = keys("sinh ký");
  private static final Set<String> COMPLETION = keys("xong hoàn thành");
  private static final String BEFORE = Syllables.key("trước");
  private static final String LAST = Syllables.key("cuối");
  private static final String END = Syllables.key("hết");
  private static final String FROM = Syllables.key("từ");
  // Feasts and seasons work is due before.
  private static final Set<String> FEASTS = keys("tết quốc khai mùa đại lễ năm vụ");
  private static final Set<String> PLANNING = keys("hoạch đoạn kỳ vốn mới toán mục tiêu");

  /**
   * A deadline in the words.
   *
   * @param from its first word
   * @param to one past its last word
   * @param deadline what it says
   * @param strength how sure it is that this is a deadline and not some other date
   * @param item the item of the outline it points to ("thời gian tại khoản 1"), else null
   */
  record Found(int from, int to, Deadline deadline, int strength, @Nullable String item) {}

  private final Words words;
  private final Lexicon.Senses senses;
  private final Dates dates;
  private final Recurrences recurrences;
  private final RelativeDeadlines relatives;
  private final PlainDates plain;
  private final CutOffs cutOffs;
  private final UnplacedDates unplaced;
  private final Hours hours;
  private final NearDays near;
  private final SharedDays shared;
  private final TimeNames timeNames;

  Deadlines(Words words, Lexicon.Senses senses, Dates dates) {
    this.words = words;
    this.senses = senses;
    this.dates = dates;
    this.recurrences = new Recurrences(words, senses, dates);
    this.shared = new SharedDays(words, dates);
    this.timeNames = new TimeNames(words, senses);
    this.unplaced = new UnplacedDates(words, dates);
    this.hours = new Hours(words);
    this.near = new NearDays(words, senses, dates, hours);
    this.cutOffs = new CutOffs(words, senses, dates);
    this.plain = new PlainDates(words, senses, dates);
    this.relatives = new RelativeDeadlines(words, senses, dates);
  }

  static Set<String> keys(String list) {
    List<String> keys = new ArrayList<>();
    for (String word : list.split(" ")) {
      keys.add(Syllables.key(word));
    }
    return Set.copyOf(keys);
  }

  List<Found> scan() {
    List<Found> all = new ArrayList<>();
    int i = 0;
    while (i < words.count()) {
      Found found = near.at(i, all);
      found = found == null ? at(i) : found;
      if (found == null) {
        i++;
      } else {
        Found whole = shared.whole(closed(found));
        if (!timeNames.isAnothers(whole.from())) {
          all.add(whole);
        }
        i = Math.max(whole.to(), i + 1);
      }
    }
    return all;
  }

  /** "hằng quý (trước ngày 10": takes the closing bracket with it. */
  private Found closed(Found found) {
    boolean open = false;
    for (int k = found.from(); k < found.to(); k++) {
      open = words.isMark(k, '(') || open && !words.isMark(k, ')');
    }
    if (!open || !words.isMark(found.to(), ')')) {
      return found;
    }
    int to = found.to() + 1;
    Deadline whole = found.deadline().saying(text(found.from(), to));
    return new Found(found.from(), to, whole, found.strength(), found.item());
  }

  private @Nullable Found at(int i) {
    if (words.isMark(i) || words.is(i - 1, "nếu") && !words.is(i, "trong")) {
      return null;
    }
    Found found = recurrences.at(i);
    if (found == null) {
      found = relatives.crossReference(i);
    }
    if (found == null) {
      found = relatives.relative(i);
    }
    if (found == null) {
      found = relatives.fromEvent(i);
    }
    if (found == null) {
      found = relatives.hence(i);
    }
    if (found == null) {
      found = plain.stretch(i);
    }
    if (found == null && senses.has(Sense.LATEST, i)) {
      found = latest(i);
    }
    if (found == null && senses.has(Sense.BEFORE, i)) {
      found = before(i, i + senses.at(Sense.BEFORE, i), STRONG);
    }
    if (found == null && senses.has(Sense.UNTIL, i)) {
      found = until(i);
    }
    if (found == null && senses.has(Sense.WITHIN, i)) {
      found = within(i);
    }
    if (found == null) {
      found = plain.headOfLine(i);
    }
    if (found == null && (senses.has(Sense.EVENT, i) || opensWithEvent(i))) {
      found = relatives.event(i);
    }
    if (found == null) {
      found = relatives.eventBehind(i);
    }
    if (found == null) {
      found = relatives.basis(i);
    }
    if (found == null) {
      found = plain.edge(i);
    }
    return found;
  }

  /** "Sau khi có kết quả kiểm tra, …": an event at the head of a sentence. */
  private boolean opensWithEvent(int i) {
    return words.is(i, "sau")
        && words.is(i + 1, "khi")
        && words.isCapital(i)
        && !words.is(i + 2, "nghe")
        && !words.is(i + 2, "xem")
        && !words.is(i + 2, "nghiên");
  }

  private @Nullable Found latest(int i) {
    int p = i + senses.at(Sense.LATEST, i);
    boolean vague = words.is(i, "thời") || words.is(i, "hạn");
    if (vague
        && !words.isMark(p, ':')
        && !FILLER.contains(words.key(p))
        && !words.is(p, BEFORE)
        && !words.is(p, Dates.DAY)
        && !words.isNumber(p)) {
      return namedBehind(i, p);
    }
    boolean before = false;
    while (FILLER.contains(words.key(p))
        || words.is(p, BEFORE)
        || COMPLETION.contains(words.key(p))) {
      before |= words.is(p, BEFORE);
      p++;
    }
    p = WeekDays.written(words, dates, p);
    Found found = dated(i, p, before ? Op.BEFORE : Op.BY, STRONG);
    found = found == null ? namedBehind(i, p) : found;
    return found == null && !vague ? inBrackets(i, p) : found;
  }

  /** "chậm nhất đến hết niên độ ngân sách (31/01/2023)": the day told behind its name. */
  private @Nullable Found inBrackets(int i, int from) {
    for (int k = from; k < from + 8 && (words.isWord(k) || words.isMark(k, '(')); k++) {
      Dates.Written day = words.isMark(k, '(') ? dates.at(k + 1) : null;
      if (day != null && words.isMark(day.to(), ')')) {
        Deadline due = day(day.last(), null, Op.BY, text(i, day.to() + 1), day.inferred());
        return new Found(i, day.to() + 1, due, STRONG, null);
      }
    }
    return null;
  }

  /** "hạn cuối gửi về là 17h00 ngày …", "thời hạn gửi báo cáo: ngày …". */
  private @Nullable Found namedBehind(int i, int from) {
    for (int k = from; k < from + 5 && !words.isOneOf(k, ",;."); k++) {
      if (words.is(k, "là") || words.isMark(k, ':')) {
        return timeNames.isOfWork(i, k) ? dated(i, k + 1, Op.BY, STRONG) : null;
      }
    }
    return null;
  }

  private @Nullable Found before(int i, int p, int strength) {
    boolean granted =
        (words.is(i - 1, "cấp") || words.is(i - 1, "hành"))
            && (words.is(i - 2, "được") || words.is(i - 3, "được"));
    if (words.is(i, BEFORE) && (granted || NO_BEFORE.contains(words.key(i - 1)))) {
      return null;
    }
    Found counted = relatives.fromEvent(p - 1);
    if (counted != null) {
      Deadline due = counted.deadline().saying(text(i, counted.to()));
      return new Found(i, counted.to(), due, FIRM, null);
    }
    int at = p;
    while (words.is(at, LAST) || words.is(at, END)) {
      at++;
    }
    boolean endOfPeriod = at > p;
    Found found = dated(i, at, Op.BEFORE, strength);
    if (found == null && !endOfPeriod) {
      found = beforeFeast(i, p);
    }
    if (found == null || endOfPeriod || found.deadline().date() == null) {
      return found;
    }
    Dates.Written written = dates.at(hours.skip(at));
    if (written != null && written.span() != Dates.Span.DAY) {
      // "trước tháng 3": before its first day.
      int firm = written.span() == Dates.Span.YEAR ? WEAK : strength;
      return new Found(
          i,
          found.to(),
          day(written.first(), null, Op.BEFORE, text(i, found.to()), written.inferred()),
          firm,
          null);
    }
    return found;
  }

  /** "trước Tết Nguyên đán", "trước Quốc khánh 02/9/2025", "trước mùa mưa bão": before an event. */
  private @Nullable Found beforeFeast(int i, int p) {
    boolean led =
        words.is(p, "dịp")
            || words.is(p, Dates.DAY)
            || words.is(p, "kỳ") && words.is(p + 1, "nghỉ");
    int name = led ? p + 1 : p;
    if (!words.is(i, BEFORE) || !FEASTS.contains(words.key(name))) {
      return words.is(i, BEFORE) && words.is(p, Dates.DAY) ? relatives.beforeDayOf(i, p + 1) : null;
    }
    for (int k = name + 1; k < Math.min(name + 5, words.count()); k++) {
      Dates.Written day = words.isMark(k) ? null : dates.at(k);
      if (day != null && day.span() == Dates.Span.DAY) {
        Deadline due = day(day.last(), null, Op.BEFORE, text(i, day.to()), day.inferred());
        return new Found(i, day.to(), due, FIRM, null);
      }
    }
    return relatives.before(i, name);
  }

  private @Nullable Found dated(int i, int p, Op op, int strength) {
    int start = WeekDays.written(words, dates, hours.skip(p));
    start += Hours.isPartOfDay(words, start) && dates.at(start + 1) != null ? 1 : 0;
    Dates.Written written = dates.at(start);
    if (written == null) {
      int yearless = unplaced.yearless(start);
      int end = Math.max(yearless, unplaced.impossible(start));
      return end < 0
          ? null
          : new Found(i, end, day(null, null, op, text(i, end), yearless > 0), strength, null);
    }
    LocalTime time = start > p ? hours.at(p, start) : null;
    Deadline deadline = day(written.last(), time, op, text(i, written.to()), written.inferred());
    return new Found(i, written.to(), deadline, strength, null);
  }

  private @Nullable Found until(int i) {
    int p = i + senses.at(Sense.UNTIL, i);
    if (words.is(p - 1, Dates.DAY)) {
      p--;
    }
    boolean wholePeriod = false;
    while (words.is(p, END) || words.is(p, LAST)) {
      wholePeriod = true;
      p++;
    }
    for (int k = i; k < p; k++) {
      wholePeriod |= words.is(k, END) || words.is(k, LAST);
    }
    int start = hours.skip(p);
    Dates.Written written = dates.at(start);
    if (written == null || cutOffs.endsFigures(i)) {
      return null;
    }
    if (written.span() == Dates.Span.DAY
        && !words.is(start, Dates.DAY)
        && start == p
        && !wholePeriod) {
      // "đến 10/12" without "ngày" is more often a range of numbers than a day.
      boolean aimed = words.is(i - 1, "đấu");
      if (words.isOneOf(start - 2, "/-") || written.to() - start < 5 && !aimed) {
        return null;
      }
    }
    if (written.span() == Dates.Span.YEAR && !wholePeriod) {
      return null;
    }
    int strength = written.span() == Dates.Span.YEAR ? WEAK : FIRM;
    if (!senses.has(Sense.UNTIL, i)
        || dates.isPast(written)
        || words.is(i, LAST) && written.span() == Dates.Span.YEAR) {
      return null;
    }
    LocalTime time = start > p ? hours.at(p, start) : null;
    Deadline deadline = day(written.last(), time, Op.BY, text(i, written.to()), written.inferred());
    return new Found(i, written.to(), deadline, strength, null);
  }

  private @Nullable Found within(int i) {
    int p = i + senses.at(Sense.WITHIN, i);
    p += words.isMark(p, ':') ? 1 : 0;
    while (words.is(p, "các")
        || words.is(p, "hai") && words.is(p + 1, Dates.MONTH)
        || Hours.isPartOfDay(words, p) && (words.is(p + 1, Dates.DAY) || dates.at(p + 1) != null)
        || words.number(p) == 2 && words.is(p + 1, Dates.DAY) && words.isNumber(p + 2)) {
      p++;
    }
    int weekday = p;
    p = WeekDays.written(words, dates, p);
    Dates.Written written = dates.at(p);
    written = written == null && finishes(i, p) ? dates.current(p) : written;
    int yearless = written == null ? unplaced.yearlessPeriod(p) : -1;
    if (yearless > 0) {
      return new Found(i, yearless, day(null, null, Op.BY, text(i, yearless), true), FIRM, null);
    }
    if (written == null || dates.isPast(written)) {
      return null;
    }
    boolean finishing = words.is(i, "xong") || words.is(i, "hoàn");
    if (written.span() == Dates.Span.DAY) {
      if (!words.is(p, Dates.DAY) && p == weekday && !Hours.isPartOfDay(words, p - 1)) {
        return null;
      }
      boolean event = words.is(i, "vào");
      return found(i, written, event ? WEAK : FIRM);
    }
    if (written.span() == Dates.Span.YEAR) {
      boolean planned = PLANNING.contains(words.key(i - 1));
      return planned ? null : found(i, written, WEAK);
    }
    if (words.is(written.to(), FROM) || words.is(written.to(), "đến")) {
      return null;
    }
    return found(i, written, finishing ? STRONG : FIRM);
  }

  /** "xong trong [tháng].": finished within the month, the quarter or the year of the text. */
  private boolean finishes(int i, int p) {
    boolean finished =
        COMPLETION.contains(words.key(i))
            || COMPLETION.contains(words.key(i - 1))
            || words.is(i, "hoàn")
            || words.is(i - 1, "tất");
    boolean ends = p + 1 >= words.count() || words.isOneOf(p + 1, ".;,)") || words.lines(p + 1) > 0;
    boolean near = words.is(p, Dates.MONTH) || words.is(p, "tuần") || dates.isQuarter(p);
    return (finished || near) && ends && words.is(p - 1, "trong");
  }

  private Found found(int i, Dates.Written written, int strength) {
    Deadline deadline = day(written.last(), null, Op.BY, text(i, written.to()), written.inferred());
    return new Found(i, written.to(), deadline, strength, null);
  }

  static Deadline day(
      @Nullable LocalDate date, @Nullable LocalTime time, Op op, String text, boolean inferred) {
    return new Deadline(Kind.DATE, date, time, op, null, null, null, null, null, text, inferred);
  }

  private String text(int from, int to) {
    return words.text(from, to);
  }
}

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
  private static final String BEFORE = Syllables.key("trước");
  private static final String LAST = Syllables.key("cuối");
  private static final String END = Syllables.key("hết");
  private static final String HOUR = Syllables.key("giờ");
  private static final String MINUTE = Syllables.key("phút");
  private static final String FROM = Syllables.key("từ");
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

  Deadlines(Words words, Lexicon.Senses senses, Dates dates) {
    this.words = words;
    this.senses = senses;
    this.dates = dates;
    this.recurrences = new Recurrences(words, senses, dates);
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
      Found found = at(i);
      if (found == null) {
        i++;
      } else {
        all.add(found);
        i = Math.max(found.to(), i + 1);
      }
    }
    return all;
  }

  private @Nullable Found at(int i) {
    if (words.isMark(i)) {
      return null;
    }
    Found found = recurrences.at(i);
    if (found == null) {
      found = relatives.crossReference(i);
    }
    if (found == null) {
      found = relatives.relative(i);
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
      found = headOfLine(i);
    }
    if (found == null && (senses.has(Sense.EVENT, i) || opensWithEvent(i))) {
      found = relatives.event(i);
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
      return null;
    }
    boolean before = false;
    while (FILLER.contains(words.key(p)) || words.is(p, BEFORE) || isCompletion(p)) {
      before |= words.is(p, BEFORE);
      p++;
    }
    return dated(i, p, before ? Op.BEFORE : Op.BY, STRONG);
  }

  private boolean isCompletion(int p) {
    return words.is(p, "xong") || words.is(p, "hoàn") || words.is(p, "thành");
  }

  private @Nullable Found before(int i, int p, int strength) {
    boolean granted =
        (words.is(i - 1, "cấp") || words.is(i - 1, "hành"))
            && (words.is(i - 2, "được") || words.is(i - 3, "được"));
    if (words.is(i, BEFORE) && (granted || NO_BEFORE.contains(words.key(i - 1)))) {
      return null;
    }
    int at = p;
    while (words.is(at, LAST) || words.is(at, END)) {
      at++;
    }
    boolean endOfPeriod = at > p;
    Found found = dated(i, at, Op.BEFORE, strength);
    if (found == null || endOfPeriod || found.deadline().date() == null) {
      return found;
    }
    Dates.Written written = dates.at(dateStart(at));
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

  private int dateStart(int p) {
    int after = hourEnd(p);
    return after < 0 ? p : after;
  }

  /** "14 giờ", "17h00 ngày", "16 giờ 30 phút, ngày": one past it, or -1. */
  private int hourEnd(int p) {
    int hour = words.number(p);
    if (hour < 0 || hour > 24) {
      return -1;
    }
    int q = p + 1;
    if (!words.is(q, HOUR) && !words.is(q, "h") && !words.is(q, "g")) {
      return -1;
    }
    q++;
    if (words.isNumber(q)) {
      q++;
      if (words.is(q, MINUTE)) {
        q++;
      }
    }
    while (words.isMark(q, ',') || words.is(q, "của")) {
      q++;
    }
    return q;
  }

  private @Nullable LocalTime hour(int p, int until) {
    if (hourEnd(p) < 0) {
      return null;
    }
    int minute = p + 2 < until && words.isNumber(p + 2) ? words.number(p + 2) : 0;
    int hour = words.number(p);
    return hour > 23 || minute > 59 ? LocalTime.of(23, 59) : LocalTime.of(hour, minute);
  }

  private @Nullable Found dated(int i, int p, Op op, int strength) {
    int start = dateStart(p);
    Dates.Written written = dates.at(start);
    if (written == null) {
      return null;
    }
    LocalTime time = start > p ? hour(p, start) : null;
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
    int start = dateStart(p);
    Dates.Written written = dates.at(start);
    if (written == null || cutOff(i)) {
      return null;
    }
    if (written.span() == Dates.Span.DAY
        && !words.is(start, Dates.DAY)
        && start == p
        && !wholePeriod) {
      // "đến 10/12" without "ngày" is more often a range of numbers than a day.
      if (words.isOneOf(start - 2, "/-") || written.to() - start < 5) {
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
    LocalTime time = start > p ? hour(p, start) : null;
    Deadline deadline = day(written.last(), time, Op.BY, text(i, written.to()), written.inferred());
    return new Found(i, written.to(), deadline, strength, null);
  }

  /**
   * "tính đến ngày", "số liệu đến ngày", "từ ngày … đến ngày …": the end of figures, not of work.
   */
  private boolean cutOff(int i) {
    for (int back = 1; back <= 3; back++) {
      int length = senses.at(Sense.CUTOFF, i - back);
      if (length >= back && !words.is(i - back, FROM)) {
        return true;
      }
    }
    for (int k = i - 1; k >= Math.max(0, i - 8); k--) {
      if (words.is(k, FROM)
          && (dates.at(k + 1) != null || words.isNumber(k + 1) || words.is(k + 1, Dates.DAY))) {
        return true;
      }
      if (words.isOneOf(k, ";:")) {
        return false;
      }
    }
    return false;
  }

  private @Nullable Found within(int i) {
    int p = i + senses.at(Sense.WITHIN, i);
    Dates.Written written = dates.at(p);
    if (written == null || dates.isPast(written)) {
      return null;
    }
    boolean finishing = words.is(i, "xong") || words.is(i, "hoàn");
    if (written.span() == Dates.Span.DAY) {
      if (!words.is(p, Dates.DAY)) {
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

  private Found found(int i, Dates.Written written, int strength) {
    Deadline deadline = day(written.last(), null, Op.BY, text(i, written.to()), written.inferred());
    return new Found(i, written.to(), deadline, strength, null);
  }

  /** "Tháng 7 năm 2010: …": a date at the head of a line is the deadline of what follows. */
  private @Nullable Found headOfLine(int i) {
    boolean head =
        i == 0 || words.lines(i) > 0 || words.isOneOf(i - 1, "-+") && words.lines(i - 1) > 0;
    if (!head || !(words.is(i, Dates.MONTH) || words.is(i, Dates.DAY) || dates.isQuarter(i))) {
      return null;
    }
    Dates.Written written = dates.at(i);
    return written == null || !words.isMark(written.to(), ':') || dates.isPast(written)
        ? null
        : found(i, written, STRONG);
  }

  private static Deadline day(
      LocalDate date, @Nullable LocalTime time, Op op, String text, boolean inferred) {
    return new Deadline(Kind.DATE, date, time, op, null, null, null, null, null, text, inferred);
  }

  private String text(int from, int to) {
    return words.text(from, to);
  }
}

package vn.dondoc.reading;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Deadline.Op;

/**
 * Ngày không có từ dẫn: dates that are deadlines by where they stand, at the head of a line or a
 * clause, at the end of a stretch of time, alone in a cell.
 */
final class PlainDates {
  // "thời kỳ từ … đến …", "số liệu từ …": a stretch that bounds a matter, not the work.
  private static final Set<String> STRETCHED =
      Deadlines.keys("kỳ đoạn liệu khóa nghỉ sinh tính kể đăng vụ hạn");
  // "đến ngày", "kể từ ngày": the day bounds something; it is no day to hand in.
  private static final Set<String> BOUNDS =
      Deadlines.keys("đến hết từ tới tính kể là trước sau cuối qua");
  private static final String FROM = Syllables.key("từ");
  private static final String END = Syllables.key("hết");

  private final Words words;
  private final Lexicon.Senses senses;
  private final Dates dates;
  private final Hours hours;

  PlainDates(Words words, Lexicon.Senses senses, Dates dates) {
    this.words = words;
    this.senses = senses;
    this.dates = dates;
    this.hours = new Hours(words);
  }

  /** "từ ngày 01/10 đến hết ngày 31/10/2022": work laid in a stretch of time is due at its end. */
  Deadlines.@Nullable Found stretch(int i) {
    boolean named = words.is(i + 1, Dates.DAY) || words.is(i + 1, Dates.MONTH);
    int p = named ? i + 2 : i + 1;
    boolean opens =
        words.is(i, FROM) && words.number(p) > 0 && !STRETCHED.contains(words.key(i - 1));
    if (!opens) {
      return null;
    }
    Dates.Written first = dates.at(i + 1);
    int to = first == null ? p + 1 : first.to();
    if (!words.is(to, "đến") && !words.is(to, "tới")) {
      return null;
    }
    int last = words.is(to + 1, END) ? to + 2 : to + 1;
    Dates.Written second = dates.at(last);
    if (second == null || second.span() == Dates.Span.YEAR || dates.isPast(second)) {
      return null;
    }
    boolean alike = first == null || first.span() == second.span();
    return alike && (first != null || named) ? found(i, second, Deadlines.FIRM) : null;
  }

  /** The last date in [from, to), the words of a cell that holds nothing but time. */
  Deadlines.@Nullable Found bare(int from, int to) {
    Deadlines.Found last = null;
    for (int i = from; i < to; i++) {
      Dates.Written written = words.isMark(i) ? null : dates.at(i);
      if (written != null && written.to() <= to) {
        last = found(i, written, Deadlines.STRONG);
        i = written.to() - 1;
      }
    }
    return last;
  }

  /** "Tháng 7 năm 2010: …": a date at the head of a line is the deadline of what follows. */
  Deadlines.@Nullable Found headOfLine(int i) {
    boolean head =
        i == 0 || words.lines(i) > 0 || words.isOneOf(i - 1, "-+") && words.lines(i - 1) > 0;
    Deadlines.Found opening = opening(i);
    if (opening != null) {
      return opening;
    }
    if (!head && words.isOneOf(i - 1, ";.,:")) {
      return headOfClause(i);
    }
    if (!head && words.is(i, Dates.DAY)) {
      return handedIn(i);
    }
    if (!head
        || !(words.is(i, Dates.MONTH)
            || words.is(i, Dates.DAY)
            || words.is(i, "tuần")
            || dates.isQuarter(i))) {
      return null;
    }
    Dates.Written written = dates.at(i);
    boolean stretch = written != null && words.is(written.to(), "đến");
    if (stretch && written != null) {
      // "Tháng 5 đến tháng 9 năm 2011: …"
      written = dates.at(written.to() + 1);
    }
    return written == null || !words.isMark(written.to(), ':') || dates.isPast(written)
        ? null
        : found(i, written, Deadlines.STRONG);
  }

  /** "1. Ngày 30/9/2022, Sở A trình …": a day to come at the head of an item. */
  private Deadlines.@Nullable Found opening(int i) {
    boolean item = words.isCapital(i) && (words.isOneOf(i - 1, ".)-+") || words.lines(i) > 0);
    boolean period = words.is(i, Dates.MONTH) || dates.isQuarter(i) || isEdge(i);
    Dates.Written written =
        item && (words.is(i, Dates.DAY) || period) ? dates.at(edgeEnd(i)) : null;
    return written != null && words.isMark(written.to(), ',') && dates.isToCome(written)
        ? found(i, written, Deadlines.FIRM)
        : null;
  }

  /** "gửi kết quả về UBND tỉnh ngày 25/9.": the day something is handed in. */
  private Deadlines.@Nullable Found handedIn(int i) {
    if (BOUNDS.contains(words.key(i - 1))) {
      return null;
    }
    Dates.Written written = dates.at(i);
    boolean ends =
        written != null
            && dates.isToCome(written)
            && (words.isOneOf(written.to(), ".;,")
                || words.is(written.to(), "để")
                || words.lines(written.to()) > 0);
    for (int k = i - 1; ends && k > i - 12 && k >= 0 && !words.isOneOf(k, ";.:"); k--) {
      if (words.is(k, "số") || words.is(k, "vào") || words.is(k, "của")) {
        return null;
      }
      if (senses.has(Sense.DELIVER, k) && senses.has(Sense.VERB, k)) {
        return written == null ? null : found(i, written, Deadlines.FIRM);
      }
    }
    return null;
  }

  /** "…; tháng 9 năm 2010 trình Hội đồng …": a date right in front of the work of a clause. */
  private Deadlines.@Nullable Found headOfClause(int i) {
    int day = hours.skip(i);
    if (!words.is(i, Dates.MONTH) && !words.is(day, Dates.DAY) && !dates.isQuarter(i)) {
      return null;
    }
    Dates.Written written = dates.at(day);
    if (written == null || dates.isPast(written)) {
      return null;
    }
    boolean work = senses.has(Sense.VERB, written.to()) || words.is(written.to(), "phải");
    Deadlines.Found found = work ? found(i, written, Deadlines.FIRM) : null;
    return found == null || day == i ? found : timed(found, hours.at(i, day));
  }

  private static Deadlines.Found timed(Deadlines.Found found, @Nullable LocalTime hour) {
    Deadline due = found.deadline();
    Deadline at = Deadlines.day(due.date(), hour, Op.BY, due.text(), due.yearInferred());
    return new Deadlines.Found(found.from(), found.to(), at, found.strength(), found.item());
  }

  /** "… trước ngày 31/12/2019" in a text of 2020, with no day to come beside it. */
  boolean bindsPast(int from, int to) {
    boolean past = false;
    for (int i = from; i < to; i++) {
      boolean bound = senses.has(Sense.BEFORE, i) || senses.has(Sense.LATEST, i);
      int at = i + Math.max(senses.at(Sense.BEFORE, i), senses.at(Sense.LATEST, i));
      Dates.Written written = words.isMark(i) ? null : dates.at(bound ? at : i);
      if (written != null && dates.isToCome(written)) {
        return false;
      }
      past |= bound && written != null && dates.isPast(written);
    }
    return past;
  }

  /** A day that only the year makes a past one. */
  boolean isYearPast(@Nullable LocalDate day) {
    return day != null && dates.year() > day.getYear();
  }

  /** A date long past at the head of a sentence, or of the paper cited there. */
  boolean opensPast(int i) {
    int p = words.is(i, "từ") || words.is(i, "tại") || words.is(i, "đầu") ? i + 1 : i;
    if (!words.is(i, "tại")) {
      boolean named = words.is(p, Dates.YEAR) || words.is(p, Dates.MONTH) || words.is(p, Dates.DAY);
      return named && dates.isLongPast(p);
    }
    int paper = senses.at(Sense.DOCKIND, p);
    for (int k = p + paper; paper > 0 && k < p + 16 && !words.isMark(k, ','); k++) {
      if (words.is(k, Dates.DAY)) {
        return dates.isLongPast(k);
      }
    }
    return false;
  }

  private boolean isEdge(int i) {
    return words.is(i, "cuối") && isPeriod(i + 1)
        || (words.is(i, "đầu") || words.is(i, "giữa")) && words.is(i + 1, Dates.MONTH);
  }

  private boolean isPeriod(int i) {
    return words.is(i, Dates.MONTH) || dates.isQuarter(i) || words.is(i, Dates.YEAR);
  }

  /** Where the date itself starts: the end of a period is the period's last day. */
  private int edgeEnd(int i) {
    return words.is(i, "cuối") ? i + 1 : i;
  }

  /** "… xong giữa tháng 9/2020", "… nghiệm thu quý IV/2020.": a period that ends a clause. */
  Deadlines.@Nullable Found edge(int i) {
    boolean numbered = words.isNumber(i + 1) || dates.isQuarter(i) && dates.isQuarterNumber(i + 1);
    boolean period = numbered && (words.is(i, Dates.MONTH) || dates.isQuarter(i));
    boolean part = isEdge(i);
    // "ngày 01 [tháng 12 năm 2023]": the month of a day that is told, no period of its own.
    boolean dayTold = words.isNumber(i - 1) && words.is(i - 2, Dates.DAY);
    if (dayTold
        || words.isCapital(i)
        || words.lines(i) > 0
        || words.isMark(i - 1)
        || !part && !period
        || BOUNDS.contains(words.key(i - 1))
        || words.is(i - 1, "trong")) {
      return null;
    }
    Dates.Written written = dates.at(edgeEnd(i));
    boolean ends =
        written != null
            && (words.isOneOf(written.to(), ".;,)") || words.lines(written.to()) > 0)
            && dates.isToCome(written);
    return ends && written != null ? found(i, written, Deadlines.WEAK) : null;
  }

  private Deadlines.Found found(int i, Dates.Written written, int strength) {
    Deadline due =
        Deadlines.day(written.last(), null, Op.BY, words.text(i, written.to()), written.inferred());
    return new Deadlines.Found(i, written.to(), due, strength, null);
  }
}

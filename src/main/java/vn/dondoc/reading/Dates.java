package vn.dondoc.reading;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ngày, tháng, quý, năm: dates as they are written, the year taken from the document if missing.
 */
final class Dates {
  private static final Map<String, Integer> ROMAN =
      Map.of("i", 1, "ii", 2, "iii", 3, "iv", 4, "1", 1, "2", 2, "3", 3, "4", 4);

  static final String DAY = Syllables.key("ngày");
  static final String MONTH = Syllables.key("tháng");
  static final String QUARTER = Syllables.key("quý");
  static final String YEAR = Syllables.key("năm");
  private static final String QUARTER_I = Syllables.key("quí");
  private static final String AND = Syllables.key("và");
  private static final String TO = Syllables.key("đến");
  private static final String THIS = Syllables.key("này");
  private static final String THIS_YEAR = Syllables.key("nay");
  private static final String FIRST = Syllables.key("đầu");
  private static final String LAST = Syllables.key("cuối");

  /** How much time a date names. */
  enum Span {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR
  }

  /**
   * A date in the text.
   *
   * @param to one past its last word
   * @param first its first day
   * @param last its last day
   * @param span how much time it names
   * @param inferred the year is not in the text
   */
  record Written(int to, LocalDate first, LocalDate last, Span span, boolean inferred) {}

  private final Words words;
  private final Following following;
  private final @Nullable LocalDate today;
  private final boolean sure;
  private final boolean exact;
  private final Weeks weeks;
  private final Quarters quarters;

  /**
   * @param today the date of the document, or the best that is known of it; null when nothing is
   * @param sure it is the document's own date, so work cannot be due before it
   * @param exact the day itself is known, not only its month
   */
  Dates(Words words, @Nullable LocalDate today, boolean sure, boolean exact) {
    this.words = words;
    this.following = new Following(words);
    this.today = today;
    this.sure = sure;
    this.exact = exact;
    this.weeks = new Weeks(words, this, sure && !exact ? null : today);
    this.quarters = new Quarters(words, this);
  }

  /** After the day of a document whose head tells it. */
  boolean isToCome(Written written) {
    return today != null && sure && written.last().isAfter(today);
  }

  /** The day of the document when its head tells it; else null. */
  @Nullable LocalDate today() {
    return sure && exact ? today : null;
  }

  /** The year of the document when its head tells it; -1 when it does not. */
  int year() {
    return sure && today != null ? today.getYear() : -1;
  }

  boolean isPast(Written written) {
    return today != null && sure && written.last().isBefore(today) && !written.inferred();
  }

  /** A day, a month or a year named in full, two months and more before the text. */
  boolean isLongPast(int i) {
    Written written = at(i);
    LocalDate now = today;
    return written != null
        && now != null
        && !written.inferred()
        && written.last().isBefore(sure ? now.minusMonths(2) : now.minusYears(1));
  }

  /** The date that starts at i, with or without "ngày"; null when none does. */
  @Nullable Written at(int i) {
    if (words.is(i, DAY) || words.is(i, "ngay") && words.isNumber(i + 1)) {
      return dayAt(i + 1, true);
    }
    if (words.is(i, MONTH)) {
      return monthAt(i + 1);
    }
    if (words.is(i, "tuần")) {
      return weeks.at(i);
    }
    if (words.is(i, "thứ") || words.is(i, "chủ") && words.is(i + 1, "nhật")) {
      return weeks.dayOf(i);
    }
    Written part = partAt(i);
    if (part != null) {
      return part;
    }
    if (isQuarter(i)) {
      return quarters.at(i + 1);
    }
    if (words.is(i, YEAR)) {
      return yearAt(i + 1);
    }
    return dayAt(i, false);
  }

  boolean knowYear() {
    return today != null;
  }

  boolean isQuarterNumber(int i) {
    return ROMAN.containsKey(words.key(i));
  }

  /** The quarter a Roman or Arabic numeral names; null when none. */
  static @Nullable Integer quarter(String numeral) {
    return ROMAN.get(numeral);
  }

  boolean isQuarter(int i) {
    return words.is(i, QUARTER) || words.is(i, QUARTER_I);
  }

  private @Nullable Written dayAt(int i, boolean named) {
    int day = words.number(i);
    if (day < 1 || day > 31) {
      return null;
    }
    if (named && day < 4 && words.isOneOf(i + 2, "/-.") && torn(i)) {
      // "ngày 1 2/5/2012": the two figures of a day that a scanner tore apart.
      Written whole = dayAt(i + 1, true);
      int joined = day * 10 + words.number(i + 1);
      return whole == null || joined > 31 ? whole : withDay(whole, joined);
    }
    int next = i + 1;
    boolean pair = words.is(next, AND) || words.isOneOf(next, ",-") || words.is(next, TO);
    if (pair && !(words.isMark(next, '-') && words.touches(next))) {
      // "ngày 24 và 25/01/2020": the later day carries month and year.
      int second = next + 1 + (words.is(next + 1, DAY) ? 1 : 0);
      Written later = named && words.isNumber(second) ? dayAt(second, true) : null;
      if (later != null && !words.is(next, TO)) {
        return later;
      }
    }
    if (words.is(next, MONTH)) {
      int month = words.number(next + 1);
      return month < 1 || month > 12 ? null : withYear(day, month, next + 2);
    }
    if (words.isOneOf(next, "/.-") && words.isNumber(next + 1)) {
      int month = words.number(next + 1);
      boolean tight = words.touches(next) || words.touches(next + 1) || named;
      if (month < 1 || month > 12 || !tight) {
        return null;
      }
      if (words.isMark(next, '.') && !named && !words.touches(next + 1)) {
        return null;
      }
      return withYear(day, month, next + 2);
    }
    return null;
  }

  private boolean torn(int i) {
    return words.end(i) - words.start(i) == 1
        && words.isNumber(i + 1)
        && words.end(i + 1) - words.start(i + 1) == 1
        && words.touches(i + 2);
  }

  private static Written withDay(Written date, int day) {
    LocalDate whole = date.first().withDayOfMonth(Math.min(day, date.first().lengthOfMonth()));
    return new Written(date.to(), whole, whole, date.span(), date.inferred());
  }

  private @Nullable Written withYear(int day, int month, int i) {
    int year = -1;
    int to = i;
    if (words.is(i, YEAR) && plausible(words.number(i + 1))) {
      year = words.number(i + 1);
      to = i + 2;
    } else if (words.isOneOf(i, "/.-") && plausible(words.number(i + 1))) {
      year = words.number(i + 1);
      to = i + 2;
    } else if (words.isOneOf(i, "/.-") && words.isNumber(i + 1) && words.touches(i + 1)) {
      // A mistyped year ("20118"): its first four figures, when they make one.
      String digits = words.key(i + 1);
      if (digits.length() == 5 && mistyped(digits) > 0) {
        year = mistyped(digits);
        to = i + 2;
      } else if (digits.length() == 2) {
        year = 2000 + Integer.parseInt(digits);
        to = i + 2;
      } else if (digits.length() > 5) {
        return null;
      }
    } else if (words.is(i, YEAR) && (words.is(i + 1, THIS) || words.is(i + 1, THIS_YEAR))) {
      to = i + 2;
    } else if (following.yearEnd(i) > i && today != null) {
      year = today.getYear() + 1;
      to = following.yearEnd(i);
    } else if (words.is(i, YEAR)) {
      to = i + 1;
    }
    boolean inferred = year < 0 || following.yearEnd(i) > i;
    if (year < 0) {
      year = yearFor(month);
    }
    if (year < 0 || day > YearMonth.of(year, month).lengthOfMonth()) {
      return null;
    }
    LocalDate date = LocalDate.of(year, month, day);
    return new Written(to, date, date, Span.DAY, inferred);
  }

  /** The year meant by five figures: that of the document when one figure is too many, else -1. */
  private int mistyped(String digits) {
    for (int k = 0; k < 5 && today != null; k++) {
      int year = Integer.parseInt(digits.substring(0, k) + digits.substring(k + 1));
      if (year == today.getYear() || year == today.getYear() + 1) {
        return year;
      }
    }
    int first = Integer.parseInt(digits.substring(0, 4));
    return plausible(first) ? first : -1;
  }

  /** The week, month, quarter or year of the document, named at i by no more than its kind. */
  @Nullable Written current(int i) {
    if (today == null || !sure) {
      return null;
    }
    if (words.is(i, "tuần")) {
      return weeks.current(i + 1);
    }
    LocalDate first = today.withDayOfMonth(1);
    if (words.is(i, MONTH)) {
      LocalDate last = first.plusMonths(1).minusDays(1);
      return new Written(i + 1, first, last, Span.MONTH, true);
    }
    if (isQuarter(i)) {
      LocalDate opens = first.withMonth((today.getMonthValue() - 1) / 3 * 3 + 1);
      LocalDate last = opens.plusMonths(3).minusDays(1);
      return new Written(i + 1, opens, last, Span.QUARTER, true);
    }
    LocalDate opens = first.withMonth(1);
    return words.is(i, YEAR)
        ? new Written(i + 1, opens, opens.plusYears(1).minusDays(1), Span.YEAR, true)
        : null;
  }

  @Nullable Written monthAt(int i) {
    if (words.is(i, THIS)) {
      Written now = current(i - 1);
      return now == null ? null : new Written(i + 1, now.first(), now.last(), Span.MONTH, true);
    }
    if ((words.is(i, "sau") || words.is(i, "tới")) && today != null && sure) {
      YearMonth later = YearMonth.from(today).plusMonths(1);
      return new Written(i + 1, later.atDay(1), later.atEndOfMonth(), Span.MONTH, true);
    }
    int next = words.is(i + 1, AND) || words.isMark(i + 1, ',') ? i + 2 : -1;
    next += next > 0 && words.is(next, MONTH) ? 1 : 0;
    if (next > 0 && words.number(i) > 0 && words.number(next) == words.number(i) + 1) {
      // "tháng 8, tháng 9/2022", "tháng 9 và 10 năm 2022": the later month carries the year.
      return monthAt(next);
    }
    int month = words.number(i);
    if (month < 1 || month > 12) {
      return null;
    }
    int to = i + 1;
    int year = -1;
    if (words.is(to, YEAR) && plausible(words.number(to + 1))
        || words.isOneOf(to, "/.-") && plausible(words.number(to + 1))) {
      year = words.number(to + 1);
      to += 2;
    }
    boolean inferred = year < 0;
    if (inferred) {
      year = yearFor(month);
    }
    if (year < 0) {
      return null;
    }
    YearMonth at = YearMonth.of(year, month);
    return new Written(to, at.atDay(1), at.atEndOfMonth(), Span.MONTH, inferred);
  }

  /**
   * "nửa đầu tháng 9", "10 ngày đầu tháng 9", "giữa tháng 10", "6 tháng đầu năm 2023": a part of a
   * period, by its last day.
   */
  private @Nullable Written partAt(int i) {
    if (words.is(i, "nửa") && isPartOfYear(i + 1) && words.is(i + 2, MONTH)) {
      return cut(monthAt(i + 3), words.is(i + 1, FIRST) ? 15 : 31);
    }
    if ((words.is(i, "giữa") || words.is(i, FIRST)) && words.is(i + 1, MONTH)) {
      return cut(monthAt(i + 2), words.is(i, FIRST) ? 10 : 15);
    }
    int count = words.number(i);
    if (count > 0 && words.is(i + 1, DAY) && words.is(i + 2, FIRST) && words.is(i + 3, MONTH)) {
      return cut(monthAt(i + 4), Math.min(count, 28));
    }
    if ((count == 6 || count == 9 || count == 3)
        && words.is(i + 1, MONTH)
        && isPartOfYear(i + 2)
        && words.is(i + 3, YEAR)) {
      Written year = yearAt(i + 4);
      LocalDate first = year == null ? null : year.first();
      if (year == null || first == null) {
        return null;
      }
      LocalDate last = words.is(i + 2, FIRST) ? first.plusMonths(count).minusDays(1) : year.last();
      return new Written(year.to(), first, last, Span.QUARTER, year.inferred());
    }
    return null;
  }

  private static @Nullable Written cut(@Nullable Written month, int day) {
    if (month == null) {
      return null;
    }
    LocalDate last = month.first().withDayOfMonth(Math.min(day, month.last().getDayOfMonth()));
    return new Written(month.to(), month.first(), last, Span.WEEK, month.inferred());
  }

  private @Nullable Written yearAt(int i) {
    int year = words.number(i);
    boolean inferred = false;
    if (!plausible(year)) {
      if (today == null || !(words.is(i, THIS) || words.is(i, THIS_YEAR))) {
        return null;
      }
      year = today.getYear();
      inferred = true;
    }
    return new Written(
        i + 1, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Span.YEAR, inferred);
  }

  /** The year a month without one lies in: that of the document, or the next one in late autumn. */
  int yearFor(int month) {
    if (today == null) {
      return -1;
    }
    return today.getMonthValue() >= 10 && month <= 3 ? today.getYear() + 1 : today.getYear();
  }

  /** "6 tháng đầu năm", "9 tháng cuối năm": a stretch of a year, not a length of time. */
  boolean isPartOfYear(int i) {
    return words.is(i, FIRST) || words.is(i, LAST);
  }

  static boolean plausible(int year) {
    return year >= 1945 && year <= 2100;
  }
}

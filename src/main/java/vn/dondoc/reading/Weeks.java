package vn.dondoc.reading;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tuần: "tuần này", "tuần đầu tháng 10/2022", "thứ Tư tuần sau". */
final class Weeks {
  private static final Map<String, Integer> WEEKS = new HashMap<>();

  static {
    String[][] names = {
      {"đầu", "nhất", "một", "1"}, {"hai", "2"}, {"ba", "3"}, {"tư", "4"}, {"cuối"}
    };
    for (int k = 0; k < names.length; k++) {
      for (String name : names[k]) {
        WEEKS.put(Syllables.key(name), k + 1);
      }
    }
  }

  private static final List<String> DAYS =
      Stream.of("hai", "ba", "tư", "năm", "sáu", "bảy").map(Syllables::key).toList();

  private final Words words;
  private final Dates dates;
  private final @Nullable LocalDate today;

  /**
   * @param today the day weeks are counted from; null when nobody tells it
   */
  Weeks(Words words, Dates dates, @Nullable LocalDate today) {
    this.words = words;
    this.dates = dates;
    this.today = today;
  }

  /** 1 for "hai" or "2" (Monday) to 6 for "bảy"; null for a word that names no day of the week. */
  static @Nullable Integer weekday(String key) {
    int named = DAYS.indexOf(key) + 1;
    boolean figure = key.length() == 1 && key.charAt(0) >= '2' && key.charAt(0) <= '7';
    return named > 0
        ? Integer.valueOf(named)
        : figure ? Integer.valueOf(key.charAt(0) - '1') : null;
  }

  /** The week that is named at "tuần"; null when none is. */
  Dates.@Nullable Written at(int i) {
    boolean later = words.is(i + 1, "sau") || words.is(i + 1, "tới");
    return words.is(i + 1, "này") || later ? week(i + 2, later ? 1 : 0) : ofMonth(i + 1);
  }

  /** The week of the text, told by no more than its name. */
  Dates.@Nullable Written current(int to) {
    return week(to, 0);
  }

  private Dates.@Nullable Written week(int to, int later) {
    if (today == null) {
      return null;
    }
    LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)).plusWeeks(later);
    return new Dates.Written(to, sunday.minusDays(6), sunday, Dates.Span.WEEK, true);
  }

  /** "thứ Tư tuần này", "thứ Sáu tuần sau": a day of the week the text stands in, or the next. */
  Dates.@Nullable Written dayOf(int i) {
    Integer day = words.is(i, "chủ") ? Integer.valueOf(7) : weekday(words.key(i + 1));
    boolean later = words.is(i + 3, "sau") || words.is(i + 3, "tới");
    Dates.Written week =
        words.is(i + 2, "tuần") && (later || words.is(i + 3, "này"))
            ? week(i + 4, later ? 1 : 0)
            : null;
    if (day == null || week == null) {
      return null;
    }
    LocalDate date = week.first().plusDays(day - 1L);
    return new Dates.Written(week.to(), date, date, Dates.Span.DAY, true);
  }

  /** "tuần đầu tháng 10/2022", "tuần thứ hai của tháng 6", "tuần cuối tháng 9". */
  private Dates.@Nullable Written ofMonth(int i) {
    int named = words.is(i, "thứ") ? i + 1 : i;
    Integer week = WEEKS.get(words.key(named));
    int p = words.is(named + 1, "của") ? named + 2 : named + 1;
    Dates.Written month = week != null && words.is(p, Dates.MONTH) ? dates.monthAt(p + 1) : null;
    if (week == null || month == null) {
      return null;
    }
    LocalDate last = week == 5 ? month.last() : month.first().plusDays(7L * week - 1);
    return new Dates.Written(
        month.to(), last.minusDays(6), last, Dates.Span.WEEK, month.inferred());
  }
}

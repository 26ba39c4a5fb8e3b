package vn.dondoc.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Deadline.Every;
import vn.dondoc.reading.Deadline.Op;

/**
 * Ngày trong kỳ: "trước ngày 23 hằng tháng", "vào ngày 15 của tháng cuối quý", "trước ngày 05 tháng
 * sau", and the same behind the work that a cycle opens.
 */
final class PeriodDays {
  static final Map<String, Every> PERIODS = new HashMap<>();
  static final Set<String> EACH = Deadlines.keys("hằng hàng mỗi từng");
  static final Set<String> SKIP =
      Deadlines.keys(
          "của mỗi hằng hàng cuối cùng đầu tiên thứ nhất hai giữa sau , trong từng kế tiếp");
  private static final String TO = Syllables.key("đến");
  private static final int FAR = 30;
  private static final int MONTHS_OF_QUARTER = 3;
  private static final int MONTHS_OF_HALF = 6;
  private static final int MONTHS_OF_YEAR = 12;

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
  private final YearDays days;
  private final Following following;

  PeriodDays(Words words, Lexicon.Senses senses, Dates dates) {
    this.words = words;
    this.senses = senses;
    this.dates = dates;
    this.days = new YearDays(words);
    this.following = new Following(words);
  }

  /**
   * A day and the period it lies in.
   *
   * @param to one past its last word
   * @param every the period named; null when it names none
   * @param day day of the month
   * @param month month in the cycle; one past its last month lies in the cycle behind
   * @param op before or by
   */
  record Place(int to, @Nullable Every every, int day, @Nullable Integer month, Op op) {}

  /** The day that starts at a word, with its period; null when it has none. */
  @Nullable Place at(int i) {
    Place firstDays = firstDays(i);
    if (firstDays != null) {
      return firstDays;
    }
    int p = i;
    Op op = Op.BY;
    while (p < i + 5 && isLeadIn(p)) {
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
    int end = periodEnd(q);
    return new Place(end, every, day, month(every, q, end), op);
  }

  /** "trong 3 ngày đầu mỗi tháng", "trong 05 ngày đầu tiên của quý": up to the last of them. */
  private @Nullable Place firstDays(int i) {
    int days = words.is(i, "trong") ? words.number(i + 1) : -1;
    if (days < 1 || days > 31 || !words.is(i + 2, Dates.DAY) || !words.is(i + 3, "đầu")) {
      return null;
    }
    int p = i + 4;
    while (EACH.contains(words.key(p)) || words.is(p, "của") || words.is(p, "tiên")) {
      p++;
    }
    Every every = p > i + 4 && !words.isNumber(p + 1) ? PERIODS.get(words.key(p)) : null;
    boolean told = every == Every.MONTH || every == Every.QUARTER || every == Every.YEAR;
    boolean numbered = dates.isQuarter(p) && dates.isQuarterNumber(p + 1);
    if (!told || every == null || numbered) {
      return null;
    }
    int end = following.end(p + 1);
    Integer later = month(every, p, end);
    Integer first = every == Every.MONTH ? null : Integer.valueOf(1);
    return new Place(end, every, days, later == null ? first : later, Op.BY);
  }

  /** "Hằng tháng … báo cáo trước ngày 05 tháng sau": the day of a cycle told behind its work. */
  @Nullable Place behind(int from, Every every) {
    for (int k = from; k < Math.min(words.count() - 2, from + FAR); k++) {
      boolean stop = words.isOneOf(k, ";:") || Clause.endsSentence(words, k, words.count());
      if (stop || k > from && words.lines(k) > 0) {
        return null;
      }
      boolean led = words.is(k, "trước") || words.is(k, "nhất") || words.is(k, "vào");
      Place place = led ? at(k) : null;
      if (place != null) {
        int start = k;
        while (!words.isNumber(start)) {
          start++;
        }
        boolean next = following.isWithin(start, place.to());
        return place.every() == every || next && every != Every.DAY && every != Every.WEEK
            ? new Place(place.to(), every, place.day(), month(every, start, place.to()), place.op())
            : null;
      }
    }
    return null;
  }

  /** The month of the cycle that words behind a day name; null when they name none. */
  @Nullable Integer month(Every every, int from, int to) {
    boolean next = following.isWithin(from, to);
    return switch (every) {
      case MONTH -> next ? Integer.valueOf(2) : null;
      case QUARTER -> quarterMonth(days.inQuarter(from, to), next);
      case HALF_YEAR -> next ? Integer.valueOf(MONTHS_OF_HALF + 1) : null;
      case YEAR -> next ? Integer.valueOf(MONTHS_OF_YEAR + 1) : null;
      case DAY, WEEK, CONTINUOUS, PERIODIC -> null;
    };
  }

  private static @Nullable Integer quarterMonth(@Nullable Integer named, boolean next) {
    int first = named == null ? 1 : named;
    return next ? Integer.valueOf(MONTHS_OF_QUARTER + first) : named;
  }

  private int secondDay(int p) {
    int at = words.is(p, Dates.DAY) ? p + 1 : p;
    return words.isOneOf(at + 1, "/-.") ? -1 : words.number(at);
  }

  boolean isLeadIn(int p) {
    return senses.has(Sense.BEFORE, p)
        || words.is(p, "vào")
        || words.is(p, "chậm")
        || words.is(p, "nhất")
        || words.is(p, TO)
        || words.is(p, "từ")
        || words.is(p, "là");
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
    boolean next = following.end(q + 1) > q + 1;
    if (words.is(q, Dates.MONTH) && !words.isNumber(q + 1)) {
      return ofQuarter(q + 1) ? Every.QUARTER : next ? Every.MONTH : null;
    }
    return dates.isQuarter(q) && next ? Every.QUARTER : null;
  }

  private boolean ofQuarter(int k) {
    int q = skipped(k);
    return q > k && dates.isQuarter(q);
  }

  private int skipped(int k) {
    int q = k;
    while (q < k + 5 && SKIP.contains(words.key(q)) && !words.isMark(q, ',')) {
      q++;
    }
    return q;
  }

  private int periodEnd(int q) {
    int k = q;
    while (SKIP.contains(words.key(k)) || EACH.contains(words.key(k))) {
      k++;
    }
    k++;
    int more = skipped(k);
    return following.end(dates.isQuarter(more) && more > k ? more + 1 : k);
  }
}

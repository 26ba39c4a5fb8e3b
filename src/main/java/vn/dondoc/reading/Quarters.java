package vn.dondoc.reading;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Dates.Span;
import vn.dondoc.reading.Dates.Written;

/** Quý: "quý II/2015", "quý này", and several told together by the last of them. */
final class Quarters {
  private final Words words;
  private final Dates dates;

  Quarters(Words words, Dates dates) {
    this.words = words;
    this.dates = dates;
  }

  /** The quarter whose numeral stands at i; null when none does. */
  @Nullable Written at(int i) {
    if (words.is(i, "này")) {
      Written now = dates.current(i - 1);
      return now == null ? null : new Written(i + 1, now.first(), now.last(), Span.QUARTER, true);
    }
    Integer quarter = Dates.quarter(words.key(i));
    if (quarter == null) {
      return null;
    }
    int to = i + 1;
    int year = -1;
    if ((words.is(to, Dates.YEAR) || words.isOneOf(to, "/.-"))
        && Dates.plausible(words.number(to + 1))) {
      year = words.number(to + 1);
      to += 2;
    }
    Written later = year < 0 ? later(to, quarter) : null;
    if (later != null) {
      return later;
    }
    boolean inferred = year < 0;
    if (inferred) {
      year = dates.yearFor(quarter * 3);
    }
    if (year < 0) {
      return null;
    }
    YearMonth end = YearMonth.of(year, quarter * 3);
    return new Written(to, end.minusMonths(2).atDay(1), end.atEndOfMonth(), Span.QUARTER, inferred);
  }

  /** "quý II [và quý III/2015]", "quý II[, III/2015]": the later one carries the year. */
  private @Nullable Written later(int link, int before) {
    boolean linked = words.is(link, "và") || words.isOneOf(link, ",-");
    boolean named = dates.isQuarter(link + 1);
    int at = named ? link + 2 : link + 1;
    Integer quarter = linked && (named || words.isWord(at)) ? Dates.quarter(words.key(at)) : null;
    return quarter == null || quarter <= before ? null : at(at);
  }
}

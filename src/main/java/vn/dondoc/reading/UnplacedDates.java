package vn.dondoc.reading;

/** Ngày chưa xác định được: days whose year nobody tells, or that no calendar has. */
final class UnplacedDates {
  private final Words words;
  private final Dates dates;

  UnplacedDates(Words words, Dates dates) {
    this.words = words;
    this.dates = dates;
  }

  /** One past "29/02/2023", "31 tháng 4 năm 2024": a day no calendar has; -1 when none is at i. */
  int impossible(int i) {
    int p = words.is(i, Dates.DAY) ? i + 1 : i;
    boolean slashed =
        words.isOneOf(p + 1, "/-.")
            && words.isOneOf(p + 3, "/-.")
            && (Dates.plausible(words.number(p + 4)) || isLong(p + 4));
    boolean spelt =
        words.is(p + 1, Dates.MONTH)
            && words.is(p + 3, Dates.YEAR)
            && Dates.plausible(words.number(p + 4));
    boolean day = words.number(p) >= 1 && words.number(p) <= 99 && words.number(p + 2) >= 1;
    return day && (slashed || spelt) && dates.at(i) == null ? p + 5 : -1;
  }

  /** "99999999999": figures where a year should stand, too many to be one. */
  private boolean isLong(int i) {
    return words.isNumber(i) && words.end(i) - words.start(i) > 5;
  }

  /** One past "ngày 15-12", "15/12" in a text that tells no year; -1 when no such day is at i. */
  int yearless(int i) {
    int p = words.is(i, Dates.DAY) ? i + 1 : i;
    boolean month =
        words.is(p + 1, Dates.MONTH) || words.isOneOf(p + 1, "/-.") && words.touches(p + 1);
    boolean day =
        !dates.knowYear()
            && words.number(p) >= 1
            && words.number(p) <= 31
            && month
            && words.number(p + 2) >= 1
            && words.number(p + 2) <= 12
            && !words.isOneOf(p + 3, "/-");
    return day ? p + 3 : -1;
  }

  /** One past "tháng 9", "tuần tới" in a text that does not tell its day; -1 when none is at i. */
  int yearlessPeriod(int i) {
    boolean near = words.is(i + 1, "này") || words.is(i + 1, "tới") || words.is(i + 1, "sau");
    if (words.is(i, "tuần") && near && dates.at(i) == null) {
      // "trong tuần tới" in a text that leaves its own day blank.
      return i + 2;
    }
    boolean month =
        words.is(i, Dates.MONTH) && words.number(i + 1) >= 1 && words.number(i + 1) <= 12;
    boolean quarter = dates.isQuarter(i) && dates.isQuarterNumber(i + 1);
    return !dates.knowYear() && (month || quarter) && !words.isOneOf(i + 2, "/-") ? i + 2 : -1;
  }
}

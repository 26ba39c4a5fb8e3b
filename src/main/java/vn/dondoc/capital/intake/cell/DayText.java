package vn.dondoc.capital.intake.cell;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.exchange.SheetCell;

/** Ngày trong bảng: as a date, as a number shown without a format, or as words. */
public final class DayText {
  private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
  private static final int FIRST_SERIAL = 36_526;
  private static final int LAST_SERIAL = 73_050;
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})( .*)?");
  private static final Pattern WRITTEN =
      Pattern.compile("(?:ngay )?(\\d{1,2})\\s*[-/.]\\s*(\\d{1,2})\\s*[-/.]\\s*(\\d{4})( .*)?");
  private static final Pattern LONG =
      Pattern.compile("(?:ngay )?(\\d{1,2}) thang (\\d{1,2}) nam (\\d{4})");
  private static final Pattern UNTIL =
      Pattern.compile(
          "\\b(?:den|tinh den|luy ke den)(?: het)?(?: ngay)? (\\d{1,2})"
              + "(?:\\s*[-/.]\\s*| thang )(\\d{1,2})(?:\\s*[-/.]\\s*| nam )(\\d{4})\\b");
  private static final Pattern UNTIL_MONTH =
      Pattern.compile("\\bden(?: het)? thang (\\d{1,2})(?:\\s*[-/.]\\s*| nam )(\\d{4})\\b");

  private DayText() {}

  /** The day a cell means; empty when it means none. */
  public static Optional<LocalDate> of(SheetCell cell) {
    LocalDate day = cell.day();
    if (day != null) {
      return Optional.of(day);
    }
    BigDecimal number = cell.number();
    if (number != null) {
      boolean serial =
          number.stripTrailingZeros().scale() <= 0
              && number.compareTo(BigDecimal.valueOf(FIRST_SERIAL)) >= 0
              && number.compareTo(BigDecimal.valueOf(LAST_SERIAL)) <= 0;
      return serial ? Optional.of(EPOCH.plusDays(number.intValue())) : Optional.empty();
    }
    String folded = Words.folded(cell.text()).replaceFirst("^'", "");
    Matcher iso = ISO.matcher(folded);
    if (iso.matches()) {
      return day(iso.group(3), iso.group(2), iso.group(1));
    }
    for (Pattern pattern : new Pattern[] {WRITTEN, LONG}) {
      Matcher written = pattern.matcher(folded);
      if (written.matches()) {
        return day(written.group(1), written.group(2), written.group(3));
      }
    }
    return Optional.empty();
  }

  /** The day a heading says its figures go to: "đến hết ngày 31/7/2020". */
  public static Optional<LocalDate> until(String heading) {
    String folded = Words.folded(heading);
    Matcher until = UNTIL.matcher(folded);
    if (until.find()) {
      return day(until.group(1), until.group(2), until.group(3));
    }
    Matcher month = UNTIL_MONTH.matcher(folded);
    return month.find()
        ? day("1", month.group(1), month.group(2)).map(first -> first.plusMonths(1).minusDays(1))
        : Optional.empty();
  }

  private static Optional<LocalDate> day(String day, String month, String year) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      // 31/02, or the month before the day: no day anybody meant.
      return Optional.empty();
    }
  }
}

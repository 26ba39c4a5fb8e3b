package vn.dondoc.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Ô: one cell of a sheet that was read, with what it holds and where it stands. */
public sealed interface SheetCell {
  /** Where it stands. */
  SheetPlace place();

  /** What a person sees in it, without the number's format; empty for a blank cell. */
  String text();

  /** The number it holds; null when it holds none, also when it holds digits typed as text. */
  default @Nullable BigDecimal number() {
    return null;
  }

  /** The day it holds; null when it holds none, also when it holds a date typed as text. */
  default @Nullable LocalDate day() {
    return null;
  }

  /** Ô trống. */
  record Blank(SheetPlace place) implements SheetCell {
    @Override
    public String text() {
      return "";
    }
  }

  /** Ô chữ. */
  record Text(SheetPlace place, String text) implements SheetCell {}

  /**
   * Ô số.
   *
   * @param value as the file keeps it
   * @param percent it is shown as a percentage: 0.95 is seen as "95%"
   * @param equation "= 0" as somebody typed it: a spreadsheet takes that for a formula and shows 0;
   *     null for every other number
   */
  record Numeric(SheetPlace place, BigDecimal value, boolean percent, @Nullable String equation)
      implements SheetCell {
    public Numeric(SheetPlace place, BigDecimal value) {
      this(place, value, false);
    }

    public Numeric(SheetPlace place, BigDecimal value, boolean percent) {
      this(place, value, percent, null);
    }

    @Override
    public String text() {
      return percent
          ? value.movePointRight(2).stripTrailingZeros().toPlainString() + "%"
          : value.stripTrailingZeros().toPlainString();
    }

    @Override
    public BigDecimal number() {
      return value;
    }
  }

  /** Ô ngày: a number shown as a date. */
  record Moment(SheetPlace place, LocalDateTime value) implements SheetCell {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    @Override
    public String text() {
      return DAY.format(value);
    }

    @Override
    public LocalDate day() {
      return value.toLocalDate();
    }
  }

  /** Ô đúng/sai. */
  record Flag(SheetPlace place, boolean value) implements SheetCell {
    @Override
    public String text() {
      return value ? "TRUE" : "FALSE";
    }
  }

  /** Ô lỗi: a formula that failed, "#DIV/0!", or one whose value was never saved, "=E7*2". */
  record Fault(SheetPlace place, String text) implements SheetCell {
    private static final int LONGEST = 60;

    static Fault uncomputed(SheetPlace place, @Nullable String formula) {
      String text = formula == null ? "" : formula;
      return new Fault(
          place, "=" + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text));
    }

    /** The file keeps the formula without what it comes to. */
    public boolean isUncomputed() {
      return text.startsWith("=");
    }

    /** Message key of its sentence; {0} is the place, {1} what stands there. */
    public String key() {
      return "exchange.sheet.formula_" + (isUncomputed() ? "without_value" : "error");
    }
  }
}

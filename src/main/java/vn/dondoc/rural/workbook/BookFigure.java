package vn.dondoc.rural.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vn.dondoc.exchange.SheetCell;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.rural.assessment.Figures;
import vn.dondoc.rural.assessment.TypedFigure;
import vn.dondoc.rural.standard.Criterion.Part;
import vn.dondoc.rural.standard.Criterion.ValueType;

/** Giá trị đọc từ một ô: a figure as people type it, or why it is none. */
sealed interface BookFigure {
  /** Ô trống. */
  record Open() implements BookFigure {}

  /** Đọc được. */
  record Read(BigDecimal value) implements BookFigure {}

  /**
   * Không đọc được.
   *
   * @param key message key; the place comes first
   * @param arguments the value read and the remedy
   */
  record Wrong(String key, List<Object> arguments) implements BookFigure {}

  /** What a sheet keeps of a number is good to so many digits. */
  MathContext SURE = new MathContext(15, RoundingMode.HALF_EVEN);

  /**
   * What a formula leaves behind of a figure that is short; anything larger was typed or measured.
   */
  BigDecimal NOISE = new BigDecimal("1e-9");

  /** Thresholds are written with no more. */
  int BOUND_DECIMALS = 2;

  Pattern PLAIN = Pattern.compile("[+-]?\\d+([.,]\\d+)?");
  Pattern THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2}([.,])\\d{3}");
  Pattern GROUPED_DOTS = Pattern.compile("[+-]?[1-9]\\d{0,2}(\\.\\d{3})+(,\\d+)?");
  Pattern GROUPED_COMMAS = Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?");
  Set<String> YES = Set.of("dat", "co", "x", "1", "true", "yes", "met");
  Set<String> NO = Set.of("chua dat", "khong dat", "khong", "0", "false", "no", "not met");

  /** Reads a cell as the figure of a part. */
  static BookFigure of(SheetCell cell, Part part) {
    return of(cell, part, 1);
  }

  /**
   * The same of a sheet that is kept in another unit.
   *
   * @param scale what its numbers are multiplied by; percents are percents everywhere
   */
  static BookFigure of(SheetCell cell, Part part, int scale) {
    return switch (cell) {
      case SheetCell.Blank blank -> new Open();
      case SheetCell.Fault fault when fault.isUncomputed() -> wrong("uncomputed", fault.text());
      case SheetCell.Fault fault -> wrong("formula", fault.text());
      case SheetCell.Moment moment -> wrong("date", moment.text(), asNumber(moment));
      case SheetCell.Flag flag when part.type() == ValueType.YES_NO ->
          new Read(flag.value() ? BigDecimal.ONE : BigDecimal.ZERO);
      case SheetCell.Flag flag -> wrong("text", flag.text());
      case SheetCell.Numeric number -> number(number, part, scale);
      case SheetCell.Text text -> text(text.text().replace('\u00a0', ' ').strip(), part);
    };
  }

  private static BookFigure number(SheetCell.Numeric number, Part part, int scale) {
    if (!number.percent()) {
      return rounded(number.value().multiply(BigDecimal.valueOf(scale)));
    }
    return part.type() == ValueType.PERCENT
        ? rounded(number.value().movePointRight(2))
        : wrong("percent", number.text(), unit(part));
  }

  /** Rounding takes no figure over a bound it has not reached: bounds have few decimals. */
  private static BookFigure rounded(BigDecimal value) {
    BigDecimal kept = tidy(value);
    BigDecimal sure = value.round(SURE);
    boolean crosses =
        sure.subtract(kept).abs().compareTo(NOISE) > 0
            && kept.stripTrailingZeros().scale() <= BOUND_DECIMALS;
    RoundingMode towards = sure.compareTo(kept) < 0 ? RoundingMode.FLOOR : RoundingMode.CEILING;
    return crosses
        ? wrong(
            "rounded",
            Bilingual.decimal(sure),
            Figures.MOST_DECIMALS,
            Bilingual.decimal(kept),
            Bilingual.decimal(sure.setScale(Figures.MOST_DECIMALS, towards)))
        : new Read(kept);
  }

  /** A number of a sheet without the digits it makes up, rounded to what is kept of a figure. */
  static BigDecimal tidy(BigDecimal value) {
    BigDecimal sure = value.round(SURE);
    BigDecimal rounded =
        sure.setScale(Math.min(sure.scale(), Figures.MOST_DECIMALS), RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  private static BookFigure text(String typed, Part part) {
    if (typed.isEmpty() || typed.equals("-") || typed.equals("–")) {
      return new Open();
    }
    if (part.type() == ValueType.YES_NO) {
      String word = folded(typed);
      return YES.contains(word)
          ? new Read(BigDecimal.ONE)
          : NO.contains(word) ? new Read(BigDecimal.ZERO) : wrong("yes_no", typed);
    }
    boolean percent = typed.endsWith("%");
    String number = percent ? typed.substring(0, typed.length() - 1) : typed;
    if (percent && part.type() != ValueType.PERCENT) {
      return wrong("percent", typed, unit(part));
    }
    if (TypedFigure.isSpaced(number)) {
      return wrong("spaced", shortened(typed));
    }
    return digits(TypedFigure.joined(number), typed, part);
  }

  private static String shortened(String typed) {
    return typed.length() > 40 ? typed.substring(0, 40) + "…" : typed;
  }

  private static BookFigure digits(String digits, String typed, Part part) {
    if (digits.length() > 40) {
      return wrong("text", shortened(typed));
    }
    if (THOUSANDS.matcher(digits).matches() && part.type() != ValueType.PERCENT) {
      String whole = digits.replaceAll("[.,]", "");
      return wrong("thousands", typed, whole, Bilingual.digits(digits.replace(',', '.')));
    }
    if (PLAIN.matcher(digits).matches()) {
      return new Read(plain(digits.replace(',', '.')));
    }
    if (GROUPED_DOTS.matcher(digits).matches()) {
      return new Read(plain(digits.replace(".", "").replace(',', '.')));
    }
    return GROUPED_COMMAS.matcher(digits).matches()
        ? new Read(plain(digits.replace(",", "")))
        : wrong("text", typed);
  }

  /** What a person typed is taken at its word: more digits than are kept are told. */
  private static BigDecimal plain(String digits) {
    BigDecimal typed = new BigDecimal(digits).stripTrailingZeros();
    return typed.scale() < 0 ? typed.setScale(0) : typed;
  }

  /** 1.5 typed where a program expects a comma becomes the first of May. */
  private static Bilingual asNumber(SheetCell.Moment moment) {
    return Bilingual.digits(moment.value().getDayOfMonth() + "." + moment.value().getMonthValue());
  }

  private static Object unit(Part part) {
    return part.unit() == null ? "" : part.unit();
  }

  /** Without case, tones and doubled spaces. */
  static String folded(String words) {
    return Normalizer.normalize(
            words.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[\\s\\u00a0]+", " ")
        .strip();
  }

  private static Wrong wrong(String key, Object... arguments) {
    return new Wrong("rural.book.wrong." + key, List.of(arguments));
  }
}

package vn.dondoc.capital.intake.cell;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Số tiền viết bằng chữ: what a text cell in a column of money means. */
public sealed interface MoneyText {
  /** Ô bỏ trống: also a dash. */
  record None() implements MoneyText {}

  /**
   * Số tiền.
   *
   * @param value in the unit of the sheet, or its own
   * @param own unit written behind it; null for that of the sheet
   */
  record Amount(BigDecimal value, @Nullable Unit own) implements MoneyText {}

  /** One that reads as thousands and as decimals. */
  record Twofold() implements MoneyText {}

  /** Không phải số. */
  record Wrong() implements MoneyText {}

  /** Reads a text. */
  static MoneyText of(String text, Notation notation) {
    String bare = Words.tidy(text).replaceFirst("^['’]", "").strip();
    if (bare.matches("[-–—.xX]*")) {
      return new None();
    }
    Matcher tail = Digits.TAIL.matcher(Words.folded(bare));
    Unit own = null;
    if (tail.matches()) {
      own = tail.group(2).equals("d") ? Unit.DONG : Unit.exactly(tail.group(2)).orElse(null);
      bare = tail.group(1).strip();
    }
    boolean negative = bare.matches("\\(.*\\)") || bare.matches("[-−–].+");
    bare = bare.replaceAll("[()−–]", "").replaceFirst("^[-+]", "").strip();
    return Digits.plain(bare, notation, negative, own);
  }

  /** How digits and separators are told apart. */
  final class Digits {
    static final Pattern TAIL =
        Pattern.compile(
            "(.*?[0-9)])\\s*(dong|vnd|d|nghin dong|ngan dong|trieu dong|trieu|trd|ty dong|ti dong|ty"
                + "|ti)\\.?");
    private static final String SPACED = "\\d{1,3}( \\d{3})+([.,]\\d+)?";
    private static final String GROUPED = "\\d{1,3}([.,]\\d{3})+";

    private Digits() {}

    static MoneyText plain(String text, Notation notation, boolean negative, @Nullable Unit own) {
      String bare = text.matches(SPACED) ? text.replace(" ", "") : text;
      boolean spaced = bare.length() < text.length();
      if (bare.matches("\\d+([.,]?\\d+)?[eE][+-]?\\d{1,2}")) {
        return amount(bare.replace(',', '.'), negative, own);
      }
      if (!bare.matches("\\d+([.,]\\d+)*")) {
        return new Wrong();
      }
      int dots = count(bare, '.');
      int commas = count(bare, ',');
      if (dots + commas == 0) {
        return amount(bare, negative, own);
      }
      if (dots > 0 && commas > 0) {
        char decimal = bare.lastIndexOf('.') > bare.lastIndexOf(',') ? '.' : ',';
        String whole = bare.substring(0, bare.lastIndexOf(decimal));
        return count(bare, decimal) == 1 && whole.matches(GROUPED)
            ? amount(split(bare, decimal), negative, own)
            : new Wrong();
      }
      char only = dots > 0 ? '.' : ',';
      if (dots + commas > 1) {
        return bare.matches(GROUPED)
            ? amount(bare.replaceAll("[.,]", ""), negative, own)
            : new Wrong();
      }
      boolean couldBeThousands = !spaced && bare.matches("[1-9]\\d{0,2}[.,]\\d{3}");
      if (!couldBeThousands) {
        return amount(split(bare, only), negative, own);
      }
      if (notation == Notation.EACH) {
        return new Twofold();
      }
      boolean thousands = (notation == Notation.VI) == (only == '.');
      return amount(thousands ? bare.replaceAll("[.,]", "") : split(bare, only), negative, own);
    }

    private static String split(String bare, char decimal) {
      int at = bare.lastIndexOf(decimal);
      return bare.substring(0, at).replaceAll("[.,]", "") + "." + bare.substring(at + 1);
    }

    private static int count(String text, char one) {
      return (int) text.chars().filter(c -> c == one).count();
    }

    private static MoneyText amount(String digits, boolean negative, @Nullable Unit own) {
      if (digits.length() > 30) {
        return new Wrong();
      }
      BigDecimal value = new BigDecimal(digits);
      return new Amount(negative ? value.negate() : value, own);
    }
  }
}

package vn.dondoc.capital;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Formats;
import vn.dondoc.web.Language;

/**
 * Triệu đồng: how officials write money in forms and tables. A comma begins the decimals, dots and
 * spaces part the thousands, and the other way round on an English page, as it shows its figures;
 * the ledger keeps whole đồng.
 */
public final class Millions {
  private static final int PLACES = 6;
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000L);
  private static final Pattern PLAIN = Pattern.compile("\\d{1,10}(,\\d{1,6})?");
  private static final Pattern PARTED = Pattern.compile("\\d{1,3}(\\.\\d{3})+(,\\d{1,6})?");

  /** On an English page either a thousand as Vietnamese write it, or three decimals. */
  private static final Pattern EITHER = Pattern.compile("[1-9]\\d{0,2}\\.\\d{3}");

  private Millions() {}

  /**
   * Whole đồng of what was typed on the page that is being answered; empty when it is no amount, or
   * one of two.
   */
  public static Optional<Long> read(String typed) {
    return read(typed, Language.ofPage());
  }

  static Optional<Long> read(String typed, Language language) {
    String text = unspaced(typed);
    if (language == Language.EN) {
      if (EITHER.matcher(text).matches()) {
        return Optional.empty();
      }
      text = turned(text);
    }
    if (!PLAIN.matcher(text).matches() && !PARTED.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal millions = new BigDecimal(text.replace(".", "").replace(',', '.'));
    return millions.compareTo(MOST) > 0
        ? Optional.empty()
        : Optional.of(millions.movePointRight(PLACES).longValueExact());
  }

  /**
   * What is wrong with an amount that can be read in two ways, naming both; empty when it is not.
   */
  public static Optional<Problem> twoReadings(String place, String typed) {
    return twoReadings(place, typed, Language.ofPage());
  }

  static Optional<Problem> twoReadings(String place, String typed, Language language) {
    String text = unspaced(typed);
    return language == Language.EN && EITHER.matcher(text).matches()
        ? Optional.of(
            Problem.at(place, "capital.millions.two_readings", text, turned(text), text + "0"))
        : Optional.empty();
  }

  private static String unspaced(String typed) {
    return typed.replaceAll("[\\s\\u00a0\\u202f]", "");
  }

  /** Commas for dots and dots for commas. */
  private static String turned(String text) {
    return text.replace('.', ';').replace(',', '.').replace(';', ',');
  }

  /**
   * As a field of the page that is being answered shows it: with every đồng, and no more decimals
   * than needed to be read in one way; empty for none.
   */
  public static String typed(@Nullable Long dong) {
    return dong == null ? "" : typed(dong, Language.ofPage());
  }

  static String typed(long dong, Language language) {
    if (language == Language.EN) {
      String text = turned(typed(dong, Language.VI));
      return EITHER.matcher(text).matches() ? text + "0" : text;
    }
    String[] parts = millions(dong).toPlainString().split("\\.");
    StringBuilder whole = new StringBuilder(parts[0]);
    for (int at = whole.length() - 3; at > 0; at -= 3) {
      whole.insert(at, '.');
    }
    return parts.length == 1 ? whole.toString() : whole + "," + parts[1];
  }

  /** As a table shows it: as many decimals as it has; a dash for none. */
  public static String shown(@Nullable Long dong, Formats formats) {
    if (dong == null) {
      return "–";
    }
    BigDecimal millions = millions(dong);
    return formats.decimal(millions, Math.max(0, millions.scale()));
  }

  /** As a sheet keeps it. */
  public static @Nullable BigDecimal cell(@Nullable Long dong) {
    return dong == null ? null : millions(dong);
  }

  private static BigDecimal millions(long dong) {
    BigDecimal millions = BigDecimal.valueOf(dong, PLACES).stripTrailingZeros();
    return millions.scale() < 0 ? millions.setScale(0) : millions;
  }
}

package vn.dondoc.capital;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Formats;

/**
 * Triệu đồng: how officials write money in forms and tables. A comma begins the decimals, dots and
 * spaces part the thousands; the ledger keeps whole đồng.
 */
public final class Millions {
  private static final int PLACES = 6;
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000L);
  private static final Pattern PLAIN = Pattern.compile("\\d{1,10}(,\\d{1,6})?");
  private static final Pattern PARTED = Pattern.compile("\\d{1,3}(\\.\\d{3})+(,\\d{1,6})?");

  private Millions() {}

  /** Whole đồng of what was typed; empty when it is no amount. */
  public static Optional<Long> read(String typed) {
    String text = typed.replaceAll("[\\s\\u00a0\\u202f]", "");
    if (!PLAIN.matcher(text).matches() && !PARTED.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal millions = new BigDecimal(text.replace(".", "").replace(',', '.'));
    return millions.compareTo(MOST) > 0
        ? Optional.empty()
        : Optional.of(millions.movePointRight(PLACES).longValueExact());
  }

  /** As a field shows it: with every đồng, and no more decimals than needed; empty for none. */
  public static String typed(@Nullable Long dong) {
    if (dong == null) {
      return "";
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

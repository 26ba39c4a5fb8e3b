package vn.dondoc.rural.assessment;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.rural.standard.Criterion.Part;
import vn.dondoc.rural.standard.Criterion.ValueType;

/**
 * Số gõ vào: a figure as people type it, with a comma or a point, thousands set apart or not.
 *
 * @param figure the figure; null when nothing was typed
 */
public record TypedFigure(@Nullable BigDecimal figure) {
  private static final int LONGEST = 40;
  private static final Pattern PLAIN = Pattern.compile("-?\\d+([.,]\\d+)?");
  private static final Pattern ONE_GROUP = Pattern.compile("-?[1-9]\\d{0,2}[.,]\\d{3}");
  private static final Pattern POINTS = Pattern.compile("-?[1-9]\\d{0,2}(\\.\\d{3})+(,\\d+)?");
  private static final Pattern COMMAS = Pattern.compile("-?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?");

  /**
   * Reads one.
   *
   * @throws Refusal when it is no number, or may be thousands as well as a fraction
   */
  public static TypedFigure read(@Nullable String typed, Part part) {
    String text = typed == null ? "" : typed.replaceAll("[\\s\\u00a0\\u202f\\u0000]", "");
    if (part.type() == ValueType.PERCENT && text.endsWith("%")) {
      text = text.substring(0, text.length() - 1);
    }
    if (text.isEmpty()) {
      return new TypedFigure(null);
    }
    if (text.length() > LONGEST) {
      throw unreadable(part, text.substring(0, LONGEST) + "…");
    }
    if (ONE_GROUP.matcher(text).matches() && part.type() != ValueType.PERCENT) {
      String whole = text.replaceAll("[.,]", "");
      throw Refusal.of(AssessmentRefusal.THOUSANDS, part.code(), part.name(), text, whole);
    }
    if (PLAIN.matcher(text).matches()) {
      return new TypedFigure(new BigDecimal(text.replace(',', '.')));
    }
    if (POINTS.matcher(text).matches()) {
      return new TypedFigure(new BigDecimal(text.replace(".", "").replace(',', '.')));
    }
    if (COMMAS.matcher(text).matches()) {
      return new TypedFigure(new BigDecimal(text.replace(",", "")));
    }
    throw unreadable(part, typed == null ? "" : typed.strip());
  }

  private static Refusal unreadable(Part part, String text) {
    return Refusal.of(AssessmentRefusal.NO_NUMBER, part.code(), part.name(), text);
  }

  /** A figure as a field shows it, with a decimal comma; empty for none. */
  public static String written(@Nullable BigDecimal figure) {
    if (figure == null) {
      return "";
    }
    BigDecimal plain = figure.signum() == 0 ? BigDecimal.ZERO : figure.stripTrailingZeros();
    return plain.toPlainString().replace('.', ',');
  }
}

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
  private static final String BLANK = "[\\s\\u00a0\\u2007\\u2009\\u202f]";
  private static final Pattern AT_ENDS = Pattern.compile("^" + BLANK + "+|" + BLANK + "+$");
  private static final Pattern BLANKS = Pattern.compile(BLANK);
  private static final Pattern BLANKS_APART =
      Pattern.compile("[+-]?[1-9]\\d{0,2}(" + BLANK + "\\d{3})+([.,]\\d+)?");
  private static final Pattern SPACED = Pattern.compile("(?:[-+.,\\d]|" + BLANK + ")+");
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
    String said = bare(typed == null ? "" : typed.replace("\u0000", ""));
    String figure = said;
    if (part.type() == ValueType.PERCENT && said.endsWith("%")) {
      figure = bare(said.substring(0, said.length() - 1));
    }
    if (figure.isEmpty()) {
      return new TypedFigure(null);
    }
    if (figure.length() > LONGEST) {
      throw unreadable(part, figure.substring(0, LONGEST) + "…");
    }
    if (isSpaced(figure)) {
      throw Refusal.of(AssessmentRefusal.SPACED, part.code(), part.name(), said);
    }
    return read(joined(figure), said, part);
  }

  private static TypedFigure read(String text, String said, Part part) {
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
    throw unreadable(part, said);
  }

  private static String bare(String text) {
    return AT_ENDS.matcher(text).replaceAll("");
  }

  /** A blank stands between its digits that sets no thousands apart: "9 2", "12 34". */
  public static boolean isSpaced(String typed) {
    String text = bare(typed);
    return BLANKS.matcher(text).find()
        && SPACED.matcher(text).matches()
        && !BLANKS_APART.matcher(text).matches();
  }

  /** Without the blanks that set thousands apart, and those around it. */
  public static String joined(String typed) {
    String text = bare(typed);
    return BLANKS_APART.matcher(text).matches() ? BLANKS.matcher(text).replaceAll("") : text;
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

package vn.dondoc.capital.intake.cell;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Đơn vị tính. */
public enum Unit {
  DONG(0, "(?:dong|vnd)"),
  THOUSAND(3, "(?:nghin dong|ngan dong|1[.,]?000 dong|1[.,]?000d)"),
  MILLION(6, "(?:trieu dong|trieu|trd|tr\\.d|tr\\. ?dong|1[.,]?000[.,]?000 dong)"),
  BILLION(9, "(?:ty dong|ti dong|ty|ti)");

  private static final String ANY =
      Arrays.stream(new Unit[] {THOUSAND, MILLION, BILLION, DONG})
          .map(unit -> unit.words)
          .reduce((one, other) -> one + "|" + other)
          .orElseThrow();
  private static final Pattern TOLD =
      Pattern.compile("\\b(?:dvt|don vi tinh|don vi|dv tinh)\\b\\s*[:.;-]?\\s*(" + ANY + ")\\b");
  private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[]\\s*(" + ANY + ")\\s*[)\\]]");

  private final int zeros;
  private final String words;

  Unit(int zeros, String words) {
    this.zeros = zeros;
    this.words = words;
  }

  /** So many đồng. */
  public BigDecimal dong(BigDecimal value) {
    return value.movePointRight(zeros);
  }

  /** The unit as so many đồng. */
  public long inDong() {
    return BigDecimal.ONE.movePointRight(zeros).longValueExact();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String key() {
    return "capital.intake.unit." + code();
  }

  /** The unit a heading names: "ĐVT: triệu đồng", "(tỷ đồng)". */
  public static Optional<Unit> told(String text) {
    String folded = Words.folded(text);
    Matcher told = TOLD.matcher(folded);
    if (told.find()) {
      return exactly(told.group(1));
    }
    return bracketed(folded);
  }

  /** The unit a title gives in brackets. */
  public static Optional<Unit> bracketed(String text) {
    Matcher bracketed = IN_BRACKETS.matcher(Words.folded(text));
    return bracketed.find() ? exactly(bracketed.group(1)) : Optional.empty();
  }

  /** The unit these words are. */
  static Optional<Unit> exactly(String folded) {
    return Arrays.stream(values()).filter(unit -> folded.matches(unit.words)).findFirst();
  }

  /** The unit of that code. */
  public static Optional<Unit> coded(String code) {
    return Arrays.stream(values()).filter(unit -> unit.code().equals(code)).findFirst();
  }
}

package vn.dondoc.rural.standard;

import java.math.BigDecimal;

/** Phép so sánh của một giá trị với mức quy định. */
public enum Comparator {
  AT_LEAST("≥", ">="),
  AT_MOST("≤", "<="),
  ABOVE(">", ">"),
  BELOW("<", "<"),
  EQUAL("=", "="),
  OTHER("≠", "<>");

  private final String sign;
  private final String code;

  Comparator(String sign, String code) {
    this.sign = sign;
    this.code = code;
  }

  /** As people write it. */
  public String sign() {
    return sign;
  }

  /** As tables and SQL write it. */
  public String code() {
    return code;
  }

  /** Whether a value keeps to the bound; 95 and 95.0 are the same. */
  boolean holds(BigDecimal value, BigDecimal bound) {
    int order = value.compareTo(bound);
    return switch (this) {
      case AT_LEAST -> order >= 0;
      case AT_MOST -> order <= 0;
      case ABOVE -> order > 0;
      case BELOW -> order < 0;
      case EQUAL -> order == 0;
      case OTHER -> order != 0;
    };
  }

  Comparator opposite() {
    return switch (this) {
      case AT_LEAST -> BELOW;
      case AT_MOST -> ABOVE;
      case ABOVE -> AT_MOST;
      case BELOW -> AT_LEAST;
      case EQUAL -> OTHER;
      case OTHER -> EQUAL;
    };
  }
}

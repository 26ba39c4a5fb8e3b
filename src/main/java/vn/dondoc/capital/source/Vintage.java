package vn.dondoc.capital.source;

import java.util.Locale;

/** Niên độ của vốn: which year's plan money of a pool is of. */
public enum Vintage {
  /** Kế hoạch năm nay. */
  THIS_YEAR,
  /** Kéo dài từ năm trước. */
  CARRIED,
  /** Ứng trước kế hoạch năm sau. */
  ADVANCED;

  /** As the database calls it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Message key of its words. */
  public String key() {
    return "capital.vintage." + code();
  }

  /** The vintage the database calls so. */
  public static Vintage of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

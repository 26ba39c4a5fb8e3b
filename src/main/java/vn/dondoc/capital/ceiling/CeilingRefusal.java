package vn.dondoc.capital.ceiling;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao một bảng trung hạn không ghi được. */
enum CeilingRefusal implements Refusal.Code {
  /** Several problems at once. */
  LINES,
  FILE,
  NO_FILE,
  MANY,
  EMPTY,
  KEY,
  STALE,
  FIXED,
  PROJECT,
  SOURCE,
  YEARS,
  AMOUNT,
  DOCUMENT,
  TWICE;

  @Override
  public String key() {
    return "capital.refusal.medium." + name().toLowerCase(Locale.ROOT);
  }
}

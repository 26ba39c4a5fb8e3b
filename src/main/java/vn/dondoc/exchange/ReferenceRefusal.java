package vn.dondoc.exchange;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao tệp dữ liệu tham chiếu không dùng được. */
public enum ReferenceRefusal implements Refusal.Code {
  FILE,
  MISSING,
  UNREADABLE,
  COLUMNS,
  FIELDS,
  QUOTE,
  EMPTY,
  DAY,
  NUMBER;

  @Override
  public String key() {
    return "reference.refusal." + name().toLowerCase(Locale.ROOT);
  }
}

package vn.dondoc.capital.closing;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao khóa sổ không mở được hay không ghi được. */
enum ClosingRefusal implements Refusal.Code {
  YEAR,
  MONTH,
  /** A month that has not begun. */
  AHEAD,
  NOTE,
  /** Why a proposal is taken back or not signed. */
  REASON,
  /** What stands is no longer what was looked at. */
  CHANGED;

  @Override
  public String key() {
    return "capital.refusal.closing." + name().toLowerCase(Locale.ROOT);
  }
}

package vn.dondoc.capital.line;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao sổ chi tiết không mở được. */
enum LineRefusal implements Refusal.Code {
  /** No line of that number, or none for whoever asks. */
  NO_LINE;

  @Override
  public String key() {
    return "capital.refusal.line." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return true;
  }
}

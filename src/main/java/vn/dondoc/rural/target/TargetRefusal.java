package vn.dondoc.rural.target;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao số báo cáo của một chỉ tiêu không ghi được. */
public enum TargetRefusal implements Refusal.Code {
  UNKNOWN,
  COMPUTED,
  VALUE,
  OVER,
  SLIP,
  SOURCE,
  AHEAD,
  EARLY,
  LATE,
  UNIT,
  CHANGED;

  @Override
  public String key() {
    return "rural.refusal.target." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return this == UNKNOWN;
  }
}

package vn.dondoc.day;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Why the day is not moved, or not as far as was asked. */
enum DayRefusal implements Refusal.Code {
  NOT_HERE,
  NO_DAY,
  NOT_LATER,
  TOO_FAR,
  MOVED,
  STOPPED;

  @Override
  public String key() {
    return "day.refusal." + name().toLowerCase(Locale.ROOT);
  }
}

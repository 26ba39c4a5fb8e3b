package vn.dondoc.rural.review;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao một lần xét không ghi được. */
enum ReviewRefusal implements Refusal.Code {
  NOTHING_CHOSEN,
  NO_NOTE,
  NOT_WAITING,
  NO_ROW,
  TOO_MANY,
  MEANWHILE,
  STILL_WAITS,
  EXPIRED,
  UNDECIDED;

  @Override
  public String key() {
    return "rural.refusal.review." + name().toLowerCase(Locale.ROOT);
  }
}

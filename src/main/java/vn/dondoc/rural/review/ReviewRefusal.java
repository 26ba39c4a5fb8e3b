package vn.dondoc.rural.review;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao một lần xét không ghi được. */
enum ReviewRefusal implements Refusal.Code {
  NOTHING_CHOSEN,
  NO_NOTE;

  @Override
  public String key() {
    return "rural.refusal.review." + name().toLowerCase(Locale.ROOT);
  }
}

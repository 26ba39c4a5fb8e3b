package vn.dondoc.task.charge;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Why a duty is not given to a person. */
enum ChargeRefusal implements Refusal.Code {
  UNKNOWN,
  CHANGED,
  NOT_YOURS,
  NOT_NOW,
  PERSON,
  NOBODY,
  SAME,
  WORDS_LONG;

  @Override
  public String key() {
    return "task.refusal.charge." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return this == UNKNOWN;
  }
}

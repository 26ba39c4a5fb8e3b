package vn.dondoc.task.part;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Why the part of a helper is not put into words. */
enum PartRefusal implements Refusal.Code {
  UNKNOWN,
  CHANGED,
  NOT_YOURS,
  NOT_HELPER,
  CLOSED,
  NO_WORDS,
  SAME,
  WORDS_LONG;

  @Override
  public String key() {
    return "task.refusal.part." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return this == UNKNOWN;
  }
}

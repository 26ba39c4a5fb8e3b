package vn.dondoc.task.succession;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Why duties are not moved to an heir. */
enum SuccessionRefusal implements Refusal.Code {
  UNKNOWN,
  NONE,
  MANY,
  NO_HEIR;

  @Override
  public String key() {
    return "task.refusal.succession." + name().toLowerCase(Locale.ROOT);
  }
}

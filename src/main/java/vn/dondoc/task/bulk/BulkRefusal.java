package vn.dondoc.task.bulk;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Why many tasks are not changed together. */
enum BulkRefusal implements Refusal.Code {
  BATCH,
  FORM,
  NONE,
  TOO_MANY,
  UNKNOWN,
  UNKNOWN_TASK,
  NO_WHY,
  LONG_WHY,
  CHANGED,
  NO_KIND,
  NO_DAY,
  PAST,
  DAYS,
  NO_FROM,
  NO_BODY,
  BODY,
  BODY_NEAR,
  SAME_BODY,
  NO_CONSEQUENCE,
  LONG_CONSEQUENCE,
  UNDONE,
  NOTHING_LEFT;

  @Override
  public String key() {
    return "task.refusal.bulk." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return this == UNKNOWN;
  }
}

package vn.dondoc.task.sheet;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Why a sheet is not taken in. */
enum SheetRefusal implements Refusal.Code {
  FILE,
  TOO_MANY_ROWS,
  TOO_MANY_CHANGES,
  TOO_MANY_WAITING,
  NO_ROWS,
  UNKNOWN,
  ENDED,
  PROBLEMS,
  UNDECIDED,
  NOTHING,
  NO_WHY;

  @Override
  public String key() {
    return "task.refusal.sheet." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return this == UNKNOWN;
  }
}

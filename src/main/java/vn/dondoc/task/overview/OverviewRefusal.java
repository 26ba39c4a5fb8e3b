package vn.dondoc.task.overview;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Why a figure is not told. */
enum OverviewRefusal implements Refusal.Code {
  FUTURE,
  MONTH_TO_COME;

  @Override
  public String key() {
    return "task.refusal.overview." + name().toLowerCase(Locale.ROOT);
  }
}

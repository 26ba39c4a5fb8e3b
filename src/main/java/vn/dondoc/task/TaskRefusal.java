package vn.dondoc.task;

import vn.dondoc.kernel.Refusal;

/** Why a task is not made, changed or shown. */
enum TaskRefusal implements Refusal.Code {
  NO_LEAD("task.refusal.no_lead"),
  NO_ACTION("task.refusal.no_action"),
  NO_DAY("task.refusal.no_day"),
  NO_REASON("task.refusal.no_reason"),
  UNKNOWN("task.refusal.unknown"),
  BODY("task.refusal.body"),
  UNCHANGED("task.refusal.unchanged"),
  LONG_ACTION("task.refusal.long_action"),
  NO_CYCLE("task.refusal.no_cycle"),
  /** A length of time nobody said. */
  NO_LENGTH("task.refusal.no_length"),
  BAD_LENGTH("task.refusal.bad_length"),
  LONG_POINT("task.refusal.long_point"),
  EMPTY_DAY("task.refusal.empty_day"),
  LOST_DAY("task.refusal.lost_day"),
  BAD_CYCLE_DAY("task.refusal.bad_cycle_day"),
  BAD_CYCLE_MONTH("task.refusal.bad_cycle_month"),
  NO_KIND("task.refusal.no_kind"),
  DAY_FAR("task.refusal.day_far"),
  PAST("task.refusal.past"),
  CEASED("task.refusal.ceased"),
  CHANGED("task.refusal.changed");

  private final String key;

  TaskRefusal(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public boolean isMissing() {
    return this == UNKNOWN;
  }
}

package vn.dondoc.task.reminder;

import vn.dondoc.kernel.Refusal;

/** Why a ladder of reminders is not taken. */
enum ReminderRefusal implements Refusal.Code {
  AUDIENCE("task.refusal.rung_audience"),
  DAYS("task.refusal.rung_days");

  private final String key;

  ReminderRefusal(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}

package vn.dondoc.task.outbox;

import vn.dondoc.kernel.Refusal;

/** Why the outbox does not do what was asked. */
enum OutboxRefusal implements Refusal.Code {
  SETTING("task.refusal.mail_setting"),
  NO_LETTER("task.refusal.no_letter");

  private final String key;

  OutboxRefusal(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public boolean isMissing() {
    return this == NO_LETTER;
  }
}

package vn.dondoc.task.outbox;

/** Thư chưa đi được: why, and whether trying again can help. */
final class Undelivered extends Exception {
  private static final long serialVersionUID = 1;

  private final Cause cause;

  /** Nguyên nhân. */
  enum Cause {
    /** Nobody takes letters at the moment: the others need not be tried now. */
    NOBODY_THERE,
    /** This letter was put off. */
    PUT_OFF,
    /** This letter will never be taken. */
    REFUSED
  }

  Undelivered(Cause cause, Exception why) {
    super(String.valueOf(why.getMessage()), why);
    this.cause = cause;
  }

  Cause why() {
    return cause;
  }
}

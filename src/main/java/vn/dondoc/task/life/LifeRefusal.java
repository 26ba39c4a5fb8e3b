package vn.dondoc.task.life;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Why something is not recorded about a duty. */
enum LifeRefusal implements Refusal.Code {
  UNKNOWN,
  CHANGED,
  NOT_YOURS,
  OWN_WORK,
  OWN_DECISION,
  OWN_REPORT,
  OWN_CHANGE,
  NOT_NOW,
  NO_WORDS,
  NO_DAY,
  NO_BODY,
  NO_EVIDENCE,
  EVIDENCE_TYPE,
  EVIDENCE_SIZE,
  EVIDENCE_EMPTY,
  EVIDENCE_COUNT,
  TOO_LATE,
  NOT_LATER,
  DAY_FAR,
  AFTER_WHOLE,
  BEFORE_PART,
  CALENDAR_CHANGED,
  CIRCLE,
  PAST_DAY,
  NO_EVENT,
  EVENT_AHEAD,
  EVENT_PAST,
  MISSED,
  CEASED,
  NOT_CEASED,
  NOT_HEIR,
  HEIR_HAD,
  NO_DUE,
  NOT_ASKED,
  WORDS_LONG,
  DOCUMENT_LONG,
  EVIDENCE_NAME,
  NO_FILE,
  BODY_NAME,
  BODY_NEAR;

  @Override
  public String key() {
    return "task.refusal.life." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return this == UNKNOWN || this == NO_FILE;
  }
}

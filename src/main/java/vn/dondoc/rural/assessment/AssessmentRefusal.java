package vn.dondoc.rural.assessment;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao số liệu đánh giá không được ghi. */
public enum AssessmentRefusal implements Refusal.Code {
  /** Several problems, each with its own sentence. */
  REPORTS,
  NO_UNIT,
  NO_INDICATOR,
  PERIOD_AHEAD,
  PERIOD_OLD,
  NO_FIGURE,
  PART_MISSING,
  UNKNOWN_PART,
  RANGE,
  RANGE_SHIFTED,
  FAR,
  FAR_SHIFTED,
  OVER_WHOLE,
  SHIFTED,
  WHOLE,
  YES_NO,
  DIGITS,
  NOT_IF_ANY,
  NO_WORDS,
  LONG_WORDS,
  TWICE,
  NOT_CLAIMED,
  NOT_VERIFIED,
  ALREADY_APPRAISED,
  ALREADY_RETURNED,
  RETURN_UNVERIFIED,
  OWN_WORDS,
  NOT_OWNER,
  NOT_YOURS,
  CHANGED,
  RACED,
  NO_REASON,
  NOTHING_TO_WITHDRAW,
  WITHDRAWN_LOOKED,
  WITHDRAWN_RETURNED,
  NOT_SAID_BY_YOU,
  NO_WITHDRAWAL_REASON,
  TOO_MANY,
  NO_NUMBER,
  THOUSANDS,
  SPACED,
  EVIDENCE_COUNT,
  EVIDENCE_NAME,
  EVIDENCE_SIZE,
  EVIDENCE_TYPE,
  EVIDENCE_EXPIRED,
  EVIDENCE_ENDED,
  NO_EVIDENCE {
    @Override
    public boolean isMissing() {
      return true;
    }
  };

  @Override
  public String key() {
    return "rural.refusal.assessment." + name().toLowerCase(Locale.ROOT);
  }
}

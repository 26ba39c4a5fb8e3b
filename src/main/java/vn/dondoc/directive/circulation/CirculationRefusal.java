package vn.dondoc.directive.circulation;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Why a document is not sent, passed on or said to be received. */
enum CirculationRefusal implements Refusal.Code {
  DOCUMENT,
  NOT_CONFIRMED,
  ADDRESSEE,
  BODY,
  REASON,
  NOT_SENT,
  NOT_YOURS,
  NOT_RECEIVED,
  NOT_BELOW,
  NOBODY_CHOSEN;

  @Override
  public String key() {
    return "directive.circulation.refusal." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return this == DOCUMENT;
  }
}

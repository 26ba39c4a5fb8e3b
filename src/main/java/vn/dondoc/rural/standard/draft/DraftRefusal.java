package vn.dondoc.rural.standard.draft;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao một bản nháp không lưu được, hay không đặt được hiệu lực. */
enum DraftRefusal implements Refusal.Code {
  /** Several problems, each with its own sentence. */
  ROWS,
  UNKNOWN,
  UNKNOWN_ROW,
  /** Somebody else saved it meanwhile. */
  CHANGED,
  /** Only a set of its own can be filled in. */
  CHILD_OF_CHILD,
  /** Levels are taken of a set that fills in the one copied. */
  NOT_ITS_CHILD,
  FORCE;

  @Override
  public String key() {
    return "rural.draft.refusal." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return this == UNKNOWN || this == UNKNOWN_ROW;
  }
}

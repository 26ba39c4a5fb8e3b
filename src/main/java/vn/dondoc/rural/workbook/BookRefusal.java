package vn.dondoc.rural.workbook;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao biểu không được lập, nhận hay ghi. */
enum BookRefusal implements Refusal.Code {
  NO_SET,
  NO_UNIT,
  MONTH,
  FILE,
  NOT_A_FORM,
  EMPTY,
  HIDDEN,
  TOO_MANY_ROWS,
  TOO_MANY_WAITING,
  NONE_CHOSEN,
  UNKNOWN,
  ENDED,
  PROBLEMS,
  UNDECIDED,
  NOTHING,
  MAPPING,
  NO_PROFILE_NAME;

  @Override
  public String key() {
    return "rural.refusal.book." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return this == UNKNOWN;
  }
}

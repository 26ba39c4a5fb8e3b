package vn.dondoc.project;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao một dự án không ghi được. */
public enum ProjectRefusal implements Refusal.Code {
  /** Several problems, each with its own sentence. */
  LINES,
  UNKNOWN,
  CHANGED,
  UNCHANGED,
  NOT_YOURS,
  NO_NAME,
  LONG,
  CODE,
  BUDGET_CODE,
  CODE_TAKEN,
  DUPLICATE,
  CHOICE,
  OWNER,
  PLACE,
  YEARS,
  NO_WHY,
  BACKDATED,
  NUMBER,
  ISSUER,
  SIGNED,
  VALUE,
  NO_VALUE,
  TWICE,
  DECISION,
  MOVE,
  SINCE,
  YEAR,
  REFERENCE,
  MANY;

  @Override
  public String key() {
    return "project.refusal." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return this == UNKNOWN || this == DECISION;
  }
}

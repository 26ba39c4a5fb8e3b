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
  /** A total below what is paid already. */
  BELOW_PAID,
  /** No total is left for what is paid already. */
  NO_TOTAL,
  TWICE,
  DECISION,
  MOVE,
  SINCE,
  YEAR,
  REFERENCE,
  MANY,
  UNANSWERED,
  WORKS_LINES,
  WORKS_NONE,
  WORKS_MANY,
  WORKS_CHANGES,
  WHOLE,
  MISSING,
  CHOICE_AT,
  MILESTONE_STATE,
  DUE_SAME,
  DUE_FAR,
  DONE_AHEAD,
  CONTRACT,
  CONTRACT_TWICE,
  CONTRACTOR,
  TAX_CODE,
  ENDS,
  ACCEPTED_OVER,
  /** A contract signed after what was accepted or found of it. */
  SIGNED_ACCEPTED,
  SIGNED_FOUND,
  ACCEPTANCE,
  ACCEPTANCE_TWICE,
  FINDING,
  FINDING_DAY,
  CLOSED_DAY,
  CLEARANCE,
  CLEARANCE_TWICE,
  CLEARANCE_PLACE,
  /** Figures the stage cannot have yet, or has to have. */
  CLEARANCE_EARLY,
  CLEARANCE_LEFT,
  CLEARANCE_BLOCKED,
  CLEARANCE_DUE,
  CLEARANCE_BODY,
  WITHIN,
  MAGNITUDE,
  BLOCKER,
  RULE,
  RULE_DAY,
  RULE_TASK,
  RULE_NO_DAY,
  RULE_NO_START,
  RULE_ENDED,
  /** Words, last day or circle of a rule that its task does not have. */
  RULE_CLAUSE,
  RULE_LAST,
  RULE_BOUND,
  /** A reason for differing where nothing differs. */
  RULE_SAME,
  RULE_UNSEEN,
  NO_CODE,
  EXCEPTION_SAME,
  PHOTO,
  PHOTO_NONE,
  PHOTO_QUOTA,
  PHOTO_DAY;

  @Override
  public String key() {
    return "project.refusal." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return switch (this) {
      case UNKNOWN, DECISION, CONTRACT, ACCEPTANCE, FINDING, CLEARANCE, RULE, PHOTO -> true;
      default -> false;
    };
  }
}

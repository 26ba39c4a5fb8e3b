package vn.dondoc.rural.form;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rural.assessment.Told;
import vn.dondoc.rural.assessment.UnitMonth;

/** Tình trạng của một chỉ tiêu trong một kỳ, as the commune sees it. */
public enum Status {
  UNREPORTED("tag-nil", "dash-circle"),
  RETURNED("tag-bad", "arrow-return-left"),
  WAITING("tag-rev", "circle-half"),
  EXPIRED("tag-due", "exclamation-triangle-fill"),
  APPRAISED("tag-ok", "check-circle-fill"),
  APPRAISED_UNMET("tag-no", "x-circle-fill"),
  VERIFIED("tag-ok", "check-circle-fill"),
  VERIFIED_UNMET("tag-no", "x-circle-fill"),
  MET("tag-ok", "check-circle-fill"),
  UNMET("tag-no", "x-circle-fill"),
  UNKNOWN("tag-nil", "question-circle");

  private final String style;
  private final String icon;

  Status(String style, String icon) {
    this.style = style;
    this.icon = icon;
  }

  public static Status of(UnitMonth month, int indicator) {
    Told claim = month.claim(indicator);
    boolean waits = month.wait(indicator) != null;
    if (claim == null) {
      return waits ? WAITING : UNREPORTED;
    }
    if (month.returned(indicator) != null) {
      return RETURNED;
    }
    Status found = found(month, indicator, claim);
    if (found.isMet()) {
      return month.isExpired(indicator) ? EXPIRED : found;
    }
    return waits ? WAITING : found;
  }

  private static Status found(UnitMonth month, int indicator, Told claim) {
    Told appraised = month.appraised(indicator);
    if (appraised != null) {
      return isTrue(appraised.verdict()) ? APPRAISED : APPRAISED_UNMET;
    }
    Told verified = month.verified(indicator);
    if (verified != null) {
      return isTrue(verified.verdict()) ? VERIFIED : VERIFIED_UNMET;
    }
    Boolean verdict = claim.verdict();
    return verdict == null ? UNKNOWN : verdict ? MET : UNMET;
  }

  private static boolean isTrue(@Nullable Boolean verdict) {
    return Boolean.TRUE.equals(verdict);
  }

  boolean isMet() {
    return this == MET || this == EXPIRED || this == VERIFIED || this == APPRAISED;
  }

  boolean isUnmet() {
    return this == UNMET || this == VERIFIED_UNMET || this == APPRAISED_UNMET;
  }

  /** Message key: what the matrix knows too is called as there. */
  public String key() {
    String name = name().toLowerCase(Locale.ROOT);
    return switch (this) {
      case UNREPORTED, RETURNED, WAITING, EXPIRED, MET, UNMET -> "rural.result." + name;
      case UNKNOWN -> "rural.verdict." + name;
      default -> "rural.entry.status." + name;
    };
  }

  public String style() {
    return style;
  }

  public String icon() {
    return icon;
  }
}

package vn.dondoc.rural.matrix;

import java.util.Locale;

/** Tình trạng của một tiêu chí, hay một chỉ tiêu, ở một xã. */
public enum Result {
  /** Đạt. */
  MET("ok", "tag-ok", "check-circle-fill"),
  /** Đạt, but the evidence proves nothing any more. */
  EXPIRED("exp", "tag-due", "exclamation-triangle-fill"),
  /** Chưa đạt. */
  UNMET("no", "tag-no", "x-circle-fill"),
  /** Đang chờ: another's result, or a stage above. */
  WAITING("rev", "tag-rev", "circle-half"),
  /** Trả lại, and not yet said anew. */
  RETURNED("ret", "tag-bad", "arrow-return-left"),
  /** Chưa báo cáo: a state, not a zero. */
  UNREPORTED("nil", "tag-nil", "dash-circle");

  private final String cell;
  private final String tag;
  private final String icon;

  Result(String cell, String tag, String icon) {
    this.cell = cell;
    this.tag = tag;
    this.icon = icon;
  }

  /** Whether it counts as met. */
  public boolean counts() {
    return this == MET || this == EXPIRED;
  }

  String cell() {
    return cell;
  }

  /** Style of its tag. */
  public String tag() {
    return tag;
  }

  /** Sign of its tag. */
  public String icon() {
    return icon;
  }

  /** Message key of its words. */
  public String key() {
    return "rural.result." + name().toLowerCase(Locale.ROOT);
  }

  /** Message key of what the sign of a cell means. */
  String legend() {
    return this == UNMET || this == WAITING ? key() + ".legend" : key();
  }
}

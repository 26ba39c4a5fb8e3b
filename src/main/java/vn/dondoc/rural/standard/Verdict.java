package vn.dondoc.rural.standard;

/** Kết luận về một chỉ tiêu: what is not reported is neither met nor unmet. */
public enum Verdict {
  /** Đạt. */
  MET,
  /** Chưa đạt. */
  UNMET,
  /** Chưa đủ số liệu: a figure the rule needs is missing. */
  UNKNOWN;

  Verdict and(Verdict other) {
    if (this == UNMET || other == UNMET) {
      return UNMET;
    }
    return this == MET && other == MET ? MET : UNKNOWN;
  }

  Verdict or(Verdict other) {
    if (this == MET || other == MET) {
      return MET;
    }
    return this == UNMET && other == UNMET ? UNMET : UNKNOWN;
  }

  static Verdict of(boolean met) {
    return met ? MET : UNMET;
  }
}

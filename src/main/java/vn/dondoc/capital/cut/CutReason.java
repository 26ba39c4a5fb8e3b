package vn.dondoc.capital.cut;

import java.util.Locale;

/** Vì sao kế hoạch bị giảm: slowness is held against the unit, surplus is nobody's fault. */
public enum CutReason {
  /** Giải ngân chậm. */
  SLOW,
  /** Tiết kiệm sau đấu thầu. */
  TENDER_SAVINGS,
  /** Dôi dư sau quyết toán. */
  SETTLED,
  /** Hết nhiệm vụ chi. */
  TASK_ENDED;

  /** As the database calls it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Message key of its words. */
  public String key() {
    return "capital.cut.reason." + code();
  }

  /** Nobody's fault. */
  public boolean isSurplus() {
    return this != SLOW;
  }

  static CutReason of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

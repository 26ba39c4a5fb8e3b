package vn.dondoc.rural.plan;

import java.util.Locale;

/** Vì sao chỉ tiêu xã đã báo đạt mà chưa tính là đạt. */
public enum Setback {
  /** Bị trả lại, and not yet said anew. */
  RETURNED,
  /** Thẩm tra hoặc thẩm định thấy chưa đạt. */
  FOUND_UNMET;

  String key() {
    return "rural.forecast.setback." + name().toLowerCase(Locale.ROOT);
  }
}

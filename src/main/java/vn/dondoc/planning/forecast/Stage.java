package vn.dondoc.planning.forecast;

/** Giai đoạn của dự án trong tháng. */
public enum Stage {
  /** Chưa rõ. */
  UNKNOWN,
  /** Chuẩn bị đầu tư. */
  PREPARING,
  /** Lựa chọn nhà thầu. */
  TENDERING,
  /** Thi công. */
  BUILDING,
  /** Đã bàn giao, chưa quyết toán. */
  HANDED_OVER,
  /** Đã quyết toán. */
  SETTLED
}

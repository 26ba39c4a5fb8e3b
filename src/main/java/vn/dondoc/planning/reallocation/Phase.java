package vn.dondoc.planning.reallocation;

/** Thứ tự mục tiêu: each phase keeps what the earlier ones reached. Less is better in all. */
public enum Phase {
  /** Thiếu so với mục tiêu, đồng of expected payments (rounded up). */
  SHORTFALL,
  /** Tổng số giảm, đồng. */
  DISTURBANCE,
  /** Số dòng thay đổi. */
  MOVES,
  /** Số quyết định: authorities that have to decide, medium-term changes among them. */
  DECISIONS,
  /** Thứ tự ưu tiên: increases weighted by the receiver's rank, rank times đồng. */
  PRIORITY,
  /** Giảm của xã về đích trong năm, đồng. */
  DUE_CUTS,
  /** Tỷ lệ mất vốn lớn nhất của một chủ đầu tư, in millionths of its plan (rounded up). */
  OWNER_LOSS
}

package vn.dondoc.planning.reallocation;

/** Giới hạn: a rule that can bind, as reason code; numbers stand beside it. */
public enum Limit {
  /** Đã chi, đang xử lý, đã nghiệm thu chưa trả: the floor of a decrease. */
  PAID_FLOOR,
  /** Còn dùng hết được: nothing of the plan would lapse. */
  NOTHING_LAPSES,
  /** Khả năng hấp thụ: nothing more can be paid by the forecast. */
  ABSORPTION,
  /** Tổng mức đầu tư (or settlement) of the project over all sources. */
  TOTAL_INVESTMENT,
  /** Phần nguồn này trong tổng mức. */
  SOURCE_STRUCTURE,
  /** Kế hoạch trung hạn. */
  MEDIUM_TERM,
  /** Nhu cầu còn lại âm: the project already has more than its ceiling. */
  REMAINING_NEED,
  /** Chưa đủ điều kiện nhận vốn; the eligibility says why. */
  ELIGIBILITY,
  /** Không kịp thời gian của cấp quyết định. */
  LEAD_TIME,
  /** Nguồn thu (land-use money) not collected. */
  PAYABLE,
  /** Quỹ không nằm trong mục tiêu: a move there raises no rate. */
  NOT_COUNTED,
  /** Nhỏ hơn mức điều chỉnh tối thiểu. */
  SMALLEST_MOVE,
  /** Chủ đầu tư không mất quá tỷ lệ. */
  OWNER_SHARE,
  /** Quỹ không còn vốn dư để giảm. */
  POOL_SURPLUS,
  /** Quỹ không còn nơi nhận. */
  POOL_ROOM,
  /** Số được hoàn trả. */
  RETURN_ALLOWANCE,
  /** Ghim của người lập. */
  PIN,
  /** Mục tiêu đã đạt, không cần thêm. */
  NOT_NEEDED
}

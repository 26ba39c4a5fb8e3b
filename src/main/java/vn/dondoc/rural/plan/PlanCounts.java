package vn.dondoc.rural.plan;

/**
 * Tổng của một câu hỏi.
 *
 * @param lines dòng
 * @param missing chỉ tiêu chưa đạt, of what was reported
 * @param unreported chỉ tiêu chưa báo cáo
 * @param late quá hạn
 * @param blocked đang vướng
 * @param units đơn vị
 * @param tasks đã giao thành nhiệm vụ
 */
public record PlanCounts(
    long lines, long missing, long unreported, long late, long blocked, long units, long tasks) {
  /** Of a page without lines. */
  static final PlanCounts NONE = new PlanCounts(0, 0, 0, 0, 0, 0, 0);
}

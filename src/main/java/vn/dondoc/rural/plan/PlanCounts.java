package vn.dondoc.rural.plan;

/**
 * Tổng của một câu hỏi.
 *
 * @param lines dòng
 * @param missing chỉ tiêu chưa đạt
 * @param late quá hạn
 * @param blocked đang vướng
 * @param units đơn vị
 * @param tasks đã giao thành nhiệm vụ
 */
public record PlanCounts(
    long lines, long missing, long late, long blocked, long units, long tasks) {}

package vn.dondoc.planning.forecast;

/**
 * Vì sao: what moves a line's forecast away from that of an ordinary line.
 *
 * @param cause what it is
 * @param factor by how much it multiplies what is still to be paid: below one slows, above hastens
 * @param weight its share among all reasons of the line, 0 to 1
 * @param evidence how many lines (or months, for the line's own pace) it was learned from
 */
public record Reason(Cause cause, double factor, double weight, int evidence) {
  /** What can move a forecast. */
  public enum Cause {
    /** Loại dự án. */
    KIND,
    /** Giai đoạn. */
    STAGE,
    /** Vướng mắc. */
    OBSTACLE,
    /** Kế hoạch giao muộn. */
    LATE_PLAN,
    /** Nhịp chung của tỉnh năm nay. */
    PROVINCE_PACE,
    /** Nhịp của chủ đầu tư. */
    OWNER_PACE,
    /** Nhịp của chính dòng vốn. */
    OWN_PACE,
    /** Hồ sơ đang ở Kho bạc. */
    IN_PROCESS,
    /** Chạm trần kế hoạch. */
    CEILING
  }
}

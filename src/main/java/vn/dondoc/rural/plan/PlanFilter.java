package vn.dondoc.rural.plan;

import org.jspecify.annotations.Nullable;

/**
 * Lọc kế hoạch.
 *
 * @param year năm kế hoạch
 * @param unitId one commune; null for all
 * @param districtId communes of one district
 * @param bodyId what one body owes
 * @param kind lacking or to be kept; null for both
 * @param only further narrowing
 * @param words in the names of communes and actions
 * @param sort the order
 */
public record PlanFilter(
    int year,
    @Nullable Integer unitId,
    @Nullable Integer districtId,
    @Nullable Integer bodyId,
    PlanLine.@Nullable Kind kind,
    Only only,
    String words,
    Sort sort) {

  /** Thu hẹp. */
  public enum Only {
    ALL,
    /** Xã phấn đấu đạt chuẩn trong năm. */
    DUE,
    /** Xã không thuộc diện năm nay. */
    NOT_DUE,
    /** Việc của cộng đồng dân cư. */
    COMMUNITY,
    /** Quá hạn. */
    LATE,
    /** Đang vướng. */
    BLOCKED,
    /** Minh chứng sắp hết hạn. */
    EXPIRING
  }

  /** Thứ tự. */
  public enum Sort {
    DUE,
    UNIT,
    INDICATOR
  }

  /** Everything of a year. */
  public static PlanFilter of(int year) {
    return new PlanFilter(year, null, null, null, null, Only.ALL, "", Sort.UNIT);
  }

  /** What one unit lacks and has to keep. */
  public static PlanFilter ofUnit(int year, int unit) {
    return new PlanFilter(year, unit, null, null, null, Only.ALL, "", Sort.INDICATOR);
  }
}

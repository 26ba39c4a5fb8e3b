package vn.dondoc.planning.forecast;

import org.jspecify.annotations.Nullable;

/**
 * Vướng mắc: what kept, or keeps, a line from being paid.
 *
 * @param kind loại vướng mắc
 * @param from the first month it stood in the way
 * @param until the first month it no longer does, as known or expected; null when nobody says
 */
public record Obstacle(Kind kind, int from, @Nullable Integer until) {
  /** Loại vướng mắc. */
  public enum Kind {
    /** Giải phóng mặt bằng. */
    SITE_CLEARANCE,
    /** Thủ tục đầu tư. */
    PROCEDURE,
    /** Nhà thầu. */
    CONTRACTOR,
    /** Vật liệu, giá cả. */
    MATERIAL,
    /** Nguồn thu chưa về. */
    REVENUE,
    /** Khác. */
    OTHER
  }

  /** Stands in the way in a month, as far as its end is said. */
  public boolean standsIn(int month) {
    return month >= from && (until == null || month < until);
  }
}

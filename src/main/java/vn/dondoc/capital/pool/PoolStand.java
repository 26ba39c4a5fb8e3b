package vn.dondoc.capital.pool;

import java.util.List;
import vn.dondoc.capital.source.Pool;

/**
 * Nhóm vốn and what was assigned to it, đồng.
 *
 * @param pool nhóm vốn
 * @param sums what stands
 */
record PoolStand(Pool pool, Sums sums) {
  /**
   * Kế hoạch giao và phân bổ, đồng.
   *
   * @param pm Thủ tướng Chính phủ giao
   * @param province tỉnh giao bổ sung
   * @param allocated đã phân bổ chi tiết
   * @param carried chuyển nguồn từ năm trước sang: of no assignment of this year
   * @param gone chuyển nguồn sang năm sau, hoặc hủy
   */
  record Sums(long pm, long province, long allocated, long carried, long gone) {
    static final Sums NONE = new Sums(0, 0, 0, 0, 0);

    long assigned() {
      return pm + province;
    }

    /** Chưa phân bổ. */
    long unallocated() {
      return assigned() - allocated;
    }

    /** Kế hoạch giao chi tiết of its lines, with what was carried. */
    long plan() {
      return allocated + carried - gone;
    }

    Sums plus(Sums other) {
      return new Sums(
          pm + other.pm,
          province + other.province,
          allocated + other.allocated,
          carried + other.carried,
          gone + other.gone);
    }

    /** What a person saw before confirming: a booking that comes to anything else is not theirs. */
    String seen() {
      return pm + ":" + province + ":" + allocated;
    }
  }

  /** Một con số trước và sau. */
  record Figure(String key, long before, long after) {
    boolean changes() {
      return before != after;
    }
  }

  /** Everything of a pool, before and after. */
  static List<Figure> figures(Sums before, Sums after) {
    return List.of(
        new Figure("capital.pool.authority.pm", before.pm(), after.pm()),
        new Figure("capital.pool.authority.province", before.province(), after.province()),
        new Figure("capital.pool.allocated", before.allocated(), after.allocated()),
        new Figure("capital.pool.unallocated", before.unallocated(), after.unallocated()));
  }
}

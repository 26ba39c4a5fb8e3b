package vn.dondoc.capital.line;

import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.source.Vintage;

/**
 * Dòng vốn: a project in a pool, and what stands of it.
 *
 * @param id số dòng vốn
 * @param project dự án
 * @param owner chủ đầu tư
 * @param pool nhóm vốn
 * @param stands what it comes to now
 */
record LineHead(long id, Project project, @Nullable String owner, InPool pool, Stands stands) {
  /** Dự án: its number, code and name. */
  record Project(long id, @Nullable String code, String name) {}

  /** Nhóm vốn: code, name, where the money comes from, the year and the vintage. */
  record InPool(
      String code, String name, String sourceVi, String sourceEn, int year, Vintage vintage) {}

  /**
   * Số dư, đồng.
   *
   * @param plan kế hoạch
   * @param entered đã nhập để thanh toán
   * @param outstanding tạm ứng chưa thu hồi
   * @param volume khối lượng đã thanh toán
   */
  record Stands(long plan, long entered, long outstanding, long volume) {
    long disbursed() {
      return outstanding + volume;
    }

    /** Còn được giải ngân. */
    long left() {
      return plan - disbursed();
    }
  }
}

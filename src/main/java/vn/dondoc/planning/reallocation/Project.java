package vn.dondoc.planning.reallocation;

import org.jspecify.annotations.Nullable;

/**
 * Dự án, as far as its money may change.
 *
 * @param owner chủ đầu tư
 * @param area xã or a wider area
 * @param kind nhóm: class of the project, a code for explanations
 * @param stage giai đoạn, a code for explanations
 * @param totalInvestmentVnd tổng mức đầu tư over all sources
 * @param settledVnd giá trị quyết toán được duyệt: takes the place of the total investment; null
 *     before it is approved
 * @param accumulatedVnd capital to the end of last year over all sources, also those not here
 * @param otherPlansVnd this year's plans from sources that have no line here
 * @param eligibility whether it may receive, and if not, why
 * @param dueArea whether it serves a commune that is due this year
 */
public record Project(
    long id,
    long owner,
    long area,
    String kind,
    String stage,
    long totalInvestmentVnd,
    @Nullable Long settledVnd,
    long accumulatedVnd,
    long otherPlansVnd,
    Eligibility eligibility,
    boolean dueArea) {

  /** Điều kiện nhận thêm vốn: of several reasons the first in this order. */
  public enum Eligibility {
    ELIGIBLE,
    /** Tạm dừng. */
    SUSPENDED,
    /** Chưa có quyết định đầu tư. */
    NO_INVESTMENT_DECISION,
    /** Không có trong kế hoạch trung hạn. */
    NOT_IN_MEDIUM_TERM,
    /** Khởi công mới, chưa đủ thủ tục. */
    PROCEDURES_INCOMPLETE,
    /** Quá thời gian bố trí vốn. */
    CAPITAL_TIME_OVER
  }

  /** What capital may not exceed: the settlement once approved, else the total investment. */
  public long ceilingVnd() {
    return settledVnd == null ? totalInvestmentVnd : settledVnd;
  }
}

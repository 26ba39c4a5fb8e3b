package vn.dondoc.planning.reallocation;

import org.jspecify.annotations.Nullable;

/**
 * Dòng kế hoạch: what one project has from one pool this year.
 *
 * @param plannedVnd kế hoạch năm
 * @param paidVnd đã giải ngân, outstanding advances included
 * @param inProcessVnd hồ sơ đang ở Kho bạc
 * @param acceptedUnpaidVnd khối lượng đã nghiệm thu, chưa thanh toán
 * @param outstandingAdvanceVnd tạm ứng chưa thu hồi: the part of {@code paidVnd} that is advance
 * @param forecast what can still be paid besides paid and in process
 * @param ceiling ceilings of this source; null where only the project's total counts
 * @param priority rank among receivers, 0 first; reference data orders the classes
 */
public record Line(
    long id,
    long pool,
    long project,
    long plannedVnd,
    long paidVnd,
    long inProcessVnd,
    long acceptedUnpaidVnd,
    long outstandingAdvanceVnd,
    Forecast forecast,
    @Nullable Ceiling ceiling,
    int priority) {

  /**
   * Dự báo còn giải ngân được đến hết hạn, as quantiles of 10, 50 and 90 percent. Nothing where the
   * horizon has no day left.
   */
  public record Forecast(long f10Vnd, long f50Vnd, long f90Vnd) {
    public static final Forecast NONE = new Forecast(0, 0, 0);

    /** The quantile of a percentage between 10 and 90, straight between the three. */
    public long at(int percent) {
      if (percent <= 50) {
        return between(f10Vnd, f50Vnd, Math.max(percent, 10) - 10L);
      }
      return between(f50Vnd, f90Vnd, Math.min(percent, 90) - 50L);
    }

    private static long between(long from, long to, long fortieths) {
      return from + Math.multiplyExact(to - from, fortieths) / 40;
    }
  }

  /**
   * Ceilings of one source in the project.
   *
   * @param approvedVnd this source's part of the total investment; null: not split by source
   * @param accumulatedVnd this source's capital to the end of last year
   * @param mediumTermVnd kế hoạch trung hạn of this source; null: none to hold
   * @param mediumTermUsedVnd plans of earlier years of the period, carried money apart
   */
  public record Ceiling(
      @Nullable Long approvedVnd,
      long accumulatedVnd,
      @Nullable Long mediumTermVnd,
      long mediumTermUsedVnd) {}

  /** What no decrease may touch: paid, in process, accepted and unpaid. */
  public long floorVnd() {
    return paidVnd + inProcessVnd + acceptedUnpaidVnd;
  }

  /** What the line would pay with this plan, at a quantile of its forecast. */
  public long expectedVnd(long planVnd, int percent) {
    return Math.min(planVnd, paidVnd + inProcessVnd + forecast.at(percent));
  }
}

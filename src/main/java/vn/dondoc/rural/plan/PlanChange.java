package vn.dondoc.rural.plan;

/**
 * Sửa một dòng kế hoạch.
 *
 * @param unitId đơn vị
 * @param indicatorId chỉ tiêu
 * @param year năm kế hoạch
 * @param seen the step the person saw
 * @param owed what it says from now on
 * @param why lý do
 * @param declines the body that is asked to take the line over is not given it
 */
public record PlanChange(
    int unitId,
    int indicatorId,
    int year,
    int seen,
    PlanLine.Owed owed,
    String why,
    boolean declines) {
  /** The same by somebody who saw the line at this step. */
  PlanChange seen(int step) {
    return new PlanChange(unitId, indicatorId, year, step, owed, why, declines);
  }

  static PlanChange of(PlanLine line, int year, PlanLine.Owed owed, String why) {
    return new PlanChange(
        line.unit().id(), line.indicatorId(), year, line.step(), owed, why, false);
  }
}

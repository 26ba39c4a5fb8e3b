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
 */
public record PlanChange(
    int unitId, int indicatorId, int year, int seen, PlanLine.Owed owed, String why) {
  static PlanChange of(PlanLine line, int year, PlanLine.Owed owed, String why) {
    return new PlanChange(line.unit().id(), line.indicatorId(), year, line.step(), owed, why);
  }
}

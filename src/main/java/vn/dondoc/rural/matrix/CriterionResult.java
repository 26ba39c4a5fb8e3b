package vn.dondoc.rural.matrix;

/**
 * Kết quả một tiêu chí ở một xã.
 *
 * @param unitId xã
 * @param criterionId tiêu chí
 * @param indicators how many indicators it has
 * @param met how many are met at the required stage
 * @param pending not met, but waiting for another's result or for a stage above
 * @param returned given back and not yet said anew
 * @param reported how many the commune reported
 * @param expired met, with evidence that ended
 */
public record CriterionResult(
    int unitId,
    int criterionId,
    int indicators,
    int met,
    int pending,
    int returned,
    int reported,
    int expired) {
  /** A criterion is met when every indicator is. */
  public Result result() {
    if (met == indicators) {
      return expired > 0 ? Result.EXPIRED : Result.MET;
    }
    if (returned > 0) {
      return Result.RETURNED;
    }
    if (met + pending == indicators) {
      return Result.WAITING;
    }
    return reported == 0 && pending == 0 ? Result.UNREPORTED : Result.UNMET;
  }
}

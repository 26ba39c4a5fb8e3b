package vn.dondoc.rural.matrix;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rural.assessment.Standing.Stage;

/**
 * Một chỉ tiêu của một xã, with the words said of it.
 *
 * @param unitId xã
 * @param indicatorId chỉ tiêu
 * @param reached how far it is met
 * @param claim what the commune said; null when it has not reported
 * @param looked what was found when it was looked at
 * @param awaited what is waited for; null when nothing is
 * @param returned reason of the return; null when it is not given back
 * @param expiresOn the last day the evidence proves anything; null when none ends
 */
record IndicatorLine(
    int unitId,
    int indicatorId,
    Stage reached,
    @Nullable Claim claim,
    Looked looked,
    @Nullable Wait awaited,
    @Nullable String returned,
    @Nullable LocalDate expiresOn) {
  /** Số liệu xã tự đánh giá. */
  record Claim(
      LocalDate period, LocalDate on, List<@Nullable BigDecimal> figures, boolean nothing) {}

  /**
   * Kết quả thẩm tra, thẩm định; null where nobody has looked, or it is the commune's own figure.
   */
  record Looked(@Nullable Boolean verified, @Nullable Boolean appraised, @Nullable Stood stood) {}

  /**
   * Kết quả đã xét: still kept while a newer claim waits to be verified, or with another figure
   * than the commune's.
   *
   * @param kind thẩm tra, thẩm định
   * @param period of which month
   * @param on ngày xét
   * @param figures in the order of the indicator's parts
   * @param nothing there was nothing to assess
   * @param after the claim was looked at, and another figure written
   */
  record Stood(
      String kind,
      LocalDate period,
      LocalDate on,
      List<@Nullable BigDecimal> figures,
      boolean nothing,
      boolean after) {}

  /** Chờ ai, từ bao giờ. */
  record Wait(LocalDate since, String whom) {}

  Result result(Stage required, LocalDate day) {
    if (reached.compareTo(required) >= 0) {
      return expiresOn != null && expiresOn.isBefore(day) ? Result.EXPIRED : Result.MET;
    }
    if (returned != null) {
      return Result.RETURNED;
    }
    if (awaited != null || reached != Stage.NONE) {
      return Result.WAITING;
    }
    return claim == null ? Result.UNREPORTED : Result.UNMET;
  }
}

package vn.dondoc.capital.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Độ tin cậy của một chủ đầu tư. A promise counts when it is over, above zero and was said by the
 * day the month before had to be reported; it is kept when what the Treasury's ledger says came of
 * the line in that month, is not below the promise by more than the tolerance.
 *
 * @param ownerId chủ đầu tư
 * @param promises how many promises count
 * @param kept of them kept
 * @param late promises said too late to count
 * @param missing months of a line nothing was promised for
 * @param promisedVnd sum of the promises that count
 * @param cameVnd what came of them
 * @param firstMonth the first month looked at
 * @param lastMonth the last
 * @param tolerancePercent the tolerance
 */
public record Reliability(
    int ownerId,
    int promises,
    int kept,
    int late,
    int missing,
    long promisedVnd,
    long cameVnd,
    LocalDate firstMonth,
    LocalDate lastMonth,
    BigDecimal tolerancePercent) {

  /** Share of promises kept; null when none counts. */
  public @Nullable BigDecimal share() {
    return promises == 0 ? null : ratio(kept, promises);
  }

  /** What came by what was promised; null when nothing was. */
  public @Nullable BigDecimal ratio() {
    return promisedVnd == 0 ? null : ratio(cameVnd, promisedVnd);
  }

  private static BigDecimal ratio(long part, long whole) {
    return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
  }
}

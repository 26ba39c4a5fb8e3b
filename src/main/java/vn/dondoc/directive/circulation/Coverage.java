package vn.dondoc.directive.circulation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Phổ biến tiếp: how far a recipient has passed a document on to the bodies below it.
 *
 * @param bodyId who passes it on
 * @param name its name
 * @param below bodies below it that are to have the document
 * @param forwarded that were sent it
 * @param opened that opened it
 * @param received that acknowledged it
 * @param late that have not acknowledged though the day is past
 */
public record Coverage(
    int bodyId, String name, int below, int forwarded, int opened, int received, int late) {
  public BigDecimal share() {
    return below == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(received).divide(BigDecimal.valueOf(below), 6, RoundingMode.HALF_UP);
  }
}

package vn.dondoc.planning;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Dự báo của một đơn vị.
 *
 * @param unit đơn vị
 * @param first the month after the last one known
 * @param whole probability that every indicator is met at the end of each month from then on
 * @param reasons what stands in the way at the month asked for, the weightiest first
 */
public record Outlook(int unit, YearMonth first, List<Double> whole, List<Reason> reasons) {
  public Outlook {
    whole = List.copyOf(whole);
    reasons = List.copyOf(reasons);
  }

  /**
   * Vì sao: one indicator's part in the risk.
   *
   * @param indicator chỉ tiêu
   * @param chance probability that it is met at the month asked for
   * @param weight its share of the whole risk, 0 to 1
   */
  public record Reason(int indicator, double chance, double weight) {}

  /** Probability at the end of a month. */
  public double at(YearMonth month) {
    int index = (int) first.until(month, java.time.temporal.ChronoUnit.MONTHS);
    if (index < 0 || index >= whole.size()) {
      throw new IllegalArgumentException(month + " is not forecast");
    }
    return whole.get(index);
  }

  /** The first month at whose end it is at least this likely. */
  public Optional<YearMonth> firstAt(double probability) {
    for (int i = 0; i < whole.size(); i++) {
      if (whole.get(i) >= probability) {
        return Optional.of(first.plusMonths(i));
      }
    }
    return Optional.empty();
  }
}

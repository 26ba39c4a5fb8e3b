package vn.dondoc.rural.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.dondoc.planning.Outlook;

/**
 * Dự báo đạt chuẩn của một năm.
 *
 * @param by the month asked about, December of the plan's year
 * @param last the last month with reports
 * @param asOf ngày tính
 * @param units by commune: how likely it meets every criterion
 * @param whole ids of the communes that meet every criterion already
 * @param due ids of the communes due that year
 * @param setbacks by commune and indicator: what a commune reported as met and does not count
 * @param exactly place n: how likely exactly n of the due communes do
 */
public record Forecast(
    YearMonth by,
    YearMonth last,
    LocalDate asOf,
    Map<Integer, Outlook> units,
    Set<Integer> whole,
    List<Integer> due,
    Map<Integer, Map<Integer, Setback>> setbacks,
    List<Double> exactly) {
  public Forecast {
    setbacks = Map.copyOf(setbacks);
    units = Map.copyOf(units);
    whole = Set.copyOf(whole);
    due = List.copyOf(due);
    exactly = List.copyOf(exactly);
  }

  /** What of a commune does not count although it was reported as met, by indicator. */
  public Map<Integer, Setback> setbacks(int unit) {
    return setbacks.getOrDefault(unit, Map.of());
  }

  /** How likely at least so many of the due communes meet every criterion. */
  public double atLeast(int number) {
    double sum = 0;
    for (int n = Math.max(0, number); n < exactly.size(); n++) {
      sum += exactly.get(n);
    }
    return Math.min(1, sum);
  }

  /** How many of the due communes are to be expected. */
  public double expected() {
    double sum = 0;
    for (int n = 1; n < exactly.size(); n++) {
      sum += n * exactly.get(n);
    }
    return sum;
  }

  /** The number that at least this share of all futures stays at or below. */
  public int quantile(double share) {
    double sum = 0;
    for (int n = 0; n < exactly.size(); n++) {
      sum += exactly.get(n);
      if (sum >= share) {
        return n;
      }
    }
    return Math.max(0, exactly.size() - 1);
  }
}

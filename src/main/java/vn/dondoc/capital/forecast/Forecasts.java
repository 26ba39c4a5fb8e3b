package vn.dondoc.capital.forecast;

import java.time.LocalDate;
import java.util.Map;

/** Các dự báo giải ngân: the door. */
public interface Forecasts {
  /**
   * The forecast of a year as known at the end of a day, within the actor's sight. Made once for a
   * state of the ledger, then kept.
   */
  YearForecast of(int year, LocalDate day);

  /**
   * How likely the province would reach a target of a forecast with other plans, on the same
   * throws: without a changed plan it is the forecast's own.
   *
   * @param forecast of which year and day
   * @param target one of its targets
   * @param plans the new plan of each line that changes, đồng
   */
  double chance(YearForecast forecast, TargetChance target, Map<Long, Long> plans);

  /**
   * What all lines together will have been paid by 31 January every second time with other plans,
   * on the same throws: without a changed plan it is the province's of the forecast.
   *
   * @param forecast of which year and day
   * @param plans the new plan of each line that changes, đồng
   */
  long middle(YearForecast forecast, Map<Long, Long> plans);
}

package vn.dondoc.capital.forecast;

import java.util.List;
import vn.dondoc.planning.forecast.Fan;

/**
 * Dự báo cộng dồn of the province, a source, an owner or a project; lines added up throw by throw.
 *
 * @param scope of which sort
 * @param key of the source, owner or project; empty for the province
 * @param lines how many
 * @param plan kế hoạch, đồng
 * @param paid giải ngân by the day, đồng
 * @param past paid at the end of each known month, from January, đồng
 * @param fan cumulative payments at the end of each month to 31 January, đồng
 * @param payable what can still be paid until 31 January
 */
public record SumForecast(
    Scope scope, String key, int lines, long plan, long paid, List<Long> past, Fan fan, Range payable) {
  public SumForecast {
    past = List.copyOf(past);
  }


  /** Phạm vi. */
  public enum Scope {
    PROVINCE,
    SOURCE,
    OWNER,
    PROJECT
  }
}

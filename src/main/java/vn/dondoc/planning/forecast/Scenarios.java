package vn.dondoc.planning.forecast;

import java.util.Map;

/** Phương án kế hoạch: how likely a target would be reached with other plans. */
public interface Scenarios {
  /**
   * Probability of reaching a target the question named, with other plans, on the dice of the
   * forecast: without a changed plan it is that of {@link Forecast#chances()}.
   *
   * @param target one of those asked
   * @param plans the new plan of each line that changes
   */
  double chance(Target target, Map<Long, Long> plans);
}

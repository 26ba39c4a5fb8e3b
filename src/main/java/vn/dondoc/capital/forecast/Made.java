package vn.dondoc.capital.forecast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.dondoc.planning.forecast.Scenarios;

/**
 * Dự báo đã tính, of the whole province.
 *
 * @param all as who sees everything sees it
 * @param scenarios of the lines each target counts
 * @param whole scenarios of all lines
 * @param months at whose end each target is to be reached
 */
record Made(
    YearForecast all,
    Map<TargetChance.Kind, Scenarios> scenarios,
    Scenarios whole,
    Map<TargetChance.Kind, Integer> months) {

  /** What is left of it for who sees these lines only. */
  YearForecast seen(Set<Long> visible) {
    List<LineForecast> lines =
        all.lines().stream().filter(line -> visible.contains(line.id())).toList();
    Map<String, Long> counted = counted(lines);
    List<SumForecast> sums = new ArrayList<>();
    for (SumForecast sum : all.sums()) {
      if (sum.scope() != SumForecast.Scope.PROVINCE
          && counted.getOrDefault(sum.scope() + sum.key(), 0L) == sum.lines()) {
        sums.add(sum);
      }
    }
    return new YearForecast(
        all.year(),
        all.day(),
        all.paidTo(),
        all.known(),
        all.reported(),
        all.state(),
        lines,
        sums,
        List.of(),
        all.promises().stream()
            .filter(promise ->
                sums.stream()
                    .anyMatch(sum ->
                        sum.scope() == SumForecast.Scope.OWNER
                            && sum.key().equals(Integer.toString(promise.owner()))))
            .toList(),
        all.warnings());
  }

  private static Map<String, Long> counted(List<LineForecast> lines) {
    Map<String, Long> counted = new HashMap<>();
    for (LineForecast line : lines) {
      counted.merge(SumForecast.Scope.SOURCE + line.line().source(), 1L, Long::sum);
      counted.merge(SumForecast.Scope.OWNER + "" + line.line().owner(), 1L, Long::sum);
      counted.merge(SumForecast.Scope.PROJECT + "" + line.line().project(), 1L, Long::sum);
    }
    return counted;
  }
}

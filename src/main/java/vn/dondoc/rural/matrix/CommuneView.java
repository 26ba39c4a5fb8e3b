package vn.dondoc.rural.matrix;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rural.assessment.Standing.Stage;
import vn.dondoc.rural.matrix.Matrix.Totals;
import vn.dondoc.rural.standard.Criterion;
import vn.dondoc.rural.standard.Yardstick;
import vn.dondoc.web.Asked;
import vn.dondoc.web.ListAddress;

/**
 * Một xã của một ngày.
 *
 * @param commune xã
 * @param yardstick what it is measured by
 * @param at ngày, bước, nhóm
 * @param results by criterion
 * @param lines by indicator, those anything was said of
 * @param totals of the commune alone
 * @param succession the set followed another and the commune has reported nothing by it; else null
 */
record CommuneView(
    Commune commune,
    Yardstick yardstick,
    At at,
    Map<Integer, CriterionResult> results,
    Map<Integer, IndicatorLine> lines,
    Totals totals,
    @Nullable Succession succession) {
  /**
   * Đến ngày nào, qua bước nào.
   *
   * @param unitGroup nhóm đơn vị of its thresholds; empty when it has none
   * @param asked the day and the stage as the address says them
   */
  record At(LocalDate day, Stage required, String unitGroup, Map<String, String> asked) {
    At in(String group) {
      return new At(day, required, group, asked);
    }
  }

  /** The commune on the last day of the set before. */
  String before(Succession older) {
    return new ListAddress(MatrixView.PATH + "/xa/" + commune.id(), at.asked())
        .with(MatrixFilter.DAY, older.lastDay().toString());
  }

  /** Whether it has reported anything by the set. */
  boolean reported() {
    return results.values().stream().anyMatch(result -> result.reported() > 0);
  }

  /** Another page about the same day and stage. */
  String address(String path) {
    return new ListAddress(path, at.asked()).with(Asked.AFTER, "");
  }

  CriterionResult result(Criterion criterion) {
    return Optional.ofNullable(results.get(criterion.id())).orElseThrow();
  }

  @Nullable IndicatorLine line(Criterion.Indicator indicator) {
    return lines.get(indicator.id());
  }

  Result result(Criterion.Indicator indicator) {
    IndicatorLine line = line(indicator);
    return line == null ? Result.UNREPORTED : line.result(at.required(), at.day());
  }

  /** What is lacking first, each part in the order of the act. */
  List<Criterion> unfinishedFirst() {
    return yardstick.criteria().stream()
        .sorted(Comparator.comparing(c -> result(c).result().counts()))
        .toList();
  }

  int met() {
    return (int) results.values().stream().filter(r -> r.result().counts()).count();
  }

  int indicatorsMet() {
    return results.values().stream().mapToInt(CriterionResult::met).sum();
  }

  int indicators() {
    return yardstick.indicators().size();
  }

  /** Whom the indicators it lacks belong to, and how many. */
  long count(Result result) {
    return yardstick.indicators().values().stream().filter(i -> result(i) == result).count();
  }
}

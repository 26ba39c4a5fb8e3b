package vn.dondoc.rural.matrix;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.rural.assessment.Standing.Stage;
import vn.dondoc.rural.matrix.Matrix.Totals;
import vn.dondoc.rural.matrix.MatrixStore.Measure;
import vn.dondoc.rural.standard.CriteriaSet;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.rural.standard.Yardstick;

/** Dựng trang một xã. */
@Component
@Transactional(readOnly = true)
class CommuneReading {
  private final MatrixStore store;
  private final PastRollups past;
  private final Standards standards;

  CommuneReading(MatrixStore store, PastRollups past, Standards standards) {
    this.store = store;
    this.past = past;
    this.standards = standards;
  }

  List<Commune> communes(LocalDate day) {
    return store.units(Matrices.KIND, day);
  }

  CommuneView read(Commune commune, Yardstick yardstick, CommuneView.At at) {
    LocalDate day = at.day();
    Stage required = at.required();
    Measure by = new Measure(yardstick.set().id(), day, required);
    List<Integer> alone = List.of(commune.id());
    Map<Integer, CriterionResult> results = new HashMap<>();
    store.criteria(alone, by).forEach(result -> results.put(result.criterionId(), result));
    Map<Integer, IndicatorLine> lines = new HashMap<>();
    store.indicators(alone, by, null).forEach(line -> lines.put(line.indicatorId(), line));
    Map<String, List<Integer>> groups = Map.of(Totals.ALL, alone);
    LocalDate before = day.withDayOfMonth(1).minusDays(1);
    List<CriteriaSet> sets = standards.all();
    boolean same =
        Standards.measuring(sets, Matrices.KIND, before)
            .filter(s -> s.id() == by.set())
            .isPresent();
    Totals totals =
        new Totals(
            store.rollups(groups, by),
            same ? past.of(groups, new Measure(by.set(), before, required)) : Map.of(),
            before);
    String group = store.unitGroup(commune.id(), day).orElse("");
    Succession succession = Succession.of(yardstick.set(), sets, totals.of(Totals.ALL), standards);
    return new CommuneView(commune, yardstick, at.in(group), results, lines, totals, succession);
  }
}

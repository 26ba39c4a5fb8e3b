package vn.dondoc.rural.matrix;

import java.text.Collator;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.place.Places;
import vn.dondoc.rural.matrix.Matrix.Totals;
import vn.dondoc.rural.matrix.MatrixStore.Measure;
import vn.dondoc.rural.standard.CriteriaSet;
import vn.dondoc.rural.standard.Criterion;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.rural.standard.Yardstick;

/**
 * Dựng ma trận: what was asked for, in a number of questions that no number of communes changes.
 */
@Component
@Transactional(readOnly = true)
class MatrixReading {
  private final MatrixStore store;
  private final PastRollups past;
  private final Standards standards;
  private final Places places;

  MatrixReading(MatrixStore store, PastRollups past, Standards standards, Places places) {
    this.store = store;
    this.past = past;
    this.standards = standards;
    this.places = places;
  }

  Matrix read(MatrixFilter filter, Yardstick yardstick, List<Band> bands) {
    refuseUnknownMap(filter.map());
    Measure by = new Measure(yardstick.set().id(), filter.day(), filter.stage());
    List<Commune> communes = store.units(Matrices.KIND, filter.day());
    refuseUnknownDistrict(filter, communes);
    List<Commune> within = communes.stream().filter(filter::holds).toList();
    // Asked once for all: what is shown and what it comes to rest on the same results.
    List<CriterionResult> cells = store.criteria(ids(communes), by);
    Map<Integer, Map<Integer, CriterionResult>> results = byCommune(cells, within);
    Matrix all =
        new Matrix(
            filter,
            yardstick,
            bands,
            communes,
            within,
            results,
            Map.of(),
            new Totals(Map.of(), Map.of(), filter.day()),
            null,
            null);
    List<Commune> shown = within.stream().filter(asked(all, by)).sorted(order(all)).toList();
    List<CriteriaSet> sets = standards.all();
    Totals totals = totals(Totals.groups(communes, shown), cells, by, sets);
    return new Matrix(
        filter,
        yardstick,
        bands,
        communes,
        shown,
        results,
        opened(all, shown, by),
        totals,
        otherMap(filter, shown, results),
        Succession.of(yardstick.set(), sets, totals.of(Totals.ALL), standards));
  }

  private static Map<Integer, Map<Integer, CriterionResult>> byCommune(
      List<CriterionResult> cells, List<Commune> within) {
    Map<Integer, Map<Integer, CriterionResult>> results = new HashMap<>();
    within.forEach(commune -> results.put(commune.id(), new HashMap<>()));
    for (CriterionResult cell : cells) {
      Map<Integer, CriterionResult> of = results.get(cell.unitId());
      if (of != null) {
        of.put(cell.criterionId(), cell);
      }
    }
    return results;
  }

  private void refuseUnknownMap(@Nullable LocalDate map) {
    if (map != null) {
      LocalDate first = places.knownFrom().orElse(LocalDate.MAX);
      if (map.isBefore(first)) {
        throw Refusal.of(MatrixRefusal.NO_MAP, MatrixFilter.MAP, map, first);
      }
    }
  }

  /** A district of another map, or out of sight, would look like one without communes. */
  private static void refuseUnknownDistrict(MatrixFilter filter, List<Commune> communes) {
    Integer district = filter.district();
    if (district != null && communes.stream().noneMatch(c -> district.equals(c.aboveId()))) {
      throw Refusal.of(
          MatrixRefusal.NO_DISTRICT,
          MatrixFilter.DISTRICT,
          Integer.toString(district),
          filter.day());
    }
  }

  private static List<Integer> ids(Collection<Commune> communes) {
    return communes.stream().map(Commune::id).toList();
  }

  /**
   * What only results can tell: the band, a criterion not met, a department's own indicators. Who
   * has reported nothing is in no band and lacks nothing yet.
   */
  private Predicate<Commune> asked(Matrix all, Measure by) {
    MatrixFilter filter = all.filter();
    Predicate<Commune> asked =
        filter.band().isEmpty() && filter.unmet().isEmpty() && filter.owner().isEmpty()
            ? commune -> true
            : all::reported;
    if (!filter.band().isEmpty()) {
      Band band =
          all.bands().stream()
              .filter(b -> b.code().equals(filter.band()))
              .findFirst()
              .orElseThrow();
      asked = asked.and(commune -> band.holds(all.met(commune), all.criteria()));
    }
    if (!filter.unmet().isEmpty()) {
      Criterion unmet = all.yardstick().criterion(filter.unmet()).orElseThrow();
      asked =
          asked.and(
              commune -> all.result(commune, unmet).filter(r -> r.result().counts()).isEmpty());
    }
    if (!filter.owner().isEmpty()) {
      Set<Integer> lacking = new HashSet<>(store.lacking(ids(all.shown()), by, filter.owner()));
      asked = asked.and(commune -> lacking.contains(commune.id()));
    }
    return asked;
  }

  private static Comparator<Commune> order(Matrix all) {
    Collator vietnamese = Collator.getInstance(Locale.of("vi"));
    Comparator<Commune> name = Comparator.comparing(Commune::name, vietnamese);
    Map<Integer, Integer> met = new HashMap<>();
    all.shown().forEach(commune -> met.put(commune.id(), all.met(commune)));
    Comparator<Commune> count = Comparator.comparing(commune -> met.getOrDefault(commune.id(), 0));
    return switch (all.filter().sort()) {
      case MOST -> count.reversed().thenComparing(name);
      case LEAST -> count.thenComparing(name);
      case NAME -> name;
    };
  }

  private Map<Integer, Map<Integer, IndicatorLine>> opened(
      Matrix all, List<Commune> shown, Measure by) {
    Map<Integer, Map<Integer, IndicatorLine>> opened = new HashMap<>();
    all.yardstick()
        .criterion(all.filter().opened())
        .ifPresent(criterion ->
            store
                .indicators(ids(shown), by, criterion.id())
                .forEach(line ->
                    opened
                        .computeIfAbsent(line.unitId(), id -> new HashMap<>())
                        .put(line.indicatorId(), line)));
    return opened;
  }

  /** What the month before was measured by another set cannot be compared. */
  private Totals totals(
      Map<String, List<Integer>> groups,
      List<CriterionResult> cells,
      Measure by,
      List<CriteriaSet> sets) {
    LocalDate before = by.day().withDayOfMonth(1).minusDays(1);
    boolean same =
        Standards.measuring(sets, Matrices.KIND, before)
            .filter(set -> set.id() == by.set())
            .isPresent();
    return new Totals(
        store.rollups(groups, cells),
        same ? past.of(groups, new Measure(by.set(), before, by.required())) : Map.of(),
        before);
  }

  private @Nullable OtherMap otherMap(
      MatrixFilter filter,
      List<Commune> shown,
      Map<Integer, Map<Integer, CriterionResult>> results) {
    LocalDate map = filter.map();
    if (map == null) {
      return null;
    }
    Map<Integer, Map<Integer, CriterionResult>> ofShown = new HashMap<>(results);
    ofShown.keySet().retainAll(ids(shown));
    return OtherMap.of(shown, ofShown, places, filter.day(), map);
  }
}

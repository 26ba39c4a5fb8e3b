package vn.dondoc.rural.matrix;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rural.standard.Criterion;
import vn.dondoc.rural.standard.Yardstick;

/**
 * Ma trận của một ngày, as it was asked for.
 *
 * @param filter what was asked
 * @param yardstick what communes are measured by
 * @param bands khoảng số tiêu chí
 * @param communes every commune the viewer sees
 * @param shown those that were asked for, in the order asked for
 * @param results by commune and criterion, of those within the place asked for
 * @param opened by commune and indicator, of the criterion opened
 * @param totals what it comes to, now and at the end of the month before
 * @param otherMap the same told on another map; null when none was asked for
 * @param succession the set followed another and not every commune has reported by it; else null
 */
record Matrix(
    MatrixFilter filter,
    Yardstick yardstick,
    List<Band> bands,
    List<Commune> communes,
    List<Commune> shown,
    Map<Integer, Map<Integer, CriterionResult>> results,
    Map<Integer, Map<Integer, IndicatorLine>> opened,
    Totals totals,
    @Nullable OtherMap otherMap,
    @Nullable Succession succession) {

  /**
   * Tổng hợp theo nhóm.
   *
   * @param now by key of the group
   * @param before the same communes on that day; empty where another set was in force
   * @param beforeOn cuối tháng trước
   */
  record Totals(Map<String, Rollup> now, Map<String, Rollup> before, LocalDate beforeOn) {
    /** Communes all together. */
    static final String ALL = "all";

    /** Communes that were asked for. */
    static final String SHOWN = "shown";

    static String of(MatrixFilter.Group group) {
      return "group:" + group.word();
    }

    static String of(@Nullable Integer district) {
      return "district:" + district;
    }

    @Nullable Rollup of(String key) {
      return now.get(key);
    }

    /** How much the mean has changed; empty where it cannot be compared. */
    Optional<BigDecimal> change(String key) {
      Rollup here = now.get(key);
      Rollup there = before.get(key);
      BigDecimal to = here == null ? null : here.mean();
      BigDecimal from = there == null ? null : there.mean();
      return to == null || from == null ? Optional.empty() : Optional.of(to.subtract(from));
    }

    /** How many more communes are in a band. */
    int more(String key, Band band) {
      Rollup here = now.get(key);
      Rollup there = before.get(key);
      return here == null || there == null ? 0 : here.in(band) - there.in(band);
    }

    /** Which communes count under which key. */
    static Map<String, List<Integer>> groups(
        Collection<Commune> communes, Collection<Commune> shown) {
      Map<String, List<Integer>> groups = new LinkedHashMap<>();
      groups.put(ALL, communes.stream().map(Commune::id).toList());
      groups.put(SHOWN, shown.stream().map(Commune::id).toList());
      for (MatrixFilter.Group group : MatrixFilter.Group.values()) {
        groups.put(of(group), communes.stream().filter(group::holds).map(Commune::id).toList());
      }
      for (Commune commune : communes) {
        groups
            .computeIfAbsent(of(commune.aboveId()), key -> new java.util.ArrayList<>())
            .add(commune.id());
      }
      return groups;
    }
  }

  /** How many criteria a commune meets. */
  int met(Commune commune) {
    return (int)
        results.getOrDefault(commune.id(), Map.of()).values().stream()
            .filter(result -> result.result().counts())
            .count();
  }

  /** Whether a commune has reported anything by the set. */
  boolean reported(Commune commune) {
    return results.getOrDefault(commune.id(), Map.of()).values().stream()
        .anyMatch(result -> result.reported() > 0);
  }

  Optional<CriterionResult> result(Commune commune, Criterion criterion) {
    return Optional.ofNullable(results.getOrDefault(commune.id(), Map.of()).get(criterion.id()));
  }

  int criteria() {
    return yardstick.criteria().size();
  }

  /** The criteria that are shown: all, or those of the department asked for. */
  List<Criterion> columns() {
    return filter.owner().isEmpty()
        ? yardstick.criteria()
        : yardstick.criteria().stream()
            .filter(
                c -> c.indicators().stream().anyMatch(i -> i.dataOwner().equals(filter.owner())))
            .toList();
  }
}

package vn.dondoc.rural.matrix;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.rural.assessment.Standing.Stage;
import vn.dondoc.rural.matrix.MatrixStore.Measure;
import vn.dondoc.rural.standard.CriteriaSet;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.rural.standard.Yardstick;

/**
 * Ma trận nông thôn mới: which commune meets which criterion of the set in force on a day. What the
 * page shows, the sheet carries and others count comes from the same definition.
 */
@Component
@Transactional(readOnly = true)
public class Matrices {
  /** What the matrix is about. */
  static final String KIND = Standards.COMMUNE;

  private static final String ALL = "all";

  private final MatrixStore store;
  private final Standards standards;

  Matrices(MatrixStore store, Standards standards) {
    this.store = store;
    this.standards = standards;
  }

  /** The communes of the map of a day, as far as whoever asks may see. */
  public List<Commune> communes(LocalDate day) {
    return store.units(KIND, day);
  }

  /**
   * Every criterion of these communes at the end of a day, those not reported as well.
   *
   * @param required the stage an indicator must have reached to count
   * @return empty when no set is in force
   */
  public List<CriterionResult> results(
      Collection<Integer> communes, LocalDate day, Stage required) {
    return measure(day, required).map(by -> store.criteria(communes, by)).orElse(List.of());
  }

  /** What that comes to for groups of communes, by the key of the group. */
  public Map<String, Rollup> rollups(
      Map<String, ? extends Collection<Integer>> groups, LocalDate day, Stage required) {
    return measure(day, required).map(by -> store.rollups(groups, by)).orElse(Map.of());
  }

  /** Bình quân tiêu chí một xã; empty without communes or without a set in force. */
  public Optional<BigDecimal> mean(Collection<Integer> communes, LocalDate day, Stage required) {
    return Optional.ofNullable(rollups(Map.of(ALL, communes), day, required).get(ALL))
        .map(Rollup::mean);
  }

  /**
   * Whether the set of a day followed another and some of the communes whoever asks may see have
   * reported nothing by it yet.
   */
  public Optional<Succession> succession(LocalDate day) {
    List<CriteriaSet> sets = standards.all();
    return Standards.measuring(sets, KIND, day)
        .filter(set -> set.follows(sets))
        .flatMap(set -> {
          List<Integer> communes = communes(day).stream().map(Commune::id).toList();
          Measure by = new Measure(set.id(), day, Stage.CLAIMED);
          Rollup all = store.rollups(Map.of(ALL, communes), by).get(ALL);
          return Optional.ofNullable(Succession.of(set, sets, all, standards));
        });
  }

  /**
   * The bands reports count communes by, from the fullest: those of the set, of which the first is
   * that of the communes that meet it whole.
   */
  public List<Band> bands(Yardstick yardstick) {
    return store.bands(yardstick.criteria().size());
  }

  private Optional<Measure> measure(LocalDate day, Stage required) {
    return standards.measuring(KIND, day).map(set -> new Measure(set.id(), day, required));
  }
}

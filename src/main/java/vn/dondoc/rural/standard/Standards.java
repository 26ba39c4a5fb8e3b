package vn.dondoc.rural.standard;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.kernel.Refusal;

/** Các bộ tiêu chí: which are in force on a day, and what each asks for. */
@Component
@Transactional(readOnly = true)
public class Standards {
  /** Xã: the kind of unit that assessments, the matrix, plans and targets are about. */
  public static final String COMMUNE = "xa";

  /** Đạt chuẩn nông thôn mới, the first grade. */
  private static final String NEW_RURAL = "nong-thon-moi";

  private final StandardStore store;
  private final CriterionStore criteria;
  private final StandardReference reference;

  Standards(StandardStore store, CriterionStore criteria, StandardReference reference) {
    this.store = store;
    this.criteria = criteria;
    this.reference = reference;
  }

  /**
   * Takes in the sets that come with the program, or those an administrator put in their place.
   * What is there stays as it is: results may rest on it.
   *
   * @return how many sets are new
   * @throws Refusal with every problem of the files, each with file, line and column
   */
  @Transactional
  public int load() {
    return reference.load();
  }

  /** Takes in what the demonstration's province decides, made up and marked so. */
  @Transactional
  public int loadDemonstration() {
    return reference.loadDemonstration();
  }

  /** Every set, the latest first. */
  public List<CriteriaSet> all() {
    return store.all();
  }

  /** Who recognises each kind of object, by kind and time. */
  List<Recognition> recognitions() {
    return store.recognitions();
  }

  /** The sets in force on a day for a kind of object. */
  public List<CriteriaSet> inForce(String kind, LocalDate day) {
    return inForce(store.all(), kind, day);
  }

  /** The set units of a kind are measured by on a day, on the way to new rural. */
  public Optional<CriteriaSet> measuring(String kind, LocalDate day) {
    return measuring(store.all(), kind, day);
  }

  /** The same among sets that were read already, {@link #all()}. */
  public static Optional<CriteriaSet> measuring(
      List<CriteriaSet> sets, String kind, LocalDate day) {
    return inForce(sets, kind, day).stream()
        .filter(set -> set.grade().equals(NEW_RURAL) && set.parent() == null)
        .findFirst();
  }

  private static List<CriteriaSet> inForce(List<CriteriaSet> sets, String kind, LocalDate day) {
    return sets.stream()
        .filter(set -> set.kind().equals(kind))
        .filter(set -> set.force() != null && set.force().holds(day))
        .toList();
  }

  /** What units were measured by on the day before a set took force; empty for the first set. */
  public Optional<Yardstick> before(CriteriaSet set) {
    CriteriaSet.Force force = set.force();
    return force == null ? Optional.empty() : yardstick(set.kind(), force.from().minusDays(1));
  }

  /**
   * What units of a kind are measured by on a day, on the way to new rural.
   *
   * @param kind đối tượng, {@link #COMMUNE}
   * @return empty when no set is in force
   */
  public Optional<Yardstick> yardstick(String kind, LocalDate day) {
    List<CriteriaSet> there =
        inForce(kind, day).stream().filter(set -> set.grade().equals(NEW_RURAL)).toList();
    return there.stream()
        .filter(set -> set.parent() == null)
        .findFirst()
        .map(set -> {
          CriteriaSet filling =
              there.stream()
                  .filter(child -> Objects.equals(child.parent(), set.id()))
                  .findFirst()
                  .orElse(null);
          return new Yardstick(
              set, filling, criteria.ofSet(filling == null ? set.id() : filling.id()));
        });
  }

  public Optional<CriteriaSet> find(int id) {
    return store.all().stream().filter(set -> set.id() == id).findFirst();
  }

  /** By its number, {@code "1980/QĐ-TTg"}. */
  public Optional<CriteriaSet> find(String code) {
    return store.all().stream().filter(set -> set.code().equals(code)).findFirst();
  }

  /**
   * Criteria, indicators, figures and rules of a set; of a set that fills in another, the other's
   * criteria with both sets' rules.
   */
  public List<Criterion> criteria(int setId) {
    return criteria.ofSet(setId);
  }
}

package vn.dondoc.rural.standard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Bilingual;

/**
 * Thước đo của một ngày: the set in force, filled in by what the province decided.
 *
 * @param set the national set
 * @param filling the province's own, in force on the same day; null when there is none
 * @param criteria what is asked for, with both sets' rules
 */
public record Yardstick(CriteriaSet set, @Nullable CriteriaSet filling, List<Criterion> criteria) {
  public Yardstick {
    criteria = List.copyOf(criteria);
  }

  /** Every indicator by its id, in the order of the act. */
  public Map<Integer, Criterion.Indicator> indicators() {
    Map<Integer, Criterion.Indicator> all = new LinkedHashMap<>();
    criteria.forEach(c -> c.indicators().forEach(i -> all.put(i.id(), i)));
    return all;
  }

  /** The criterion of a number, {@code "17"}. */
  public Optional<Criterion> criterion(String number) {
    return criteria.stream().filter(c -> c.number().equals(number)).findFirst();
  }

  /** An indicator by its number, {@code "17.1"}. */
  public Optional<Criterion.Indicator> indicator(String number) {
    return criteria.stream()
        .flatMap(c -> c.indicators().stream())
        .filter(i -> i.number().equals(number))
        .findFirst();
  }

  /**
   * The rule that counts: the province's before the national one.
   *
   * @param unitGroup nhóm đơn vị
   */
  public Optional<Criterion.Threshold> rule(
      Criterion.Indicator indicator, @Nullable String unitGroup, int year) {
    List<Criterion.Threshold> here = new ArrayList<>();
    for (Criterion.Threshold one : indicator.thresholds()) {
      if (one.unitGroup().equals(unitGroup) && one.counts(year)) {
        here.add(one);
      }
    }
    if (filling == null) {
      return here.stream().findFirst();
    }
    return here.stream()
        .filter(Criterion.Threshold::own)
        .findFirst()
        .or(() -> here.stream().findFirst());
  }

  /** The act that counts, for the line of the source. */
  public Bilingual legalAct() {
    return Objects.requireNonNullElse(filling, set).legalAct();
  }
}

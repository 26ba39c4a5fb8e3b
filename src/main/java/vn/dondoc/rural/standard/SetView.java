package vn.dondoc.rural.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;

/**
 * Một bộ tiêu chí as a page shows it.
 *
 * @param set the set
 * @param criteria what it asks for
 * @param groups groups of units it tells apart
 * @param group the one shown
 * @param year the year shown
 */
record SetView(
    CriteriaSet set, List<Criterion> criteria, List<String> groups, String group, int year) {
  private static final String UNVERIFIED = "memory";

  static SetView of(CriteriaSet set, List<Criterion> criteria, String group, int year) {
    TreeSet<String> groups = new TreeSet<>(java.util.Comparator.reverseOrder());
    criteria.forEach(
        c -> c.indicators().forEach(i -> i.thresholds().forEach(t -> groups.add(t.unitGroup()))));
    List<String> all = List.copyOf(groups);
    String shown = all.contains(group) || all.isEmpty() ? group : all.getFirst();
    return new SetView(set, criteria, all, shown, year);
  }

  /** Một chỉ tiêu with its criterion and the rule that counts. */
  record Line(
      Criterion criterion, Criterion.Indicator indicator, Criterion.@Nullable Threshold threshold) {
    boolean isUnverified() {
      return (threshold == null ? indicator.confidence() : threshold.confidence())
          .equals(UNVERIFIED);
    }
  }

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (Criterion criterion : criteria) {
      criterion.indicators().forEach(i -> lines.add(new Line(criterion, i, threshold(i))));
    }
    return lines;
  }

  Line line(Criterion criterion, Criterion.Indicator indicator) {
    return new Line(criterion, indicator, threshold(indicator));
  }

  /** The set's own rule before that of the set it fills in. */
  private Criterion.@Nullable Threshold threshold(Criterion.Indicator indicator) {
    Criterion.Threshold found = null;
    for (Criterion.Threshold one : indicator.thresholds()) {
      boolean here = one.unitGroup().equals(group) && one.counts(year);
      if (here && (found == null || one.own())) {
        found = one;
      }
    }
    return found;
  }

  int open() {
    return (int) lines().stream().filter(line -> line.threshold() == null).count();
  }

  int unverified() {
    return (int) lines().stream().filter(Line::isUnverified).count();
  }

  /** The rule as a person reads it. */
  static String rule(Line line, Page page) {
    return new SpokenRule(line.indicator(), page).of(line.threshold());
  }

  /** Figures beside the first, with their names in rules. */
  static List<Criterion.Part> others(Criterion.Indicator indicator) {
    return indicator.parts().size() < 2
        ? List.of()
        : indicator.parts().subList(1, indicator.parts().size());
  }

  String sheet() {
    return Objects.requireNonNull(
        new ListAddress(
                "/nong-thon-moi/bo-tieu-chi/" + set.id(),
                java.util.Map.of("nhom", group, "nam", Integer.toString(year)))
            .sheet());
  }
}

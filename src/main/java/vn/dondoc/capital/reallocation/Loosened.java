package vn.dondoc.capital.reallocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.dondoc.planning.reallocation.Limit;
import vn.dondoc.planning.reallocation.Marginal;

/**
 * Nới một loại giới hạn: what each đồng more of it would bring, the greatest first.
 *
 * @param limit which kind
 * @param steps limits of the kind that bring the same
 */
record Loosened(Limit limit, List<Step> steps) {
  private static final int SHOWN = 5;

  /**
   * Những giới hạn được thêm như nhau.
   *
   * @param gain đồng less missing for each đồng loosened; of a deadline, all that is less missing
   * @param subjects whose limits they are
   */
  record Step(BigDecimal gain, List<String> subjects) {
    List<String> shown() {
      return subjects.subList(0, Math.min(SHOWN, subjects.size()));
    }

    List<String> rest() {
      return subjects.subList(shown().size(), subjects.size());
    }
  }

  /** It can be loosened đồng by đồng; else it takes a step. */
  boolean isSlope() {
    return Marginal.isSlope(limit);
  }

  /** A deadline is passed or not: what it holds back is told as a whole. */
  boolean isWhole() {
    return limit == Limit.LEAD_TIME;
  }

  int count() {
    return steps.stream().mapToInt(step -> step.subjects().size()).sum();
  }

  /** Those that bring something, by kind. */
  static List<Loosened> of(List<Marginal> marginals, Subjects subjects) {
    Map<Limit, Map<BigDecimal, List<String>>> kinds = new EnumMap<>(Limit.class);
    for (Marginal one : marginals) {
      if (one.gainVnd() > 0) {
        BigDecimal gain =
            BigDecimal.valueOf(one.gainVnd())
                .divide(BigDecimal.valueOf(one.unitVnd()), 3, RoundingMode.DOWN);
        if (one.limit() == Limit.LEAD_TIME) {
          gain = BigDecimal.valueOf(one.gainVnd());
        } else if (!one.isSlope()) {
          gain = BigDecimal.ZERO;
        }
        kinds
            .computeIfAbsent(one.limit(), kind -> new TreeMap<>(Collections.reverseOrder()))
            .computeIfAbsent(gain, step -> new ArrayList<>())
            .add(subjects.of(one));
      }
    }
    List<Loosened> all = new ArrayList<>();
    kinds.forEach((limit, steps) ->
        all.add(
            new Loosened(
                limit,
                steps.entrySet().stream()
                    .map(step -> new Step(step.getKey(), step.getValue()))
                    .toList())));
    all.sort(Comparator.comparing((Loosened one) -> one.steps().getFirst().gain()).reversed());
    return all;
  }

  /** Limits that bind and bring nothing by themselves. */
  static long idle(List<Marginal> marginals) {
    return marginals.stream().filter(one -> one.gainVnd() == 0).count();
  }
}

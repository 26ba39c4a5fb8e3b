package vn.dondoc.cli.demo;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.standard.Comparator;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Rule;

/**
 * Diễn biến minh hoạ của một chỉ tiêu: how an indicator of a commune goes over two years.
 *
 * @param journey the commune's
 * @param measure chỉ tiêu and what it is to meet
 * @param metFrom the month it is met from, counted from the first; beyond the last when never
 * @param start the share of the way at the beginning, 0 to 1
 * @param end the share of the way before it is met, or in the end when it never is
 */
record Course(Journey journey, Measure measure, int metFrom, double start, double end) {
  private static final double FULL = 100;

  /**
   * Chỉ tiêu và mức phải đạt.
   *
   * @param indicator chỉ tiêu
   * @param rules by year: the bound of income rises
   */
  record Measure(Indicator indicator, Map<Integer, Rule> rules) {
    Rule rule(YearMonth month) {
      return Objects.requireNonNull(rules.get(month.getYear()));
    }
  }

  static Course of(Journey journey, Measure measure, int metFrom) {
    Random dice =
        new Random(
            31L * journey.unit().code().hashCode() + measure.indicator().number().hashCode());
    dice.nextInt();
    boolean near = metFrom < RuralHistory.MONTHS || journey.due();
    return new Course(
        journey,
        measure,
        metFrom,
        0.4 + 0.3 * dice.nextDouble(),
        near ? 0.93 + 0.04 * dice.nextDouble() : 0.55 + 0.3 * dice.nextDouble());
  }

  Indicator indicator() {
    return measure.indicator();
  }

  /**
   * The first month, the last of each half-year and, in the year of the plan, of each quarter, the
   * latest, and where the verdict changes or the whole set is met.
   */
  boolean isReported(YearMonth month, int at) {
    return at >= journey.first()
        && (at == journey.first()
            || at == RuralHistory.MONTHS - 1
            || month.getMonthValue() % (month.getYear() == RuralHistory.YEAR ? 3 : 6) == 0
            || at == metFrom
            || at == journey.whole());
  }

  Report claim(YearMonth month, int at) {
    Map<String, BigDecimal> figures = new HashMap<>();
    for (Rule.Comparison term : measure.rule(month).clauses().getFirst().terms()) {
      figures.put(term.part(), figure(term, at));
    }
    return Report.claim(journey.unit().id(), indicator().id(), month, 0, figures).surely();
  }

  private BigDecimal figure(Rule.Comparison term, int at) {
    double bound = term.bound().doubleValue();
    boolean met = at >= metFrom;
    double way = met ? 1 : start + (end - start) * at / Math.max(1, metFrom);
    return switch (indicator().parts().getFirst().type()) {
      case YES_NO -> met ? BigDecimal.ONE : BigDecimal.ZERO;
      case COUNT, NUMBER -> BigDecimal.valueOf(met ? 0 : Math.round(14 * (1.2 - way)));
      case PERCENT, MONEY -> RuralHistory.rounded(share(term.comparator(), bound, way, met));
    };
  }

  private double share(Comparator comparator, double bound, double way, boolean met) {
    boolean less = comparator == Comparator.AT_MOST || comparator == Comparator.BELOW;
    if (less) {
      return met ? bound * (0.5 + 0.4 * start) : Math.min(FULL, bound * (2.2 - way));
    }
    return met ? bound + Math.max(0, FULL - bound) * 0.5 * start : bound * way;
  }
}

package vn.dondoc.cli.demo;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import vn.dondoc.place.Place;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.standard.Comparator;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Rule;

/**
 * Diễn biến minh hoạ của một chỉ tiêu: how an indicator of a commune goes over two years.
 *
 * @param unit xã
 * @param indicator chỉ tiêu
 * @param rule the rule it is to meet
 * @param metFrom the month it is met from, counted from the first; beyond the last when never
 * @param start the share of the way at the beginning, 0 to 1
 * @param end the share of the way before it is met, or in the end when it never is
 */
record Course(Place unit, Indicator indicator, Rule rule, int metFrom, double start, double end) {
  private static final double FULL = 100;

  /** Communes due in the year did the rest of their work since then. */
  private static final int LATELY = 12;

  /** Months of the two years, September 2018 first; November and December come thrice. */
  private static final int[] SURGE = {
    1, 2, 2, 2, 3, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 14, 14, 15, 15, 15, 16, 17, 18, 19,
    20, 21, 22, 23
  };

  static Course of(Place unit, Indicator indicator, Rule rule, boolean met, boolean due) {
    Random dice = new Random(31L * unit.code().hashCode() + indicator.number().hashCode());
    dice.nextInt();
    // Half was met before; of the rest the end of each year brings more than its share.
    int turn =
        due
            ? LATELY + dice.nextInt(RuralHistory.MONTHS - LATELY)
            : SURGE[dice.nextInt(SURGE.length)];
    int from = dice.nextBoolean() ? 0 : turn;
    return new Course(
        unit,
        indicator,
        rule,
        met ? from : RuralHistory.MONTHS,
        0.4 + 0.3 * dice.nextDouble(),
        met || due ? 0.93 + 0.04 * dice.nextDouble() : 0.55 + 0.3 * dice.nextDouble());
  }

  /** The first month, each quarter's last, the latest, and where the verdict changes. */
  boolean isReported(YearMonth month, int at) {
    boolean stood = !month.atDay(1).isBefore(unit.from());
    return stood
        && (at == 0
            || at == RuralHistory.MONTHS - 1
            || month.getMonthValue() % 3 == 0
            || at == metFrom);
  }

  Report claim(YearMonth month, int at) {
    Map<String, BigDecimal> figures = new HashMap<>();
    for (Rule.Comparison term : rule.clauses().getFirst().terms()) {
      figures.put(term.part(), figure(term, at));
    }
    return Report.claim(unit.id(), indicator.id(), month, 0, figures).surely();
  }

  private BigDecimal figure(Rule.Comparison term, int at) {
    double bound = term.bound().doubleValue();
    boolean met = at >= metFrom;
    double way = met ? 1 : start + (end - start) * at / Math.max(1, metFrom);
    return switch (indicator.parts().getFirst().type()) {
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

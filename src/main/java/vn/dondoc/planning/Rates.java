package vn.dondoc.planning;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tốc độ đạt và mất chỉ tiêu, learned from what was seen.
 *
 * <p>Each rate is drawn towards a wider one as far as its own months are few (empirical Bayes with
 * {@link #BORROWED} months lent): an indicator's towards that of its distance from the bound, a
 * calendar month's and a unit's pace towards one.
 */
final class Rates {
  /** Months, or events, that the wider rate lends to the narrower. */
  static final double BORROWED = 12;

  private static final double BORROWED_EVENTS = 6;

  /** What is believed of a chance before anything is seen: one month in twenty. */
  private static final double PRIOR = 0.05;

  /** How firmly a unit's pace is believed to be that of the others. */
  static final double PACE_SHAPE = 3;

  private record Kind(int indicator, Track.State before) {}

  private final Map<Track.State, Double> byDistance = new EnumMap<>(Track.State.class);
  private final Map<Kind, Double> byKind = new HashMap<>();
  private final double[] seasons = new double[13];
  private final Map<Integer, Pace> paces = new HashMap<>();
  private double spread;

  private Rates() {}

  /**
   * Nhịp của một đơn vị, a gamma distribution.
   *
   * @param shape events seen and lent
   * @param rate events that were to be expected and lent
   */
  record Pace(double shape, double rate) {
    static final Pace USUAL = new Pace(PACE_SHAPE, PACE_SHAPE);

    /** Density at a value, up to a factor. */
    double density(double at) {
      return Math.exp((shape - 1) * Math.log(at) - rate * at);
    }
  }

  static Rates learn(List<Exposure> seen) {
    Rates rates = new Rates();
    rates.learnDistances(seen);
    rates.learnSeasons(seen);
    rates.learnKinds(seen);
    rates.learnPaces(seen);
    rates.learnSpread(seen);
    return rates;
  }

  /** Chance that an indicator in this state changes in an ordinary month of an ordinary unit. */
  double chance(int indicator, Track.State before) {
    Double own = byKind.get(new Kind(indicator, before));
    return own != null ? own : byDistance.getOrDefault(before, PRIOR);
  }

  /** How much likelier than usual a gain is in a calendar month. */
  double season(YearMonth month) {
    return seasons[month.getMonthValue()];
  }

  Pace pace(int unit) {
    return paces.getOrDefault(unit, Pace.USUAL);
  }

  /** Variance of what all units share in a month beyond chance. */
  double spread() {
    return spread;
  }

  private record Count(double events, double months) {
    static final Count NONE = new Count(0, 0);

    Count plus(boolean event, double month) {
      return new Count(events + (event ? 1 : 0), months + month);
    }
  }

  private void learnDistances(List<Exposure> seen) {
    Map<Track.State, Count> counts = new EnumMap<>(Track.State.class);
    for (Exposure one : seen) {
      counts.merge(
          one.before(),
          Count.NONE.plus(one.changed(), 1),
          (a, b) -> new Count(a.events() + b.events(), a.months() + b.months()));
    }
    counts.forEach((state, count) ->
        byDistance.put(state, (count.events() + PRIOR * BORROWED) / (count.months() + BORROWED)));
  }

  private void learnSeasons(List<Exposure> seen) {
    double[] events = new double[13];
    double[] expected = new double[13];
    for (Exposure one : seen) {
      if (one.before().isWanting()) {
        int month = one.month().getMonthValue();
        events[month] += one.changed() ? 1 : 0;
        expected[month] += byDistance.getOrDefault(one.before(), PRIOR);
      }
    }
    for (int month = 1; month <= 12; month++) {
      seasons[month] = (events[month] + BORROWED_EVENTS) / (expected[month] + BORROWED_EVENTS);
    }
  }

  private void learnKinds(List<Exposure> seen) {
    Map<Kind, Count> counts = new HashMap<>();
    for (Exposure one : seen) {
      double weight = one.before().isWanting() ? season(one.month()) : 1;
      counts.merge(
          new Kind(one.indicator(), one.before()),
          Count.NONE.plus(one.changed(), weight),
          (a, b) -> new Count(a.events() + b.events(), a.months() + b.months()));
    }
    counts.forEach((kind, count) -> {
      double wide = byDistance.getOrDefault(kind.before(), PRIOR);
      byKind.put(kind, (count.events() + wide * BORROWED) / (count.months() + BORROWED));
    });
  }

  private double expected(Exposure one) {
    return chance(one.indicator(), one.before()) * season(one.month());
  }

  private void learnPaces(List<Exposure> seen) {
    for (Exposure one : seen) {
      if (one.before().isWanting()) {
        paces.merge(
            one.unit(),
            new Pace(PACE_SHAPE + (one.changed() ? 1 : 0), PACE_SHAPE + expected(one)),
            (a, b) ->
                new Pace(a.shape() + b.shape() - PACE_SHAPE, a.rate() + b.rate() - PACE_SHAPE));
      }
    }
  }

  private void learnSpread(List<Exposure> seen) {
    Map<YearMonth, double[]> months = new HashMap<>();
    for (Exposure one : seen) {
      if (one.before().isWanting()) {
        double[] sums = months.computeIfAbsent(one.month(), month -> new double[2]);
        sums[0] += one.changed() ? 1 : 0;
        sums[1] += expected(one);
      }
    }
    double over = 0;
    double scale = 0;
    for (double[] sums : months.values()) {
      over += (sums[0] - sums[1]) * (sums[0] - sums[1]) - sums[1];
      scale += sums[1] * sums[1];
    }
    spread = scale == 0 ? 0 : Math.max(0, over / scale);
  }
}

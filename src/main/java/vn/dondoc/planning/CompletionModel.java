package vn.dondoc.planning;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Dự báo hoàn thành tiêu chí: how likely each unit meets every indicator by a month, and how many
 * units do.
 *
 * <p>A discrete-time hazard model. An indicator that is wanting becomes met in a month with a
 * chance learned from all units for its kind and its distance from the bound; the chance is raised
 * or lowered by the calendar month, by the unit's own pace and by what all units share that month;
 * a met indicator is lost with a chance of its own. Indicators of a unit depend on each other
 * through its pace, units through the shared part; both are integrated out, so no forecast is surer
 * than what was seen allows. Method and back-test: docs/forecast-of-completion.md.
 */
public final class CompletionModel {
  /** Months ahead that can be asked for. */
  public static final int FARTHEST = 24;

  private static final int PACE_POINTS = 20;
  private static final double SLOWEST = 0.05;
  private static final double FASTEST = 8;

  // Five points of a normal distribution and their weights (Gauss-Hermite).
  private static final double[] POINTS = {-2.856970, -1.355626, 0, 1.355626, 2.856970};
  private static final double[] WEIGHTS = {0.011257, 0.222076, 0.533333, 0.222076, 0.011257};

  private final Rates rates;
  private final YearMonth last;

  private CompletionModel(Rates rates, YearMonth last) {
    this.rates = rates;
    this.last = last;
  }

  /**
   * Learns from what was seen.
   *
   * @param tracks of every unit, whether it is asked about or not
   * @param last the last month known
   */
  public static CompletionModel learn(List<Track> tracks, YearMonth last) {
    return new CompletionModel(Rates.learn(Exposure.of(tracks)), last);
  }

  /**
   * Một chỉ tiêu hiện nay.
   *
   * @param indicator chỉ tiêu
   * @param state where it stands
   * @param from the first month it can become met: what blocks it ends then; null when nothing does
   */
  public record Now(
      int indicator, Track.State state, @org.jspecify.annotations.Nullable YearMonth from) {}

  /**
   * Forecasts units.
   *
   * @param units every indicator asked of each unit, as it stands
   * @param by the month the reasons are told for
   */
  public List<Outlook> forecast(Map<Integer, List<Now>> units, YearMonth by) {
    int months = months(by);
    List<Outlook> outlooks = new ArrayList<>();
    new TreeMap<>(units).forEach((unit, indicators) -> outlooks.add(of(unit, indicators, months)));
    return outlooks;
  }

  /**
   * How likely each number of units meets everything by a month: place n holds the probability of
   * exactly n.
   */
  public List<Double> count(Map<Integer, List<Now>> units, YearMonth by) {
    int months = months(by);
    double[] total = new double[units.size() + 1];
    for (int k = 0; k < POINTS.length; k++) {
      double shared = shared(k);
      double[] exact = {1};
      for (Map.Entry<Integer, List<Now>> unit : units.entrySet()) {
        double whole = whole(unit.getKey(), unit.getValue(), months, shared)[months - 1];
        exact = oneMore(exact, whole);
      }
      for (int n = 0; n < exact.length; n++) {
        total[n] += WEIGHTS[k] * exact[n];
      }
    }
    return java.util.Arrays.stream(total).boxed().toList();
  }

  private int months(YearMonth by) {
    long months = last.until(by, ChronoUnit.MONTHS);
    if (months < 1 || months > FARTHEST) {
      throw new IllegalArgumentException(by + " is not within reach of " + last);
    }
    return (int) months;
  }

  private Outlook of(int unit, List<Now> indicators, int months) {
    double[] whole = new double[months];
    for (int k = 0; k < POINTS.length; k++) {
      double[] part = whole(unit, indicators, months, shared(k));
      for (int month = 0; month < months; month++) {
        whole[month] += WEIGHTS[k] * part[month];
      }
    }
    List<Double> rounded = java.util.Arrays.stream(whole).boxed().collect(Collectors.toList());
    return new Outlook(unit, last.plusMonths(1), rounded, reasons(unit, indicators, months));
  }

  private double shared(int point) {
    double sigma = Math.sqrt(Math.log1p(rates.spread()));
    return Math.exp(sigma * POINTS[point] - sigma * sigma / 2);
  }

  /** Probability that all is met at the end of each month, the unit's pace integrated out. */
  private double[] whole(int unit, List<Now> indicators, int months, double shared) {
    Rates.Pace pace = rates.pace(unit);
    double[] sum = new double[months];
    double weights = 0;
    for (int i = 0; i < PACE_POINTS; i++) {
      double at = SLOWEST * Math.pow(FASTEST / SLOWEST, i / (PACE_POINTS - 1.0));
      // Points lie evenly in the logarithm: each stands for a width that grows with it.
      double weight = pace.density(at) * at;
      weights += weight;
      double[] all = new double[months];
      java.util.Arrays.fill(all, 1);
      for (Now indicator : indicators) {
        double[] one = chances(indicator, months, at * shared);
        for (int month = 0; month < months; month++) {
          all[month] *= one[month];
        }
      }
      for (int month = 0; month < months; month++) {
        sum[month] += weight * all[month];
      }
    }
    for (int month = 0; month < months; month++) {
      sum[month] /= weights;
    }
    return sum;
  }

  /** Probability that an indicator is met at the end of each month. */
  private double[] chances(Now indicator, int months, double pace) {
    boolean met = indicator.state() == Track.State.MET;
    Track.State wanting = met ? Track.State.NEAR : standing(indicator.state());
    double lost = rates.chance(indicator.indicator(), Track.State.MET);
    double wait = Math.log1p(-Math.min(0.999, rates.chance(indicator.indicator(), wanting)));
    double chance = met ? 1 : 0;
    double[] chances = new double[months];
    for (int i = 0; i < months; i++) {
      YearMonth month = last.plusMonths(i + 1L);
      boolean blocked = indicator.from() != null && month.isBefore(indicator.from());
      double hazard = blocked ? 0 : -Math.expm1(wait * pace * rates.season(month));
      chance = chance * (1 - lost) + (1 - chance) * hazard;
      chances[i] = chance;
    }
    return chances;
  }

  /** What nobody reported is taken as far from met. */
  private static Track.State standing(Track.State state) {
    return state == Track.State.UNKNOWN ? Track.State.FAR : state;
  }

  private List<Outlook.Reason> reasons(int unit, List<Now> indicators, int months) {
    Rates.Pace pace = rates.pace(unit);
    double usual = pace.shape() / pace.rate();
    double risk = 0;
    Map<Integer, Double> chances = new TreeMap<>();
    for (Now indicator : indicators) {
      double chance = chances(indicator, months, usual)[months - 1];
      chances.put(indicator.indicator(), chance);
      risk -= Math.log(Math.max(chance, 1e-12));
    }
    double whole = Math.max(risk, 1e-12);
    return chances.entrySet().stream()
        .map(e ->
            new Outlook.Reason(
                e.getKey(), e.getValue(), -Math.log(Math.max(e.getValue(), 1e-12)) / whole))
        .sorted(Comparator.comparingDouble(Outlook.Reason::weight).reversed())
        .limit(5)
        .toList();
  }

  /** The distribution of a count with one unit more. */
  private static double[] oneMore(double[] exact, double chance) {
    double[] more = new double[exact.length + 1];
    for (int n = 0; n < exact.length; n++) {
      more[n] += exact[n] * (1 - chance);
      more[n + 1] += exact[n] * chance;
    }
    return more;
  }
}

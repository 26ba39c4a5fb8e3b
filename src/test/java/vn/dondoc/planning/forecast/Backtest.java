package vn.dondoc.planning.forecast;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Forecasts made within histories that are known to their end, beside naive ones.
 *
 * <p>Every origin asks for every month after it. Errors are absolute, in points of the plan: of the
 * province's rate, and of each line's.
 */
final class Backtest {
  /** Who forecast. */
  enum Teller {
    MODEL,
    /** The rate of last year's same month, or what is paid already. */
    LAST_YEAR,
    /** What is paid and what came last year from this month to that. */
    LAST_YEAR_ADDED,
    /** What is paid goes on in a straight line. */
    LINEAR,
    /** What the owners promise for the end; only asked for that. */
    PROMISE
  }

  /** The errors of one forecast of a province. */
  record Said(int origin, int month, Map<Teller, Double> errors, Map<Teller, Double> lineErrors) {}

  /** Of how many 80 % intervals how many held the truth. */
  static final class Held {
    /** Lines that had not spent their plans at the origin. */
    static final int LINES = Part.Scope.values().length;

    /** Those of them whose interval ends below the plan and begins above what was paid. */
    static final int INNER = LINES + 1;

    private final int[] asked = new int[INNER + 1];
    private final int[] held = new int[INNER + 1];

    void add(int scope, Fan fan, int month, long came) {
      asked[scope]++;
      held[scope] += fan.at(month, 10) <= came && came <= fan.at(month, 90) ? 1 : 0;
    }

    double of(int scope) {
      return (double) held[scope] / asked[scope];
    }

    double of(Part.Scope scope) {
      return of(scope.ordinal());
    }
  }

  final List<Said> said = new ArrayList<>();
  final Held held = new Held();

  void play(SimulatedCapital province, int... origins) {
    List<Line> truth = province.truth();
    List<Line> last = province.past().getFirst();
    for (int origin : origins) {
      Question question = province.question(origin, List.of());
      Forecast forecast = Forecaster.forecast(question);
      for (int month = origin + 1; month <= Line.LAST_MONTH; month++) {
        compare(new Asked(question, forecast, truth, last, month));
      }
    }
  }

  private record Asked(
      Question question, Forecast forecast, List<Line> truth, List<Line> last, int month) {}

  private void compare(Asked asked) {
    int origin = asked.question().known();
    int month = asked.month();
    double plan = sum(asked.truth(), Line::plan);
    double[] rates = new double[Panel.WIDE];
    for (int m = 1; m < Panel.WIDE; m++) {
      int at = m;
      rates[m] = sum(asked.last(), line -> line.paidBy(at)) / sum(asked.last(), Line::plan);
    }
    Map<Teller, Double> total = new EnumMap<>(Teller.class);
    Map<Teller, Double> ofLines = new EnumMap<>(Teller.class);
    double came = 0;
    for (int i = 0; i < asked.truth().size(); i++) {
      Line line = asked.truth().get(i);
      long then = line.paidBy(month);
      came += then;
      Map<Teller, Double> told = told(asked, i, rates);
      told.forEach((teller, amount) -> {
        total.merge(teller, amount, Double::sum);
        ofLines.merge(teller, 100 * Math.abs(amount - then) / line.plan(), Double::sum);
      });
      Forecast.OfLine of = asked.forecast().lines().get(i);
      if (of.fan().at(origin, 50) < 0.995 * line.plan()) {
        held.add(Held.LINES, of.fan(), month, then);
        if (of.fan().at(month, 90) < line.plan()
            && of.fan().at(month, 10) > of.fan().at(origin, 50)) {
          held.add(Held.INNER, of.fan(), month, then);
        }
      }
    }
    double truth = came;
    total.replaceAll((teller, amount) -> 100 * Math.abs(amount - truth) / plan);
    ofLines.replaceAll((teller, sum) -> sum / asked.truth().size());
    said.add(new Said(origin, month, total, ofLines));
    holdParts(asked);
  }

  private void holdParts(Asked asked) {
    for (Forecast.OfPart part : asked.forecast().sums().values()) {
      long came =
          asked.truth().stream()
              .filter(part.part()::holds)
              .mapToLong(line -> line.paidBy(asked.month()))
              .sum();
      held.add(part.part().scope().ordinal(), part.fan(), asked.month(), came);
    }
  }

  private static Map<Teller, Double> told(Asked asked, int i, double[] rates) {
    int origin = asked.question().known();
    int month = asked.month();
    Line line = asked.question().lines().get(i);
    double paid = line.paidBy(origin);
    Map<Teller, Double> told = new EnumMap<>(Teller.class);
    Forecast.OfLine of = asked.forecast().lines().get(i);
    told.put(Teller.MODEL, (double) of.fan().mean(month));
    told.put(Teller.LAST_YEAR, Math.max(paid, rates[month] * line.plan()));
    told.put(
        Teller.LAST_YEAR_ADDED,
        Math.min(line.plan(), paid + (rates[month] - rates[origin]) * line.plan()));
    if (origin > 0) {
      told.put(Teller.LINEAR, Math.min(line.plan(), paid * month / origin));
    }
    if (month == Line.LAST_MONTH && of.promised() != null) {
      told.put(Teller.PROMISE, (double) of.promised().amount());
    }
    return told;
  }

  private static double sum(List<Line> lines, java.util.function.ToLongFunction<Line> of) {
    return lines.stream().mapToLong(of).sum();
  }

  /** Mean absolute error of the province's rate, in points. */
  double error(Teller teller, Predicate<Said> among) {
    return mean(teller, among, false);
  }

  /** Mean absolute error of lines' rates, in points. */
  double lineError(Teller teller, Predicate<Said> among) {
    return mean(teller, among, true);
  }

  private double mean(Teller teller, Predicate<Said> among, boolean lines) {
    return said.stream()
        .filter(among)
        .map(s -> lines ? s.lineErrors() : s.errors())
        .filter(errors -> errors.containsKey(teller))
        .mapToDouble(errors -> errors.get(teller))
        .average()
        .orElse(Double.NaN);
  }
}

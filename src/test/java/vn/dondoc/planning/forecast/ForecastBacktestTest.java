package vn.dondoc.planning.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.dondoc.planning.forecast.Backtest.Held;
import vn.dondoc.planning.forecast.Backtest.Said;
import vn.dondoc.planning.forecast.Backtest.Teller;
import vn.dondoc.planning.forecast.SimulatedCapital.World;

/**
 * Forecasts beside what then came and beside naive ones. The figures of docs/forecast.md are what
 * the methods tagged deep print:
 *
 * <pre>./mvnw test -Dtest=ForecastBacktestTest -Dgroups=deep -DexcludedGroups=none</pre>
 */
class ForecastBacktestTest {
  private static final int LINES = 300;
  private static final int[] ORIGINS = IntStream.rangeClosed(1, 12).toArray();
  private static final int SEEDS = Integer.getInteger("seeds", 40);

  /** Seeds no constant of the model was chosen by. */
  private static final int FIRST_UNSEEN = 5001;

  private static final List<Teller> NAIVE =
      List.of(Teller.LAST_YEAR, Teller.LAST_YEAR_ADDED, Teller.LINEAR, Teller.PROMISE);

  @Test
  void forecastIsNearerTheTruthThanNaiveOnesAndItsIntervalsHold() {
    Backtest test = play(World.BELIEVED, 901, 5, 3, 8, 11);
    for (Teller naive : NAIVE) {
      assertThat(test.error(Teller.MODEL, comparable(naive)))
          .as("beside %s", naive)
          .isLessThan(test.error(naive, comparable(naive)));
    }
    assertThat(test.held.of(Held.INNER)).isBetween(0.70, 0.90);
    assertThat(test.held.of(Part.Scope.OWNER)).isBetween(0.65, 0.92);
  }

  @Test
  void nationIsForecastFromItsOtherYearsBetterThanInAStraightLine() {
    List<NationalYears.Said> said = new NationalYears().play();
    assertThat(error(said, 0, s -> true)).isLessThan(error(said, 3, s -> true) / 2);
  }

  @Test
  @Tag("deep")
  void worldAsBelievedIsForecastWithIntervalsThatHoldAndNearerThanNaively() {
    Backtest test = reported(World.BELIEVED);
    assertThat(test.held.of(Part.Scope.PROVINCE)).isBetween(0.75, 0.85);
    assertThat(test.held.of(Held.INNER)).isBetween(0.75, 0.85);
    NAIVE.forEach(naive -> assertNearer(test, naive));
  }

  @Test
  @Tag("deep")
  void worldWithACampaignIsReportedAsItComes() {
    assertThat(reported(World.CAMPAIGN).said).isNotEmpty();
  }

  @Test
  @Tag("deep")
  void worldPaidInTranchesIsReportedAsItComes() {
    assertThat(reported(World.TRANCHES).said).isNotEmpty();
  }

  @Test
  @Tag("deep")
  void nationIsReportedAsItComes() {
    assertThat(printNation()).isNotEmpty();
  }

  private static Backtest reported(World world) {
    Backtest test = play(world, FIRST_UNSEEN, SEEDS, ORIGINS);
    print(world, test);
    return test;
  }

  private static void assertNearer(Backtest test, Teller naive) {
    Predicate<Said> all = comparable(naive);
    assertThat(test.error(Teller.MODEL, all)).isLessThan(test.error(naive, all));
    long nearer =
        IntStream.rangeClosed(5, 12)
            .filter(origin -> {
              Predicate<Said> here = all.and(s -> s.origin() == origin);
              return test.error(Teller.MODEL, here) < test.error(naive, here);
            })
            .count();
    assertThat(nearer).as("origins from May on, beside %s", naive).isGreaterThanOrEqualTo(7);
  }

  /** The promise speaks of the year's end alone. */
  private static Predicate<Said> comparable(Teller naive) {
    return said -> naive != Teller.PROMISE || said.month() == Line.LAST_MONTH;
  }

  private static Backtest play(World world, int first, int seeds, int... origins) {
    Backtest test = new Backtest();
    for (int seed = first; seed < first + seeds; seed++) {
      test.play(SimulatedCapital.of(seed, world, LINES), origins);
    }
    return test;
  }

  private static void print(World world, Backtest test) {
    System.out.printf("%n%s%n", world);
    System.out.println(
        "| origin | all months: model | same month | added | linear "
            + "| year end: model | same month | added | linear | promise |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|");
    for (int origin : ORIGINS) {
      row(test, "" + origin, said -> said.origin() == origin);
    }
    row(test, "all", said -> true);
    row(test, "from May", said -> said.origin() >= 5);
    System.out.println("| of each line | model | same month | added | linear | promise |");
    StringBuilder lines = new StringBuilder("| year end |");
    for (Teller teller : Teller.values()) {
      lines.append(cell(test.lineError(teller, said -> said.month() == Line.LAST_MONTH)));
    }
    System.out.println(lines);
    System.out.printf(
        Locale.ROOT,
        "held: province %.1f %%, sources %.1f %%, owners %.1f %%, lines %.1f %%, inner %.1f %%%n",
        100 * test.held.of(Part.Scope.PROVINCE),
        100 * test.held.of(Part.Scope.SOURCE),
        100 * test.held.of(Part.Scope.OWNER),
        100 * test.held.of(Held.LINES),
        100 * test.held.of(Held.INNER));
  }

  private static void row(Backtest test, String name, Predicate<Said> among) {
    StringBuilder row = new StringBuilder("| " + name + " |");
    for (Teller teller : Teller.values()) {
      row.append(teller == Teller.PROMISE ? "" : cell(test.error(teller, among)));
    }
    Predicate<Said> end = among.and(said -> said.month() == Line.LAST_MONTH);
    for (Teller teller : Teller.values()) {
      row.append(cell(test.error(teller, end)));
    }
    System.out.println(row);
  }

  private static String cell(double error) {
    return String.format(Locale.ROOT, " %.2f |", error);
  }

  private static List<NationalYears.Said> printNation() {
    List<NationalYears.Said> said = new NationalYears().play();
    System.out.println("\n| nation | forecasts | model | same month | added | linear | held |");
    System.out.println("|---|---|---|---|---|---|---|");
    nation("all", said, s -> true);
    nation("from May", said, s -> s.origin() >= 5);
    nation("31 January", said, s -> s.month() == Line.LAST_MONTH);
    for (int year = 2019; year <= 2025; year++) {
      int one = year;
      nation("" + year, said, s -> s.year() == one);
    }
    return said;
  }

  private static void nation(
      String name, List<NationalYears.Said> said, Predicate<NationalYears.Said> among) {
    StringBuilder row = new StringBuilder("| " + name + " | ");
    row.append(said.stream().filter(among).count()).append(" |");
    for (int teller = 0; teller < 4; teller++) {
      row.append(cell(error(said, teller, among)));
    }
    double held =
        said.stream().filter(among).mapToDouble(s -> s.held() ? 100 : 0).average().orElse(0);
    System.out.println(row + String.format(Locale.ROOT, " %.0f %% |", held));
  }

  private static double error(
      List<NationalYears.Said> said, int teller, Predicate<NationalYears.Said> among) {
    return said.stream()
        .filter(among)
        .mapToDouble(s -> Math.abs(s.told()[teller] - s.came()))
        .average()
        .orElseThrow();
  }
}

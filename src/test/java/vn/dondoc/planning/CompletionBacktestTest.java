package vn.dondoc.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/**
 * Forecasts made within simulated histories against what then happened: communes that lack at most
 * eight indicators, asked in months 14, 16, 18 and 20 whether they are whole four months later. The
 * figures of docs/forecast-of-completion.md come from here.
 */
class CompletionBacktestTest {
  private static final int MONTHS = 24;
  private static final int AHEAD = 4;
  private static final int FEW = 8;

  /** What was said and what came. */
  private record Said(double model, double linear, double share, boolean came) {}

  @Test
  void modelIsNearerTheTruthThanBothNaiveOnes() {
    List<Said> said = play(seed -> SimulatedProvince.asBelieved(seed, MONTHS), 1, 12);
    report("as believed", said);
    assertThat(brier(said, Said::model)).isLessThan(brier(said, Said::linear));
    assertThat(brier(said, Said::model)).isLessThan(brier(said, Said::share));
  }

  @Test
  void whatIsSaidToBeLikelyComesAboutAsOftenAsSaid() {
    List<Said> said = play(seed -> SimulatedProvince.asBelieved(seed, MONTHS), 101, 12);
    for (int fifth = 0; fifth < 5; fifth++) {
      double from = fifth / 5.0;
      List<Said> these =
          said.stream().filter(s -> s.model() >= from && s.model() < from + 0.2).toList();
      if (these.size() >= 50) {
        double expected = these.stream().mapToDouble(Said::model).average().orElseThrow();
        double came = these.stream().mapToDouble(s -> s.came() ? 1 : 0).average().orElseThrow();
        double chance = 2 * Math.sqrt(expected * (1 - expected) / these.size());
        assertThat(came)
            .as("%d times said about %.2f", these.size(), expected)
            .isCloseTo(expected, within(0.08 + chance));
      }
    }
  }

  @Test
  void worldsTheModelDoesNotExpectAreReportedAsTheyCome() {
    List<Said> campaign = play(seed -> SimulatedProvince.withCampaign(seed, MONTHS), 201, 6);
    List<Said> standstill = play(seed -> SimulatedProvince.withStandstill(seed, MONTHS), 301, 6);
    report("campaign", campaign);
    report("standstill", standstill);
    assertThat(brier(standstill, Said::model)).isLessThan(brier(standstill, Said::linear));
    assertThat(brier(campaign, Said::model)).isLessThan(brier(campaign, Said::linear));
  }

  private static List<Said> play(LongFunction<SimulatedProvince> world, long first, int seeds) {
    List<Said> said = new ArrayList<>();
    for (long seed = first; seed < first + seeds; seed++) {
      SimulatedProvince province = world.apply(seed);
      for (int origin = 14; origin + AHEAD <= MONTHS; origin += 2) {
        said.addAll(ask(province, origin));
      }
    }
    return said;
  }

  private static List<Said> ask(SimulatedProvince province, int origin) {
    CompletionModel model =
        CompletionModel.learn(
            province.until(origin), SimulatedProvince.FIRST.plusMonths(origin - 1L));
    Map<Integer, List<CompletionModel.Now>> near = new TreeMap<>();
    for (int unit = 0; unit < SimulatedProvince.UNITS; unit++) {
      if (province.wanting(unit, origin) <= FEW) {
        near.put(unit, province.now(unit, origin));
      }
    }
    var by = SimulatedProvince.FIRST.plusMonths(origin - 1L + AHEAD);
    List<Said> said = new ArrayList<>();
    for (Outlook outlook : model.forecast(near, by)) {
      int unit = outlook.unit();
      said.add(
          new Said(
              outlook.at(by),
              linear(province, unit, origin),
              share(province, unit, origin),
              province.isWhole(unit, origin + AHEAD)));
    }
    return said;
  }

  /** Naive: the unit goes on at the pace of its last twelve months. */
  private static double linear(SimulatedProvince province, int unit, int origin) {
    double gained = province.wanting(unit, origin - 12) - province.wanting(unit, origin);
    return gained / 12 * AHEAD >= province.wanting(unit, origin) ? 1 : 0;
  }

  /** Naive: the share of communes with as many wanting four months ago that are whole now. */
  private static double share(SimulatedProvince province, int unit, int origin) {
    double like = 1;
    double whole = 0.5;
    for (int other = 0; other < SimulatedProvince.UNITS; other++) {
      if (province.wanting(other, origin - AHEAD) == province.wanting(unit, origin)) {
        like++;
        whole += province.isWhole(other, origin) ? 1 : 0;
      }
    }
    return whole / like;
  }

  private static double brier(List<Said> said, java.util.function.ToDoubleFunction<Said> told) {
    return said.stream()
        .mapToDouble(s -> Math.pow(told.applyAsDouble(s) - (s.came() ? 1 : 0), 2))
        .average()
        .orElseThrow();
  }

  private static void report(String world, List<Said> said) {
    System.out.printf(
        "%s: %d forecasts, %.1f %% came; Brier model %.4f, linear %.4f, share %.4f%n",
        world,
        said.size(),
        100 * said.stream().mapToDouble(s -> s.came() ? 1 : 0).average().orElseThrow(),
        brier(said, Said::model),
        brier(said, Said::linear),
        brier(said, Said::share));
  }
}

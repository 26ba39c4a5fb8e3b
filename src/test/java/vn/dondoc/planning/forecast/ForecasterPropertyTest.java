package vn.dondoc.planning.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class ForecasterPropertyTest {
  private static final int TRIES = 8;

  private static Question question(int seed, int known) {
    SimulatedCapital.World[] worlds = SimulatedCapital.World.values();
    return SimulatedCapital.of(seed, worlds[Math.floorMod(seed, worlds.length)], 60)
        .question(known, List.of());
  }

  @Property(tries = TRIES)
  void quantilesRiseWithTheirPercentAndTheMonths(
      @ForAll @IntRange(max = 500) int seed, @ForAll @IntRange(max = 13) int known) {
    Question question = question(seed, known);
    Forecast forecast = Forecaster.forecast(question);
    List<Fan> fans = new ArrayList<>();
    forecast.lines().forEach(line -> fans.add(line.fan()));
    forecast.sums().values().forEach(part -> fans.add(part.fan()));
    assertThat(fans).allMatch(ForecasterPropertyTest::rises);
  }

  private static boolean rises(Fan fan) {
    boolean rises = true;
    for (int month = fan.known(); month <= fan.last(); month++) {
      for (int q = 0; q < Fan.PERCENTS.size(); q++) {
        int percent = Fan.PERCENTS.get(q);
        rises &= q == 0 || fan.at(month, percent) >= fan.at(month, Fan.PERCENTS.get(q - 1));
        rises &= month == fan.known() || fan.at(month, percent) >= fan.at(month - 1, percent);
      }
    }
    return rises;
  }

  @Property(tries = TRIES)
  void noLineIsForecastBelowWhatWasPaidOrAboveWhatItMay(
      @ForAll @IntRange(max = 500) int seed, @ForAll @IntRange(max = 13) int known) {
    Question question = question(seed, known);
    Forecast forecast = Forecaster.forecast(question);
    for (int i = 0; i < question.lines().size(); i++) {
      Line line = question.lines().get(i);
      Fan fan = forecast.lines().get(i).fan();
      assertThat(fan.at(known, 5)).isGreaterThanOrEqualTo(line.paidBy(known));
      assertThat(fan.at(13, 95)).isLessThanOrEqualTo(line.ceiling(known));
    }
  }

  @Property(tries = TRIES)
  void expectedValuesOfLinesAddUpToThoseOfTheProvinceAndItsParts(
      @ForAll @IntRange(max = 500) int seed, @ForAll @IntRange(max = 13) int known) {
    Forecast forecast = Forecaster.forecast(question(seed, known));
    long lines = forecast.lines().stream().mapToLong(line -> line.fan().mean(13)).sum();
    for (Part.Scope scope : Part.Scope.values()) {
      long parts =
          forecast.sums().values().stream()
              .filter(part -> part.part().scope() == scope)
              .mapToLong(part -> part.fan().mean(13))
              .sum();
      assertThat(Math.abs(parts - lines)).as("đồng lost in rounding").isLessThanOrEqualTo(60);
    }
  }

  @Property(tries = TRIES)
  void orderOfLinesChangesNothing(
      @ForAll @IntRange(max = 500) int seed, @ForAll @IntRange(max = 12) int known) {
    Question question = question(seed, known);
    Question shuffled =
        new Question(
            known,
            shuffled(question.lines(), seed),
            question.past().stream().map(lines -> shuffled(lines, seed + 1)).toList(),
            question.targets(),
            question.promises(),
            question.kept(),
            question.seed());
    assertThat(told(Forecaster.forecast(shuffled))).isEqualTo(told(Forecaster.forecast(question)));
  }

  private static List<Line> shuffled(List<Line> lines, int seed) {
    List<Line> other = new ArrayList<>(lines);
    Collections.shuffle(other, new Random(seed));
    return other;
  }

  /** Everything said of lines and sums, by name. */
  private static java.util.Map<String, List<Long>> told(Forecast forecast) {
    java.util.Map<String, List<Long>> told =
        forecast.lines().stream()
            .collect(Collectors.toMap(line -> "line " + line.line(), line -> told(line.fan())));
    forecast.sums().forEach((part, of) -> told.put(part.toString(), told(of.fan())));
    return told;
  }

  private static List<Long> told(Fan fan) {
    List<Long> told = new ArrayList<>();
    for (int month = fan.known(); month <= fan.last(); month++) {
      for (int percent : Fan.PERCENTS) {
        told.add(fan.at(month, percent));
      }
    }
    return told;
  }

  @Property(tries = TRIES)
  void moneyCountedInAnotherUnitGivesTheSameForecast(
      @ForAll @IntRange(max = 500) int seed, @ForAll @IntRange(max = 12) int known) {
    Question question = question(seed, known);
    int times = 8;
    Question other =
        new Question(
            known,
            question.lines().stream().map(line -> scaled(line, times)).toList(),
            question.past().stream()
                .map(lines -> lines.stream().map(line -> scaled(line, times)).toList())
                .toList(),
            List.of(),
            List.of(),
            List.of(),
            question.seed());
    Fan one = Forecaster.forecast(question).of(Part.PROVINCE).orElseThrow().fan();
    Fan more = Forecaster.forecast(other).of(Part.PROVINCE).orElseThrow().fan();
    for (int month = known; month <= Line.LAST_MONTH; month++) {
      for (int percent : Fan.PERCENTS) {
        double off = more.at(month, percent) - (double) times * one.at(month, percent);
        assertThat(Math.abs(off)).isLessThanOrEqualTo(times * 60 + 1e-6 * more.at(month, percent));
      }
    }
  }

  // The class file of a record forgets that a month may be missing.
  @SuppressWarnings("NullAway")
  private static Line scaled(Line line, int times) {
    List<@Nullable Long> paid = new ArrayList<>();
    line.paid().forEach(amount -> paid.add(amount == null ? null : times * amount));
    return new Line(
        line.id(),
        line.project(),
        line.owner(),
        line.source(),
        line.kind(),
        times * line.plan(),
        times * line.allowed(),
        line.assigned(),
        line.last(),
        paid,
        line.steps(),
        line.obstacles(),
        times * line.inProcess());
  }

  @Property(tries = TRIES)
  void sameQuestionHasTheSameAnswerAndAnotherSeedAnother(
      @ForAll @IntRange(max = 500) int seed, @ForAll @IntRange(max = 11) int known) {
    Question question = question(seed, known);
    var answer = told(Forecaster.forecast(question));
    assertThat(told(Forecaster.forecast(question))).isEqualTo(answer);
    Question other =
        new Question(
            known,
            question.lines(),
            question.past(),
            List.of(),
            List.of(),
            List.of(),
            question.seed() + 1);
    assertThat(told(Forecaster.forecast(other))).isNotEqualTo(answer);
  }
}

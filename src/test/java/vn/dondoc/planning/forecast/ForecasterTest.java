package vn.dondoc.planning.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForecasterTest {
  private static final long PLAN = 10_000_000_000L;
  private static final SimulatedCapital PROVINCE =
      SimulatedCapital.of(77, SimulatedCapital.World.BELIEVED, 120);
  private static final int AUGUST = 8;

  /** A line one can change in one place. */
  private record Draft(
      long id, long plan, int assigned, List<@Nullable Long> paid, List<Obstacle> obstacles) {
    Line line() {
      return line(Stage.BUILDING, 0);
    }

    // The class file of a record forgets that a month may be missing.
    @SuppressWarnings("NullAway")
    Line line(Stage stage, long inProcess) {
      List<Line.Step> steps = List.of(new Line.Step(1, stage));
      return new Line(
          id, id, 1, 1, "kind 1", plan, 0, assigned, 13, paid, steps, obstacles, inProcess);
    }
  }

  /** A line that is paid the same each month up to August. */
  private static Draft even(long id, double percentByAugust) {
    List<@Nullable Long> paid = new ArrayList<>();
    for (int month = 1; month <= AUGUST; month++) {
      paid.add(Math.round(PLAN * percentByAugust / 100 * month / AUGUST));
    }
    return new Draft(id, PLAN, 0, paid, List.of());
  }

  private static Forecast ask(int known, Line... lines) {
    return ask(known, List.of(), List.of(lines));
  }

  private static Forecast ask(int known, List<Target> targets, List<Line> lines) {
    return Forecaster.forecast(
        new Question(known, lines, PROVINCE.past(), targets, List.of(), List.of(), 1));
  }

  private static Fan fan(Forecast forecast) {
    return forecast.lines().getFirst().fan();
  }

  @Test
  void lineWithoutHistoryIsForecastAsItsKindWithAWideFan() {
    Fan fan = fan(ask(0, new Draft(1, PLAN, 0, List.of(), List.of()).line()));
    assertThat(fan.at(13, 50)).isBetween(PLAN / 2, PLAN);
    assertThat(fan.at(AUGUST, 90) - fan.at(AUGUST, 10)).isGreaterThan(PLAN / 4);
  }

  @Test
  void provinceWithoutAnyFinishedYearIsForecastByTheNationsSeason() {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      lines.add(new Draft(i, PLAN, 0, List.of(), List.of()).line());
    }
    Forecast forecast =
        Forecaster.forecast(new Question(0, lines, List.of(), List.of(), List.of(), List.of(), 1));
    Fan fan = forecast.of(Part.PROVINCE).orElseThrow().fan();
    double plan = 200.0 * PLAN;
    assertThat(fan.mean(AUGUST) / plan).isCloseTo(0.44, within(0.08));
    assertThat(fan.mean(12) / plan).isCloseTo(0.80, within(0.08));
    assertThat(fan.mean(13) / plan).isCloseTo(0.93, within(0.06));
  }

  @Test
  void monthWithoutReportsIsForecastFromTheLastOneReported() {
    Line line = new Draft(1, PLAN, 0, Arrays.asList(1L, PLAN / 5, null, null), List.of()).line();
    Fan fan = fan(ask(4, line));
    assertThat(fan.at(4, 5)).isGreaterThanOrEqualTo(PLAN / 5);
    assertThat(fan.at(4, 95)).isGreaterThan(PLAN / 5);
  }

  @Test
  void planAssignedInNovemberIsPaidNothingBefore() {
    Fan fan = fan(ask(AUGUST, new Draft(1, PLAN, 11, List.of(), List.of()).line()));
    assertThat(fan.at(10, 95)).isZero();
    assertThat(fan.at(13, 50)).isPositive();
  }

  @Test
  void provinceIsAsUnsureAsTheOneProjectThatHoldsHalfOfItsPlan() {
    List<Line> lines = new ArrayList<>();
    IntStream.range(1, 101).forEach(i -> lines.add(even(i, 45).line()));
    Fan level = ask(AUGUST, List.of(), lines).of(Part.PROVINCE).orElseThrow().fan();
    Draft giant = even(0, 45);
    List<@Nullable Long> paid =
        giant.paid().stream().<@Nullable Long>map(p -> p == null ? null : 100 * p).toList();
    lines.add(new Draft(0, 100 * PLAN, 0, paid, List.of()).line());
    Fan heavy = ask(AUGUST, List.of(), lines).of(Part.PROVINCE).orElseThrow().fan();
    double levelWidth = (level.at(12, 90) - level.at(12, 10)) / (100.0 * PLAN);
    double heavyWidth = (heavy.at(12, 90) - heavy.at(12, 10)) / (200.0 * PLAN);
    assertThat(heavyWidth).isGreaterThan(levelWidth);
  }

  @Test
  void yearThatIsOverIsToldAsItWas() {
    List<@Nullable Long> paid = new ArrayList<>(even(1, 40).paid());
    IntStream.range(AUGUST, 13).forEach(month -> paid.add(PLAN * month / 20));
    Line line = new Draft(1, PLAN, 0, paid, List.of()).line();
    Target half = new Target("half", Part.PROVINCE, 13, PLAN / 2);
    Forecast forecast = ask(13, List.of(half), List.of(line));
    assertThat(fan(forecast).last()).isEqualTo(13);
    assertThat(fan(forecast).at(13, 5)).isEqualTo(PLAN * 12 / 20);
    assertThat(fan(forecast).at(13, 95)).isEqualTo(PLAN * 12 / 20);
    assertThat(forecast.chances().getFirst().probability()).isEqualTo(1);
    assertThat(forecast.lines().getFirst().reasons()).isEmpty();
  }

  @Test
  void refundStandsInTheHistoryAndIsNotForecastAgain() {
    Line line = new Draft(1, PLAN, 0, List.of(PLAN / 2, PLAN / 4), List.of()).line();
    Fan fan = fan(ask(2, line));
    assertThat(fan.at(2, 50)).isEqualTo(PLAN / 4);
    assertThat(fan.at(3, 5)).isGreaterThanOrEqualTo(PLAN / 4);
  }

  @Test
  void lineThatWasPaidMoreThanItsPlanStaysWhereItIs() {
    Line line = new Draft(1, PLAN, 0, List.of(PLAN + 5), List.of()).line();
    Fan fan = fan(ask(1, line));
    assertThat(fan.at(13, 5)).isEqualTo(PLAN + 5);
    assertThat(fan.at(13, 95)).isEqualTo(PLAN + 5);
  }

  @Test
  void lineWithoutAPlanIsPaidNothingMore() {
    Fan fan = fan(ask(1, new Draft(1, 0, 0, List.of(0L), List.of()).line()));
    assertThat(fan.at(13, 95)).isZero();
  }

  @Test
  void lineThatIsBlockedIsPaidLessAndSaysSo() {
    Draft free = even(1, 30);
    Obstacle clearance = new Obstacle(Obstacle.Kind.SITE_CLEARANCE, 3, null);
    Draft blocked = new Draft(1, PLAN, 0, free.paid(), List.of(clearance));
    Forecast forecast = ask(AUGUST, blocked.line());
    // The same payments in spite of an obstacle show a faster line; what counts is the reason.
    assertThat(forecast.lines().getFirst().reasons())
        .anySatisfy(reason -> {
          assertThat(reason.cause()).isEqualTo(Reason.Cause.OBSTACLE);
          assertThat(reason.factor()).isLessThan(1);
          assertThat(reason.evidence()).isPositive();
        });
    Draft none = new Draft(1, PLAN, 0, List.of(), List.of());
    Draft late = new Draft(1, PLAN, 0, List.of(), List.of(clearance));
    assertThat(fan(ask(0, late.line())).mean(12)).isLessThan(fan(ask(0, none.line())).mean(12));
  }

  @Test
  void slowLineIsForecastBelowAFastOneAndReasonsWeighOne() {
    Forecast forecast = ask(AUGUST, even(1, 5).line(), even(2, 70).line());
    assertThat(forecast.lines().get(0).fan().mean(13))
        .isLessThan(forecast.lines().get(1).fan().mean(13));
    List<Reason> reasons = forecast.lines().get(0).reasons();
    assertThat(reasons.stream().mapToDouble(Reason::weight).sum()).isCloseTo(1, within(1e-9));
    assertThat(reasons).extracting(Reason::cause).contains(Reason.Cause.OWN_PACE);
  }

  @Test
  void papersAtTheTreasuryArePaidNextMonth() {
    Line line = even(1, 10).line(Stage.BUILDING, PLAN / 2);
    assertThat(fan(ask(AUGUST, line)).at(9, 5)).isGreaterThan(PLAN * 55 / 100);
  }

  @Test
  void capacityIsWhatTheLineCouldBePaidWereThePlanNoLimit() {
    Forecast.OfLine fast = ask(AUGUST, even(1, 95).line()).lines().getFirst();
    assertThat(fast.fan().at(13, 95)).isEqualTo(PLAN);
    assertThat(fast.capacity().middle()).isGreaterThan(PLAN);
    assertThat(fast.capacity().low()).isLessThanOrEqualTo(fast.capacity().middle());
  }

  @Test
  void targetHasItsChanceItsShortfallAndThePaceItNeeds() {
    Target modest = new Target("modest", Part.PROVINCE, 12, PLAN * 9 / 10);
    Target beyond = new Target("beyond", Part.owner(1), 9, PLAN * 2);
    Forecast forecast =
        ask(AUGUST, List.of(modest, beyond), List.of(even(1, 45).line(), even(2, 45).line()));
    Forecast.Chance likely = forecast.chances().get(0);
    assertThat(likely.probability()).isGreaterThan(0.5);
    Forecast.Chance never = forecast.chances().get(1);
    assertThat(never.probability()).isLessThan(0.05);
    assertThat(never.shortfall()).isPositive();
    assertThat(never.pace().required()).isEqualTo(PLAN * 2 - PLAN * 9 / 10);
    assertThat(never.pace().months()).isEqualTo(1);
    assertThat(likely.pace().recent()).isEqualTo(2 * (PLAN * 45 / 100 * 3 / AUGUST / 3));
  }

  @Test
  void otherPlansChangeTheChanceOfATarget() {
    Target target = new Target("all", Part.PROVINCE, 13, PLAN * 21 / 10);
    List<Line> lines = List.of(even(1, 90).line(), even(2, 5).line());
    Forecast forecast = ask(AUGUST, List.of(target), lines);
    Scenarios scenarios = forecast.scenarios();
    assertThat(scenarios.chance(target, Map.of()))
        .isEqualTo(forecast.chances().getFirst().probability())
        .isZero();
    assertThat(scenarios.chance(target, Map.of(1L, 3 * PLAN))).isPositive();
    long middle = forecast.of(Part.PROVINCE).orElseThrow().fan().at(13, 50);
    assertThat(scenarios.median(Part.PROVINCE, 13, Map.of())).isEqualTo(middle);
    assertThat(scenarios.median(Part.PROVINCE, 13, Map.of(1L, 3 * PLAN))).isGreaterThan(middle);
  }

  @Test
  void promiseStandsBesideTheForecastWithWhatTheOwnerKeptBefore() {
    Line line = even(1, 40).line();
    Question question =
        new Question(
            AUGUST,
            List.of(line),
            PROVINCE.past(),
            List.of(),
            List.of(new Question.Promise(1, 13, PLAN)),
            List.of(new Question.Kept(1, 0, 100, 50), new Question.Kept(2, 0, 100, 100)),
            1);
    Forecast forecast = Forecaster.forecast(question);
    Forecast.OfOwner owner = forecast.promises().getFirst();
    assertThat(owner.promised()).isEqualTo(PLAN);
    assertThat(owner.kept()).isEqualTo(1);
    assertThat(owner.reliability()).isBetween(0.5, 1.0);
    assertThat(owner.corrected()).isBetween(PLAN * 4 / 10, PLAN);
    assertThat(forecast.lines().getFirst().promised()).isNotNull();
  }

  // The class file of a record forgets that a month may be missing.
  @SuppressWarnings("NullAway")
  @Test
  void capitalCarriedOverIsNotPaidAfterDecember() {
    Line line =
        new Line(1, 1, 1, 1, "kind 1", PLAN, 0, 0, 12, even(1, 30).paid(), List.of(), List.of(), 0);
    Fan fan = fan(ask(AUGUST, line));
    assertThat(fan.mean(13)).isEqualTo(fan.mean(12));
  }

  @Test
  void questionThatCannotBeIsRefused() {
    assertThatThrownBy(() -> ask(14)).isInstanceOf(IllegalArgumentException.class);
    Line line = even(4, 10).line();
    assertThatThrownBy(() -> ask(AUGUST, line, line)).hasMessageContaining("[4]");
    assertThatThrownBy(() -> new Draft(9, -1, 0, List.of(), List.of()).line())
        .hasMessageContaining("line 9");
    assertThat(ask(AUGUST).lines()).isEmpty();
  }

  @Test
  void lineCutToWhatItWillPayIsNotForecastToLapseAgain() {
    Line whole = even(1, 20).line();
    Line other = even(2, 60).line();
    Forecast.OfLine before = ask(AUGUST, whole, other).lines().getFirst();
    long kept = before.fan().at(13, 50);
    assertThat(kept).isLessThan(PLAN);
    Forecast.OfLine after = ask(AUGUST, moved(whole, kept), other).lines().getFirst();
    assertThat(after.fan().at(13, 50)).isGreaterThanOrEqualTo(kept - PLAN / 200);
    assertThat((double) after.capacity().high())
        .isCloseTo(before.capacity().high(), within(PLAN / 100.0));
    Line small = new Draft(1, kept, 0, whole.paid(), List.of()).line();
    assertThat(ask(AUGUST, small, other).lines().getFirst().fan().at(13, 50))
        .isLessThan(kept - PLAN / 50);
  }

  @Test
  void lineGivenMoreIsNotForecastToPayMoreThanItCould() {
    Line line = even(1, 60).line();
    Line other = even(2, 60).line();
    Forecast.OfLine before = ask(AUGUST, line, other).lines().getFirst();
    Forecast.OfLine given = ask(AUGUST, moved(line, 4 * PLAN), other).lines().getFirst();
    assertThat((double) given.fan().at(13, 90))
        .isCloseTo(before.capacity().high(), within(PLAN / 100.0));
    assertThat(given.capacity().middle()).isLessThan(2 * PLAN);
    // Nothing but what it was given: its plan is all there is to go by.
    Line opened = moved(new Draft(3, 0, 0, line.paid(), List.of()).line(), PLAN);
    Line planned = new Draft(3, PLAN, 0, line.paid(), List.of()).line();
    assertThat(fan(ask(AUGUST, opened, other)).at(13, 50))
        .isEqualTo(fan(ask(AUGUST, planned, other)).at(13, 50));
  }

  // The class file of a record forgets that a month may be missing.
  @SuppressWarnings("NullAway")
  private static Line moved(Line line, long plan) {
    return new Line(
        line.id(),
        line.project(),
        line.owner(),
        line.source(),
        line.kind(),
        plan,
        0,
        line.plan() - plan,
        line.assigned(),
        line.last(),
        line.paid(),
        line.steps(),
        line.obstacles(),
        0);
  }
}

package vn.dondoc.capital.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.capital.rate.RateDefinition;
import vn.dondoc.capital.rate.RateTarget;
import vn.dondoc.capital.rate.RateTargets;
import vn.dondoc.capital.rate.Rates;
import vn.dondoc.planning.forecast.Forecast;
import vn.dondoc.planning.forecast.Forecaster;
import vn.dondoc.planning.forecast.Line;
import vn.dondoc.planning.forecast.Part;
import vn.dondoc.planning.forecast.Question;
import vn.dondoc.planning.forecast.Scenarios;
import vn.dondoc.planning.forecast.Target;

/**
 * Tính dự báo of the whole province: reads, asks the engine, tells the answer in the ledger's
 * words.
 */
@Component
@Transactional(readOnly = true)
class Maker {
  private static final BigDecimal YEAR_END = new BigDecimal("95");
  private static final double DAYS_A_MONTH = 365.25 / 12;

  private final ForecastStore store;
  private final RateTargets targets;
  private final Rates rates;

  Maker(ForecastStore store, RateTargets targets, Rates rates) {
    this.store = store;
    this.targets = targets;
    this.rates = rates;
  }

  /** Of which state a forecast made now would be; whoever asks, in a scope of its own. */
  @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
  String state() {
    return store.state();
  }

  boolean seesAll() {
    return store.seesAll();
  }

  /** Lines of a year within the actor's sight. */
  Set<Long> visible(int year) {
    return store.visible(year);
  }

  /** Budget years there are pools of, the last first. */
  List<Integer> years() {
    return store.years();
  }

  Made make(int year, LocalDate day, String state) {
    Asking asking =
        new Asking(
            year,
            day,
            new Asking.Known(
                store.lines(year, day),
                store.stages(year, day),
                store.obstacles(day),
                store.promises(year, day),
                store.kept(year, day),
                store.closed(day)));
    List<Goal> goals = goals(year, day, asking.lines());
    Question question =
        asking.question(
            asking.lines(), goals.stream().filter(Goal::whole).map(Goal::target).toList());
    Forecast whole = Forecaster.forecast(question);
    Map<TargetChance.Kind, Scenarios> scenarios = new EnumMap<>(TargetChance.Kind.class);
    Map<TargetChance.Kind, Integer> months = new EnumMap<>(TargetChance.Kind.class);
    List<TargetChance> chances = new ArrayList<>();
    Map<List<ForecastStore.Held>, Forecast> parts = new HashMap<>();
    for (Goal goal : goals) {
      Forecast forecast =
          goal.whole()
              ? whole
              : parts.computeIfAbsent(
                  goal.counted(),
                  counted ->
                      Forecaster.forecast(
                          asking.question(
                              counted,
                              goals.stream().filter(g -> !g.whole()).map(Goal::target).toList())));
      chances.add(chance(goal, forecast, day, asking.reported()));
      scenarios.put(goal.kind(), forecast.scenarios());
      months.put(goal.kind(), goal.target().month());
    }
    return new Made(
        new YearForecast(
            year,
            day,
            paidTo(asking.lines()),
            asking.known(),
            asking.reported(),
            state,
            lines(asking, question, whole, day),
            sums(asking, whole, day.isBefore(LocalDate.of(year + 1, 1, 31))),
            chances,
            whole.promises().stream().map(Maker::promise).toList(),
            Warnings.of(question, asking).measured()),
        scenarios,
        whole.scenarios(),
        months);
  }

  private static @Nullable LocalDate paidTo(List<ForecastStore.Held> lines) {
    return lines.stream()
        .map(ForecastStore.Held::movedOn)
        .filter(Objects::nonNull)
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  /**
   * A target with the lines it counts.
   *
   * @param whole those are all lines
   * @param paid of them by the day, where the target's is over by its month
   * @param month in which that is
   */
  private record Goal(
      TargetChance.Kind kind,
      BigDecimal percent,
      LocalDate byDay,
      RateDefinition definition,
      List<ForecastStore.Held> counted,
      boolean whole,
      long denominator,
      long paid,
      int month,
      Target target) {}

  /** The target of the year's document, and 95 % at the end, measured in the same way. */
  private List<Goal> goals(int year, LocalDate day, List<ForecastStore.Held> lines) {
    RateTarget named = targets.of(year, day).orElse(null);
    RateDefinition definition =
        named == null ? rates.assumed() : rates.definition(named.said().definition());
    if (definition.numerator() == RateDefinition.Numerator.WORK_DONE) {
      return List.of();
    }
    List<ForecastStore.Held> counted =
        lines.stream()
            .filter(held -> definition.vintages().contains(held.vintage()))
            .filter(held ->
                definition.withoutCode() == null
                    || !definition.withoutCode().equals(held.projectCode()))
            .toList();
    long denominator = denominator(year, day, definition, lines, counted);
    Counted of =
        new Counted(year, day, definition, counted, counted.size() == lines.size(), denominator);
    List<Goal> goals = new ArrayList<>();
    if (denominator > 0) {
      if (named != null) {
        goals.add(goal(TargetChance.Kind.NAMED, named.said().percent(), named.said().byDay(), of));
      }
      goals.add(goal(TargetChance.Kind.YEAR_END, YEAR_END, LocalDate.of(year + 1, 1, 31), of));
    }
    return goals;
  }

  private record Counted(
      int year,
      LocalDate day,
      RateDefinition definition,
      List<ForecastStore.Held> lines,
      boolean whole,
      long denominator) {}

  private static Goal goal(
      TargetChance.Kind kind, BigDecimal percent, LocalDate byDay, Counted counted) {
    long amount =
        percent
            .movePointLeft(2)
            .multiply(BigDecimal.valueOf(counted.denominator()))
            .setScale(0, RoundingMode.CEILING)
            .longValue();
    int month = Asking.month(counted.year(), byDay);
    boolean early = byDay.getDayOfMonth() < byDay.lengthOfMonth() / 2;
    int at = Math.max(1, early ? month - 1 : month);
    return new Goal(
        kind,
        percent,
        byDay,
        counted.definition(),
        counted.lines(),
        counted.whole(),
        counted.denominator(),
        counted.lines().stream()
            .mapToLong(held -> counted.day().isAfter(byDay) ? held.by(month) : held.paid())
            .sum(),
        month,
        new Target(kind.name(), Part.PROVINCE, at, amount));
  }

  private long denominator(
      int year,
      LocalDate day,
      RateDefinition definition,
      List<ForecastStore.Held> lines,
      List<ForecastStore.Held> counted) {
    if (definition.denominator() == RateDefinition.Denominator.PLAN) {
      return plan(counted);
    }
    ForecastStore.Assigned assigned = store.assigned(year, day, definition);
    long left =
        definition.withoutCode() == null
            ? 0
            : plan(
                lines.stream()
                    .filter(held -> definition.withoutCode().equals(held.projectCode()))
                    .toList());
    boolean pm = definition.denominator() == RateDefinition.Denominator.ASSIGNED_PM;
    return (pm ? assigned.pm() : assigned.whole()) - left;
  }

  private static long plan(List<ForecastStore.Held> lines) {
    return lines.stream().mapToLong(held -> held.line().plan()).sum();
  }

  /** Paces from the day on, with what this month brought already. */
  private static TargetChance chance(Goal goal, Forecast forecast, LocalDate day, int reported) {
    Forecast.Chance chance =
        forecast.chances().stream()
            .filter(one -> one.target().equals(goal.target()))
            .findFirst()
            .orElseThrow();
    long days = Math.max(0, ChronoUnit.DAYS.between(day, goal.byDay()));
    double months = days / DAYS_A_MONTH;
    long lacking = Math.max(0, goal.target().amount() - goal.paid());
    boolean ahead = goal.target().month() > reported;
    TargetChance.Standing standing = standing(goal, day, reported);
    long mean =
        ahead
            ? forecast
                .of(Part.PROVINCE)
                .map(sum -> sum.fan().mean(goal.target().month()))
                .orElse(0L)
            : goal.paid();
    return new TargetChance(
        goal.kind(),
        goal.percent(),
        goal.byDay(),
        goal.definition().code(),
        goal.denominator(),
        goal.target().amount(),
        lacking == 0 ? 1 : ahead ? chance.probability() : 0,
        ahead ? Math.min(lacking, chance.shortfall()) : lacking,
        ahead ? Math.round(lacking / Math.max(1, months)) : lacking,
        chance.pace().recent(),
        ahead ? Math.round(Math.max(0, mean - goal.paid()) / Math.max(1, months)) : 0,
        (int) Math.ceil(months),
        standing);
  }

  /** What was not told is no nought: who lacks months cannot say that a target was missed. */
  private static TargetChance.Standing standing(Goal goal, LocalDate day, int reported) {
    if (!day.isAfter(goal.byDay())) {
      return TargetChance.Standing.OPEN;
    }
    return goal.paid() >= goal.target().amount() || reported >= goal.month()
        ? TargetChance.Standing.DECIDED
        : TargetChance.Standing.UNKNOWN;
  }

  private static List<LineForecast> lines(
      Asking asking, Question question, Forecast forecast, LocalDate day) {
    Warnings warnings = Warnings.of(question, asking);
    List<LineForecast> all = new ArrayList<>();
    for (int at = 0; at < forecast.lines().size(); at++) {
      Forecast.OfLine told = forecast.lines().get(at);
      ForecastStore.Held held = asking.lines().get(at);
      Line line = question.lines().get(at);
      boolean over = !day.isBefore(held.line().lastDay());
      Question.Promise promise = told.promised();
      all.add(
          new LineForecast(
              held.line(),
              held.paid(),
              past(held, asking.known()),
              told.fan(),
              over ? new Range(0, 0, 0) : range(told.fan(), held.paid()),
              over
                  ? new Range(0, 0, 0)
                  : new Range(
                          told.capacity().low(), told.capacity().middle(), told.capacity().high())
                      .beyond(held.paid()),
              told.reasons(),
              promise == null ? null : new LineForecast.Promised(promise.month(), promise.amount()),
              over ? List.of() : warnings.of(line)));
    }
    return all;
  }

  private static List<Long> past(ForecastStore.Held held, int known) {
    return IntStream.rangeClosed(1, known).mapToObj(held::by).toList();
  }

  private static Range range(vn.dondoc.planning.forecast.Fan fan, long paid) {
    return new Range(
            fan.at(Line.LAST_MONTH, 10), fan.at(Line.LAST_MONTH, 50), fan.at(Line.LAST_MONTH, 90))
        .beyond(paid);
  }

  private static List<SumForecast> sums(Asking asking, Forecast forecast, boolean open) {
    Map<Part, Totals> totals = new HashMap<>();
    Map<Part, String> keys = new HashMap<>();
    for (ForecastStore.Held held : asking.lines()) {
      LineForecast.Line line = held.line();
      Map<Part, String> of =
          Map.of(
              Part.PROVINCE,
              "",
              Part.source(asking.source(line.source())),
              line.source(),
              Part.owner(line.owner()),
              Integer.toString(line.owner()),
              Part.project(line.project()),
              Long.toString(line.project()));
      keys.putAll(of);
      of.keySet()
          .forEach(
              part -> totals.computeIfAbsent(part, p -> new Totals()).add(held, asking.known()));
    }
    List<SumForecast> sums = new ArrayList<>();
    forecast
        .sums()
        .forEach((part, sum) -> {
          Totals total = Objects.requireNonNull(totals.get(part));
          sums.add(
              new SumForecast(
                  SumForecast.Scope.valueOf(part.scope().name()),
                  Objects.requireNonNull(keys.get(part)),
                  total.lines,
                  sum.plan(),
                  total.paid,
                  total.past,
                  sum.fan(),
                  open ? range(sum.fan(), total.paid) : new Range(0, 0, 0)));
        });
    return sums;
  }

  private static final class Totals {
    private int lines;
    private long paid;
    private List<Long> past = List.of();

    void add(ForecastStore.Held held, int known) {
      List<Long> more = past(held, known);
      List<Long> before = past;
      past =
          lines == 0
              ? more
              : IntStream.range(0, known).mapToObj(i -> before.get(i) + more.get(i)).toList();
      lines++;
      paid += held.paid();
    }
  }

  private static YearForecast.OwnerPromise promise(Forecast.OfOwner told) {
    return new YearForecast.OwnerPromise(
        (int) told.owner(),
        told.month(),
        told.promised(),
        told.expected(),
        told.reliability(),
        told.kept(),
        told.corrected());
  }
}

package vn.dondoc.capital.reallocation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.capital.forecast.Forecasts;
import vn.dondoc.capital.forecast.LineForecast;
import vn.dondoc.capital.forecast.Range;
import vn.dondoc.capital.forecast.TargetChance;
import vn.dondoc.capital.forecast.YearForecast;
import vn.dondoc.capital.rate.RateDefinition;
import vn.dondoc.capital.rate.Rates;
import vn.dondoc.capital.reallocation.InstanceStore.LineRow;
import vn.dondoc.capital.reallocation.InstanceStore.PoolRow;
import vn.dondoc.capital.reallocation.InstanceStore.ProjectRow;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.planning.reallocation.Instance;
import vn.dondoc.planning.reallocation.Line;
import vn.dondoc.planning.reallocation.Move;
import vn.dondoc.planning.reallocation.Pool;
import vn.dondoc.planning.reallocation.Project;
import vn.dondoc.planning.reallocation.Proposal;

/** Builds what the engine computes with from the ledger, the register, the law and the forecast. */
@Component
class Instances {
  /** A pool no rule names an authority for: nothing moves there. */
  private static final String NOBODY = "";

  private static final long HUNDREDTHS = 10_000;
  private static final int LAST_MONTH = vn.dondoc.planning.forecast.Line.LAST_MONTH;

  private final InstanceStore store;
  private final Forecasts forecasts;
  private final Rates rates;

  Instances(InstanceStore store, Forecasts forecasts, Rates rates) {
    this.store = store;
    this.forecasts = forecasts;
    this.rates = rates;
  }

  /**
   * The programme of a year as it stands on a day.
   *
   * @throws Refusal when there is no line, or the rate has no definition
   */
  Instance build(int year, ScenarioRules rules, LocalDate day) {
    RateDefinition definition = rates.definition(rules.definition());
    if (!definition.isOfDisbursement()) {
      throw Refusal.of(ReallocationRefusal.WORK_DONE, "definition", definition.code());
    }
    List<PoolRow> pools = store.pools(day, year);
    List<ProjectRow> projects = store.projects(day, year);
    List<LineRow> lines = store.lines(day, year);
    if (lines.isEmpty()) {
      throw Refusal.of(ReallocationRefusal.NO_LINES, "", Integer.toString(year));
    }
    Map<Long, LineForecast> payable =
        forecasts.of(year, day).lines().stream()
            .collect(Collectors.toMap(LineForecast::id, line -> line));
    Map<Long, Integer> ranks =
        projects.stream().collect(Collectors.toMap(ProjectRow::id, ProjectRow::rank));
    return new Instance(
        pools.stream().map(pool -> pool(pool, definition)).toList(),
        projects.stream().map(Instances::project).toList(),
        lines.stream()
            .map(line -> line(line, payable.get(line.id()), ranks.getOrDefault(line.project(), 0)))
            .toList(),
        owners(projects, lines),
        new Instance.Target(rules.hundredths(), HUNDREDTHS, denominator(pools, definition), 0),
        rules.rules());
  }

  private static boolean counts(PoolRow pool, RateDefinition definition) {
    return definition.vintages().stream()
        .anyMatch(vintage -> vintage.code().equals(pool.vintage()));
  }

  /**
   * Vốn chưa phân bổ of the pool stays where it is: given to a line it would make the plan the rate
   * is measured on larger, which the engine takes as fixed.
   */
  static boolean keepsUnallocated(PoolRow pool, RateDefinition definition) {
    return definition.denominator().growsWithAllocation() && counts(pool, definition);
  }

  private static Pool pool(PoolRow pool, RateDefinition definition) {
    return new Pool(
        pool.id(),
        pool.ring(),
        counts(pool, definition),
        0,
        pool.payable(),
        keepsUnallocated(pool, definition) ? 0 : pool.unallocated(),
        pool.authority() == null ? NOBODY : pool.authority(),
        pool.authority() != null && pool.fits(),
        pool.mediumAuthority());
  }

  private static Project project(ProjectRow project) {
    return new Project(
        project.id(),
        project.owner(),
        project.area(),
        project.group(),
        project.stage(),
        project.total() == null ? 0 : project.total(),
        project.settlement(),
        project.accumulated(),
        0,
        project.eligibility(),
        project.dueArea());
  }

  private static Line line(LineRow line, @Nullable LineForecast forecast, int rank) {
    return new Line(
        line.id(),
        line.pool(),
        line.project(),
        line.plan(),
        line.disbursed(),
        0,
        line.unpaid(),
        line.outstanding(),
        forecast == null ? Line.Forecast.NONE : range(forecast.absorbable()),
        line.ceiling(),
        rank);
  }

  private static Line.Forecast range(Range range) {
    return new Line.Forecast(range.low(), range.middle(), range.high());
  }

  private static List<Instance.Owner> owners(List<ProjectRow> projects, List<LineRow> lines) {
    Map<Long, Integer> owners =
        projects.stream().collect(Collectors.toMap(ProjectRow::id, ProjectRow::owner));
    Map<Integer, Long> plans = new HashMap<>();
    for (LineRow line : lines) {
      Integer owner = owners.get(line.project());
      if (owner != null) {
        plans.merge(owner, line.plan(), Long::sum);
      }
    }
    return plans.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> new Instance.Owner(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static long denominator(List<PoolRow> pools, RateDefinition definition) {
    return pools.stream()
        .filter(pool -> counts(pool, definition))
        .mapToLong(pool ->
            switch (definition.denominator()) {
              case ASSIGNED_PM -> pool.assignedPm();
              case ASSIGNED -> pool.assigned();
              case PLAN -> pool.plan();
            })
        .sum();
  }

  /**
   * What the forecast says of a proposal: how likely the target is reached, as it stands and with
   * it, where the forecast tells a target; and the rate its own page tells. Empty where there is
   * nothing to forecast.
   */
  Optional<Told> told(int year, LocalDate day, Instance instance, Proposal proposal) {
    YearForecast forecast = forecasts.of(year, day);
    Map<Long, Long> plans = plans(instance, proposal);
    TargetChance ours =
        forecast
            .chance(TargetChance.Kind.NAMED)
            .or(() -> forecast.chance(TargetChance.Kind.YEAR_END))
            .map(target -> aim(target, instance.target()))
            .orElse(null);
    Double before = ours == null ? null : forecasts.chance(forecast, ours, Map.of());
    Double after = ours == null ? null : forecasts.chance(forecast, ours, plans);
    return forecast
        .province()
        .filter(sum -> sum.plan() > 0)
        .map(sum -> {
          long more = proposal.moves().stream().mapToLong(Move::amountVnd).sum();
          return new Told(
              before,
              after,
              (double) sum.fan().at(LAST_MONTH, 50) / sum.plan(),
              (double) forecasts.middle(forecast, plans) / (sum.plan() + more));
        });
  }

  /** The same target at the scenario's own rate. */
  private static TargetChance aim(TargetChance target, Instance.Target aim) {
    long amount = Math.ceilDiv(aim.denominatorVnd() * aim.numerator(), aim.denominator());
    return new TargetChance(
        target.kind(),
        target.percent(),
        target.byDay(),
        target.definition(),
        aim.denominatorVnd(),
        amount,
        target.probability(),
        target.shortfall(),
        target.required(),
        target.recent(),
        target.expected(),
        target.months(),
        target.standing());
  }

  /** The new plan of every line that changes. */
  static Map<Long, Long> plans(Instance instance, Proposal proposal) {
    Map<Long, Long> plans =
        instance.lines().stream().collect(Collectors.toMap(Line::id, Line::plannedVnd));
    return proposal.moves().stream()
        .collect(
            Collectors.toMap(
                Move::line, move -> plans.getOrDefault(move.line(), 0L) + move.amountVnd()));
  }

  /**
   * Dự báo nói gì.
   *
   * @param chanceBefore khả năng đạt mục tiêu as it stands, 0 to 1; null where no target is told
   * @param chanceAfter the same with the proposal
   * @param rateBefore tỷ lệ của mọi dòng vốn as the forecast's page tells it
   * @param rateAfter the same with the proposal
   */
  record Told(
      @Nullable Double chanceBefore,
      @Nullable Double chanceAfter,
      double rateBefore,
      double rateAfter) {}
}

package vn.dondoc.planning.reallocation.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.planning.reallocation.Instance;
import vn.dondoc.planning.reallocation.Line;
import vn.dondoc.planning.reallocation.Line.Ceiling;
import vn.dondoc.planning.reallocation.Line.Forecast;
import vn.dondoc.planning.reallocation.Pin;
import vn.dondoc.planning.reallocation.Pool;
import vn.dondoc.planning.reallocation.Problem;
import vn.dondoc.planning.reallocation.Problem.Code;
import vn.dondoc.planning.reallocation.Project;
import vn.dondoc.planning.reallocation.Rules;

/** Looks for everything that is wrong with an instance, all at once. */
public final class InstanceCheck {
  /** 500.000 tỷ, far above any province's plan; times a rate it still is a long. */
  private static final long MOST_VND = 500_000_000_000_000L;

  private static final long MOST_RATE = 10_000;

  private final Instance instance;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<Long> pools = new HashSet<>();
  private final Set<Long> projects = new HashSet<>();
  private final Set<Long> owners = new HashSet<>();
  private final Set<Long> areas = new HashSet<>();
  private final Set<Long> lines = new HashSet<>();

  public InstanceCheck(Instance instance) {
    this.instance = instance;
  }

  public List<Problem> problems() {
    names();
    instance.pools().forEach(this::pool);
    instance.projects().forEach(this::project);
    instance.lines().forEach(this::line);
    target();
    rules();
    instance.rules().pins().forEach(this::pin);
    if (problems.stream().noneMatch(Problem::refuses)) {
      needs();
    }
    return List.copyOf(problems);
  }

  private void names() {
    instance.pools().forEach(each -> name(pools, each.id()));
    instance.owners().forEach(each -> name(owners, each.id()));
    instance.projects().forEach(each -> name(projects, each.id()));
    instance.projects().forEach(each -> areas.add(each.area()));
    instance.lines().forEach(each -> name(lines, each.id()));
    Set<List<Long>> pairs = new HashSet<>();
    for (Line line : instance.lines()) {
      if (!pairs.add(List.of(line.pool(), line.project()))) {
        add(Code.SECOND_LINE, line.id(), line.project());
      }
    }
    instance.owners().forEach(each -> amount(each.id(), each.plannedVnd()));
  }

  private void name(Set<Long> names, long id) {
    if (!names.add(id)) {
      add(Code.DUPLICATE_ID, id, id);
    }
  }

  private void pool(Pool pool) {
    amount(pool.id(), pool.mayReturnVnd());
    amount(pool.id(), pool.unallocatedVnd());
    amount(pool.id(), pool.payableVnd());
  }

  private void project(Project project) {
    if (!owners.contains(project.owner())) {
      add(Code.UNKNOWN_OWNER, project.id(), project.owner());
    }
    amount(project.id(), project.totalInvestmentVnd());
    amount(project.id(), project.settledVnd());
    amount(project.id(), project.accumulatedVnd());
    amount(project.id(), project.otherPlansVnd());
  }

  private void line(Line line) {
    if (!pools.contains(line.pool())) {
      add(Code.UNKNOWN_POOL, line.id(), line.pool());
    }
    if (!projects.contains(line.project())) {
      add(Code.UNKNOWN_PROJECT, line.id(), line.project());
    }
    amount(line.id(), line.plannedVnd());
    amount(line.id(), line.paidVnd());
    amount(line.id(), line.inProcessVnd());
    amount(line.id(), line.acceptedUnpaidVnd());
    amount(line.id(), line.outstandingAdvanceVnd());
    Forecast forecast = line.forecast();
    amount(line.id(), forecast.f10Vnd());
    amount(line.id(), forecast.f90Vnd());
    if (forecast.f10Vnd() > forecast.f50Vnd() || forecast.f50Vnd() > forecast.f90Vnd()) {
      add(Code.QUANTILES, line.id(), forecast.f50Vnd());
    }
    if (line.outstandingAdvanceVnd() > line.paidVnd()) {
      add(Code.ADVANCE_ABOVE_PAID, line.id(), line.outstandingAdvanceVnd());
    }
    if (line.priority() < 0) {
      add(Code.NEGATIVE_AMOUNT, line.id(), line.priority());
    }
    Ceiling ceiling = line.ceiling();
    if (ceiling != null) {
      amount(line.id(), ceiling.approvedVnd());
      amount(line.id(), ceiling.accumulatedVnd());
      amount(line.id(), ceiling.mediumTermVnd());
      amount(line.id(), ceiling.mediumTermUsedVnd());
    }
  }

  private void amount(long subject, @Nullable Long valueVnd) {
    if (valueVnd != null && valueVnd < 0) {
      add(Code.NEGATIVE_AMOUNT, subject, valueVnd);
    } else if (valueVnd != null && valueVnd > MOST_VND) {
      add(Code.AMOUNT_TOO_LARGE, subject, valueVnd);
    }
  }

  private void target() {
    Instance.Target target = instance.target();
    if (target.denominator() <= 0
        || target.denominator() > MOST_RATE
        || target.numerator() < 0
        || target.numerator() > target.denominator()) {
      add(Code.TARGET, 0, target.numerator());
    }
    amount(0, target.denominatorVnd());
    long sumVnd = target.alsoExpectedVnd();
    amount(0, sumVnd);
    for (Line line : instance.lines()) {
      sumVnd += Math.clamp(line.plannedVnd(), 0, MOST_VND);
      if (sumVnd > MOST_VND) {
        add(Code.AMOUNT_TOO_LARGE, 0, sumVnd);
        break;
      }
    }
  }

  private void rules() {
    Rules rules = instance.rules();
    Rules.Quantiles quantiles = rules.quantiles();
    if (quantiles.receiver() < 10
        || quantiles.receiver() > quantiles.measured()
        || quantiles.measured() > quantiles.giver()
        || quantiles.giver() > 90) {
      add(Code.QUANTILES, 0, quantiles.measured());
    }
    if (rules.unitVnd() <= 0) {
      add(Code.UNIT, 0, rules.unitVnd());
    }
    amount(0, rules.smallestMoveVnd());
    amount(0, rules.largestOwnerLossPpm());
  }

  private void pin(Pin pin) {
    Set<Long> known =
        switch (pin.scope()) {
          case LINE -> lines;
          case PROJECT -> projects;
          case OWNER -> owners;
          case AREA -> areas;
          case POOL -> pools;
        };
    if (!known.contains(pin.subject())) {
      add(Code.UNKNOWN_SUBJECT_OF_PIN, pin.id(), pin.subject());
    }
    boolean forced = pin.kind() == Pin.Kind.FORCE_CUT || pin.kind() == Pin.Kind.FORCE_RAISE;
    if (forced && pin.scope() != Pin.Scope.LINE) {
      add(Code.PIN_NEEDS_LINE, pin.id(), pin.subject());
    }
    amount(pin.id(), pin.amount());
    Rules rules = instance.rules();
    if (forced
        && rules.unitVnd() > 0
        && (pin.amount() % rules.unitVnd() != 0 || pin.amount() < rules.smallestMoveVnd())) {
      add(Code.PIN_ROUNDED_UP, pin.id(), pin.amount());
    }
  }

  private void needs() {
    Map<Long, Long> plans = new HashMap<>();
    boolean horizon = instance.lines().isEmpty();
    for (Line line : instance.lines()) {
      plans.merge(line.project(), line.plannedVnd(), Long::sum);
      horizon |= line.forecast().f90Vnd() > 0;
      if (line.floorVnd() > line.plannedVnd()) {
        add(Code.FLOOR_ABOVE_PLAN, line.id(), line.floorVnd() - line.plannedVnd());
      }
    }
    if (!horizon) {
      add(Code.NO_HORIZON, 0, 0);
    }
    for (Project project : instance.projects()) {
      long need =
          project.ceilingVnd()
              - project.accumulatedVnd()
              - project.otherPlansVnd()
              - plans.getOrDefault(project.id(), 0L);
      if (need < 0) {
        add(Code.NEGATIVE_REMAINING_NEED, project.id(), need);
      }
    }
  }

  private void add(Code code, long subject, long value) {
    problems.add(new Problem(code, subject, value));
  }
}

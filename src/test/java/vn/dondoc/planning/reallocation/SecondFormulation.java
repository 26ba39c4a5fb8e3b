package vn.dondoc.planning.reallocation;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.dondoc.planning.reallocation.Line.Ceiling;
import vn.dondoc.planning.reallocation.Project.Eligibility;

/**
 * The same rules written down a second time, as one mixed integer programme with a decrease, an
 * increase and expected payments for every line, and given to SCIP phase by phase. It shares
 * nothing with the engine but the instance.
 */
final class SecondFormulation {
  private static final double FAR = 1e9;

  private final Instance in;
  private final double unit;
  private final long smallest;
  private final Map<Long, Pool> pools = new HashMap<>();
  private final Map<Long, Project> projects = new HashMap<>();
  private final Map<Line, MPVariable> down = new HashMap<>();
  private final Map<Line, MPVariable> up = new HashMap<>();
  private final List<MPVariable> switches = new ArrayList<>();
  private final Map<Long, MPVariable> back = new HashMap<>();
  private final Map<Long, MPVariable> spare = new HashMap<>();
  private final Map<String, MPVariable> deciders = new TreeMap<>();
  private final MPSolver solver;
  private final MPVariable shortfall;
  private final MPVariable worstLoss;

  static {
    Loader.loadNativeLibraries();
  }

  SecondFormulation(Instance instance) {
    in = instance;
    unit = instance.rules().unitVnd();
    smallest = Math.max(1, (long) Math.ceil(instance.rules().smallestMoveVnd() / unit));
    solver = MPSolver.createSolver("SCIP");
    instance.pools().forEach(each -> pools.put(each.id(), each));
    instance.projects().forEach(each -> projects.put(each.id(), each));
    shortfall = solver.makeNumVar(0, FAR * 1000, "shortfall");
    worstLoss = solver.makeIntVar(0, FAR, "worst");
    for (Pool pool : in.pools()) {
      boolean open = pool.leadTimeFits();
      double most = open ? Math.floor(pool.mayReturnVnd() / unit) : 0;
      MPVariable gone = solver.makeIntVar(0, most, "");
      back.put(pool.id(), gone);
      spare.put(
          pool.id(), solver.makeIntVar(0, open ? Math.floor(pool.unallocatedVnd() / unit) : 0, ""));
      MPConstraint decided = atMost(0);
      decided.setCoefficient(gone, 1);
      decided.setCoefficient(decider("annual " + pool.authority()), -Math.max(1, most));
    }
    in.lines().forEach(this::line);
    in.pools().forEach(this::balance);
    in.projects().forEach(this::ceiling);
    in.owners().forEach(this::owner);
    target();
  }

  private MPConstraint atMost(double value) {
    return solver.makeConstraint(-MPSolver.infinity(), value);
  }

  private MPVariable decider(String name) {
    return deciders.computeIfAbsent(name, key -> solver.makeBoolVar(key));
  }

  private double used(Line line, int percent) {
    return line.paidVnd() + line.inProcessVnd() + line.forecast().at(percent);
  }

  private void line(Line line) {
    MPVariable less = solver.makeIntVar(0, FAR, "");
    MPVariable more = solver.makeIntVar(0, FAR, "");
    down.put(line, less);
    up.put(line, more);
    MPVariable cuts = solver.makeBoolVar("");
    MPVariable raises = solver.makeBoolVar("");
    MPConstraint one = atMost(1);
    one.setCoefficient(cuts, 1);
    one.setCoefficient(raises, 1);
    semicontinuous(less, cuts);
    semicontinuous(more, raises);
    Pool pool = Objects.requireNonNull(pools.get(line.pool()));
    for (MPVariable moves : List.of(cuts, raises)) {
      MPConstraint decided = atMost(0);
      decided.setCoefficient(moves, 1);
      decided.setCoefficient(decider("annual " + pool.authority()), -1);
      if (!pool.leadTimeFits()) {
        bound(moves, 0);
      }
    }
    bound(less, line.plannedVnd() - line.floorVnd());
    if (forced(line, Pin.Kind.FORCE_CUT) * unit <= lapsing(line)) {
      bound(less, lapsing(line));
    } else {
      bound(less, forced(line, Pin.Kind.FORCE_CUT) * unit);
    }
    bound(more, used(line, in.rules().quantiles().receiver()) - line.plannedVnd());
    Project project = projectOf(line);
    if (project.eligibility() != Eligibility.ELIGIBLE || need(project) < 0) {
      bound(more, 0);
    }
    source(line, more, pool);
    pins(line, less, more);
  }

  private double lapsing(Line line) {
    return line.plannedVnd() - used(line, in.rules().quantiles().giver());
  }

  private double need(Project project) {
    double left = project.ceilingVnd() - project.accumulatedVnd() - project.otherPlansVnd();
    for (Line line : in.lines()) {
      left -= line.project() == project.id() ? line.plannedVnd() : 0;
    }
    return left;
  }

  private void semicontinuous(MPVariable amount, MPVariable moves) {
    switches.add(moves);
    MPConstraint most = atMost(0);
    most.setCoefficient(amount, 1);
    most.setCoefficient(moves, -10_000);
    MPConstraint least = atMost(0);
    least.setCoefficient(amount, -1);
    least.setCoefficient(moves, smallest);
  }

  private void bound(MPVariable variable, double mostVnd) {
    atMost(Math.max(0, Math.floor(mostVnd / unit))).setCoefficient(variable, 1);
  }

  private void source(Line line, MPVariable more, Pool pool) {
    Ceiling ceiling = line.ceiling();
    if (ceiling == null) {
      return;
    }
    if (ceiling.approvedVnd() != null) {
      bound(more, ceiling.approvedVnd() - ceiling.accumulatedVnd() - line.plannedVnd());
    }
    if (ceiling.mediumTermVnd() != null) {
      double left = ceiling.mediumTermVnd() - ceiling.mediumTermUsedVnd() - line.plannedVnd();
      if (in.rules().mediumTermAdjustable() && pool.mediumTermAuthority() != null) {
        MPConstraint within = atMost(Math.max(0, Math.floor(left / unit)));
        within.setCoefficient(more, 1);
        within.setCoefficient(decider("medium " + pool.mediumTermAuthority()), -10_000);
      } else {
        bound(more, left);
      }
    }
  }

  private boolean touches(Pin pin, Line line) {
    Project project = projectOf(line);
    return switch (pin.scope()) {
      case LINE -> pin.subject() == line.id();
      case PROJECT -> pin.subject() == project.id();
      case OWNER -> pin.subject() == project.owner();
      case AREA -> pin.subject() == project.area();
      case POOL -> pin.subject() == line.pool();
    };
  }

  private long forced(Line line, Pin.Kind kind) {
    long most = 0;
    for (Pin pin : in.rules().pins()) {
      if (pin.kind() == kind && touches(pin, line) && pin.amount() > 0) {
        most = Math.max(most, Math.max(smallest, (long) Math.ceil(pin.amount() / unit)));
      }
    }
    return most;
  }

  private void pins(Line line, MPVariable less, MPVariable more) {
    for (Pin pin : in.rules().pins()) {
      if (!touches(pin, line)) {
        continue;
      }
      Pin.Kind kind = pin.kind();
      if (kind == Pin.Kind.KEEP || kind == Pin.Kind.EXCLUDE || kind == Pin.Kind.NO_CUT) {
        bound(less, 0);
      }
      if (kind == Pin.Kind.KEEP || kind == Pin.Kind.EXCLUDE || kind == Pin.Kind.NO_RAISE) {
        bound(more, 0);
      }
      if (kind == Pin.Kind.LARGEST_CUT) {
        bound(less, pin.amount());
      }
      if (kind == Pin.Kind.LARGEST_CUT_SHARE) {
        bound(less, Math.floorDiv(line.plannedVnd() * pin.amount(), 1_000_000L));
      }
    }
    solver
        .makeConstraint(forced(line, Pin.Kind.FORCE_CUT), MPSolver.infinity())
        .setCoefficient(less, 1);
    solver
        .makeConstraint(forced(line, Pin.Kind.FORCE_RAISE), MPSolver.infinity())
        .setCoefficient(more, 1);
  }

  private void balance(Pool pool) {
    MPConstraint even = solver.makeConstraint(0, 0);
    even.setCoefficient(back.get(pool.id()), -1);
    even.setCoefficient(spare.get(pool.id()), 1);
    double expected = 0;
    MPConstraint cash = atMost(FAR);
    for (Line line : in.lines()) {
      if (line.pool() == pool.id()) {
        even.setCoefficient(down.get(line), 1);
        even.setCoefficient(up.get(line), -1);
        cash.setCoefficient(up.get(line), 1);
        double plan = line.plannedVnd() - forced(line, Pin.Kind.FORCE_CUT) * unit;
        expected += Math.min(plan, used(line, in.rules().quantiles().measured()));
      }
    }
    if (pool.payableVnd() != null) {
      cash.setUb(Math.max(0, Math.floor((pool.payableVnd() - expected) / unit)));
    }
  }

  private void ceiling(Project project) {
    double left = need(project);
    if (left >= 0) {
      MPConstraint most = atMost(Math.floor(left / unit));
      for (Line line : in.lines()) {
        if (line.project() == project.id()) {
          most.setCoefficient(up.get(line), 1);
          most.setCoefficient(down.get(line), -1);
        }
      }
    }
  }

  private void owner(Instance.Owner owner) {
    double share = in.rules().largestOwnerLossPpm() / 1e6;
    double most = Math.floor(Math.floor(owner.plannedVnd() * share + 1e-9) / unit);
    MPConstraint lost = atMost(share >= 1 ? FAR : most);
    MPConstraint worst = atMost(0);
    worst.setCoefficient(worstLoss, -Math.max(1, Math.floor(owner.plannedVnd() / unit)) / 1e4);
    for (Line line : in.lines()) {
      if (projectOf(line).owner() == owner.id()) {
        lost.setCoefficient(down.get(line), 1);
        lost.setCoefficient(up.get(line), -1);
        worst.setCoefficient(down.get(line), 100);
        worst.setCoefficient(up.get(line), -100);
      }
    }
  }

  /** Shortfall of rate times what is left of the plan, over expected payments, scaled. */
  private void target() {
    Instance.Target target = in.target();
    double scaled = target.numerator() * (double) target.denominatorVnd();
    scaled -= target.denominator() * (double) target.alsoExpectedVnd();
    MPConstraint least = solver.makeConstraint(scaled, MPSolver.infinity());
    least.setCoefficient(shortfall, 1);
    for (Pool pool : in.pools()) {
      if (pool.counted()) {
        least.setCoefficient(back.get(pool.id()), target.numerator() * unit);
        MPVariable paid =
            solver.makeNumVar(-FAR, pool.payableVnd() == null ? FAR : pool.payableVnd(), "");
        least.setCoefficient(paid, target.denominator());
        MPConstraint sum = atMost(0);
        sum.setCoefficient(paid, 1);
        for (Line line : in.lines()) {
          if (line.pool() == pool.id()) {
            sum.setCoefficient(expected(line), -1);
          }
        }
      }
    }
  }

  private MPVariable expected(Line line) {
    double most = used(line, in.rules().quantiles().measured());
    MPVariable paid = solver.makeNumVar(-FAR, most, "");
    MPConstraint plan = atMost(line.plannedVnd());
    plan.setCoefficient(paid, 1);
    plan.setCoefficient(down.get(line), unit);
    plan.setCoefficient(up.get(line), -unit);
    return paid;
  }

  private Project projectOf(Line line) {
    return Objects.requireNonNull(projects.get(line.project()));
  }

  /** The values of all phases in the proposal's units; null when there is no plan. */
  @Nullable Map<Phase, Long> solve() {
    Map<Phase, Long> values = new EnumMap<>(Phase.class);
    for (Phase phase : Phase.values()) {
      MPObjective objective = solver.objective();
      objective.clear();
      objective.setMinimization();
      MPConstraint keep = atMost(0);
      weights(phase)
          .forEach((variable, weight) -> {
            objective.setCoefficient(variable, weight);
            keep.setCoefficient(variable, weight);
          });
      keep.setUb(MPSolver.infinity());
      ResultStatus status = solver.solve();
      if (status == ResultStatus.INFEASIBLE) {
        return null;
      }
      if (status != ResultStatus.OPTIMAL) {
        throw new IllegalStateException(phase + " " + status);
      }
      double value = Math.round(objective.value());
      keep.setUb(value + 1e-4);
      values.put(phase, Math.round(outside(phase, value)));
    }
    return values;
  }

  private double outside(Phase phase, double value) {
    return switch (phase) {
      case SHORTFALL -> Math.ceil(value / in.target().denominator() - 1e-9);
      case DISTURBANCE, PRIORITY, DUE_CUTS -> value * unit;
      case MOVES, DECISIONS, OWNER_LOSS -> value;
    };
  }

  private Map<MPVariable, Double> weights(Phase phase) {
    Map<MPVariable, Double> weights = new HashMap<>();
    switch (phase) {
      case SHORTFALL -> weights.put(shortfall, 1.0);
      case DISTURBANCE -> down.values().forEach(each -> weights.put(each, 1.0));
      case MOVES -> switches.forEach(each -> weights.put(each, 1.0));
      case DECISIONS -> deciders.values().forEach(each -> weights.put(each, 1.0));
      case PRIORITY -> up.forEach((line, each) -> weights.put(each, 1.0 * line.priority()));
      case DUE_CUTS ->
          down.forEach((line, each) -> weights.put(each, projectOf(line).dueArea() ? 1.0 : 0.0));
      case OWNER_LOSS -> weights.put(worstLoss, 1.0);
    }
    return weights;
  }
}

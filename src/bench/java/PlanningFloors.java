import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.dondoc.planning.reallocation.Instance;
import vn.dondoc.planning.reallocation.Line;
import vn.dondoc.planning.reallocation.Project;
import vn.dondoc.planning.reallocation.Project.Eligibility;

/**
 * The same rules as one programme given to SCIP whole, as one would who does not look at what
 * couples pools: most that can be gained, fewest cuts, fewest lines.
 */
final class PlanningFloors {
  private static final long MONEY_MILLIS = 10_000;

  private final Instance in;
  private final MPSolver solver;
  private final MPVariable missing;
  private final List<MPVariable> cuts = new ArrayList<>();
  private final List<MPVariable> switches = new ArrayList<>();

  PlanningFloors(Instance instance) {
    Loader.loadNativeLibraries();
    in = instance;
    solver = MPSolver.createSolver("SCIP");
    missing = solver.makeNumVar(0, MPSolver.infinity(), "");
    long unit = in.rules().unitVnd();
    Map<Long, MPConstraint> balance = new HashMap<>();
    in.pools().forEach(pool -> balance.put(pool.id(), solver.makeConstraint(0, 0)));
    Map<Long, Project> projects = new HashMap<>();
    Map<Long, MPConstraint> ceilings = new HashMap<>();
    Map<Long, Long> plans = new HashMap<>();
    in.lines().forEach(line -> plans.merge(line.project(), line.plannedVnd(), Long::sum));
    for (Project project : in.projects()) {
      projects.put(project.id(), project);
      long left =
          project.ceilingVnd() - project.accumulatedVnd() - plans.getOrDefault(project.id(), 0L);
      ceilings.put(project.id(), atMost(Math.floorDiv(left, unit)));
    }
    Map<Long, MPConstraint> owners = new HashMap<>();
    in.owners()
        .forEach(
            owner ->
                owners.put(
                    owner.id(),
                    atMost(
                        owner.plannedVnd() / 1_000_000 * in.rules().largestOwnerLossPpm() / unit)));
    double expected = 0;
    MPConstraint target = solver.makeConstraint(0, MPSolver.infinity());
    target.setCoefficient(missing, 1);
    for (Line line : in.lines()) {
      Project project = projects.get(line.project());
      expected += line.expectedVnd(line.plannedVnd(), 50);
      MPVariable less = amount(Math.floorDiv(surplus(line), unit));
      MPVariable more = amount(Math.floorDiv(room(line, project), unit));
      cuts.add(less);
      target.setCoefficient(more, 1);
      balance.get(line.pool()).setCoefficient(less, 1);
      balance.get(line.pool()).setCoefficient(more, -1);
      ceilings.get(line.project()).setCoefficient(more, 1);
      ceilings.get(line.project()).setCoefficient(less, -1);
      owners.get(project.owner()).setCoefficient(less, 1);
      owners.get(project.owner()).setCoefficient(more, -1);
    }
    double needed =
        in.target().denominatorVnd()
            * (double) in.target().numerator()
            / in.target().denominator();
    target.setLb(Math.ceil((needed - expected) / unit));
  }

  private MPConstraint atMost(double value) {
    return solver.makeConstraint(-MPSolver.infinity(), value);
  }

  private static long surplus(Line line) {
    long kept = Math.max(line.floorVnd(), line.paidVnd() + line.forecast().f50Vnd());
    return line.plannedVnd() - kept;
  }

  private long room(Line line, Project project) {
    if (project.eligibility() != Eligibility.ELIGIBLE) {
      return 0;
    }
    long could = line.paidVnd() + line.forecast().f50Vnd() - line.plannedVnd();
    Line.Ceiling ceiling = line.ceiling();
    boolean held = in.pools().get((int) line.pool() - 1).mediumTermAuthority() == null;
    if (ceiling != null && ceiling.mediumTermVnd() != null && held) {
      return Math.min(could, ceiling.mediumTermVnd() - line.plannedVnd());
    }
    return could;
  }

  private MPVariable amount(long most) {
    long smallest = in.rules().smallestMoveVnd() / in.rules().unitVnd();
    MPVariable moves = solver.makeNumVar(0, Math.max(0, most), "");
    MPVariable open = solver.makeBoolVar("");
    switches.add(open);
    MPConstraint above = atMost(0);
    above.setCoefficient(moves, 1);
    above.setCoefficient(open, -Math.max(0, most));
    MPConstraint below = atMost(0);
    below.setCoefficient(moves, -1);
    below.setCoefficient(open, smallest);
    return moves;
  }

  /** What it took, and what came out. */
  record Result(double millis, double value, double bound) {}

  Result shortfall() {
    return least(List.of(missing), MONEY_MILLIS);
  }

  Result cuts() {
    return least(cuts, MONEY_MILLIS);
  }

  Result moves(long millis) {
    return least(switches, millis);
  }

  private Result least(List<MPVariable> sum, long millis) {
    solver.objective().clear();
    solver.objective().setMinimization();
    MPConstraint keep = solver.makeConstraint(-MPSolver.infinity(), MPSolver.infinity());
    for (MPVariable each : sum) {
      solver.objective().setCoefficient(each, 1);
      keep.setCoefficient(each, 1);
    }
    solver.setTimeLimit(millis);
    long start = System.nanoTime();
    MPSolver.ResultStatus status = solver.solve();
    double took = (System.nanoTime() - start) / 1e6;
    if (status != MPSolver.ResultStatus.OPTIMAL && status != MPSolver.ResultStatus.FEASIBLE) {
      return new Result(took, Double.NaN, Double.NaN);
    }
    double value = solver.objective().value();
    double bound = solver.objective().bestBound();
    keep.setUb(value + 1e-3);
    return new Result(took, value, bound);
  }
}

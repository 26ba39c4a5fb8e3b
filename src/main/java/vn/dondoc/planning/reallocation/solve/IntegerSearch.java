package vn.dondoc.planning.reallocation.solve;

import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearArgument;
import org.jspecify.annotations.Nullable;
import vn.dondoc.planning.reallocation.Phase;
import vn.dondoc.planning.reallocation.Progress;
import vn.dondoc.planning.reallocation.programme.Measures;
import vn.dondoc.planning.reallocation.programme.Programme;
import vn.dondoc.planning.reallocation.programme.Solution;

/** One run of the integer solver: with a limit of time, told about, stoppable. */
final class IntegerSearch {
  private static final long FIRST_MILLIS = 4_000;
  private static final int SMALL_LINES = 300;

  private final Programme programme;
  private final Progress progress;
  private final int workers;

  IntegerSearch(Programme programme, Progress progress, int workers) {
    this.programme = programme;
    this.progress = progress;
    this.workers = workers;
  }

  /**
   * How a run ended.
   *
   * @param impossible proved to have no solution
   * @param proved whether the solution is best
   * @param bound no solution is below
   */
  record Result(@Nullable Solution solution, boolean impossible, boolean proved, long bound) {}

  /**
   * Finds the least of a measure, in runs each twice as long as the one before: between two runs
   * the bound is told and kept (the solver's own callback for bounds is not safe in this release).
   */
  Result least(IntegerModel built, Phase phase, LinearArgument measure, long millis) {
    built.model.minimize(measure);
    long until = System.nanoTime() + Math.max(1, millis) * 1_000_000;
    long slice = FIRST_MILLIS;
    Result best = new Result(null, false, false, Long.MIN_VALUE);
    while (true) {
      long left = (until - System.nanoTime()) / 1_000_000;
      Result next = run(built, phase, best.bound, Math.max(1, Math.min(slice, left)));
      Solution solution = next.solution == null ? best.solution : next.solution;
      best = new Result(solution, next.impossible, next.proved, Math.max(best.bound, next.bound));
      if (next.proved || slice >= left || progress.stopped()) {
        return best;
      }
      if (solution != null) {
        built.hint(solution, Measures.decisions(programme, solution));
        tell(phase, Measures.of(phase, programme, solution), best.bound);
      }
      built.model.addGreaterOrEqual(measure, best.bound);
      slice *= 2;
    }
  }

  private void tell(Phase phase, long value, long bound) {
    if (phase != Phase.SHORTFALL) {
      long scale = Measures.scale(phase, programme);
      progress.reached(phase, value * scale, Math.clamp(bound, 0, value) * scale);
    }
  }

  private Result run(IntegerModel built, Phase phase, long bound, long millis) {
    CpSolver solver = new CpSolver();
    solver
        .getParameters()
        .setMaxTimeInSeconds(millis / 1000.0)
        .setNumWorkers(programme.lines <= SMALL_LINES ? 1 : workers)
        .setRandomSeed(1);
    Telling telling = new Telling(phase, bound);
    Watch watch = new Watch(progress, solver::stopSearch);
    CpSolverStatus status = solver.solve(built.model, telling);
    watch.end();
    return switch (status) {
      case OPTIMAL -> result(built, solver, true);
      case FEASIBLE -> result(built, solver, false);
      case INFEASIBLE -> new Result(null, true, true, 0);
      case UNKNOWN -> new Result(null, false, false, bound(solver.bestObjectiveBound()));
      case MODEL_INVALID, UNRECOGNIZED ->
          throw new IllegalStateException("The integer solver refuses the model: " + status);
    };
  }

  private Result result(IntegerModel built, CpSolver solver, boolean proved) {
    Solution solution = new Solution(programme);
    for (int line = 0; line < programme.lines; line++) {
      if (built.amount[line] != null) {
        long value = solver.value(built.amount[line]);
        solution.change[line] = built.taker(line) ? value : -value;
      }
    }
    for (int pool = 0; pool < programme.pools; pool++) {
      solution.returned[pool] = solver.value(built.returned[pool]);
      solution.fromUnallocated[pool] = solver.value(built.fromUnallocated[pool]);
    }
    return new Result(solution, false, proved, bound(solver.bestObjectiveBound()));
  }

  private static long bound(double value) {
    return (long) Math.ceil(value - 1e-6);
  }

  /** Passes on what the solver finds. */
  private final class Telling extends CpSolverSolutionCallback {
    private final Phase phase;
    private long bound;

    Telling(Phase phase, long bound) {
      this.phase = phase;
      this.bound = bound;
    }

    @Override
    public synchronized void onSolutionCallback() {
      long value = Math.round(objectiveValue());
      bound = Math.max(bound, IntegerSearch.bound(bestObjectiveBound()));
      IntegerSearch.this.tell(phase, value, bound);
    }
  }
}

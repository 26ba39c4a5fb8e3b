package vn.dondoc.planning.reallocation.solve;

import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearArgument;
import org.jspecify.annotations.Nullable;
import vn.dondoc.planning.reallocation.Phase;
import vn.dondoc.planning.reallocation.Progress;

/** One run of the integer solver: with a limit of time, told about, stoppable. */
final class IntegerSearch {
  private static final long GLANCE_MILLIS = 50;
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

  /** Finds the least of a measure. */
  Result least(IntegerModel built, Phase phase, LinearArgument measure, long millis) {
    built.model.minimize(measure);
    return run(built, phase, Math.max(1, millis));
  }

  private Result run(IntegerModel built, Phase phase, long millis) {
    CpSolver solver = new CpSolver();
    solver
        .getParameters()
        .setMaxTimeInSeconds(millis / 1000.0)
        .setNumWorkers(programme.lines <= SMALL_LINES ? 1 : workers)
        .setRandomSeed(1);
    Telling telling = new Telling(phase);
    solver.setBestBoundCallback(telling::bound);
    Thread watch = watch(solver);
    CpSolverStatus status = solver.solve(built.model, telling);
    watch.interrupt();
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

  private Thread watch(CpSolver solver) {
    Thread watch =
        Thread.ofVirtual()
            .unstarted(
                () -> {
                  try {
                    while (!progress.stopped()) {
                      Thread.sleep(GLANCE_MILLIS);
                    }
                    solver.stopSearch();
                  } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                  }
                });
    if (progress != Progress.SILENT) {
      watch.start();
    }
    return watch;
  }

  /** Passes on what the solver finds. */
  private final class Telling extends CpSolverSolutionCallback {
    private final Phase phase;
    private long value = Long.MAX_VALUE;
    private long bound = Long.MIN_VALUE;

    Telling(Phase phase) {
      this.phase = phase;
    }

    @Override
    public synchronized void onSolutionCallback() {
      value = Math.round(objectiveValue());
      bound = Math.max(bound, IntegerSearch.bound(bestObjectiveBound()));
      tell();
    }

    synchronized void bound(double better) {
      bound = Math.max(bound, IntegerSearch.bound(better));
      tell();
    }

    private void tell() {
      if (value != Long.MAX_VALUE && phase != Phase.SHORTFALL) {
        long scale = Measures.scale(phase, programme);
        progress.reached(phase, value * scale, Math.max(0, bound) * scale);
      }
    }
  }
}

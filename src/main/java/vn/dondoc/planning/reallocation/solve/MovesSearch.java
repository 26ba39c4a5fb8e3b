package vn.dondoc.planning.reallocation.solve;

import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.planning.reallocation.Phase;
import vn.dondoc.planning.reallocation.network.MoneyPhases;
import vn.dondoc.planning.reallocation.network.Network;
import vn.dondoc.planning.reallocation.programme.Programme;
import vn.dondoc.planning.reallocation.programme.Solution;

/**
 * Fewest lines in a large province: first without switches, whose prices say which lines can be in
 * question at all, then by a solver that cuts (SCIP) among those. It reckons with fractions, so
 * what it returns is only which lines to use, and the network makes the plan of it.
 */
final class MovesSearch {
  private static final double OPEN = 0.5;
  private static final double FRACTION = 1e-4;
  private static final long RELAXED_MILLIS = 15_000;

  private final Programme programme;
  private final Network network;
  private final MoneyPhases money;
  private final long[] most;
  private final LineModel relaxed;
  private final LinearModel.@Nullable Prices prices;
  private @Nullable MPSolver running;
  private boolean stopped;

  /**
   * @param most by line, what it can move at most
   */
  MovesSearch(Programme programme, Network network, MoneyPhases money, long[] most) {
    this.programme = programme;
    this.network = network;
    this.money = money;
    this.most = most;
    relaxed = new LineModel(programme, network, money, most, null);
    relaxed.minimize(Phase.MOVES);
    prices = relaxed.model.prices(RELAXED_MILLIS).orElse(null);
  }

  /** No plan has fewer lines. */
  long fewest() {
    return prices == null ? 0 : (long) Math.ceil(prices.bound() - FRACTION);
  }

  /** All lines that the relaxed plan uses, if only in part. */
  Optional<boolean[]> touched() {
    if (prices == null) {
      return Optional.empty();
    }
    double[] parts = relaxed.used(prices.value());
    boolean[] open = new boolean[programme.lines];
    for (int line = 0; line < programme.lines; line++) {
      open[line] = parts[line] > 0;
    }
    return Optional.of(open);
  }

  /** How much dearer than the relaxed plan a plan with that many lines is. */
  double beyond(long lines) {
    return prices == null ? Double.POSITIVE_INFINITY : lines - prices.bound() + FRACTION;
  }

  /** Ends a run soon; from any thread. */
  synchronized void stop() {
    stopped = true;
    if (running != null) {
      running.interruptSolve();
    }
  }

  /**
   * How a run ended.
   *
   * @param open the lines of the best choice found, if any
   * @param bound no plan among the lines that were left has fewer
   */
  record Result(Optional<boolean[]> open, long bound) {}

  /**
   * Looks among the lines that are not dearer than {@code within}; with {@link #beyond} of what
   * would be better than the best known, no better plan is left out.
   */
  Result run(Solution start, double within, long least, long millis) {
    boolean[] apart =
        prices == null ? new boolean[programme.projects] : relaxed.touched(prices.value());
    LineModel lines = new LineModel(programme, network, money, most, apart);
    lines.minimize(Phase.MOVES);
    if (prices != null) {
      lines.narrow(relaxed, prices.reduced(), within);
    }
    lines.least(Phase.MOVES, least);
    MPSolver solver = MPSolver.createSolver("SCIP");
    try {
      LinearModel.Loaded loaded = lines.model.load(solver);
      hint(solver, lines, loaded, start);
      solver.setTimeLimit(Math.max(1, millis));
      return result(
          begin(solver) ? solver.solve() : ResultStatus.NOT_SOLVED, lines, loaded, solver);
    } finally {
      end();
      solver.delete();
    }
  }

  private synchronized boolean begin(MPSolver solver) {
    running = solver;
    return !stopped;
  }

  private synchronized void end() {
    running = null;
  }

  private Result result(
      ResultStatus status, LineModel lines, LinearModel.Loaded loaded, MPSolver solver) {
    if (status == ResultStatus.INFEASIBLE) {
      return new Result(Optional.empty(), Long.MAX_VALUE);
    }
    if (status != ResultStatus.OPTIMAL && status != ResultStatus.FEASIBLE) {
      return new Result(Optional.empty(), 0);
    }
    boolean[] open = new boolean[programme.lines];
    for (int line = 0; line < programme.lines; line++) {
      int at = lines.used[line];
      open[line] = at >= 0 && loaded.columns()[at].solutionValue() > OPEN;
    }
    long bound = (long) Math.ceil(solver.objective().bestBound() - FRACTION);
    return new Result(Optional.of(open), bound);
  }

  private void hint(MPSolver solver, LineModel lines, LinearModel.Loaded loaded, Solution start) {
    List<MPVariable> variables = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int line = 0; line < programme.lines; line++) {
      if (lines.used[line] >= 0) {
        variables.add(loaded.columns()[lines.used[line]]);
        values.add(start.change[line] == 0 ? 0.0 : 1.0);
      }
    }
    solver.setHint(
        variables.toArray(MPVariable[]::new),
        values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}

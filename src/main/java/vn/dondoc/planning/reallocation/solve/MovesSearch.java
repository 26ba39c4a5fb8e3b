package vn.dondoc.planning.reallocation.solve;

import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.planning.reallocation.Phase;
import vn.dondoc.planning.reallocation.network.MoneyPhases;
import vn.dondoc.planning.reallocation.network.Network;
import vn.dondoc.planning.reallocation.programme.Programme;

/**
 * Fewest lines in a large province: first without switches, whose prices say which lines can be in
 * question at all, then by a solver that cuts (SCIP) among those. Owners are held to their share
 * where it has a price, and where a choice would break it. SCIP reckons with fractions, so what it
 * returns is only which lines to use, and the network makes the plan of it.
 */
final class MovesSearch {
  private static final double FRACTION = 1e-4;

  /** Counts stay columns of their own, to be asked for; sums of money are whole units. */
  private static final String PARAMETERS =
      "presolving/donotmultaggr = TRUE\nnumerics/feastol = 1e-8";

  private static final long RELAXED_MILLIS = 15_000;

  private final Programme programme;
  private final Network network;
  private final MoneyPhases money;
  private final long[] most;
  private final LineModel relaxed;
  private final LinearModel.@Nullable Prices prices;
  private final boolean[] held;
  private final boolean whole;
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
    held = prices == null ? new boolean[programme.owners] : relaxed.full(prices.value());
    whole = false;
  }

  private MovesSearch(MovesSearch other) {
    programme = other.programme;
    network = other.network;
    money = other.money;
    most = other.most;
    relaxed = other.relaxed;
    prices = other.prices;
    held = new boolean[programme.owners];
    Arrays.fill(held, true);
    whole = true;
  }

  /**
   * The same lines with a switch each, as if nothing were known from prices: where many a plan is
   * as good as the best, that is over sooner.
   */
  MovesSearch whole() {
    return new MovesSearch(this);
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
   * @param bound no plan has fewer
   */
  record Result(Optional<boolean[]> open, long bound) {}

  /**
   * Looks among all plans of so few lines, and for longer only where it finds one.
   *
   * @param lines the most that a plan may have
   * @param least no plan has fewer
   */
  Result run(long lines, long least, long millis) {
    if (prices == null) {
      return new Result(Optional.empty(), least);
    }
    LineModel model = whole ? whole(prices, lines) : narrowed(prices, lines, least);
    MPSolver solver = MPSolver.createSolver("SCIP");
    try {
      model.model.load(solver);
      if (!solver.setSolverSpecificParametersAsString(PARAMETERS)) {
        throw new IllegalStateException("SCIP does not know " + PARAMETERS);
      }
      solver.setTimeLimit(Math.max(1, millis));
      ResultStatus status = begin(solver) ? solver.solve() : ResultStatus.NOT_SOLVED;
      return result(status, model, solver, lines, least);
    } finally {
      end();
      solver.delete();
    }
  }

  private LineModel whole(LinearModel.Prices prices, long lines) {
    Window window = Window.open(relaxed, prices, programme.owners);
    LineModel model = new LineModel(programme, network, money, most, window);
    model.minimize(Phase.MOVES);
    model.keep(Phase.MOVES, lines);
    return model;
  }

  private LineModel narrowed(LinearModel.Prices prices, long lines, long least) {
    double within = Math.max(0, lines - prices.bound()) + FRACTION;
    Window window = new Window(relaxed, prices, within, held);
    LineModel model = new LineModel(programme, network, money, most, window);
    model.count(least);
    return model;
  }

  private synchronized boolean begin(MPSolver solver) {
    running = solver;
    return !stopped;
  }

  private synchronized void end() {
    running = null;
  }

  private static Result result(
      ResultStatus status, LineModel model, MPSolver solver, long lines, long least) {
    if (status == ResultStatus.INFEASIBLE) {
      return new Result(Optional.empty(), lines + 1);
    }
    if (status != ResultStatus.OPTIMAL && status != ResultStatus.FEASIBLE) {
      return new Result(Optional.empty(), least);
    }
    MPVariable[] columns = solver.variables();
    boolean[] open = model.open(column -> columns[column].solutionValue());
    long bound = (long) Math.ceil(solver.objective().bestBound() - FRACTION);
    return new Result(Optional.of(open), Math.clamp(bound, least, lines + 1));
  }

  /**
   * Holds also those owners to their share that would lose more by these lines; false where all are
   * held already.
   */
  boolean hold(boolean[] open) {
    long[] lost = new long[programme.owners];
    for (int line = 0; line < programme.lines; line++) {
      if (open[line]) {
        lost[programme.ownerOf[programme.projectOf[line]]] +=
            network.cut[line] == 1 ? most[line] : -most[line];
      }
    }
    boolean more = false;
    for (int at = 0; at < programme.owners; at++) {
      boolean loses =
          programme.ownerLoss[at] != Programme.FREE && lost[at] > programme.ownerLoss[at];
      more |= loses && !held[at];
      held[at] |= loses;
    }
    return more;
  }
}

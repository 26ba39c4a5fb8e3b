package vn.dondoc.planning.reallocation.solve;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.planning.reallocation.network.MoneyPhases;
import vn.dondoc.planning.reallocation.network.Network;
import vn.dondoc.planning.reallocation.programme.Chains;
import vn.dondoc.planning.reallocation.programme.Programme;
import vn.dondoc.planning.reallocation.programme.Solution;

/**
 * Fewest lines in a large province: amounts and switches only, for a solver that cuts (SCIP). It
 * may gain more than is needed, which makes no line necessary, and it reckons with fractions; so
 * what it returns is only which lines to use, and the network makes the plan of it.
 */
final class MovesSearch {
  private static final double OPEN = 0.5;
  private static final double FRACTION = 1e-4;

  private final Programme programme;
  private final Network network;
  private final MoneyPhases money;
  private final MPSolver solver = MPSolver.createSolver("SCIP");
  private final @Nullable MPVariable[] amount;
  private final @Nullable MPVariable[] used;
  private final List<@Nullable MPConstraint> projects = new ArrayList<>();
  private final List<@Nullable MPConstraint> owners = new ArrayList<>();

  /**
   * @param least a bound known beforehand
   */
  MovesSearch(Programme programme, Network network, MoneyPhases money, long least) {
    this.programme = programme;
    this.network = network;
    this.money = money;
    amount = new MPVariable[programme.lines];
    used = new MPVariable[programme.lines];
    MPConstraint fewest = atLeast(least);
    MPObjective count = solver.objective();
    count.setMinimization();
    for (int line = 0; line < programme.lines; line++) {
      long most = network.bounds.upper[line];
      if (most > 0) {
        MPVariable moves = solver.makeNumVar(network.bounds.lower[line], most, "");
        MPVariable open = solver.makeBoolVar("");
        amount[line] = moves;
        used[line] = open;
        link(moves, open, most);
        fewest.setCoefficient(open, 1);
        count.setCoefficient(open, 1);
      }
    }
    balances();
    couplings();
    new Chains(programme, false).each(this::chain);
  }

  /** Ends a run soon; from any thread. */
  boolean stop() {
    return solver.interruptSolve();
  }

  /**
   * How a run ended.
   *
   * @param open the lines of the best choice found, if any
   * @param bound no plan has fewer
   */
  record Result(Optional<boolean[]> open, long bound) {}

  Result run(Solution start, long millis) {
    hint(start);
    solver.setTimeLimit(Math.max(1, millis));
    ResultStatus status = solver.solve();
    if (status != ResultStatus.OPTIMAL && status != ResultStatus.FEASIBLE) {
      return new Result(Optional.empty(), 0);
    }
    boolean[] open = new boolean[programme.lines];
    for (int line = 0; line < programme.lines; line++) {
      MPVariable switched = used[line];
      open[line] = switched != null && switched.solutionValue() > OPEN;
    }
    long bound = (long) Math.ceil(solver.objective().bestBound() - FRACTION);
    return new Result(Optional.of(open), bound);
  }

  private MPConstraint atMost(double value) {
    return solver.makeConstraint(-MPSolver.infinity(), value);
  }

  private MPConstraint atLeast(double value) {
    return solver.makeConstraint(value, MPSolver.infinity());
  }

  private void link(MPVariable moves, MPVariable open, long most) {
    MPConstraint above = atMost(0);
    above.setCoefficient(moves, 1);
    above.setCoefficient(open, -most);
    MPConstraint below = atLeast(0);
    below.setCoefficient(moves, 1);
    below.setCoefficient(open, -programme.smallest);
  }

  private void balances() {
    double scale = programme.moved;
    MPConstraint gain = atLeast(money.needed / scale);
    MPConstraint[] in = new MPConstraint[programme.pools];
    MPConstraint[] out = new MPConstraint[programme.pools];
    for (int pool = 0; pool < programme.pools; pool++) {
      int arc = network.through(pool);
      MPVariable through = flow(arc);
      MPVariable back = flow(arc + 1);
      in[pool] = solver.makeConstraint(0, 0);
      in[pool].setCoefficient(through, -1);
      in[pool].setCoefficient(back, -1);
      in[pool].setCoefficient(flow(arc + 2), 1);
      out[pool] = solver.makeConstraint(0, 0);
      out[pool].setCoefficient(through, -1);
      gain.setCoefficient(through, network.gain[arc] / scale);
      gain.setCoefficient(back, network.gain[arc + 1] / scale);
    }
    for (int line = 0; line < programme.lines; line++) {
      MPVariable moves = amount[line];
      if (moves != null) {
        boolean giver = network.cut[line] == 1;
        (giver ? in : out)[programme.poolOf[line]].setCoefficient(moves, 1);
      }
    }
  }

  private MPVariable flow(int arc) {
    double most = network.bounds.upper[arc];
    return solver.makeNumVar(0, most >= Programme.FREE ? MPSolver.infinity() : most, "");
  }

  private void couplings() {
    for (int line = 0; line < programme.lines; line++) {
      MPVariable moves = amount[line];
      if (moves != null) {
        int project = programme.projectOf[line];
        int owner = programme.ownerOf[project];
        double sign = network.cut[line] == 1 ? -1 : 1;
        couple(projects, project, programme.projectRoom[project], moves, sign);
        couple(owners, owner, programme.ownerLoss[owner], moves, -sign);
      }
    }
  }

  private void couple(
      List<@Nullable MPConstraint> rows, int at, long most, MPVariable moves, double sign) {
    while (rows.size() <= at) {
      rows.add(null);
    }
    MPConstraint row = rows.get(at);
    if (most == Programme.FREE) {
      return;
    }
    if (row == null) {
      row = atMost(most);
      rows.set(at, row);
    }
    row.setCoefficient(moves, sign);
  }

  private void chain(int larger, int smaller) {
    MPVariable first = used[larger];
    MPVariable second = used[smaller];
    if (first != null && second != null) {
      MPConstraint order = atLeast(0);
      order.setCoefficient(first, 1);
      order.setCoefficient(second, -1);
    }
  }

  private void hint(Solution start) {
    List<MPVariable> variables = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int line = 0; line < programme.lines; line++) {
      MPVariable moves = amount[line];
      MPVariable switched = used[line];
      if (moves != null && switched != null) {
        variables.add(moves);
        values.add((double) Math.abs(start.change[line]));
        variables.add(switched);
        values.add(start.change[line] == 0 ? 0.0 : 1.0);
      }
    }
    solver.setHint(
        variables.toArray(MPVariable[]::new),
        values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}

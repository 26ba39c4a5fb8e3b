package vn.dondoc.planning.reallocation.solve;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Arrays;
import java.util.Optional;

/**
 * A linear programme, least cost, in rows and columns with finite bounds. What a solver's prices
 * prove of it is added up here once more, so the bound does not hang on the solver's tolerances.
 */
final class LinearModel {
  private static final int FIRST = 1024;

  /** Share of all that is added up that rounding of fractions may have cost. */
  private static final double ROUNDING = 1e-9;

  private int rows;
  private int columns;
  private int entries;
  private double[] rowLeast = new double[FIRST];
  private double[] rowMost = new double[FIRST];
  private double[] least = new double[FIRST];
  private double[] most = new double[FIRST];
  private double[] cost = new double[FIRST];
  private boolean[] whole = new boolean[FIRST];
  private int[] rowOf = new int[FIRST];
  private int[] columnOf = new int[FIRST];
  private double[] weight = new double[FIRST];

  int row(double from, double to) {
    if (rows == rowLeast.length) {
      rowLeast = Arrays.copyOf(rowLeast, 2 * rows);
      rowMost = Arrays.copyOf(rowMost, 2 * rows);
    }
    rowLeast[rows] = from;
    rowMost[rows] = to;
    return rows++;
  }

  int atMost(double value) {
    return row(Double.NEGATIVE_INFINITY, value);
  }

  int atLeast(double value) {
    return row(value, Double.POSITIVE_INFINITY);
  }

  int column(double from, double to) {
    if (columns == least.length) {
      least = Arrays.copyOf(least, 2 * columns);
      most = Arrays.copyOf(most, 2 * columns);
      cost = Arrays.copyOf(cost, 2 * columns);
      whole = Arrays.copyOf(whole, 2 * columns);
    }
    least[columns] = from;
    most[columns] = to;
    return columns++;
  }

  /** A column of whole numbers. */
  int whole(double from, double to) {
    int column = column(from, to);
    whole[column] = true;
    return column;
  }

  /** Adds to what is there. */
  void put(int row, int column, double by) {
    if (entries == weight.length) {
      rowOf = Arrays.copyOf(rowOf, 2 * entries);
      columnOf = Arrays.copyOf(columnOf, 2 * entries);
      weight = Arrays.copyOf(weight, 2 * entries);
    }
    rowOf[entries] = row;
    columnOf[entries] = column;
    weight[entries++] = by;
  }

  void cost(int column, double by) {
    cost[column] += by;
  }

  void narrow(int column, double from, double to) {
    least[column] = Math.max(least[column], from);
    most[column] = Math.min(most[column], to);
  }

  double most(int column) {
    return most[column];
  }

  /**
   * The best of the programme with fractions.
   *
   * @param bound no solution costs less
   * @param value by column
   * @param reduced by column: what a unit more costs beyond the bound
   */
  record Prices(double bound, double[] value, double[] reduced) {}

  /** Empty where the solver finds no end in that time, or nothing at all. */
  Optional<Prices> prices(long millis) {
    MPSolver solver = MPSolver.createSolver("GLOP");
    try {
      Loaded loaded = load(solver);
      solver.setTimeLimit(Math.max(1, millis));
      if (solver.solve() != ResultStatus.OPTIMAL) {
        return Optional.empty();
      }
      double[] value = new double[columns];
      Arrays.setAll(value, at -> loaded.columns[at].solutionValue());
      double[] price = new double[rows];
      Arrays.setAll(price, at -> loaded.rows[at].dualValue());
      return Optional.of(proved(value, price));
    } finally {
      solver.delete();
    }
  }

  private Prices proved(double[] value, double[] price) {
    double[] reduced = Arrays.copyOf(cost, columns);
    double bound = 0;
    double size = 0;
    for (int row = 0; row < rows; row++) {
      double side = price[row] > 0 ? rowLeast[row] : rowMost[row];
      if (price[row] == 0 || Double.isInfinite(side)) {
        price[row] = 0;
      } else {
        bound += price[row] * side;
        size += Math.abs(price[row] * side);
      }
    }
    for (int entry = 0; entry < entries; entry++) {
      reduced[columnOf[entry]] -= price[rowOf[entry]] * weight[entry];
    }
    for (int column = 0; column < columns; column++) {
      double less = Math.min(reduced[column] * least[column], reduced[column] * most[column]);
      bound += less;
      size += Math.abs(less);
    }
    return new Prices(bound - ROUNDING * size, value, reduced);
  }

  /** A programme as the solver holds it. */
  record Loaded(MPVariable[] columns, MPConstraint[] rows) {}

  /** Tells the solver everything. */
  Loaded load(MPSolver solver) {
    MPVariable[] variables = new MPVariable[columns];
    solver.objective().setMinimization();
    for (int at = 0; at < columns; at++) {
      variables[at] = solver.makeVar(least[at], most[at], whole[at], "");
      if (cost[at] != 0) {
        solver.objective().setCoefficient(variables[at], cost[at]);
      }
    }
    MPConstraint[] constraints = new MPConstraint[rows];
    for (int at = 0; at < rows; at++) {
      constraints[at] = solver.makeConstraint(side(rowLeast[at]), side(rowMost[at]));
    }
    for (int at = 0; at < entries; at++) {
      MPConstraint row = constraints[rowOf[at]];
      MPVariable column = variables[columnOf[at]];
      row.setCoefficient(column, row.getCoefficient(column) + weight[at]);
    }
    return new Loaded(variables, constraints);
  }

  private static double side(double value) {
    return Double.isInfinite(value) ? Math.copySign(MPSolver.infinity(), value) : value;
  }
}

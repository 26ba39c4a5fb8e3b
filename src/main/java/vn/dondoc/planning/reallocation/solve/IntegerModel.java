package vn.dondoc.planning.reallocation.solve;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import vn.dondoc.planning.reallocation.Line;
import vn.dondoc.planning.reallocation.Phase;
import vn.dondoc.planning.reallocation.Pool;
import vn.dondoc.planning.reallocation.programme.Amounts;
import vn.dondoc.planning.reallocation.programme.Chains;
import vn.dondoc.planning.reallocation.programme.LineRoom;
import vn.dondoc.planning.reallocation.programme.Measures;
import vn.dondoc.planning.reallocation.programme.Programme;
import vn.dondoc.planning.reallocation.programme.Solution;

/**
 * The programme for the integer solver. Lines that differ in nothing but size stand in a chain: the
 * larger is used before the smaller, which leaves one number to choose where there were a thousand
 * switches.
 */
final class IntegerModel {
  private final Programme programme;
  final CpModel model = new CpModel();

  /** By line: how much changes, and whether; null where nothing can. */
  final IntVar[] amount;

  final BoolVar[] used;
  final IntVar[] through;
  final IntVar[] returned;
  final IntVar[] fromUnallocated;
  private final Map<String, BoolVar> decisions = new TreeMap<>();

  /**
   * @param fair whether lines of a chain have to be alike in the fairness phases too
   */
  IntegerModel(Programme programme, boolean fair) {
    this.programme = programme;
    amount = new IntVar[programme.lines];
    used = new BoolVar[programme.lines];
    through = new IntVar[programme.pools];
    returned = new IntVar[programme.pools];
    fromUnallocated = new IntVar[programme.pools];
    for (int pool = 0; pool < programme.pools; pool++) {
      pool(pool);
    }
    for (int line = 0; line < programme.lines; line++) {
      line(line);
    }
    balances();
    couplings();
    new Chains(programme, fair).each(this::chain);
  }

  boolean taker(int line) {
    LineRoom room = programme.rooms[line];
    return room.takes() && room.forcedCut == 0;
  }

  private void pool(int pool) {
    long most = 0;
    for (int line : programme.linesOf(pool)) {
      most += taker(line) ? programme.rooms[line].take : 0;
    }
    through[pool] = variable(0, Math.min(most, programme.payable[pool]));
    returned[pool] = variable(0, programme.mayReturn[pool]);
    fromUnallocated[pool] = variable(0, programme.unallocated[pool]);
    if (programme.mayReturn[pool] > 0) {
      BoolVar decided = decision("Y" + programme.pool(pool).authority());
      model.addLessOrEqual(returned[pool], LinearExpr.term(decided, programme.mayReturn[pool]));
    }
  }

  private IntVar variable(long low, long high) {
    return model.newIntVar(low, high, "");
  }

  private BoolVar decision(String name) {
    return decisions.computeIfAbsent(name, key -> model.newBoolVar(""));
  }

  private void line(int line) {
    LineRoom room = programme.rooms[line];
    long most = taker(line) ? room.take : room.give;
    if (most <= 0) {
      return;
    }
    long forced = taker(line) ? room.forcedRaise : room.forcedCut;
    amount[line] = variable(forced, most);
    used[line] = model.newBoolVar("");
    model.addGreaterOrEqual(amount[line], LinearExpr.term(used[line], programme.smallest));
    model.addLessOrEqual(amount[line], LinearExpr.term(used[line], most));
    if (forced > 0) {
      model.addEquality(used[line], 1);
    }
    model.addImplication(used[line], decision("Y" + poolAt(line).authority()));
    if (taker(line) && room.takeWithin < room.take) {
      BoolVar change = decision("M" + poolAt(line).mediumTermAuthority());
      model.addLessOrEqual(
          amount[line], LinearExpr.affine(change, room.take - room.takeWithin, room.takeWithin));
    }
  }

  private Pool poolAt(int line) {
    return programme.pool(programme.poolOf[line]);
  }

  private void balances() {
    LinearExprBuilder[] in = builders(programme.pools);
    LinearExprBuilder[] out = builders(programme.pools);
    for (int line = 0; line < programme.lines; line++) {
      if (amount[line] != null) {
        (taker(line) ? out : in)[programme.poolOf[line]].add(amount[line]);
      }
    }
    for (int pool = 0; pool < programme.pools; pool++) {
      model.addEquality(out[pool].build(), through[pool]);
      model.addEquality(
          in[pool].add(fromUnallocated[pool]).build(),
          LinearExpr.sum(new LinearArgument[] {through[pool], returned[pool]}));
    }
  }

  private static LinearExprBuilder[] builders(int count) {
    LinearExprBuilder[] builders = new LinearExprBuilder[count];
    Arrays.setAll(builders, at -> LinearExpr.newBuilder());
    return builders;
  }

  private void couplings() {
    LinearExprBuilder[] gained = builders(programme.projects);
    LinearExprBuilder[] lost = lost();
    for (int line = 0; line < programme.lines; line++) {
      if (amount[line] != null) {
        gained[programme.projectOf[line]].addTerm(amount[line], taker(line) ? 1 : -1);
      }
    }
    for (int at = 0; at < programme.projects; at++) {
      if (programme.projectRoom[at] != Programme.FREE) {
        model.addLessOrEqual(gained[at].build(), programme.projectRoom[at]);
      }
    }
    for (int at = 0; at < programme.owners; at++) {
      if (programme.ownerLoss[at] != Programme.FREE) {
        model.addLessOrEqual(lost[at].build(), programme.ownerLoss[at]);
      }
    }
  }

  private LinearExprBuilder[] lost() {
    LinearExprBuilder[] lost = builders(programme.owners);
    for (int line = 0; line < programme.lines; line++) {
      if (amount[line] != null) {
        int owner = programme.ownerOf[programme.projectOf[line]];
        lost[owner].addTerm(amount[line], taker(line) ? -1 : 1);
      }
    }
    return lost;
  }

  private void chain(int larger, int smaller) {
    model.addImplication(used[smaller], used[larger]);
  }

  LinearExpr gain() {
    LinearExprBuilder sum = LinearExpr.newBuilder();
    for (int pool = 0; pool < programme.pools; pool++) {
      if (programme.counted[pool]) {
        sum.addTerm(through[pool], programme.moved);
        sum.addTerm(returned[pool], programme.returned);
      }
    }
    return sum.build();
  }

  /** What a phase counts, in the search's units. */
  LinearArgument measure(Phase phase) {
    LinearExprBuilder sum = LinearExpr.newBuilder();
    switch (phase) {
      case SHORTFALL -> throw new IllegalArgumentException("Measured by gain.");
      case OWNER_LOSS -> {
        return largestLoss();
      }
      case DECISIONS -> decisions.values().forEach(sum::add);
      case MOVES, DISTURBANCE, PRIORITY, DUE_CUTS -> {
        for (int line = 0; line < programme.lines; line++) {
          if (amount[line] != null) {
            long weight = weight(phase, line);
            sum.addTerm(phase == Phase.MOVES ? used[line] : amount[line], weight);
          }
        }
      }
    }
    return sum.build();
  }

  private long weight(Phase phase, int line) {
    Line it = programme.line(line);
    boolean due = programme.instance.projects().get(programme.projectOf[line]).dueArea();
    return switch (phase) {
      case MOVES -> 1;
      case DISTURBANCE -> taker(line) ? 0 : 1;
      case PRIORITY -> taker(line) ? it.priority() : 0;
      case DUE_CUTS -> due && !taker(line) ? 1 : 0;
      case SHORTFALL, DECISIONS, OWNER_LOSS -> 0;
    };
  }

  private IntVar largestLoss() {
    LinearExprBuilder[] lost = lost();
    long[] gives = new long[programme.owners];
    for (int line = 0; line < programme.lines; line++) {
      gives[programme.ownerOf[programme.projectOf[line]]] += programme.rooms[line].give;
    }
    long worst = 0;
    for (int at = 0; at < programme.owners; at++) {
      worst = Math.max(worst, Amounts.millionths(gives[at], Measures.owned(programme, at)));
    }
    IntVar most = variable(0, worst);
    for (int at = 0; at < programme.owners; at++) {
      LinearExprBuilder millions =
          LinearExpr.newBuilder().addTerm(lost[at].build(), Measures.MILLION);
      model.addLessOrEqual(millions.build(), LinearExpr.term(most, Measures.owned(programme, at)));
    }
    return most;
  }

  /** Starts the search at a plan. */
  void hint(Solution solution, Map<String, Boolean> decided) {
    model.clearHints();
    for (int line = 0; line < programme.lines; line++) {
      if (amount[line] != null) {
        model.addHint(amount[line], Math.abs(solution.change[line]));
        model.addHint(used[line], solution.change[line] != 0);
      }
    }
    for (int pool = 0; pool < programme.pools; pool++) {
      model.addHint(returned[pool], solution.returned[pool]);
      model.addHint(fromUnallocated[pool], solution.fromUnallocated[pool]);
    }
    decisions.forEach(
        (name, variable) -> model.addHint(variable, decided.getOrDefault(name, false)));
  }
}

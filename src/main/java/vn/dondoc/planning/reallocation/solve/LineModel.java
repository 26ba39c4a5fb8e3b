package vn.dondoc.planning.reallocation.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.planning.reallocation.Phase;
import vn.dondoc.planning.reallocation.network.MoneyPhases;
import vn.dondoc.planning.reallocation.network.Network;
import vn.dondoc.planning.reallocation.programme.Amounts;
import vn.dondoc.planning.reallocation.programme.Measures;
import vn.dondoc.planning.reallocation.programme.Programme;

/**
 * A large province as a linear programme, with or without switches: lines of a project whose
 * ceiling couples them are told by the corners of what they can do together, all others by their
 * amount. What has to be gained and what may be cut is as the money phases left it.
 */
final class LineModel {
  private static final double OPEN = 0.5;
  private static final double NEARLY = 0.9;

  private final Programme programme;
  private final Network network;
  private final long[] most;
  final LinearModel model = new LinearModel();

  /** By line, the columns that carry its amount and those that say that it is used. */
  private final Columns[] amounts;

  private final Columns[] uses;

  /** By line, its switch; -1 without one. */
  private final int[] used;

  private final int[] in;
  private final int[] out;
  private final int[] owners;
  private final long[] reach;
  private final boolean[] corners;
  private final @Nullable Window window;
  private final @Nullable AlikeLines alike;
  private final int always;
  private int missing;

  /**
   * @param most by line, what it can move at most; not above the network's bound
   * @param window with switches: what the relaxed model says of them; without: null
   */
  LineModel(
      Programme programme,
      Network network,
      MoneyPhases money,
      long[] most,
      @Nullable Window window) {
    this.programme = programme;
    this.network = network;
    this.most = most;
    this.window = window;
    alike =
        window == null || window.isOpen()
            ? null
            : new AlikeLines(model, window, most, programme.smallest);
    amounts = new Columns[programme.lines];
    uses = new Columns[programme.lines];
    used = new int[programme.lines];
    corners = new boolean[programme.lines];
    in = new int[programme.pools];
    out = new int[programme.pools];
    owners = new int[programme.owners];
    reach = new long[programme.pools];
    always = model.column(1, 1);
    Arrays.fill(amounts, Columns.NONE);
    Arrays.fill(uses, Columns.NONE);
    Arrays.fill(used, -1);
    pools(money);
    Arrays.setAll(owners, at -> isHeld(at) ? model.atMost(programme.ownerLoss[at]) : -1);
    projects();
    if (alike != null) {
      alike.build(this::into);
    }
  }

  private boolean isHeld(int owner) {
    return programme.ownerLoss[owner] != Programme.FREE
        && (window == null || window.owners()[owner]);
  }

  private void pools(MoneyPhases money) {
    double scale = programme.moved;
    int gain = model.atLeast(money.needed / scale);
    missing = model.column(0, window != null ? 0 : Math.max(0, money.needed / scale));
    model.put(gain, missing, 1);
    int cuts = model.atMost(money.fewestCuts);
    for (int line = 0; line < programme.lines; line++) {
      reach[programme.poolOf[line]] += most[line];
    }
    for (int pool = 0; pool < programme.pools; pool++) {
      int arc = network.through(pool);
      int through = model.column(0, Math.min(reach[pool], network.bounds.upper[arc]));
      int back = model.column(0, network.bounds.upper[arc + 1]);
      in[pool] = model.row(0, 0);
      out[pool] = model.row(0, 0);
      model.put(in[pool], through, -1);
      model.put(in[pool], back, -1);
      int spare = model.column(0, network.bounds.upper[arc + 2]);
      model.put(in[pool], spare, 1);
      model.put(cuts, through, 1);
      model.put(cuts, back, 1);
      model.put(cuts, spare, -1);
      model.put(out[pool], through, -1);
      model.put(gain, through, network.gain[arc] / scale);
      model.put(gain, back, network.gain[arc + 1] / scale);
    }
  }

  private void projects() {
    List<List<Integer>> lines = new ArrayList<>();
    for (int at = 0; at < programme.projects; at++) {
      lines.add(new ArrayList<>());
    }
    for (int line = 0; line < programme.lines; line++) {
      if (programme.rooms[line].forced() || most[line] >= programme.smallest) {
        lines.get(programme.projectOf[line]).add(line);
      }
    }
    for (int at = 0; at < programme.projects; at++) {
      project(at, lines.get(at));
    }
  }

  private void project(int at, List<Integer> lines) {
    boolean coupled = programme.projectRoom[at] != Programme.FREE && !lines.isEmpty();
    boolean forced = lines.stream().anyMatch(line -> programme.rooms[line].forced());
    if (coupled && told(lines) && !forced && lines.size() <= ProjectPoints.MOST_LINES) {
      corners(at, lines);
      return;
    }
    lines.forEach(line -> line(line, coupled));
    if (coupled) {
      int room = model.atMost(programme.projectRoom[at]);
      lines.forEach(
          line -> amount(line, giver(line) ? -1 : 1, (to, by) -> model.put(room, to, by)));
    }
  }

  /** With switches, corners of a project that the relaxed plan leaves alone tell nothing. */
  private boolean told(List<Integer> lines) {
    return window == null || lines.stream().anyMatch(line -> window.isTouched(line));
  }

  private boolean giver(int line) {
    return network.cut[line] == 1;
  }

  private void line(int line, boolean coupled) {
    boolean forced = programme.rooms[line].forced();
    if (alike != null && !coupled && !forced) {
      alike.add(side(line), line);
      return;
    }
    int column = model.column(network.bounds.lower[line], most[line]);
    amounts[line] = Columns.one(column, 1);
    if (forced) {
      uses[line] = Columns.one(always, 1);
    } else if (window != null) {
      used[line] = choice(line, window);
      uses[line] = Columns.one(used[line], 1);
      int above = model.atMost(0);
      model.put(above, column, 1);
      model.put(above, used[line], -most[line]);
    } else {
      uses[line] = Columns.one(column, 1.0 / most[line]);
    }
    couple(line);
  }

  /** A switch, set already where the relaxed plan says that the other way is too dear. */
  private int choice(int line, Window from) {
    double dearer = from.dearer(line);
    return model.whole(dearer < -from.within() ? 1 : 0, dearer > from.within() ? 0 : 1);
  }

  private AlikeLines.Side side(int line) {
    int owner = programme.ownerOf[programme.projectOf[line]];
    return new AlikeLines.Side(programme.poolOf[line], giver(line), owners[owner] < 0 ? -1 : owner);
  }

  /** Sets the amount of a side into its pool, and its owner's loss where that is held. */
  private void into(AlikeLines.Side side, int column) {
    model.put((side.giver() ? in : out)[side.pool()], column, 1);
    if (side.owner() >= 0) {
      model.put(owners[side.owner()], column, side.giver() ? 1 : -1);
    }
  }

  private void corners(int at, List<Integer> lines) {
    long[] can = lines.stream().mapToLong(line -> most[line]).toArray();
    boolean[] taker = new boolean[can.length];
    for (int each = 0; each < can.length; each++) {
      taker[each] = !giver(lines.get(each));
    }
    List<long[]> points = ProjectPoints.of(can, taker, programme.projectRoom[at]);
    int[] columns = new int[points.size()];
    int one = model.atMost(1);
    for (int point = 0; point < columns.length; point++) {
      columns[point] = model.column(0, 1);
      model.put(one, columns[point], 1);
    }
    for (int each = 0; each < can.length; each++) {
      int line = lines.get(each);
      corner(line, each, points, columns);
      couple(line);
    }
  }

  private void corner(int line, int each, List<long[]> points, int[] columns) {
    int[] with =
        IntStream.range(0, columns.length).filter(point -> points.get(point)[each] > 0).toArray();
    int[] at = Arrays.stream(with).map(point -> columns[point]).toArray();
    double[] amount = Arrays.stream(with).mapToDouble(point -> points.get(point)[each]).toArray();
    double[] once = new double[at.length];
    Arrays.fill(once, 1);
    amounts[line] = new Columns(at, amount);
    uses[line] = new Columns(at, once);
    corners[line] = true;
    if (window != null) {
      used[line] = choice(line, window);
      int link = model.atMost(0);
      model.put(link, used[line], -1);
      use(line, 1, (to, by) -> model.put(link, to, by));
      uses[line] = Columns.one(used[line], 1);
    }
  }

  /** Sets a line's amount into its pool, its owner's loss, and above the smallest move. */
  private void couple(int line) {
    int pool = (giver(line) ? in : out)[programme.poolOf[line]];
    amount(line, 1, (to, by) -> model.put(pool, to, by));
    int owner = owners[programme.ownerOf[programme.projectOf[line]]];
    if (owner >= 0) {
      amount(line, giver(line) ? 1 : -1, (to, by) -> model.put(owner, to, by));
    }
    if (used[line] >= 0) {
      int below = model.atLeast(0);
      amount(line, 1, (to, by) -> model.put(below, to, by));
      model.put(below, used[line], -programme.smallest);
    }
  }

  private void amount(int line, double by, Columns.Sink sink) {
    amounts[line].put(by, sink);
  }

  private void use(int line, double by, Columns.Sink sink) {
    uses[line].put(by, sink);
  }

  /**
   * Looks for the least of a phase. While lines are counted, what is not gained costs a line for
   * every unit, so that a bound comes out even where too little can be gained.
   */
  void minimize(Phase phase) {
    if (phase == Phase.MOVES) {
      model.cost(missing, 1);
    } else {
      model.narrow(missing, 0, 0);
    }
    if (phase == Phase.OWNER_LOSS) {
      model.cost(largestLoss(), 1);
    } else {
      measure(phase, model::cost);
    }
  }

  /** Keeps what a phase reached. */
  void keep(Phase phase, long value) {
    int row = model.atMost(value);
    measure(phase, (to, by) -> model.put(row, to, by));
  }

  private void measure(Phase phase, Columns.Sink sink) {
    for (int line = 0; line < programme.lines; line++) {
      boolean due = programme.instance.projects().get(programme.projectOf[line]).dueArea();
      switch (phase) {
        case MOVES -> use(line, 1, sink);
        case DISTURBANCE -> amount(line, giver(line) ? 1 : 0, sink);
        case PRIORITY -> amount(line, giver(line) ? 0 : programme.line(line).priority(), sink);
        case DUE_CUTS -> amount(line, giver(line) && due ? 1 : 0, sink);
        case SHORTFALL, DECISIONS, OWNER_LOSS ->
            throw new IllegalArgumentException("Not a sum over lines: " + phase);
      }
    }
  }

  /** In millionths of what an owner has, at least what each owner loses. */
  private int largestLoss() {
    int[] rows = new int[programme.owners];
    long[] gives = new long[programme.owners];
    for (int line = 0; line < programme.lines; line++) {
      gives[programme.ownerOf[programme.projectOf[line]]] += giver(line) ? most[line] : 0;
    }
    long dearest = 0;
    for (int at = 0; at < programme.owners; at++) {
      dearest = Math.max(dearest, Amounts.millionths(gives[at], Measures.owned(programme, at)));
    }
    int worst = model.column(0, dearest);
    for (int at = 0; at < programme.owners; at++) {
      rows[at] = model.atMost(0);
      model.put(rows[at], worst, -Measures.owned(programme, at) / (double) Measures.MILLION);
    }
    for (int line = 0; line < programme.lines; line++) {
      int row = rows[programme.ownerOf[programme.projectOf[line]]];
      amount(line, giver(line) ? 1 : -1, (to, by) -> model.put(row, to, by));
    }
    return worst;
  }

  /** By line its part that is used. */
  double[] used(double[] value) {
    double[] parts = new double[programme.lines];
    for (int line = 0; line < programme.lines; line++) {
      int at = line;
      use(line, 1, (column, by) -> parts[at] += by * value[column]);
    }
    return parts;
  }

  /** What using a line costs at least beyond the bound; below nothing what leaving it out does. */
  double dearer(int line, double[] reduced) {
    int[] at = amounts[line].at();
    if (!corners[line]) {
      return reduced[at[0]] * most[line];
    }
    return Math.max(0, Arrays.stream(at).mapToDouble(point -> reduced[point]).min().orElse(0));
  }

  boolean isTouched(int line, double[] value) {
    return corners[line] && Arrays.stream(amounts[line].at()).anyMatch(at -> value[at] > 0);
  }

  /** The owners who lose their whole share in a plan with fractions, or nearly so. */
  boolean[] full(double[] value) {
    double[] lost = new double[programme.owners];
    for (int line = 0; line < programme.lines; line++) {
      int owner = programme.ownerOf[programme.projectOf[line]];
      amounts[line].put(giver(line) ? 1 : -1, (to, by) -> lost[owner] += by * value[to]);
    }
    boolean[] full = new boolean[programme.owners];
    for (int at = 0; at < full.length; at++) {
      full[at] = owners[at] >= 0 && lost[at] >= NEARLY * programme.ownerLoss[at];
    }
    return full;
  }

  /**
   * With switches: looks for the fewest lines. The lines of each pool and side are counted in whole
   * numbers too: most of what a plan needs beyond the relaxed one is the rest of a line that each
   * pool lacks, and a search that asks for these few counts first is over soon.
   *
   * @param least no plan has fewer
   */
  void count(long least) {
    int total = model.whole(least, programme.lines);
    int sum = model.row(0, 0);
    int[] sides = new int[2 * programme.pools];
    model.cost(total, 1);
    model.put(sum, total, -1);
    for (int at = 0; at < sides.length; at++) {
      int side = model.whole(0, programme.lines);
      sides[at] = model.row(0, 0);
      model.put(sides[at], side, -1);
      model.put(sum, side, 1);
    }
    for (int line = 0; line < programme.lines; line++) {
      int row = sides[2 * programme.poolOf[line] + (giver(line) ? 1 : 0)];
      use(line, 1, (to, by) -> model.put(row, to, by));
    }
    if (alike != null) {
      alike.counts(
          (side, column) -> model.put(sides[2 * side.pool() + (side.giver() ? 1 : 0)], column, 1));
    }
  }

  /** With switches: the lines of a choice. */
  boolean[] open(IntToDoubleFunction value) {
    boolean[] open = new boolean[programme.lines];
    for (int line = 0; line < programme.lines; line++) {
      open[line] = used[line] >= 0 && value.applyAsDouble(used[line]) > OPEN;
    }
    if (alike != null) {
      alike.open(open, value);
    }
    return open;
  }
}

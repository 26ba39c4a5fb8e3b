import java.util.List;
import java.util.Locale;
import vn.dondoc.planning.reallocation.Effort;
import vn.dondoc.planning.reallocation.Instance;
import vn.dondoc.planning.reallocation.Phase;
import vn.dondoc.planning.reallocation.PhaseResult;
import vn.dondoc.planning.reallocation.Progress;
import vn.dondoc.planning.reallocation.Proposal;
import vn.dondoc.planning.reallocation.Reallocations;

/**
 * Điều chỉnh kế hoạch vốn: invented provinces of growing size, both money phases and the fewest
 * moves beside the same rules given whole to another solver in the same run. The gap is the
 * engine's own, between its plan and its bound.
 */
final class PlanningBench {
  private static final long LIMIT_MILLIS = 60_000;
  private static final double[] TARGETS = {0.3, 0.5, 0.7, 0.4, 1.2};
  private static final Effort EFFORT = new Effort(LIMIT_MILLIS * 5 / 4, 1_000, 2);

  private PlanningBench() {}

  public static void main(String[] args) {
    boolean quick = List.of(args).contains("--quick");
    Rows rows = new Rows();
    warm();
    int[][] sizes = quick ? new int[][] {{50, 3}, {200, 6}} : new int[][] {{50, 3}, {200, 6}, {2_000, 12}};
    for (int[] size : sizes) {
      int rounds = quick ? 2 : TARGETS.length;
      for (int seed = 1; seed <= rounds; seed++) {
        measure(size, seed, quick ? 10_000 : LIMIT_MILLIS, rows);
      }
    }
    rows.print(List.of(args).contains("--json"));
  }

  /** Loads the solver's own code and warms the network, outside of what is measured. */
  private static void warm() {
    for (int seed = 1; seed <= 5; seed++) {
      Instance instance = new PlanningProvince(seed, 100, 4, 0.5).instance();
      Reallocations.solve(instance, new Effort(500, 100, 1), Progress.SILENT);
    }
  }

  private static void measure(int[] size, int seed, long limit, Rows rows) {
    double target = TARGETS[(seed - 1) % TARGETS.length];
    Instance instance = new PlanningProvince(seed, size[0], size[1], target).instance();
    String name = String.format(Locale.ROOT, "%,d x %d, %d", size[0], size[1], seed);
    Effort effort = new Effort(Math.min(limit * 5 / 4, EFFORT.integerMillis()), 1_000, 2);
    Clock clock = new Clock();
    Proposal proposal = Reallocations.solve(instance, effort, clock);
    PlanningFloors floors = new PlanningFloors(instance);
    PlanningFloors.Result shortfall = floors.shortfall();
    PlanningFloors.Result cuts = floors.cuts();
    PlanningFloors.Result moves = floors.moves(limit);
    rows.add(name + ", money", clock.money, "ms", shortfall.millis() + cuts.millis());
    PhaseResult fewest = proposal.phase(Phase.MOVES);
    if (fewest != null) {
      rows.add(name + ", moves", fewest.millis(), "ms", moves.millis());
      rows.add(name + ", moves to 1 %", clock.near, "ms");
      rows.add(name + ", moves found", fewest.value(), "lines", moves.value());
      rows.add(name + ", gap left", 100 * fewest.gap(), "%");
    }
  }

  /** When the money was proved, and when the moves came within one in a hundred of their bound. */
  private static final class Clock implements Progress {
    private final long start = System.nanoTime();
    private double money = Double.NaN;
    private double near = Double.NaN;

    @Override
    public synchronized void reached(Phase phase, long value, long bound) {
      double now = (System.nanoTime() - start) / 1e6;
      if (phase == Phase.DISTURBANCE && value == bound) {
        money = now;
      }
      if (phase == Phase.MOVES && Double.isNaN(near) && value - bound <= value / 100) {
        near = now;
      }
    }
  }
}

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
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
 * moves beside the same rules given whole to another solver in the same run, for as long. A gap is
 * the engine's own, between its plan and its bound; beside it stands the other solver's gap.
 */
final class PlanningBench {
  private static final double[] TARGETS = {0.3, 0.5, 0.7, 0.4, 1.2};

  /** Of moves and decisions; the engine gives the moves four fifths of it. */
  private static final long INTEGER_MILLIS = 37_500;

  private static final long FAIRNESS_MILLIS = 6_000;
  private static final Phase[] LATER = {
    Phase.DECISIONS, Phase.PRIORITY, Phase.DUE_CUTS, Phase.OWNER_LOSS
  };

  private PlanningBench() {}

  public static void main(String[] args) {
    boolean quick = List.of(args).contains("--quick");
    Rows rows = new Rows();
    warm();
    int[][] sizes = quick ? new int[][] {{50, 3}, {200, 6}} : new int[][] {{50, 3}, {200, 6}, {2_000, 12}};
    for (int[] size : sizes) {
      int rounds = quick ? 2 : TARGETS.length;
      for (int seed = 1; seed <= rounds; seed++) {
        measure(size, seed, quick ? INTEGER_MILLIS / 3 : INTEGER_MILLIS, rows);
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

  private static void measure(int[] size, int seed, long millis, Rows rows) {
    double target = TARGETS[(seed - 1) % TARGETS.length];
    Instance instance = new PlanningProvince(seed, size[0], size[1], target).instance();
    String name = String.format(Locale.ROOT, "%,d x %d, %d", size[0], size[1], seed);
    Clock clock = new Clock();
    Proposal proposal =
        Reallocations.solve(instance, new Effort(millis, FAIRNESS_MILLIS, 2), clock);
    double whole = clock.now();
    PlanningFloors floors = new PlanningFloors(instance);
    PlanningFloors.Result shortfall = floors.shortfall();
    PlanningFloors.Result cuts = floors.cuts();
    PlanningFloors.Result moves = floors.moves(millis * 4 / 5);
    rows.add(name + ", money", clock.money, "ms", shortfall.millis() + cuts.millis());
    PhaseResult fewest = proposal.phase(Phase.MOVES);
    if (fewest != null) {
      rows.add(name + ", moves", fewest.millis(), "ms", moves.millis());
      rows.add(name + ", moves to 1 %", clock.near, "ms", moves.millis());
      rows.add(name + ", moves found", fewest.value(), "lines", moves.value());
      double other = 100 * (moves.value() - moves.bound()) / Math.max(1, moves.value());
      rows.add(name + ", moves, gap left", 100 * fewest.gap(), "%", other);
    }
    for (Phase phase : LATER) {
      PhaseResult result = proposal.phase(phase);
      if (result != null) {
        String words = phase.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        rows.add(name + ", " + words + ", gap left", 100 * result.gap(), "%");
      }
    }
    rows.add(name + ", all phases", whole, "ms");
    rows.add(name + ", all phases, processor", clock.processor, "ms");
  }

  /** When the money was proved, and when the moves came within one in a hundred of their bound. */
  private static final class Clock implements Progress {
    private final long start = System.nanoTime();
    private final long began = used();
    private double money = Double.NaN;
    private double near = Double.NaN;
    private double processor;

    /** Since the start, by the clock and by what the processor gave. */
    double now() {
      processor = (used() - began) / 1e6;
      return (System.nanoTime() - start) / 1e6;
    }

    private static long used() {
      return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

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

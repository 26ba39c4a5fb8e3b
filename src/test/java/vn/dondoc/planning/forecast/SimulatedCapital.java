package vn.dondoc.planning.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A made-up province: three finished years and one more, whose whole course is known.
 *
 * <p>Each year has its own lines. A line has a plan (lognormal, spread 1.2), one of five kinds, one
 * of twenty-five owners, one of eight sources, a stage that moves on by chance, an obstacle in
 * three lines of ten that lasts some months, and one time in seven a plan that is assigned in March
 * to November. In a month it is paid: plan × season of the province × level of its kind × stage ×
 * obstacle × pace of the year × shock of the month × pace of its owner × its own pace × noise, a
 * third of the months nothing, until the plan is spent; in December and to 31 January few months
 * are empty. The season has the shape of the national one, every month changed by a fifth or so.
 * Paces of owners last through the years. One month in forty has no report, one in a hundred a
 * refund. Three lines of ten show a part of next month's payments as papers at the Treasury. Owners
 * know their lines' paces and promise by them, each with an optimism of its own.
 */
final class SimulatedCapital {
  /** How the world is made. */
  enum World {
    /** As the model believes. */
    BELIEVED,
    /** From October every line that lags is pressed: a part of what lacks is paid each month. */
    CAMPAIGN,
    /**
     * Advances of three tenths and then whole tranches when work is accepted, heavy tails, and two
     * months in which a third of the owners stands still.
     */
    TRANCHES
  }

  static final int PAST = 3;
  private static final int OWNERS = 25;
  private static final int KINDS = 5;
  private static final double[] STAGE = {1, 0.3, 0.45, 1, 1.2, 0.5};
  private static final double[] SEASON = {
    0, 0.04, 0.045, 0.07, 0.09, 0.09, 0.12, 0.1, 0.11, 0.12, 0.12, 0.1, 0.5, 0.75
  };
  private static final double[] ADVANCE = {0, 0.12, 0.25, 0.03, 0.02, 0};
  private static final double[] OBSTACLE = {0.3, 0.5, 0.4, 0.6, 0.35, 0.7};

  private final Random dice;
  private final World world;
  private final double[] season = new double[Panel.WIDE];
  private final double[] kinds = new double[KINDS];
  private final double[][] kindShape = new double[KINDS][Panel.WIDE];
  private final double[] owners = new double[OWNERS];
  private final double[] optimism = new double[OWNERS];
  private final List<List<Drawn>> years = new ArrayList<>();

  /** One line and what it would be paid by its pace alone. */
  private record Drawn(Line line, double[] usual) {}

  private SimulatedCapital(long seed, World world, int lines) {
    dice = new Random(seed * 7919 + 17);
    this.world = world;
    for (int month = 1; month < Panel.WIDE; month++) {
      season[month] = SEASON[month] * lognormal(0.2);
    }
    double level = lognormal(0.15);
    for (int k = 0; k < KINDS; k++) {
      kinds[k] = level * lognormal(0.35);
      for (int month = 1; month < Panel.WIDE; month++) {
        kindShape[k][month] = lognormal(0.1);
      }
    }
    for (int o = 0; o < OWNERS; o++) {
      owners[o] = lognormal(0.2);
      optimism[o] = 1 + 0.5 * dice.nextDouble();
    }
    for (int year = 0; year <= PAST; year++) {
      years.add(year(year, lines));
    }
  }

  static SimulatedCapital of(long seed, World world, int lines) {
    return new SimulatedCapital(seed, world, lines);
  }

  private double lognormal(double deviation) {
    return Math.exp(deviation * dice.nextGaussian() - deviation * deviation / 2);
  }

  private List<Drawn> year(int year, int lines) {
    double pace = lognormal(0.1);
    double[] shocks = new double[Panel.WIDE];
    for (int month = 1; month < Panel.WIDE; month++) {
      shocks[month] = pace * lognormal(0.15);
    }
    int still = 3 + dice.nextInt(7);
    List<Drawn> drawn = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      drawn.add(line(year * 100_000L + i, shocks, still));
    }
    return drawn;
  }

  // The class file of a record forgets that a month may be missing.
  @SuppressWarnings("NullAway")
  private Drawn line(long id, double[] shocks, int still) {
    long plan = Math.round(5e9 * Math.exp(1.2 * dice.nextGaussian()));
    int kind = dice.nextInt(KINDS);
    int owner = dice.nextInt(OWNERS);
    int assigned = dice.nextInt(7) == 0 ? 3 + dice.nextInt(9) : 0;
    List<Line.Step> steps = steps();
    List<Obstacle> obstacles = obstacles();
    double own = lognormal(0.5);
    double[] usual = new double[Panel.WIDE];
    for (int month = Math.max(1, assigned); month < Panel.WIDE; month++) {
      usual[month] =
          season[month]
              * kinds[kind]
              * kindShape[kind][month]
              * owners[owner]
              * own
              * STAGE[stage(steps, month).ordinal()];
      for (Obstacle obstacle : obstacles) {
        usual[month] *= obstacle.standsIn(month) ? OBSTACLE[obstacle.kind().ordinal()] : 1;
      }
    }
    double[] seen = new double[Panel.WIDE];
    for (int month = 1; month < Panel.WIDE; month++) {
      boolean stopped =
          world == World.TRANCHES && owner % 3 == 0 && (month == still || month == still + 1);
      seen[month] = usual[month] * shocks[month] * (stopped ? 0.1 : 1);
    }
    double[] shares = world == World.TRANCHES ? tranches(seen) : payments(seen);
    Line line =
        new Line(
            id,
            id,
            owner,
            dice.nextInt(8),
            "kind " + kind,
            plan,
            0,
            assigned,
            Line.LAST_MONTH,
            cumulative(plan, shares),
            steps,
            obstacles,
            dice.nextInt(10) < 3 ? 1 : 0);
    return new Drawn(line, usual);
  }

  private List<Line.Step> steps() {
    double[] starts = {0.1, 0.2, 0.8, 0.95, 1};
    double at = dice.nextDouble();
    int stage = 1;
    while (starts[stage - 1] < at) {
      stage++;
    }
    List<Line.Step> steps = new ArrayList<>();
    steps.add(new Line.Step(1, Stage.values()[stage]));
    for (int month = 2; month < Panel.WIDE; month++) {
      if (dice.nextDouble() < ADVANCE[stage]) {
        steps.add(new Line.Step(month, Stage.values()[++stage]));
      }
    }
    return steps;
  }

  private static Stage stage(List<Line.Step> steps, int month) {
    Stage stage = Stage.UNKNOWN;
    for (Line.Step step : steps) {
      stage = step.from() <= month ? step.stage() : stage;
    }
    return stage;
  }

  private List<Obstacle> obstacles() {
    if (dice.nextInt(10) >= 3) {
      return List.of();
    }
    int from = 1 + dice.nextInt(10);
    int until = from + 1;
    while (dice.nextDouble() > 0.15) {
      until++;
    }
    return List.of(new Obstacle(Obstacle.Kind.values()[dice.nextInt(6)], from, until));
  }

  private double[] payments(double[] expected) {
    double[] shares = new double[Panel.WIDE];
    double paid = 0;
    for (int month = 1; month < Panel.WIDE; month++) {
      double nothing = month < 12 ? 0.33 : 0.08;
      double noise = dice.nextDouble() < nothing ? 0 : lognormal(0.85) / (1 - nothing);
      double share = expected[month] * noise;
      if (world == World.CAMPAIGN && month >= 10 && expected[month] > 0) {
        share += dice.nextDouble() * 0.25 * Math.max(0, 0.95 - paid);
      }
      if (dice.nextInt(100) == 0) {
        share = -0.1 * paid;
      }
      share = Math.min(share, 1 - paid);
      shares[month] = share;
      paid += share;
    }
    return shares;
  }

  /** Work goes on and is paid when a whole tranche is accepted; an advance is worked off first. */
  private double[] tranches(double[] expected) {
    double[] shares = new double[Panel.WIDE];
    double paid = 0;
    double work = 0;
    double tranche = 0.1 + 0.3 * dice.nextDouble();
    boolean advanced = false;
    for (int month = 1; month < Panel.WIDE; month++) {
      if (expected[month] > 0 && !advanced) {
        advanced = true;
        shares[month] = 0.3 * dice.nextDouble();
      }
      double heavy = Math.exp(0.6 * dice.nextGaussian() / Math.max(0.3, dice.nextDouble()));
      work += 0.9 * expected[month] * Math.min(heavy, 8);
      if (work - paid >= tranche || month >= 12 && work > paid) {
        shares[month] += Math.max(0, work - paid);
      }
      shares[month] = Math.min(shares[month], 1 - paid);
      paid += shares[month];
    }
    return shares;
  }

  private static List<@Nullable Long> cumulative(long plan, double[] shares) {
    List<@Nullable Long> paid = new ArrayList<>();
    double sum = 0;
    for (int month = 1; month < Panel.WIDE; month++) {
      sum += shares[month];
      paid.add(Math.round(plan * sum));
    }
    return paid;
  }

  /** Finished years, the newest first. */
  List<List<Line>> past() {
    List<List<Line>> past = new ArrayList<>();
    for (int year = PAST - 1; year >= 0; year--) {
      past.add(years.get(year).stream().map(Drawn::line).toList());
    }
    return past;
  }

  /** The last year as it came. */
  List<Line> truth() {
    return years.get(PAST).stream().map(Drawn::line).toList();
  }

  /** What is known at the end of a month. */
  Question question(int known, List<Target> targets) {
    List<Line> lines = new ArrayList<>();
    List<Question.Promise> promises = new ArrayList<>();
    for (Drawn drawn : years.get(PAST)) {
      lines.add(seen(drawn.line(), known));
      promises.add(new Question.Promise(drawn.line().id(), Line.LAST_MONTH, promise(drawn, known)));
    }
    List<Question.Kept> kept = new ArrayList<>();
    for (Drawn drawn : years.get(PAST - 1)) {
      long paid = drawn.line().paidBy(8);
      kept.add(
          new Question.Kept(
              drawn.line().owner(), paid, promise(drawn, 8), drawn.line().paidBy(Line.LAST_MONTH)));
    }
    return new Question(known, lines, past(), targets, promises, kept, 2020);
  }

  private long promise(Drawn drawn, int known) {
    Random own = new Random(drawn.line().id() * 31 + known);
    double ahead = 0;
    for (int month = known + 1; month < Panel.WIDE; month++) {
      ahead += drawn.usual()[month];
    }
    double told = ahead * optimism[(int) drawn.line().owner()] * Math.exp(0.3 * own.nextGaussian());
    long paid = drawn.line().paidBy(known);
    return Math.min(drawn.line().plan(), paid + Math.round(told * drawn.line().plan()));
  }

  private static Line seen(Line line, int known) {
    @Nullable Long[] paid = line.paid().subList(0, known).toArray(new Long[0]);
    Random own = new Random(line.id());
    for (int month = 0; month < known; month++) {
      paid[month] = own.nextInt(40) == 0 ? null : paid[month];
    }
    long inProcess = 0;
    if (line.inProcess() > 0 && known < Line.LAST_MONTH) {
      long next = line.paidBy(known + 1) - line.paidBy(known);
      inProcess = Math.max(0, Math.round(next * own.nextDouble()));
    }
    return new Line(
        line.id(),
        line.project(),
        line.owner(),
        line.source(),
        line.kind(),
        line.plan(),
        line.allowed(),
        line.assigned(),
        line.last(),
        Arrays.asList(paid),
        line.steps().stream().filter(step -> step.from() <= Math.max(1, known)).toList(),
        line.obstacles().stream()
            .filter(obstacle -> obstacle.from() <= known)
            .map(obstacle -> open(obstacle, known))
            .toList(),
        inProcess);
  }

  private static Obstacle open(Obstacle obstacle, int known) {
    Integer until = obstacle.until();
    return until != null && until <= known
        ? obstacle
        : new Obstacle(obstacle.kind(), obstacle.from(), null);
  }
}

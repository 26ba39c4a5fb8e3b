package vn.dondoc.planning.forecast;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Mô phỏng: the months ahead of every line, thrown {@link Dice#DRAWS} times.
 *
 * <p>In one throw a line is paid each month its expected share times the year's pace, the month's
 * shock (both the same for the whole province), its owner's pace, its own pace and its own noise.
 * Sums are sums of throws, so every figure agrees with every other.
 */
final class Simulation {
  private static final int NOISES = 1024;
  private static final int NOISE_SHIFT = 54;
  private static final int CHANCE_BITS = 20;
  private static final int CHANCE_MASK = (1 << CHANCE_BITS) - 1;
  private static final int OBSTACLES = Obstacle.Kind.values().length;

  /** Of what is at the Treasury, paid within the month. */
  private static final double IN_PROCESS_PAID = 0.97;

  final Question question;
  final Drive drive;
  final Paces paces;
  private final int offset;
  private final double[] inYear;
  private final double[] atEnd;
  private final double[][] shared = new double[Panel.WIDE][Dice.DRAWS];
  private final int[] order = new int[Dice.DRAWS];
  private final double[] pace = new double[Dice.DRAWS];
  private final int[] stages = new int[Dice.DRAWS];
  private final double[] blocks = new double[Dice.DRAWS];
  private final double[] advances;
  private final double comes;
  private final double ends;

  private Simulation(Question question, Drive drive) {
    Spread spread = drive.spread();
    this.question = question;
    this.drive = drive;
    paces = Paces.of(drive);
    offset = drive.panel.size - question.lines().size();
    inYear = Dice.noise(spread.inner(), spread.nothing(), NOISES);
    atEnd = Dice.noise(spread.inner(), spread.nothingAtEnd(), NOISES);
    advances = Arrays.stream(drive.advances).map(chance -> chance * (CHANCE_MASK + 1)).toArray();
    comes = drive.obstacleComes * (CHANCE_MASK + 1);
    ends = drive.obstacleEnds * (CHANCE_MASK + 1);
    Dice dice = new Dice(question.seed(), -1);
    double[] year = new double[Dice.DRAWS];
    double mean = paces.yearMean;
    dice.lognormals(mean, logVariance(paces.yearVariance, mean), year, order);
    for (int month = 1; month < Panel.WIDE; month++) {
      dice.lognormals(1, Math.log1p(paces.shock), shared[month], order);
      for (int d = 0; d < Dice.DRAWS; d++) {
        shared[month][d] *= year[d];
      }
    }
  }

  static Simulation of(Question asked, Season season) {
    Question question = asked.inOrder();
    List<List<Line>> years = new java.util.ArrayList<>(question.past());
    years.add(question.lines());
    int[] known = new int[years.size()];
    Arrays.fill(known, Line.LAST_MONTH);
    known[known.length - 1] = question.known();
    Map<String, Integer> kinds = new HashMap<>();
    Panel panel = Panel.of(years, known, kinds);
    Drive drive = Drive.learn(panel, years.size(), kinds.size(), season);
    return new Simulation(question, drive);
  }

  private static double logVariance(double variance, double mean) {
    return Math.log1p(variance / (mean * mean));
  }

  /** Where a line stands in the panel. */
  int place(int line) {
    return offset + line;
  }

  /** The last month a line was reported in, 0 when none. */
  int reported(int line) {
    Line one = question.lines().get(line);
    for (int month = Math.min(question.known(), one.paid().size()); month >= 1; month--) {
      if (one.paid().get(month - 1) != null) {
        return month;
      }
    }
    return 0;
  }

  /** The pace of an owner in each throw. */
  void owner(long id, int place, double[] into) {
    double mean = paces.ownerMean[place];
    new Dice(question.seed(), mixed(id))
        .lognormals(mean, logVariance(paces.ownerVariance[place], mean), into, order);
  }

  private static long mixed(long owner) {
    return Dice.mix(owner ^ 0x5851F42D4C957F2DL);
  }

  /**
   * Throws a line: cumulative, in đồng, as were its plan no limit.
   *
   * @param owner the pace of its owner in each throw
   * @param until the last month wanted
   * @param latent a row for each month; rows after the last report are filled
   */
  void draw(int line, double[] owner, int until, double[][] latent) {
    Line one = question.lines().get(line);
    int i = place(line);
    int from = reported(line);
    double paid = one.paidBy(question.known());
    Arrays.fill(latent[from], paid);
    Dice dice = new Dice(question.seed(), one.id());
    dice.lognormals(paces.lineMean[i], Math.log1p(paces.lineVariance[i]), pace, order);
    for (int d = 0; d < Dice.DRAWS; d++) {
      pace[d] *= owner[d];
    }
    Turns turns = new Turns(line);
    for (int month = from + 1; month <= until; month++) {
      double atLeast =
          month == question.known() + 1 && month <= one.last()
              ? IN_PROCESS_PAID * one.inProcess()
              : 0;
      turns.to(month);
      month(new Month(latent[month - 1], latent[month], atLeast), month, turns, dice);
    }
  }

  /** One month of a line: before, after, and what is paid at least. */
  private record Month(double[] before, double[] now, double atLeast) {}

  private void month(Month one, int month, Turns turns, Dice dice) {
    double[] noise = month < Season.YEAR_END ? inYear : atEnd;
    double[] all = shared[month];
    for (int d = 0; d < Dice.DRAWS; d++) {
      long thrown = dice.next();
      double came =
          turns.expected(d, thrown) * all[d] * pace[d] * noise[(int) (thrown >>> NOISE_SHIFT)];
      one.now()[d] = one.before()[d] + Math.max(came, one.atLeast());
    }
  }

  /** Stage and obstacles of one line in each throw, month after month. */
  private final class Turns {
    private final int line;
    private final Line one;
    private final boolean planned;
    private final int standing;
    private final double open;
    private double sure;
    private boolean ahead;

    Turns(int line) {
      this.line = line;
      one = question.lines().get(line);
      planned = isPlanned(one);
      standing = one.stageIn(Math.max(1, question.known())).ordinal();
      Arrays.fill(stages, standing);
      double product = 1;
      for (Obstacle obstacle : one.obstacles()) {
        if (obstacle.until() == null && obstacle.from() <= question.known()) {
          product *= drive.obstacle[obstacle.kind().ordinal()];
        }
      }
      open = product;
      Arrays.fill(blocks, open);
    }

    void to(int month) {
      ahead = month > question.known();
      int i = place(line);
      boolean payable = month >= drive.panel.first[i] && month <= drive.panel.last[i];
      sure = payable ? one.course() * drive.curve[drive.panel.kind[i]][month] : 0;
      sure *= drive.late[drive.panel.late[i]];
      if (!ahead || planned) {
        sure *= drive.stage[one.stageIn(month).ordinal()];
      }
      for (Obstacle obstacle : one.obstacles()) {
        boolean told = obstacle.until() != null || !ahead || obstacle.from() > question.known();
        if (told && obstacle.standsIn(month)) {
          sure *= drive.obstacle[obstacle.kind().ordinal()];
        }
      }
    }

    double expected(int d, long thrown) {
      if (!ahead) {
        return sure;
      }
      double came = sure;
      if (!planned) {
        int stage = stages[d];
        if ((thrown & CHANCE_MASK) < advances[stage]) {
          stages[d] = ++stage;
        }
        came *= drive.stage[stage];
      }
      double chance = (thrown >>> CHANCE_BITS) & CHANCE_MASK;
      if (blocks[d] == 1) {
        blocks[d] = chance < comes ? drive.obstacleLeaves : 1;
      } else if (chance < ends) {
        blocks[d] = 1;
      }
      return came * blocks[d];
    }
  }

  private boolean isPlanned(Line line) {
    return line.steps().stream().anyMatch(step -> step.from() > Math.max(1, question.known()));
  }

  /** Expected share in a month to come, but for paces. */
  double ahead(int line, int month) {
    int i = place(line);
    Panel panel = drive.panel;
    if (month < panel.first[i] || month > panel.last[i]) {
      return 0;
    }
    return drive.curve[panel.kind[i]][month]
        * drive.late[panel.late[i]]
        * stageAhead(line, month)
        * obstacleAhead(line, month);
  }

  double stageAhead(int line, int month) {
    Line one = question.lines().get(line);
    int known = Math.max(1, question.known());
    if (isPlanned(one) || month <= known) {
      return drive.stage[one.stageIn(month).ordinal()];
    }
    double[] likely = new double[drive.stage.length];
    likely[one.stageIn(known).ordinal()] = 1;
    for (int step = known; step < month; step++) {
      for (int stage = Stage.values().length - 2; stage >= 1; stage--) {
        double moves = likely[stage] * drive.advances[stage];
        likely[stage] -= moves;
        likely[stage + 1] += moves;
      }
    }
    double mean = 0;
    for (int stage = 0; stage < likely.length; stage++) {
      mean += likely[stage] * drive.stage[stage];
    }
    return mean;
  }

  /** What obstacles leave: those that stand, fading where no end is said, and those that come. */
  double obstacleAhead(int line, int month) {
    Line one = question.lines().get(line);
    int ahead = Math.max(0, month - question.known());
    double fades = Math.pow(1 - drive.obstacleEnds, ahead);
    double factor = 1;
    double free = 1;
    if (!one.obstacles().isEmpty()) {
      double[] stands = new double[OBSTACLES];
      for (Obstacle obstacle : one.obstacles()) {
        if (obstacle.standsIn(month)) {
          double chance = obstacle.until() == null ? fades : 1;
          int kind = obstacle.kind().ordinal();
          stands[kind] = Math.max(stands[kind], chance);
          free = Math.min(free, 1 - chance);
        }
      }
      for (int kind = 0; kind < OBSTACLES; kind++) {
        factor *= 1 - stands[kind] * (1 - drive.obstacle[kind]);
      }
    }
    double turns = drive.obstacleComes + drive.obstacleEnds;
    double comes = drive.obstacleComes / turns * (1 - Math.pow(1 - turns, ahead));
    return factor * (1 - free * comes * (1 - drive.obstacleLeaves));
  }

  static long capped(double latent, long ceiling) {
    return latent >= ceiling ? ceiling : Math.round(latent);
  }
}

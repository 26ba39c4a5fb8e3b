package vn.dondoc.planning.forecast;

import java.util.Arrays;

/**
 * Động lực: what an ordinary line of a kind, stage and state is paid in a month as a share of its
 * plan, were its plan no limit.
 *
 * <p>A product of factors, each learned by proportional fitting (paid beside expected) and drawn
 * towards what is believed without data as far as its own lines are few. A line at its ceiling
 * would have been paid more: what it lacks is put in at its expected value.
 */
final class Drive {
  private static final int ROUNDS = 4;
  private static final int STAGES = Stage.values().length;
  private static final int OBSTACLES = Obstacle.Kind.values().length;

  // How many lines' years, or months, the belief is worth.
  private static final double BASE_LINES = 15;
  private static final double KIND_LINES = 3;
  private static final double SHAPE_LINES = 25;
  private static final double FACTOR_LINES = 4;
  private static final double YEAR_LINES = 20;
  private static final double OWNER_LINES = 12;

  private static final double[] STAGE_BELIEF = {1, 0.35, 0.5, 1, 1.1, 0.6};
  private static final double[] LATE_BELIEF = {1, 1, 1, 0.9};
  private static final double OBSTACLE_BELIEF = 0.5;
  private static final double[] ADVANCE_BELIEF = {0, 0.12, 0.25, 0.03, 0.02, 0};
  private static final double OBSTACLE_ENDS = 0.15;
  private static final double OBSTACLE_COMES = 0.01;
  private static final double BELIEVED_MONTHS = 40;

  /** What a factor stands for. */
  private enum Group {
    BASE,
    KIND,
    SHAPE,
    STAGE,
    OBSTACLE,
    LATE,
    YEAR,
    OWNER,
    LINE
  }

  final Panel panel;
  final int[] ownerOf;
  final double[] base = new double[Panel.WIDE];
  final double[] kind;
  final double[][] curve;
  final double[] stage = STAGE_BELIEF.clone();
  final double[] obstacle = new double[OBSTACLES];
  final double[] late = LATE_BELIEF.clone();
  final double[] year;
  final double[] owner;

  /** Pace of each line beside its like, drawn towards one: lines left at the end are the slow. */
  final double[] pace;

  /** Expected shares each factor was learned from, in lines' years. */
  final double[] kindSeen;

  final double[] stageSeen = new double[STAGES];
  final double[] obstacleSeen = new double[OBSTACLES];
  final double[] lateSeen = new double[Panel.LATE_KINDS];

  /** Chance a month that a stage moves on, that an obstacle ends, that a free line meets one. */
  final double[] advances = ADVANCE_BELIEF.clone();

  double obstacleEnds = OBSTACLE_ENDS;
  double obstacleComes = OBSTACLE_COMES;

  /** What an obstacle that comes leaves of the drive, on average. */
  double obstacleLeaves = OBSTACLE_BELIEF;

  private final double[][] shape;
  private final double[] masks = new double[1 << OBSTACLES];
  private final Season season;
  private double[] over = new double[0];
  private double[] under = new double[0];
  private double[] squares = new double[0];
  private Spread spread = Spread.BELIEF;

  private Drive(Panel panel, int years, int kinds, Season season) {
    this.panel = panel;
    this.season = season;
    long[] owners = panel.owners();
    ownerOf = panel.ownerPlaces(owners);
    kind = ones(kinds);
    kindSeen = new double[kinds];
    curve = new double[kinds][Panel.WIDE];
    shape = new double[kinds][];
    for (int k = 0; k < kinds; k++) {
      shape[k] = ones(Panel.WIDE);
    }
    year = ones(years);
    owner = ones(owners.length);
    pace = ones(panel.size);
    Arrays.fill(obstacle, OBSTACLE_BELIEF);
    for (int month = 1; month < Panel.WIDE; month++) {
      base[month] = season.drive(month);
    }
    refresh();
  }

  static Drive learn(Panel panel, int years, int kinds, Season season) {
    Drive drive = new Drive(panel, years, kinds, season);
    for (int round = 0; round < ROUNDS; round++) {
      for (Group group : Group.values()) {
        drive.fit(group);
      }
      drive.spread = Spread.learn(drive);
    }
    drive.learnTurns();
    Calibration.apply(drive);
    drive.fit(Group.LINE);
    drive.over = new double[0];
    drive.under = new double[0];
    drive.squares = new double[0];
    return drive;
  }

  private static double[] ones(int size) {
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Expected share in a month, but for the year, the owner and the line's own pace. */
  double expected(int line, int month) {
    int at = line * Panel.WIDE + month;
    return curve[panel.kind[line]][month]
        * stage[panel.stage[at]]
        * masks[panel.obstacles[at]]
        * late[panel.late[line]];
  }

  /** How far lines, owners, months and years lie apart. */
  Spread spread() {
    return spread;
  }

  /** Takes what {@link Calibration} found. */
  void settle(double[] months, Spread settled) {
    System.arraycopy(months, 1, base, 1, Line.LAST_MONTH);
    spread = settled;
    refresh();
  }

  /** What an observed share stands for: at the ceiling more than was paid. */
  double meant(int at, double expected) {
    double share = panel.share[at];
    return panel.full[at] && expected > 0 ? Excess.over(share / expected) * expected : share;
  }

  /** Phần vượt trần: what would have been paid, on average, when at least so much was. */
  private static final class Excess {
    private static final double DEVIATION = Math.sqrt(Season.NOISE + 0.1);
    private static final double LOWEST = -4;
    private static final double STEP = 0.05;
    private static final double[] OVER = new double[160];

    static {
      for (int i = 0; i < OVER.length; i++) {
        double distance = -(LOWEST + i * STEP) / DEVIATION - DEVIATION / 2;
        OVER[i] = Dice.below(distance + DEVIATION) / Math.max(1e-9, Dice.below(distance));
      }
    }

    static double over(double ratio) {
      double place = (Math.log(Math.max(ratio, 1e-9)) - LOWEST) / STEP;
      return place >= OVER.length - 1 ? ratio : Math.max(ratio, OVER[(int) Math.max(0, place)]);
    }
  }

  private void fit(Group group) {
    int keys = keys(group);
    over = new double[keys];
    under = new double[keys];
    squares = new double[group == Group.LINE ? keys : 0];
    double[] expected = new double[Panel.WIDE];
    for (int i = 0; i < panel.size; i++) {
      double ofLine = year[panel.year[i]] * owner[ownerOf[i]] * pace[i];
      for (int month = 1; month < Panel.WIDE; month++) {
        int span = panel.span[i * Panel.WIDE + month];
        if (span == 0) {
          continue;
        }
        double whole = 0;
        for (int j = month - span + 1; j <= month; j++) {
          expected[j] = expected(i, j) * ofLine;
          whole += expected[j];
        }
        if (whole > 0) {
          double ratio = meant(i * Panel.WIDE + month, whole) / whole;
          for (int j = month - span + 1; j <= month; j++) {
            add(group, i, j, expected[j], ratio);
          }
        }
      }
    }
    update(group);
    refresh();
  }

  /** How stages move on and obstacles come and go, from the finished years. */
  private void learnTurns() {
    double[] stays = new double[STAGES];
    double[] moves = new double[STAGES];
    double[] free = new double[2];
    double[] blocked = new double[2];
    double leaves = OBSTACLE_BELIEF * BELIEVED_MONTHS * OBSTACLE_COMES;
    for (int i = 0; i < panel.size && panel.year[i] < year.length - 1; i++) {
      for (int month = 2; month <= panel.last[i]; month++) {
        int at = i * Panel.WIDE + month;
        int before = panel.stage[at - 1];
        stays[before]++;
        moves[before] += panel.stage[at] > before ? 1 : 0;
        boolean blocks = panel.obstacles[at] != 0;
        if (panel.obstacles[at - 1] == 0) {
          free[0]++;
          free[1] += blocks ? 1 : 0;
          leaves += blocks ? masks[panel.obstacles[at]] : 0;
        } else {
          blocked[0]++;
          blocked[1] += blocks ? 0 : 1;
        }
      }
    }
    for (int s = 1; s < STAGES - 1; s++) {
      advances[s] = (moves[s] + BELIEVED_MONTHS * ADVANCE_BELIEF[s]) / (stays[s] + BELIEVED_MONTHS);
    }
    obstacleEnds = (blocked[1] + BELIEVED_MONTHS * OBSTACLE_ENDS) / (blocked[0] + BELIEVED_MONTHS);
    obstacleComes = (free[1] + BELIEVED_MONTHS * OBSTACLE_COMES) / (free[0] + BELIEVED_MONTHS);
    obstacleLeaves = leaves / (free[1] + BELIEVED_MONTHS * OBSTACLE_COMES);
  }

  private int keys(Group group) {
    return switch (group) {
      case BASE -> Panel.WIDE;
      case KIND -> kind.length;
      case SHAPE -> kind.length * Panel.WIDE;
      case STAGE -> STAGES;
      case OBSTACLE -> OBSTACLES;
      case LATE -> Panel.LATE_KINDS;
      case YEAR -> year.length;
      case OWNER -> owner.length;
      case LINE -> panel.size;
    };
  }

  private void add(Group group, int line, int month, double share, double ratio) {
    if (group == Group.LINE) {
      under[line] += share;
      over[line] += share * ratio;
      squares[line] += share * share;
      return;
    }
    double expected = panel.weight[line] * share;
    if (group == Group.OBSTACLE) {
      int mask = panel.obstacles[line * Panel.WIDE + month];
      for (int k = 0; mask != 0; k++, mask >>= 1) {
        if ((mask & 1) != 0) {
          under[k] += expected;
          over[k] += expected * ratio;
        }
      }
      return;
    }
    int key =
        switch (group) {
          case BASE -> month;
          case KIND -> panel.kind[line];
          case SHAPE -> panel.kind[line] * Panel.WIDE + month;
          case STAGE -> panel.stage[line * Panel.WIDE + month];
          case LATE -> panel.late[line];
          case YEAR -> panel.year[line];
          case OWNER, OBSTACLE, LINE -> ownerOf[line];
        };
    under[key] += expected;
    over[key] += expected * ratio;
  }

  private void update(Group group) {
    switch (group) {
      case BASE -> {
        for (int month = 1; month < Panel.WIDE; month++) {
          double belief = season.drive(month);
          base[month] = drawn(month, base[month], belief, BASE_LINES * belief);
        }
      }
      case KIND -> learnAll(kind, ones(kind.length), KIND_LINES, kindSeen);
      case SHAPE -> {
        for (int k = 0; k < kind.length; k++) {
          for (int month = 1; month < Panel.WIDE; month++) {
            shape[k][month] =
                drawn(k * Panel.WIDE + month, shape[k][month], 1, SHAPE_LINES * base[month]);
          }
        }
      }
      case STAGE -> {
        learnAll(stage, STAGE_BELIEF, FACTOR_LINES, stageSeen);
        stage[Stage.BUILDING.ordinal()] = 1;
      }
      case OBSTACLE -> {
        double[] belief = new double[OBSTACLES];
        Arrays.fill(belief, OBSTACLE_BELIEF);
        learnAll(obstacle, belief, FACTOR_LINES, obstacleSeen);
      }
      case LATE -> {
        learnAll(late, LATE_BELIEF, FACTOR_LINES, lateSeen);
        late[0] = 1;
      }
      case YEAR -> learnAll(year, ones(year.length), YEAR_LINES, new double[year.length]);
      case OWNER -> learnAll(owner, ones(owner.length), OWNER_LINES, new double[owner.length]);
      case LINE -> learnPaces();
    }
  }

  /** Lines' paces, of mean one in each year: what all share is the year's. */
  private void learnPaces() {
    double[] sum = new double[year.length];
    double[] count = new double[year.length];
    double belief = 1 / spread.line();
    for (int i = 0; i < panel.size; i++) {
      double usual = under[i] / pace[i];
      double worth = usual > 0 ? under[i] * under[i] / (spread.noise() * squares[i]) : 0;
      double ratio = usual > 0 ? Math.max(0, over[i]) / usual : 1;
      pace[i] = (belief + 1 + worth * ratio) / (belief + 1 + worth);
      sum[panel.year[i]] += panel.weight[i] * pace[i];
      count[panel.year[i]] += panel.weight[i];
    }
    for (int i = 0; i < panel.size; i++) {
      pace[i] *= count[panel.year[i]] / Math.max(1e-9, sum[panel.year[i]]);
    }
  }

  private void learnAll(double[] factors, double[] beliefs, double lines, double[] seen) {
    for (int key = 0; key < factors.length; key++) {
      seen[key] = under[key] / Math.max(factors[key], 1e-9);
      factors[key] = drawn(key, factors[key], beliefs[key], lines);
    }
  }

  /** Learned beside believed: lent is what the belief is worth in expected shares. */
  private double drawn(int key, double now, double belief, double lent) {
    double ordinary = under[key] * belief / Math.max(now, 1e-9);
    return belief * (Math.max(0, over[key]) + lent) / (ordinary + lent);
  }

  private void refresh() {
    for (int k = 0; k < kind.length; k++) {
      for (int month = 1; month < Panel.WIDE; month++) {
        curve[k][month] = base[month] * kind[k] * shape[k][month];
      }
    }
    for (int mask = 0; mask < masks.length; mask++) {
      double product = 1;
      for (int k = 0; k < OBSTACLES; k++) {
        product *= (mask >> k & 1) != 0 ? obstacle[k] : 1;
      }
      masks[mask] = product;
    }
  }
}

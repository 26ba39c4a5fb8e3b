package vn.dondoc.planning.forecast;

/**
 * Độ phân tán: how far lines, owners, months and years lie from what is expected of them, by the
 * method of moments, each drawn towards what is believed as far as little was seen.
 *
 * @param line variance of lines' lasting paces
 * @param owner variance of owners' paces
 * @param year variance of a province's years
 * @param shock variance of what all lines share in one month
 * @param inner variance of the logarithm of one month's payment of one line
 * @param nothing share of months without a payment, in the year
 * @param nothingAtEnd the same in the last two months
 */
record Spread(
    double line,
    double owner,
    double year,
    double shock,
    double inner,
    double nothing,
    double nothingAtEnd) {
  private static final double OWNER = 0.04;
  private static final double YEAR = 0.03;
  private static final double SHOCK = 0.05;

  static final Spread BELIEF =
      new Spread(
          Season.PACE_VARIANCE,
          OWNER,
          YEAR,
          SHOCK,
          Season.NOISE,
          Season.NOTHING,
          Season.NOTHING_AT_END);

  /** The months in which few lines have reached their plans: both halves of a line's pace. */
  private static final int HALF = 3;

  /** A line with so much of its plan left is hardly stopped by it within the month. */
  private static final double ROOM = 0.5;

  static Spread learn(Drive drive) {
    Moments moments = new Moments(drive);
    double line = Math.clamp(moments.line(), 0.02, 1.5);
    double noise = Math.clamp(moments.noise(), 0.002, 6);
    double nothing = Math.clamp(moments.nothing(0, Season.NOTHING), 0, 0.9);
    double atEnd = Math.clamp(moments.nothing(1, Season.NOTHING_AT_END), 0, 0.9);
    double shock = Math.clamp(moments.shock(noise), 0.002, 0.3);
    double owner = Math.clamp(moments.owner(line, noise), 0.003, 0.3);
    double inner = Math.log(Math.max(1.002, (1 + noise) * (1 - nothing)));
    return new Spread(line, owner, year(drive), shock, inner, nothing, atEnd);
  }

  /** Variance of one month of one line. */
  double noise() {
    return Math.exp(inner) / (1 - nothing) - 1;
  }

  /** With another spread of lines' paces. */
  Spread withLine(double other) {
    return new Spread(other, owner, year, shock, inner, nothing, nothingAtEnd);
  }

  private static double year(Drive drive) {
    double sum = 4 * YEAR;
    for (double year : drive.year) {
      sum += (year - 1) * (year - 1) * apart(drive.year.length);
    }
    return Math.clamp(sum / (4 + drive.year.length), 0.005, 0.2);
  }

  /** Years lie nearer to their own mean than to the true one. */
  private static double apart(int years) {
    return years < 2 ? 1 : years / (years - 1.0);
  }

  /** Sums over all single months that were reported and below the ceiling. */
  private static final class Moments {
    private final Drive drive;
    private double cross = 0;
    private double crossScale = 0;
    private double square = 0;
    private double squareScale = 0;
    private final double[] months = new double[2];
    private final double[] empty = new double[2];
    private final double[][] shared;
    private final double[][] ofOwner;

    Moments(Drive drive) {
      this.drive = drive;
      shared = new double[drive.year.length * Panel.WIDE][3];
      ofOwner = new double[drive.owner.length][4];
      for (int i = 0; i < drive.panel.size; i++) {
        take(i);
      }
    }

    private void take(int i) {
      Panel panel = drive.panel;
      double ofYear = drive.year[panel.year[i]];
      double ofOwnerHere = drive.owner[drive.ownerOf[i]];
      double[] early = new double[2];
      double[] late = new double[2];
      double[] all = new double[3];
      for (int month = 1; month < Panel.WIDE; month++) {
        int at = i * Panel.WIDE + month;
        if (panel.span[at] != 1) {
          continue;
        }
        double expected = drive.expected(i, month) * ofYear * ofOwnerHere;
        double came = drive.meant(at, expected);
        all[0] += came;
        all[1] += expected / ofOwnerHere;
        all[2] += expected * expected / (ofOwnerHere * ofOwnerHere);
        if (month <= 2 * HALF) {
          double[] half = month <= HALF ? early : late;
          half[0] += came;
          half[1] += expected;
        }
        month(panel, i, at, expected);
      }
      double weight = panel.weight[i];
      cross += weight * (early[0] - early[1]) * (late[0] - late[1]);
      crossScale += weight * early[1] * late[1];
      double[] sums = ofOwner[drive.ownerOf[i]];
      sums[0] += weight * all[0];
      sums[1] += weight * all[1];
      sums[2] += weight * weight * all[1] * all[1];
      sums[3] += weight * weight * all[2];
    }

    private void month(Panel panel, int i, int at, double expected) {
      double weight = panel.weight[i];
      int month = at % Panel.WIDE;
      double own = expected * drive.pace[i];
      double[] sums = shared[panel.year[i] * Panel.WIDE + month];
      sums[0] += weight * drive.meant(at, own);
      sums[1] += weight * own;
      sums[2] += weight * weight * own * own;
      if (month < Season.YEAR_END && panel.left[at] > ROOM) {
        double off = panel.share[at] - own;
        square += weight * off * off;
        squareScale += weight * own * own;
      }
      int part = month < Season.YEAR_END ? 0 : 1;
      months[part]++;
      empty[part] += Math.abs(panel.share[at]) < 1e-4 ? 1 : 0;
    }

    double line() {
      // Two lines' years of belief, spread over the halves as a year is.
      double lent = 20 * 0.18 * 0.25;
      return (cross + Season.PACE_VARIANCE * lent) / (crossScale + lent);
    }

    double noise() {
      double lent = 10 * 0.1;
      return (square + BELIEF.noise() * lent) / (squareScale + lent);
    }

    double nothing(int part, double belief) {
      return (empty[part] + 20 * belief) / (months[part] + 20);
    }

    double shock(double noise) {
      double years = apart(drive.year.length);
      double sum = 12 * SHOCK;
      double count = 12;
      for (double[] month : shared) {
        if (month[1] > 0) {
          double off = month[0] / month[1] - 1;
          double byChance = noise * month[2] / (month[1] * month[1]);
          double trust = 1 / (1 + byChance / SHOCK);
          sum += trust * (off * off * years - byChance);
          count += trust;
        }
      }
      return sum / count;
    }

    double owner(double line, double noise) {
      double sum = 8 * OWNER;
      double count = 8;
      for (double[] one : ofOwner) {
        if (one[1] > 0) {
          double off = one[0] / one[1] - 1;
          double byChance = (line * one[2] + noise * one[3]) / (one[1] * one[1]);
          double trust = 1 / (1 + byChance / OWNER);
          sum += trust * (off * off - byChance);
          count += trust;
        }
      }
      return sum / count;
    }
  }
}

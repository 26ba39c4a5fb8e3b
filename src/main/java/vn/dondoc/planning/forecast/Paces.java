package vn.dondoc.planning.forecast;

/**
 * Nhịp độ năm nay: of the province, of each owner given the province, of each line given both; what
 * was paid beside what was to be expected, drawn towards one as far as little was seen.
 */
final class Paces {
  /** More variance where a month's drive is known from national figures alone. */
  private static final double UNSEEN = 0.05;

  final double yearMean;
  final double yearVariance;
  final double[] ownerMean;
  final double[] ownerVariance;
  final double[] lineMean;
  final double[] lineVariance;

  /** Months each line's own pace was learned from. */
  final int[] months;

  private final Drive drive;
  private final Spread spread;

  /** The variance of this year's pace and of a month's shock beside what finished years told. */
  private final double yearBelief;

  final double shock;
  private final double[] came;
  private final double[] expected;
  private final double[] squares;

  /** Of the lines of the last year in the panel. */
  static Paces of(Drive drive) {
    return new Paces(drive, drive.spread());
  }

  private Paces(Drive drive, Spread spread) {
    this.drive = drive;
    this.spread = spread;
    double alone = 1 + 1.0 / Math.max(1, drive.year.length - 1);
    yearBelief = alone * spread.year();
    shock = alone * spread.shock() + (drive.year.length == 1 ? UNSEEN : 0);
    int size = drive.panel.size;
    came = new double[size];
    expected = new double[size];
    squares = new double[size];
    months = new int[size];
    lineMean = new double[size];
    lineVariance = new double[size];
    double[] ofMonth = new double[Panel.WIDE];
    int current = drive.year.length - 1;
    for (int i = 0; i < size; i++) {
      sum(i, drive.panel.year[i] == current ? ofMonth : new double[Panel.WIDE]);
    }
    double[] year = year(current, ofMonth);
    yearMean = year[0];
    yearVariance = year[1];
    ownerMean = new double[drive.owner.length];
    ownerVariance = new double[drive.owner.length];
    owners(current);
    for (int i = 0; i < size; i++) {
      if (drive.panel.year[i] == current) {
        line(i);
      }
    }
  }

  private void sum(int i, double[] ofMonth) {
    Panel panel = drive.panel;
    double known = drive.year[panel.year[i]] * drive.owner[drive.ownerOf[i]];
    for (int month = 1; month < Panel.WIDE; month++) {
      int at = i * Panel.WIDE + month;
      int span = panel.span[at];
      double whole = 0;
      for (int j = month - span + 1; j <= month; j++) {
        double one = drive.expected(i, j);
        whole += one;
        squares[i] += one * one;
        ofMonth[j] += panel.weight[i] * one * drive.pace[i];
      }
      if (span > 0) {
        months[i] += span;
        expected[i] += whole;
        came[i] += drive.meant(at, whole * known * drive.pace[i]);
      }
    }
  }

  private double[] year(int current, double[] ofMonth) {
    double over = 0;
    double under = 0;
    double byChance = 0;
    for (int i = 0; i < drive.panel.size; i++) {
      if (drive.panel.year[i] == current) {
        double weight = drive.panel.weight[i];
        over += weight * came[i];
        under += weight * expected[i] * drive.pace[i];
        double own = (spread.line() + spread.owner()) * expected[i] * expected[i];
        byChance += weight * weight * (own + spread.noise() * squares[i]);
      }
    }
    if (under <= 0) {
      return new double[] {1, yearBelief};
    }
    double shocks = 0;
    for (double one : ofMonth) {
      shocks += one * one;
    }
    double variance = (byChance + shock * shocks) / (under * under);
    double trust = yearBelief / (yearBelief + variance);
    return new double[] {Math.max(0.05, 1 + trust * (over / under - 1)), (1 - trust) * yearBelief};
  }

  private void owners(int current) {
    double[] over = new double[ownerMean.length];
    double[] under = new double[ownerMean.length];
    double[] byChance = new double[ownerMean.length];
    for (int i = 0; i < drive.panel.size; i++) {
      int year = drive.panel.year[i];
      double pace = year == current ? yearMean : drive.year[year];
      double weight = drive.panel.weight[i];
      int o = drive.ownerOf[i];
      over[o] += weight * came[i];
      under[o] += weight * expected[i] * pace * drive.pace[i];
      double own = spread.line() * expected[i] * expected[i] + spread.noise() * squares[i];
      byChance[o] += weight * weight * own * pace * pace;
    }
    for (int o = 0; o < ownerMean.length; o++) {
      double trust = 0;
      if (under[o] > 0) {
        double variance = byChance[o] / (under[o] * under[o]);
        trust = spread.owner() / (spread.owner() + variance);
      }
      double ratio = under[o] > 0 ? over[o] / under[o] : 1;
      ownerMean[o] = Math.max(0.05, 1 + trust * (ratio - 1));
      ownerVariance[o] = (1 - trust) * spread.owner();
    }
  }

  private void line(int i) {
    double belief = 1 / spread.line();
    double usual = expected[i] * yearMean * ownerMean[drive.ownerOf[i]];
    double worth = usual > 0 ? expected[i] * expected[i] / (spread.noise() * squares[i]) : 0;
    double ratio = usual > 0 ? Math.max(0, came[i]) / usual : 1;
    lineMean[i] = (belief + 1 + worth * ratio) / (belief + 1 + worth);
    lineVariance[i] = 1 / (belief + worth);
  }
}

package vn.dondoc.planning.forecast;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Hiệu chỉnh: the drive of each month and the spread of lines' paces are set so that lines thrown
 * as the forecast throws them have, on average, the rates that finished years had, and differ among
 * each other as much.
 *
 * <p>Fitting alone would not do: what lines at their ceilings would have been paid is guessed
 * there, and fast lines are cut short.
 */
final class Calibration {
  private static final int MOST_LINES = 3000;
  private static final int LEAST_THROWS = 2000;
  private static final int NOISES = 1024;
  private static final int STEPS = 24;
  private static final double FASTER = 4;

  /** Lines that the fitted drive, and the believed spread, are worth. */
  private static final double FITTED_LINES = 15;

  private static final double BELIEVED_LINES = 40;
  private static final double[] SPREADS = {0.03, 0.08, 0.15, 0.25, 0.4, 0.6, 0.9};

  /** Months whose differences tell the spread: before them little is paid. */
  private static final int TELLING = 4;

  private final Drive drive;
  private final int[] lines;
  private final int throwsOfLine;
  private final double[] meanSeen = new double[Panel.WIDE];
  private final double[] squareSeen = new double[Panel.WIDE];
  private final double[] normals;
  private final int[] noises;
  private final double[] paid;
  private final double[] pace;
  private final double[] add;
  private final double[] weightAt;
  private final double[] weights = new double[Panel.WIDE];

  private Calibration(Drive drive, int[] lines) {
    this.drive = drive;
    this.lines = lines;
    throwsOfLine = Math.max(1, Math.ceilDiv(LEAST_THROWS, lines.length));
    int size = lines.length * throwsOfLine;
    paid = new double[size];
    pace = new double[size];
    add = new double[size];
    normals = new double[size];
    noises = new int[size * Panel.WIDE];
    Dice dice = new Dice(1931, lines.length);
    for (int t = 0; t < size; t++) {
      normals[t] = Dice.NORMALS[(int) (dice.next() >>> 55)];
      for (int month = 1; month < Panel.WIDE; month++) {
        noises[t * Panel.WIDE + month] = (int) (dice.next() >>> 54);
      }
    }
    weightAt = new double[lines.length * Panel.WIDE];
    for (int place = 0; place < lines.length; place++) {
      see(place);
    }
    for (int month = 1; month < Panel.WIDE; month++) {
      meanSeen[month] /= Math.max(1e-9, weights[month]);
      squareSeen[month] /= Math.max(1e-9, weights[month]);
    }
  }

  /** What the finished years of a drive's panel say of its months and its spread. */
  static void apply(Drive drive) {
    Panel panel = drive.panel;
    int current = drive.year.length - 1;
    int[] past =
        IntStream.range(0, panel.size)
            .filter(i -> panel.year[i] < current && panel.plan[i] > 0)
            .boxed()
            .sorted(java.util.Comparator.comparingLong(i -> Dice.mix(panel.id[i])))
            .limit(MOST_LINES)
            .mapToInt(i -> i)
            .toArray();
    if (past.length == 0) {
      return;
    }
    new Calibration(drive, past).apply(past.length);
  }

  private void apply(int seen) {
    double line = spread();
    double trust = seen / (seen + BELIEVED_LINES);
    line = trust * line + (1 - trust) * Season.PACE_VARIANCE;
    Spread spread = drive.spread().withLine(line);
    double[] base = drives(spread).base();
    double[] settled = new double[Panel.WIDE];
    for (int month = 1; month < Panel.WIDE; month++) {
      settled[month] =
          (seen * base[month] + FITTED_LINES * drive.base[month]) / (seen + FITTED_LINES);
    }
    drive.settle(settled, spread);
  }

  /** Months between two reports lie between them; those after the last are not seen. */
  private void see(int place) {
    Panel panel = drive.panel;
    int line = lines[place];
    double sum = 0;
    for (int month = 1; month < Panel.WIDE; month++) {
      int at = line * Panel.WIDE + month;
      boolean before = month < panel.first[line];
      int span = panel.span[at];
      for (int back = span - 1; back >= 0; back--) {
        sum += panel.share[at] / span;
        seen(place, month - back, sum);
      }
      if (before || panel.isFullBefore(line, month)) {
        seen(place, month, sum);
      }
    }
  }

  private void seen(int place, int month, double sum) {
    double weight = drive.panel.weight[lines[place]];
    weightAt[place * Panel.WIDE + month] = weight;
    weights[month] += weight;
    meanSeen[month] += weight * sum;
    squareSeen[month] += weight * sum * sum;
  }

  /** The spread at which lines differ as much as they were seen to. */
  private double spread() {
    double before = 0;
    for (int i = 0; i < SPREADS.length; i++) {
      double more = drives(drive.spread().withLine(SPREADS[i])).differs();
      if (more >= 0) {
        if (i == 0) {
          return SPREADS[0];
        }
        double way = before / (before - more);
        return SPREADS[i - 1] + way * (SPREADS[i] - SPREADS[i - 1]);
      }
      before = more;
    }
    return SPREADS[SPREADS.length - 1];
  }

  /**
   * What a spread asks for.
   *
   * @param base the drive of each month that gives the rates seen
   * @param differs how much more lines then differ than was seen
   */
  private record Found(double[] base, double differs) {}

  private Found drives(Spread spread) {
    double[] inYear = Dice.noise(spread.inner(), spread.nothing(), NOISES);
    double[] atEnd = Dice.noise(spread.inner(), spread.nothingAtEnd(), NOISES);
    double variance = Math.log1p(spread.line());
    for (int t = 0; t < pace.length; t++) {
      pace[t] = Math.exp(Math.sqrt(variance) * normals[t] - variance / 2);
    }
    Arrays.fill(paid, 0);
    double[] base = new double[Panel.WIDE];
    double differs = 0;
    for (int month = 1; month < Panel.WIDE; month++) {
      double[] noise = month < Season.YEAR_END ? inYear : atEnd;
      for (int t = 0; t < pace.length; t++) {
        int line = lines[t / throwsOfLine];
        boolean open = month >= drive.panel.first[line] && month <= drive.panel.last[line];
        double expected = open ? drive.expected(line, month) / drive.base[month] : 0;
        double known = drive.year[drive.panel.year[line]] * drive.owner[drive.ownerOf[line]];
        add[t] = expected * known * pace[t] * noise[noises[t * Panel.WIDE + month]];
      }
      base[month] = find(month);
      double square = 0;
      for (int t = 0; t < paid.length; t++) {
        int place = t / throwsOfLine;
        paid[t] = Math.min(drive.panel.most[lines[place]], paid[t] + base[month] * add[t]);
        square += weightAt[place * Panel.WIDE + month] * paid[t] * paid[t];
      }
      if (month >= TELLING && weights[month] > 0) {
        differs += square / throwsOfLine / weights[month] - squareSeen[month];
      }
    }
    return new Found(base, differs);
  }

  private double find(int month) {
    if (weights[month] <= 0) {
      return drive.base[month];
    }
    double low = 0;
    double high = FASTER * drive.base[month];
    for (int step = 0; step < STEPS; step++) {
      double middle = (low + high) / 2;
      if (mean(month, middle) < meanSeen[month]) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private double mean(int month, double base) {
    double sum = 0;
    for (int t = 0; t < paid.length; t++) {
      int place = t / throwsOfLine;
      sum +=
          weightAt[place * Panel.WIDE + month]
              * Math.min(drive.panel.most[lines[place]], paid[t] + base * add[t]);
    }
    return sum / throwsOfLine / weights[month];
  }
}

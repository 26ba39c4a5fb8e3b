package vn.dondoc.planning.forecast;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Mùa vụ: how a year's payments run when nothing is known of the province itself.
 *
 * <p>Read from the national figures of {@code planning/disbursement-season.csv}. What is kept is
 * not the rate itself but the drive behind it: what an ordinary line would be paid each month were
 * its plan no limit, so that lines of usual spread, each stopped by its plan, have the national
 * rate on average.
 */
final class Season {
  /** Believed before anything is seen: variance of lines' paces. */
  static final double PACE_VARIANCE = 0.25;

  /** Variance of the logarithm of one month's payment of one line. */
  static final double NOISE = 0.6;

  /** Share of months without a payment: in the year, and at its end. */
  static final double NOTHING = 0.3;

  static final double NOTHING_AT_END = 0.05;

  /** The first of the months in which everybody settles. */
  static final int YEAR_END = 12;

  private static final int VIRTUAL_LINES = 1024;
  private static final String FILE = "/planning/disbursement-season.csv";

  private final double[] drive;

  private Season(double[] drive) {
    this.drive = drive;
  }

  /** The national season the product carries. */
  static Season national() {
    return National.SEASON;
  }

  private static final class National {
    static final Season SEASON = of(read());
  }

  /**
   * A point of a curve.
   *
   * @param month 1 to 13
   * @param percent cumulative rate
   */
  record Point(int month, double percent) {}

  /** From points of any years; a month without a point lies between its neighbours. */
  static Season of(List<Point> points) {
    double[] sum = new double[Line.LAST_MONTH + 1];
    int[] count = new int[Line.LAST_MONTH + 1];
    for (Point point : points) {
      sum[point.month()] += point.percent() / 100;
      count[point.month()]++;
    }
    double[] rate = new double[Line.LAST_MONTH + 1];
    int before = 0;
    for (int month = 1; month <= Line.LAST_MONTH; month++) {
      if (count[month] > 0) {
        double here = Math.max(rate[before], sum[month] / count[month]);
        for (int between = before + 1; between <= month; between++) {
          double way = (double) (between - before) / (month - before);
          rate[between] = rate[before] + way * (here - rate[before]);
        }
        before = month;
      }
    }
    for (int month = before + 1; month <= Line.LAST_MONTH; month++) {
      rate[month] = rate[before];
    }
    return new Season(drive(rate));
  }

  /** What an ordinary line would be paid in a month, as a share of its plan. */
  double drive(int month) {
    return drive[month];
  }

  private static double[] drive(double[] rate) {
    double[] pace = new double[VIRTUAL_LINES];
    double[] paid = new double[VIRTUAL_LINES];
    double[] inYear = Dice.noise(NOISE, NOTHING, VIRTUAL_LINES);
    double[] atEnd = Dice.noise(NOISE, NOTHING_AT_END, VIRTUAL_LINES);
    Dice dice = new Dice(13, 13);
    double variance = Math.log1p(PACE_VARIANCE);
    for (int i = 0; i < VIRTUAL_LINES; i++) {
      double normal = Dice.normal((i + 0.5) / VIRTUAL_LINES);
      pace[i] = Math.exp(Math.sqrt(variance) * normal - variance / 2);
    }
    double[] drive = new double[Line.LAST_MONTH + 1];
    double[] thrown = new double[VIRTUAL_LINES];
    for (int month = 1; month <= Line.LAST_MONTH; month++) {
      double[] noise = month < YEAR_END ? inYear : atEnd;
      for (int i = 0; i < VIRTUAL_LINES; i++) {
        thrown[i] = pace[i] * noise[(int) (dice.next() >>> 54)];
      }
      double low = 0;
      double high = 2;
      for (int step = 0; step < 40; step++) {
        double middle = (low + high) / 2;
        if (mean(paid, thrown, middle) < rate[month]) {
          low = middle;
        } else {
          high = middle;
        }
      }
      drive[month] = high;
      for (int i = 0; i < VIRTUAL_LINES; i++) {
        paid[i] = Math.min(1, paid[i] + high * thrown[i]);
      }
    }
    return drive;
  }

  private static double mean(double[] paid, double[] thrown, double drive) {
    double sum = 0;
    for (int i = 0; i < paid.length; i++) {
      sum += Math.min(1, paid[i] + drive * thrown[i]);
    }
    return sum / paid.length;
  }

  private static List<Point> read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Season.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("year"))
          .map(line -> line.split(",", 4))
          .map(cells -> new Point(Integer.parseInt(cells[1]), Double.parseDouble(cells[2])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

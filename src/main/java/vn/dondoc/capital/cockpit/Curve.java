package vn.dondoc.capital.cockpit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.rate.Rate;

/**
 * Đường lũy kế giải ngân: where its points stand in a drawing of {@link #WIDTH} by {@link #HEIGHT};
 * from 1 January to the end of January of the year after.
 *
 * @param points from the left
 * @param ticks of the rate
 * @param months of the year
 * @param target where the target stands; null for none
 */
record Curve(List<Point> points, List<Tick> ticks, List<Tick> months, @Nullable Double target) {
  static final int WIDTH = 440;
  static final int HEIGHT = 250;
  static final int LEFT = 40;
  static final int RIGHT = 428;
  static final int TOP = 16;
  static final int BOTTOM = 224;
  private static final int MONTHS = 13;
  private static final int STEP = 10;
  private static final int MOST_TICKS = 6;

  Curve {
    points = List.copyOf(points);
    ticks = List.copyOf(ticks);
    months = List.copyOf(months);
  }

  record Point(double x, double y) {}

  /**
   * @param at where it stands on its axis
   * @param value percent, or the month
   */
  record Tick(double at, int value) {}

  /** Null where there is no rate to draw. */
  static @Nullable Curve of(
      int year, List<Cockpit.Month> months, @Nullable Rate whole, @Nullable BigDecimal target) {
    if (whole == null || whole.denominator() <= 0 || months.isEmpty()) {
      return null;
    }
    double most =
        Math.max(
            target == null ? 0 : target.doubleValue() * 100,
            months.stream().mapToLong(Cockpit.Month::total).max().orElse(0)
                * 100.0
                / whole.denominator());
    int top = (int) Math.max(STEP, Math.ceil(most / STEP) * STEP);
    LocalDate first = LocalDate.of(year, 1, 1);
    List<Point> points = new ArrayList<>();
    long earlier =
        months.stream()
            .filter(month -> month.day().isBefore(first))
            .mapToLong(Cockpit.Month::total)
            .reduce(0, (a, b) -> b);
    points.add(new Point(LEFT, y(earlier * 100.0 / whole.denominator(), top)));
    for (Cockpit.Month month : months) {
      if (!month.day().isBefore(first)) {
        points.add(
            new Point(x(year, month.day()), y(month.total() * 100.0 / whole.denominator(), top)));
      }
    }
    int step = Math.max(1, (int) Math.ceil(top / (double) STEP / MOST_TICKS)) * STEP;
    List<Tick> ticks = new ArrayList<>();
    for (int value = 0; value <= top; value += step) {
      ticks.add(new Tick(y(value, top), value));
    }
    return new Curve(
        points,
        ticks,
        IntStream.rangeClosed(1, MONTHS)
            .mapToObj(month ->
                new Tick(LEFT + (month - 0.5) * (RIGHT - LEFT) / MONTHS, (month - 1) % 12 + 1))
            .toList(),
        target == null ? null : (Double) y(target.doubleValue() * 100, top));
  }

  private static double x(int year, LocalDate day) {
    YearMonth month = YearMonth.from(day);
    double months =
        ChronoUnit.MONTHS.between(YearMonth.of(year, 1), month)
            + day.getDayOfMonth() / (double) month.lengthOfMonth();
    return LEFT + Math.min(months, MONTHS) * (RIGHT - LEFT) / MONTHS;
  }

  private static double y(double percent, int top) {
    return BOTTOM - percent * (BOTTOM - TOP) / top;
  }

  /** As a drawing wants its points. */
  String path() {
    return points.stream()
        .map(point -> at(point.x()) + "," + at(point.y()))
        .collect(Collectors.joining(" "));
  }

  static String at(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}

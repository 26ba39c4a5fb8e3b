package vn.dondoc.capital.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.planning.forecast.Fan;

/**
 * Hình quạt: where the lines of a forecast stand in a drawing of {@link #WIDTH} by {@link #HEIGHT},
 * from 1 January to the end of January of the year after, in percent of the plan.
 *
 * @param paid what was paid, to the day
 * @param middle what is expected, from the day
 * @param wide corners of the band of 10 to 90
 * @param narrow corners of the band of 25 to 75
 * @param ticks of the rate
 * @param months of the year
 * @param target where the target stands; null for none
 */
record FanCurve(
    List<Point> paid,
    List<Point> middle,
    List<Point> wide,
    List<Point> narrow,
    List<Tick> ticks,
    List<Tick> months,
    @Nullable Double target) {
  static final int WIDTH = 440;
  static final int HEIGHT = 250;
  static final int LEFT = 40;
  static final int RIGHT = 428;
  static final int TOP = 16;
  static final int BOTTOM = 224;
  private static final int MONTHS = 13;
  private static final int STEP = 20;

  record Point(double x, double y) {}

  /**
   * @param at where it stands on its axis
   * @param value percent, or the month
   */
  record Tick(double at, int value) {}

  /**
   * Whose.
   *
   * @param plan kế hoạch
   * @param paid by the day
   * @param past paid at the end of each known month
   * @param fan what will be
   */
  record Of(long plan, long paid, List<Long> past, Fan fan) {}

  /** Null where there is no plan to measure by. */
  static @Nullable FanCurve of(YearForecast year, Of of, @Nullable Double targetPercent) {
    if (of.plan() <= 0) {
      return null;
    }
    double most = Math.max(100, 100.0 * Math.max(of.paid(), of.fan().at(MONTHS, 90)) / of.plan());
    int top = (int) (Math.ceil(most / STEP) * STEP);
    // Once the year is over, months without figures are drawn as unknown, not as a level line.
    int until = year.isIncomplete() ? year.reported() : year.known();
    @Nullable LocalDate to = year.isIncomplete() ? year.paidTo() : year.day();
    double now = to == null ? LEFT : x(year.year(), to);
    Point today = new Point(now, y(percent(of, of.paid()), top));
    List<Point> paid = new ArrayList<>(List.of(new Point(LEFT, BOTTOM)));
    for (int month = 1; month <= Math.min(until, of.past().size()); month++) {
      paid.add(new Point(x(month), y(percent(of, of.past().get(month - 1)), top)));
    }
    paid.add(today);
    List<Integer> ahead =
        IntStream.rangeClosed(until + 1, MONTHS).filter(m -> x(m) > now).boxed().toList();
    List<Tick> ticks = new ArrayList<>();
    for (int value = 0; value <= top; value += STEP) {
      ticks.add(new Tick(y(value, top), value));
    }
    return new FanCurve(
        paid,
        edge(of, ahead, 50, today, top),
        band(edge(of, ahead, 90, today, top), edge(of, ahead, 10, today, top)),
        band(edge(of, ahead, 75, today, top), edge(of, ahead, 25, today, top)),
        ticks,
        IntStream.rangeClosed(1, MONTHS)
            .mapToObj(m -> new Tick(x(m) - (RIGHT - LEFT) / 2.0 / MONTHS, (m - 1) % 12 + 1))
            .toList(),
        targetPercent == null ? null : (Double) y(targetPercent, top));
  }

  private static List<Point> edge(Of of, List<Integer> ahead, int quantile, Point today, int top) {
    List<Point> edge = new ArrayList<>(List.of(today));
    for (int month : ahead) {
      long amount = Math.max(of.paid(), of.fan().at(month, quantile));
      edge.add(new Point(x(month), y(percent(of, amount), top)));
    }
    return edge;
  }

  private static List<Point> band(List<Point> upper, List<Point> lower) {
    List<Point> band = new ArrayList<>(upper);
    band.addAll(lower.reversed());
    return band;
  }

  private static double percent(Of of, long amount) {
    return 100.0 * amount / of.plan();
  }

  private static double x(double month) {
    return LEFT + month * (RIGHT - LEFT) / MONTHS;
  }

  private static double x(int year, LocalDate day) {
    LocalDate first = day.withDayOfMonth(1);
    double months =
        ChronoUnit.MONTHS.between(LocalDate.of(year, 1, 1), first)
            + (double) day.getDayOfMonth() / day.lengthOfMonth();
    return x(Math.clamp(months, 0, MONTHS));
  }

  private static double y(double percent, int top) {
    return BOTTOM - percent * (BOTTOM - TOP) / top;
  }

  /** As a drawing wants its points. */
  static String path(List<Point> points) {
    return points.stream().map(p -> at(p.x()) + "," + at(p.y())).collect(Collectors.joining(" "));
  }

  static String at(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}

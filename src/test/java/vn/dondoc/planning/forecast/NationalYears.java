package vn.dondoc.planning.forecast;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The nation's own years as they were published: a point for some months of each year. Each year is
 * forecast from all the others, later ones too, for there are few.
 */
final class NationalYears {
  private static final int LINES = 24;
  private static final long PLAN = 1_000_000_000_000L;

  /** What was told and what came, in points. */
  record Said(int year, int origin, int month, double came, double[] told, boolean held) {}

  private final Map<Integer, Map<Integer, Double>> years = new TreeMap<>();

  NationalYears() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    NationalYears.class.getResourceAsStream("/planning/disbursement-season.csv")),
                StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> Character.isDigit(line.charAt(0)))
          .map(line -> line.split(",", 4))
          .forEach(cells ->
              years
                  .computeIfAbsent(Integer.parseInt(cells[0]), year -> new TreeMap<>())
                  .put(Integer.parseInt(cells[1]), Double.parseDouble(cells[2])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every origin that was published, asked for every later month of its year that was. */
  List<Said> play() {
    List<Said> said = new ArrayList<>();
    years.forEach((year, points) -> {
      for (int origin : points.keySet()) {
        if (points.keySet().stream().anyMatch(month -> month > origin)) {
          ask(year, origin, said);
        }
      }
    });
    return said;
  }

  private void ask(int year, int origin, List<Said> said) {
    List<List<Line>> past = new ArrayList<>();
    List<Season.Point> others = new ArrayList<>();
    years.forEach((other, points) -> {
      if (other != year) {
        past.add(lines(other, points, Line.LAST_MONTH));
        points.forEach((month, percent) -> others.add(new Season.Point(month, percent)));
      }
    });
    Map<Integer, Double> points = Objects.requireNonNull(years.get(year));
    List<Line> lines = lines(year, points, origin);
    Question question = new Question(origin, lines, past, List.of(), List.of(), List.of(), 1);
    Forecast.OfPart nation =
        Forecaster.forecast(question, Season.of(others)).of(Part.PROVINCE).orElseThrow();
    double[] usual = usual(others);
    points.forEach((month, came) -> {
      if (month > origin) {
        double now = Objects.requireNonNull(points.get(origin));
        double[] told = {
          points(nation.fan().mean(month)),
          Math.max(now, usual[month]),
          Math.min(100, now + usual[month] - usual[origin]),
          Math.min(100, now * month / origin)
        };
        boolean held =
            points(nation.fan().at(month, 10)) <= came
                && came <= points(nation.fan().at(month, 90));
        said.add(new Said(year, origin, month, came, told, held));
      }
    });
  }

  private static double points(long amount) {
    return 100.0 * amount / (LINES * PLAN);
  }

  /** The mean of the other years' months, one without a point between its neighbours. */
  private static double[] usual(List<Season.Point> points) {
    double[] sum = new double[Panel.WIDE];
    int[] count = new int[Panel.WIDE];
    for (Season.Point point : points) {
      sum[point.month()] += point.percent();
      count[point.month()]++;
    }
    double[] usual = new double[Panel.WIDE];
    int before = 0;
    for (int month = 1; month < Panel.WIDE; month++) {
      if (count[month] > 0) {
        double here = sum[month] / count[month];
        for (int between = before + 1; between <= month; between++) {
          usual[between] =
              usual[before] + (here - usual[before]) * (between - before) / (month - before);
        }
        before = month;
      }
    }
    return usual;
  }

  private static List<Line> lines(int year, Map<Integer, Double> points, int known) {
    @Nullable Long[] paid = new Long[known];
    points.forEach((month, percent) -> {
      if (month <= known) {
        paid[month - 1] = Math.round(PLAN * percent / 100);
      }
    });
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      lines.add(
          new Line(
              year * 1000L + i,
              i,
              i,
              1,
              "nation",
              PLAN,
              0,
              0,
              Line.LAST_MONTH,
              Arrays.asList(paid),
              List.of(),
              List.of(),
              0));
    }
    return lines;
  }
}

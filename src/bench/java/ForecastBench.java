import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import vn.dondoc.planning.forecast.Forecast;
import vn.dondoc.planning.forecast.Forecaster;
import vn.dondoc.planning.forecast.Line;
import vn.dondoc.planning.forecast.Part;
import vn.dondoc.planning.forecast.Question;
import vn.dondoc.planning.forecast.Stage;
import vn.dondoc.planning.forecast.Target;

/**
 * Dự báo giải ngân: 5,000 lines with three finished years, from January and from August, all months
 * and quantiles; the floor is sorting as many throws. Times are of one core.
 */
final class ForecastBench {
  private static final int THROWS = 512;
  private static final int MONTHS = 13;

  private ForecastBench() {}

  public static void main(String[] args) {
    boolean quick = List.of(args).contains("--quick");
    int lines = quick ? 500 : 5_000;
    Rows rows = new Rows();
    List<List<Line>> past = List.of(year(3, lines), year(2, lines), year(1, lines));
    List<Line> now = year(4, lines);
    for (int known : new int[] {0, 8}) {
      Question question = question(known, now, past);
      double first = seconds(() -> Forecaster.forecast(question));
      List<Double> again = new ArrayList<>();
      for (int round = 0; round < 5; round++) {
        again.add(seconds(() -> Forecaster.forecast(question)));
      }
      double floor = seconds(() -> sort(lines, MONTHS - known));
      String name = lines + " lines after month " + known;
      rows.add(name + ", first", first, "s", floor);
      rows.add(name + ", warm", Rows.median(again), "s", floor);
      Forecast forecast = Forecaster.forecast(question);
      Target target = question.targets().getFirst();
      rows.add(
          name + ", one scenario",
          seconds(() -> forecast.scenarios().chance(target, java.util.Map.of(400_001L, 1L))),
          "s");
    }
    rows.print(List.of(args).contains("--json"));
  }

  private static double seconds(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    work.run();
    return (threads.getCurrentThreadCpuTime() - before) / 1e9;
  }

  private static void sort(int lines, int months) {
    Random dice = new Random(1);
    long[] values = new long[THROWS];
    for (int i = 0; i < lines * months; i++) {
      for (int d = 0; d < THROWS; d++) {
        values[d] = dice.nextLong();
      }
      Arrays.sort(values);
    }
  }

  private static Question question(int known, List<Line> lines, List<List<Line>> past) {
    long plan = lines.stream().mapToLong(Line::plan).sum();
    Target target = new Target("60 %", Part.PROVINCE, 12, plan * 6 / 10);
    return new Question(known, lines, past, List.of(target), List.of(), List.of(), 1);
  }

  private static List<Line> year(int year, int lines) {
    Random dice = new Random(year);
    List<Line> all = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      long plan = 1_000_000_000L + (long) (9e9 * dice.nextDouble());
      List<Long> paid = new ArrayList<>();
      double share = 0;
      double pace = 0.3 + 1.4 * dice.nextDouble();
      for (int month = 1; month <= MONTHS; month++) {
        double drive = month < 12 ? 0.07 : 0.4;
        share = Math.min(1, share + drive * pace * 2 * dice.nextDouble());
        paid.add((long) (plan * share));
      }
      all.add(
          new Line(
              year * 100_000L + i,
              year * 100_000L + i / 2,
              i % 150,
              i % 12,
              "kind " + i % 8,
              plan,
              0,
              0,
              MONTHS,
              paid,
              List.of(new Line.Step(1, Stage.values()[1 + i % 5])),
              List.of(),
              0));
    }
    return all;
  }
}

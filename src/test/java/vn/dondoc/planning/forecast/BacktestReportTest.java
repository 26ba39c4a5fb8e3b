package vn.dondoc.planning.forecast;

import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("deep")
class BacktestReportTest {
  @Test
  void report() {
    int seeds = Integer.getInteger("seeds", 6);
    int first = Integer.getInteger("first", 1);
    for (SimulatedCapital.World world : SimulatedCapital.World.values()) {
      if (!System.getProperty("world", world.name()).contains(world.name())) continue;
      Backtest test = new Backtest();
      long start = System.nanoTime();
      for (int seed = first; seed < first + seeds; seed++) {
        test.play(SimulatedCapital.of(seed, world, 300), IntStream.rangeClosed(1, 12).toArray());
      }
      System.out.printf(Locale.ROOT, "%s %.1f s%n", world, (System.nanoTime() - start) / 1e9);
      for (int origin = 1; origin <= 13; origin++) {
        int o = origin;
        StringBuilder row = new StringBuilder(origin == 13 ? "all" : "" + origin);
        for (Backtest.Teller teller : Backtest.Teller.values()) {
          row.append(
              String.format(
                  Locale.ROOT,
                  " | %s %.2f %.2f %.2f",
                  teller,
                  test.error(teller, s -> o == 13 || s.origin() == o),
                  test.error(teller, s -> s.month() == 13 && (o == 13 || s.origin() == o)),
                  test.lineError(teller, s -> s.month() == 13 && (o == 13 || s.origin() == o))));
        }
        System.out.println(row);
      }
      for (Part.Scope scope : Part.Scope.values()) {
        System.out.printf(
            Locale.ROOT, "%s %.3f of %d%n", scope, test.held.of(scope), test.held.asked(scope));
      }
      System.out.printf(Locale.ROOT, "lines %.3f%n", test.held.ofLines());
    }
  }
}

package vn.dondoc.planning.forecast;

import java.util.Arrays;
import java.util.Map;

/** Phương án kế hoạch: how likely a target would be reached with other plans. */
public final class Scenarios {
  private final Simulation simulation;

  Scenarios(Simulation simulation) {
    this.simulation = simulation;
  }

  /**
   * Probability of reaching a target with other plans, on the throws of the forecast: without a
   * changed plan it is that of {@link Forecast#chances()}. A line's capacity stays what it is; only
   * its ceiling moves.
   *
   * @param target any target
   * @param plans the new plan of each line that changes
   */
  public double chance(Target target, Map<Long, Long> plans) {
    return share(sums(target.of(), target.month(), plans), target.amount());
  }

  /**
   * What a part will have been paid every second time, on the same throws: without a changed plan
   * it is that of the part's fan.
   *
   * @param of whose
   * @param month at whose end
   * @param plans the new plan of each line that changes
   */
  public long median(Part of, int month, Map<Long, Long> plans) {
    long[] sums = sums(of, month, plans);
    Arrays.sort(sums);
    return Fan.quantile(sums, 0.5);
  }

  private long[] sums(Part of, int month, Map<Long, Long> plans) {
    Question question = simulation.question;
    if (month < question.known()) {
      throw new IllegalArgumentException("month " + month + " is past");
    }
    long[] sums = new long[Dice.DRAWS];
    double[] pace = new double[Dice.DRAWS];
    double[][] latent = new double[Panel.WIDE][Dice.DRAWS];
    for (int line = 0; line < question.lines().size(); line++) {
      Line one = question.lines().get(line);
      if (of.holds(one)) {
        simulation.owner(one.owner(), simulation.drive.ownerOf[simulation.place(line)], pace);
        simulation.draw(line, pace, month, latent);
        long plan = plans.getOrDefault(one.id(), one.plan());
        long ceiling = Math.max(plan + one.allowed(), one.paidBy(question.known()));
        for (int d = 0; d < Dice.DRAWS; d++) {
          sums[d] += Simulation.capped(latent[month][d], ceiling);
        }
      }
    }
    return sums;
  }

  /** Share of throws that reach an amount. */
  static double share(long[] sums, long amount) {
    int reached = 0;
    for (long sum : sums) {
      reached += sum >= amount ? 1 : 0;
    }
    return (double) reached / sums.length;
  }
}

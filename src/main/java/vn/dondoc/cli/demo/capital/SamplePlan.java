package vn.dondoc.cli.demo.capital;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Kế hoạch mẫu: each pool parted among its projects, to the đồng, and what each has paid of it. */
final class SamplePlan {
  private static final long MILLION = 1_000_000;
  private static final long PAID_STEP = 1_000;
  private static final double MOST_PAID = 0.97;
  private static final int WITHOUT_PAYMENT = 11;
  private static final int ROUNDS = 40;

  private final Map<SamplePool, List<SampleLine>> lines = new LinkedHashMap<>();

  private SamplePlan() {}

  static SamplePlan draw(List<SamplePool> pools) {
    SamplePlan plan = new SamplePlan();
    int number = 0;
    for (SamplePool pool : pools) {
      List<SampleProject> projects =
          pool.carried() ? plan.carriedOn(pool) : new ArrayList<>(pool.lines());
      while (!pool.carried() && projects.size() < pool.lines()) {
        projects.add(SampleProject.of(++number, pool));
      }
      plan.lines.put(pool, paid(pool, parted(pool, projects)));
    }
    return plan;
  }

  Map<SamplePool, List<SampleLine>> lines() {
    return lines;
  }

  /** Every project once, by its number. */
  List<SampleProject> projects() {
    return lines.values().stream()
        .flatMap(List::stream)
        .map(SampleLine::project)
        .distinct()
        .sorted(Comparator.comparingInt(SampleProject::number))
        .toList();
  }

  /** What a project gets this year, of every pool. */
  long planVnd(SampleProject project) {
    return lines.values().stream()
        .flatMap(List::stream)
        .filter(line -> line.project().equals(project))
        .mapToLong(SampleLine::planVnd)
        .sum();
  }

  /** Money is carried on for projects that go on, of the same source. */
  private List<SampleProject> carriedOn(SamplePool pool) {
    List<SampleLine> own =
        lines.entrySet().stream()
            .filter(other -> other.getKey().ring().equals(pool.ring()))
            .findFirst()
            .map(Map.Entry::getValue)
            .orElseThrow();
    return own.stream()
        .map(SampleLine::project)
        .filter(project -> project.stage().equals("thi-cong"))
        .limit(pool.lines())
        .toList();
  }

  private static List<SampleLine> parted(SamplePool pool, List<SampleProject> projects) {
    double[] weights =
        projects.stream()
            .mapToDouble(
                project -> 0.25 + 2 * Math.pow(Lot.share(pool.code(), project.number()), 3))
            .toArray();
    double whole = 0;
    for (double weight : weights) {
      whole += weight;
    }
    List<SampleLine> lines = new ArrayList<>();
    long left = pool.planVnd();
    for (int i = 0; i < weights.length; i++) {
      boolean last = i == weights.length - 1;
      long share = (long) (pool.planVnd() * (weights[i] / whole)) / MILLION * MILLION;
      lines.add(new SampleLine(projects.get(i), last ? left : share, 0));
      left -= share;
    }
    return lines;
  }

  /** Spreads what was paid: some lines have paid nothing, none more than nearly all. */
  private static List<SampleLine> paid(SamplePool pool, List<SampleLine> lines) {
    List<SampleLine> told = new ArrayList<>(lines);
    long left = pool.paidVnd();
    for (int round = 0; round < ROUNDS && left > 0; round++) {
      long spread = left;
      double wanted = lines.stream().mapToDouble(line -> appetite(pool, line)).sum();
      for (int i = 0; i < told.size() && wanted > 0; i++) {
        SampleLine line = told.get(i);
        long most = (long) (line.planVnd() * MOST_PAID) / PAID_STEP * PAID_STEP;
        long share = (long) Math.ceil(spread * (appetite(pool, line) / wanted));
        long more = Math.min(Math.min(round(share), most - line.paidVnd()), left);
        if (appetite(pool, line) > 0 && more > 0) {
          told.set(i, line.paying(line.paidVnd() + more));
          left -= more;
        }
      }
    }
    return told;
  }

  private static long round(long amount) {
    return (amount + PAID_STEP - 1) / PAID_STEP * PAID_STEP;
  }

  private static double appetite(SamplePool pool, SampleLine line) {
    SampleProject project = line.project();
    boolean waits =
        project.yearClass().equals(SampleProject.NEW_START) && !project.started()
            || Lot.of("idle" + pool.code(), project.number(), 100) < WITHOUT_PAYMENT;
    double pace = 0.3 + 1.4 * Lot.share("pace" + pool.code(), project.number());
    return waits ? 0 : line.planVnd() / 1e6 * pace;
  }
}

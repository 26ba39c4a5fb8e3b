package vn.dondoc.planning.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Lý do: the factors of a line's forecast, those that matter, the weightiest first. */
final class Reasons {
  private static final double MATTERS = 0.03;

  private final Simulation simulation;
  private final int current;
  private final int[] linesOfOwner;

  Reasons(Simulation simulation) {
    this.simulation = simulation;
    current = simulation.question.lines().size();
    linesOfOwner = new int[simulation.drive.owner.length];
    for (int owner : simulation.drive.ownerOf) {
      linesOfOwner[owner]++;
    }
  }

  /**
   * Of one line.
   *
   * @param stopped what will be paid of what could be were the plan no limit, both on average
   */
  List<Reason> of(int line, double stopped) {
    Line one = simulation.question.lines().get(line);
    int from = simulation.reported(line) + 1;
    if (from > one.last()) {
      return List.of();
    }
    Drive drive = simulation.drive;
    Paces paces = simulation.paces;
    int i = simulation.place(line);
    int kind = drive.panel.kind[i];
    int stage = one.stageIn(Math.max(1, simulation.question.known())).ordinal();
    int owner = drive.ownerOf[i];
    int late = drive.panel.late[i];
    List<Reason> all = new ArrayList<>();
    IntToDoubleFunction base = month -> drive.base[month];
    add(
        all,
        Reason.Cause.KIND,
        mean(one, from, month -> drive.curve[kind][month] / base.applyAsDouble(month)),
        drive.kindSeen[kind]);
    add(
        all,
        Reason.Cause.STAGE,
        mean(one, from, month -> simulation.stageAhead(line, month)),
        drive.stageSeen[stage]);
    add(
        all,
        Reason.Cause.OBSTACLE,
        mean(one, from, month -> simulation.obstacleAhead(line, month)),
        obstaclesSeen(one, from));
    add(all, Reason.Cause.LATE_PLAN, drive.late[late], drive.lateSeen[late]);
    add(all, Reason.Cause.PROVINCE_PACE, paces.yearMean, current);
    add(all, Reason.Cause.OWNER_PACE, paces.ownerMean[owner], linesOfOwner[owner]);
    add(all, Reason.Cause.OWN_PACE, paces.lineMean[i], paces.months[i]);
    add(all, Reason.Cause.IN_PROCESS, inProcess(line, one, from), 1);
    add(all, Reason.Cause.CEILING, stopped, 1);
    return weighed(all);
  }

  private static void add(List<Reason> all, Reason.Cause cause, double factor, double evidence) {
    if (Math.abs(Math.log(Math.max(factor, 1e-6))) >= MATTERS) {
      all.add(new Reason(cause, factor, 0, (int) Math.round(evidence)));
    }
  }

  private static List<Reason> weighed(List<Reason> all) {
    double sum = 0;
    for (Reason reason : all) {
      sum += pull(reason);
    }
    List<Reason> weighed = new ArrayList<>();
    for (Reason reason : all) {
      weighed.add(
          new Reason(reason.cause(), reason.factor(), pull(reason) / sum, reason.evidence()));
    }
    weighed.sort(Comparator.comparingDouble(Reason::weight).reversed());
    return weighed;
  }

  private static double pull(Reason reason) {
    return Math.abs(Math.log(Math.max(reason.factor(), 1e-6)));
  }

  /** A factor over the months left, each as it weighs in an ordinary year. */
  private double mean(Line line, int from, IntToDoubleFunction factor) {
    double sum = 0;
    double weights = 0;
    for (int month = from; month <= line.last(); month++) {
      double weight = simulation.drive.base[month];
      sum += weight * factor.applyAsDouble(month);
      weights += weight;
    }
    return weights > 0 ? sum / weights : 1;
  }

  private double obstaclesSeen(Line line, int from) {
    return line.obstacles().stream()
        .filter(obstacle -> obstacle.standsIn(from))
        .mapToDouble(obstacle -> simulation.drive.obstacleSeen[obstacle.kind().ordinal()])
        .sum();
  }

  private double inProcess(int line, Line one, int from) {
    int next = simulation.question.known() + 1;
    if (one.inProcess() == 0 || one.plan() == 0 || next > one.last()) {
      return 1;
    }
    double whole = 0;
    for (int month = from; month <= one.last(); month++) {
      whole += simulation.ahead(line, month);
    }
    double month = simulation.ahead(line, next);
    double more = Math.max(0, (double) one.inProcess() / one.course() - month);
    return (whole + more) / Math.max(whole, 1e-6);
  }
}

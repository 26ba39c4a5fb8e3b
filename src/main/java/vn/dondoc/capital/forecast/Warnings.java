package vn.dondoc.capital.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vn.dondoc.planning.forecast.Line;
import vn.dondoc.planning.forecast.Obstacle;

/**
 * Các cảnh báo sớm: the signs a line bears now, and how often each came true: of finished years where
 * there are any, else of the same lines three months before.
 */
final class Warnings {
  private static final int BACK = 3;
  private static final int OCTOBER = 10;
  private static final int SPRING = 4;
  private static final double FINISHED = 0.95;
  private static final double MOSTLY = 0.9;

  private final List<Line> now;
  private final List<List<Line>> past;
  private final int known;

  Warnings(List<Line> now, List<List<Line>> past, int known) {
    this.now = now;
    this.past = past;
    this.known = known;
  }

  /** Signs a line bears at the end of the last known month. */
  List<Warning.Sign> of(Line line) {
    double share = share(now, known);
    List<Warning.Sign> signs = new ArrayList<>();
    if (line.last() > known) {
      for (Warning.Sign sign : Warning.Sign.values()) {
        if (bears(line, sign, known, share)) {
          signs.add(sign);
        }
      }
    }
    return signs;
  }

  /** How often each sign came true. */
  List<Warning> measured() {
    List<Warning> all = new ArrayList<>();
    for (Warning.Sign sign : Warning.Sign.values()) {
      all.add(past.isEmpty() ? thisYear(sign) : finished(sign));
    }
    return all;
  }

  private Warning finished(Warning.Sign sign) {
    Count count = new Count();
    for (List<Line> year : past) {
      double share = share(year, known);
      for (Line line : year) {
        if (isThere(line, known)) {
          count.add(
              bears(line, sign, known, share),
              line.paidBy(Line.LAST_MONTH) < FINISHED * line.plan());
        }
      }
    }
    return count.told(sign, Warning.Outcome.YEAR_END);
  }

  private Warning thisYear(Warning.Sign sign) {
    Count count = new Count();
    int then = known - BACK;
    if (then >= 1) {
      double share = share(now, then);
      double pace = share(now, known) - share;
      Predicate<Line> slow =
          line -> line.paidBy(known) - line.paidBy(then) < pace / 2 * line.plan();
      for (Line line : now) {
        if (isThere(line, then)) {
          count.add(bears(line, sign, then, share), slow.test(line));
        }
      }
    }
    return count.told(sign, Warning.Outcome.THREE_MONTHS);
  }

  /** It had plan by then, could still be paid and was not paid out. */
  private static boolean isThere(Line line, int month) {
    return line.plan() > 0
        && line.assigned() <= month
        && line.last() > month
        && line.paidBy(month) < FINISHED * line.plan();
  }

  private static double share(List<Line> lines, int month) {
    double plan = 0;
    double paid = 0;
    for (Line line : lines) {
      if (line.plan() > 0 && line.assigned() <= month) {
        plan += line.plan();
        paid += line.paidBy(month);
      }
    }
    return plan == 0 ? 0 : paid / plan;
  }

  private static boolean bears(Line line, Warning.Sign sign, int month, double share) {
    long paid = line.paidBy(month);
    boolean stood = line.plan() > 0 && line.assigned() <= month - BACK;
    return switch (sign) {
      case NOTHING -> stood && month >= SPRING && paid <= 0;
      case STALLED ->
          stood && paid > 0 && paid < MOSTLY * line.plan() && paid <= line.paidBy(month - BACK);
      case BEHIND -> stood && paid > 0 && paid < share / 2 * line.plan();
      case LATE_PLAN -> line.assigned() >= OCTOBER && line.assigned() <= month + 1;
      case BLOCKED ->
          line.plan() > 0
              && paid < FINISHED * line.plan()
              && line.obstacles().stream()
                  .anyMatch(o -> o.kind() == Obstacle.Kind.SITE_CLEARANCE && o.standsIn(month));
    };
  }

  /** Lines with the sign and without, and of each those it came true for. */
  private static final class Count {
    private int seen;
    private int came;
    private int others;
    private int othersCame;

    void add(boolean sign, boolean happened) {
      if (sign) {
        seen++;
        came += happened ? 1 : 0;
      } else {
        others++;
        othersCame += happened ? 1 : 0;
      }
    }

    Warning told(Warning.Sign sign, Warning.Outcome outcome) {
      return new Warning(
          sign, outcome, seen, came, others == 0 ? 0 : (double) othersCame / others);
    }
  }
}

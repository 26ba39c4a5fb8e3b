package vn.dondoc.capital.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vn.dondoc.planning.forecast.Line;
import vn.dondoc.planning.forecast.Obstacle;
import vn.dondoc.planning.forecast.Question;

/**
 * Các cảnh báo sớm: the signs a line bears now, and how often each came true: of finished years
 * where there are any, else of the same lines over the last three months that are all reported.
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
  private final int reported;

  private Warnings(List<Line> now, List<List<Line>> past, int known, int reported) {
    this.now = now;
    this.past = past;
    this.known = known;
    this.reported = reported;
  }

  static Warnings of(Question question, Asking asking) {
    return new Warnings(question.lines(), question.past(), asking.known(), asking.reported());
  }

  /** Signs a line bears now: of its payments, at the end of the last reported month. */
  List<Warning.Sign> of(Line line) {
    double share = share(now, reported);
    List<Warning.Sign> signs = new ArrayList<>();
    if (line.last() > known) {
      for (Warning.Sign sign : Warning.Sign.values()) {
        boolean told = sign == Warning.Sign.LATE_PLAN || sign == Warning.Sign.BLOCKED;
        if (bears(line, sign, told ? known : reported, share)) {
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
      double share = share(year, reported);
      for (Line line : year) {
        if (isThere(line, reported)) {
          count.add(
              bears(line, sign, reported, share),
              line.paidBy(Line.LAST_MONTH) < FINISHED * line.plan());
        }
      }
    }
    return count.told(sign, Warning.Outcome.YEAR_END, 0);
  }

  private Warning thisYear(Warning.Sign sign) {
    Count count = new Count();
    int then = reported - BACK;
    if (then >= 1) {
      double share = share(now, then);
      double pace = share(now, reported) - share;
      Predicate<Line> slow =
          line -> line.paidBy(reported) - line.paidBy(then) < pace / 2 * line.plan();
      for (Line line : now) {
        // Where nothing was paid at all, none can be called slower than the others.
        if (pace > 0 && isThere(line, then)) {
          count.add(bears(line, sign, then, share), slow.test(line));
        }
      }
    }
    return count.told(sign, Warning.Outcome.THREE_MONTHS, then);
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

    Warning told(Warning.Sign sign, Warning.Outcome outcome, int since) {
      double rate = others == 0 ? 0 : (double) othersCame / others;
      return new Warning(sign, outcome, Math.max(0, since), seen, came, rate);
    }
  }
}

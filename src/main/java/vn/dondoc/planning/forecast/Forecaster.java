package vn.dondoc.planning.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Người dự báo: the door. Method and back-test: docs/forecast.md. */
public final class Forecaster {
  /** Promises that the reliability of all owners lends to one owner. */
  private static final double BORROWED_PROMISES = 4;

  private final Simulation simulation;
  private final Question question;
  private final int known;
  private final Forecast.OfLine[] lines;
  private final Map<Part, Sum> sums = new HashMap<>();
  private final Map<Part, Integer> left = new HashMap<>();
  private final Map<Part, Forecast.OfPart> parts = new LinkedHashMap<>();
  private final Map<Target, Forecast.Chance> chances = new HashMap<>();
  private final Map<Long, Question.Promise> promises = new HashMap<>();
  private final double[][] latent = new double[Panel.WIDE][Dice.DRAWS];
  private final long[][] throwsOf;

  private Forecaster(Simulation simulation) {
    this.simulation = simulation;
    question = simulation.question;
    known = question.known();
    lines = new Forecast.OfLine[question.lines().size()];
    throwsOf = new long[Panel.WIDE - known][Dice.DRAWS];
    question
        .promises()
        .forEach(promise -> promises.merge(promise.line(), promise, Forecaster::later));
    question
        .lines()
        .forEach(line -> partsOf(line).forEach(part -> left.merge(part, 1, Integer::sum)));
  }

  /** Answers a question from what it tells and, where it tells little, the national season. */
  public static Forecast forecast(Question question) {
    return forecast(question, Season.national());
  }

  static Forecast forecast(Question question, Season season) {
    return new Forecaster(Simulation.of(question, season)).answer(question.lines());
  }

  private static Question.Promise later(Question.Promise one, Question.Promise other) {
    return other.month() >= one.month() ? other : one;
  }

  private static List<Part> partsOf(Line line) {
    return List.of(
        Part.PROVINCE,
        Part.source(line.source()),
        Part.owner(line.owner()),
        Part.project(line.project()));
  }

  private Forecast answer(List<Line> asked) {
    Reasons reasons = new Reasons(simulation);
    double[] pace = new double[Dice.DRAWS];
    for (int at : order()) {
      Line line = question.lines().get(at);
      simulation.owner(line.owner(), simulation.drive.ownerOf[simulation.place(at)], pace);
      simulation.draw(at, pace, Line.LAST_MONTH, latent);
      lines[at] = ofLine(at, line, reasons);
      partsOf(line).forEach(part -> add(part, line, at));
    }
    Map<Long, Forecast.OfLine> byId = new HashMap<>();
    for (Forecast.OfLine line : lines) {
      byId.put(line.line(), line);
    }
    return new Forecast(
        known,
        asked.stream().map(line -> Objects.requireNonNull(byId.get(line.id()))).toList(),
        parts,
        question.targets().stream().map(this::chance).toList(),
        owners(),
        new Scenarios(simulation));
  }

  /** Lines of one project stand together, so that few sums are open at once. */
  private int[] order() {
    Comparator<Integer> byOwner = Comparator.comparingLong(i -> question.lines().get(i).owner());
    return java.util.stream.IntStream.range(0, lines.length)
        .boxed()
        .sorted(byOwner.thenComparingLong(i -> question.lines().get(i).project()))
        .mapToInt(i -> i)
        .toArray();
  }

  private Forecast.OfLine ofLine(int at, Line line, Reasons reasons) {
    long ceiling = line.ceiling(known);
    for (int month = known; month <= Line.LAST_MONTH; month++) {
      for (int d = 0; d < Dice.DRAWS; d++) {
        throwsOf[month - known][d] = Simulation.capped(latent[month][d], ceiling);
      }
    }
    Fan fan = Fan.of(known, throwsOf);
    long[] capacity = new long[Dice.DRAWS];
    double sum = 0;
    for (int d = 0; d < Dice.DRAWS; d++) {
      capacity[d] = Math.round(latent[Line.LAST_MONTH][d]);
      sum += latent[Line.LAST_MONTH][d];
    }
    Arrays.sort(capacity);
    double paid = line.paidBy(known);
    double could = sum / Dice.DRAWS - paid;
    double stopped = could < 1 ? 1 : Math.min(1, (fan.mean(Line.LAST_MONTH) - paid) / could);
    return new Forecast.OfLine(
        line.id(),
        fan,
        new Forecast.Capacity(
            Fan.quantile(capacity, 0.1), Fan.quantile(capacity, 0.5), Fan.quantile(capacity, 0.9)),
        reasons.of(at, stopped),
        promises.get(line.id()));
  }

  /** Adds a line's throws to a part, and closes the part with its last line. */
  private void add(Part part, Line line, int at) {
    int open = left.merge(part, -1, Integer::sum);
    Sum sum = sums.get(part);
    if (sum == null && open == 0) {
      parts.put(part, new Forecast.OfPart(part, line.plan(), lines[at].fan()));
      chancesOf(part, throwsOf, line.paidBy(known), recent(line));
      return;
    }
    if (sum == null) {
      sum = new Sum(throwsOf.length);
      sums.put(part, sum);
    }
    sum.add(line, throwsOf, line.paidBy(known), recent(line));
    if (open == 0) {
      parts.put(part, new Forecast.OfPart(part, sum.plan, Fan.of(known, sum.throwsOf)));
      chancesOf(part, sum.throwsOf, sum.paid, sum.recent);
      sums.remove(part);
    }
  }

  private long recent(Line line) {
    int months = Math.min(3, known);
    return months == 0 ? 0 : (line.paidBy(known) - line.paidBy(known - months)) / months;
  }

  /** Sum of lines that belong together, throw by throw. */
  private static final class Sum {
    private final long[][] throwsOf;
    private long plan;
    private long paid;
    private long recent;

    Sum(int months) {
      throwsOf = new long[months][Dice.DRAWS];
    }

    void add(Line line, long[][] more, long paidOfLine, long recentOfLine) {
      plan += line.plan();
      paid += paidOfLine;
      recent += recentOfLine;
      for (int row = 0; row < throwsOf.length; row++) {
        long[] into = throwsOf[row];
        long[] from = more[row];
        for (int d = 0; d < Dice.DRAWS; d++) {
          into[d] += from[d];
        }
      }
    }
  }

  private void chancesOf(Part part, long[][] throwsOfPart, long paid, long recent) {
    for (Target target : question.targets()) {
      if (target.of().equals(part) && target.month() >= known) {
        long[] then = throwsOfPart[target.month() - known];
        int months = target.month() - known;
        long required = Math.max(0, Math.ceilDiv(target.amount() - paid, Math.max(1, months)));
        Fan fan = Objects.requireNonNull(parts.get(part)).fan();
        long expected = (fan.mean(target.month()) - paid) / Math.max(1, months);
        long lacking = Math.max(0, target.amount() - fan.at(target.month(), 50));
        chances.put(
            target,
            new Forecast.Chance(
                target,
                Scenarios.share(then, target.amount()),
                lacking,
                new Forecast.Pace(required, recent, expected, months)));
      }
    }
  }

  /** Of a part without lines, nothing will be paid; a month that is past is told as it was. */
  private Forecast.Chance chance(Target target) {
    Forecast.Chance chance = chances.get(target);
    if (chance != null) {
      return chance;
    }
    long paid =
        question.lines().stream()
            .filter(target.of()::holds)
            .mapToLong(line -> line.paidBy(Math.min(known, target.month())))
            .sum();
    long lacking = Math.max(0, target.amount() - paid);
    return new Forecast.Chance(
        target, lacking == 0 ? 1 : 0, lacking, new Forecast.Pace(lacking, 0, 0, 0));
  }

  private List<Forecast.OfOwner> owners() {
    Map<Long, List<Integer>> promised = new TreeMap<>();
    for (int at = 0; at < lines.length; at++) {
      if (lines[at].promised() != null) {
        long owner = question.lines().get(at).owner();
        promised.computeIfAbsent(owner, o -> new ArrayList<>()).add(at);
      }
    }
    List<Forecast.OfOwner> all = new ArrayList<>();
    promised.forEach((owner, places) -> all.add(ofOwner(owner, places)));
    return all;
  }

  private Forecast.OfOwner ofOwner(long owner, List<Integer> places) {
    int month = 0;
    for (int at : places) {
      month = Math.max(month, promise(at).month());
    }
    long promised = 0;
    long paid = 0;
    long expected = 0;
    for (int at : places) {
      Line line = question.lines().get(at);
      Question.Promise promise = promise(at);
      if (promise.month() == month) {
        promised += promise.amount();
        paid += line.paidBy(known);
        expected += month < known ? line.paidBy(month) : lines[at].fan().mean(month);
      }
    }
    List<Question.Kept> own = question.kept().stream().filter(k -> k.owner() == owner).toList();
    double all = reliability(question.kept(), 1, BORROWED_PROMISES);
    double reliability = reliability(own, all, BORROWED_PROMISES);
    long corrected = paid + Math.round(reliability * Math.max(0, promised - paid));
    return new Forecast.OfOwner(
        owner, month, promised, expected, reliability, own.size(), corrected);
  }

  private Question.Promise promise(int at) {
    return Objects.requireNonNull(promises.get(question.lines().get(at).id()));
  }

  /** Of each đồng promised what came, each promise weighing as much as it was sized among them. */
  private static double reliability(List<Question.Kept> kept, double belief, double lent) {
    double promised = 0;
    double came = 0;
    for (Question.Kept one : kept) {
      promised += Math.max(0, one.promised() - one.paidThen());
      came += Math.max(0, one.came() - one.paidThen());
    }
    if (promised <= 0) {
      return belief;
    }
    double ratio = Math.min(2, came / promised);
    return (kept.size() * ratio + lent * belief) / (kept.size() + lent);
  }
}

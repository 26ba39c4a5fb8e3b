package vn.dondoc.planning.reallocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.dondoc.planning.reallocation.Instance.Owner;
import vn.dondoc.planning.reallocation.Instance.Target;
import vn.dondoc.planning.reallocation.Line.Forecast;
import vn.dondoc.planning.reallocation.Project.Eligibility;
import vn.dondoc.planning.reallocation.Rules.Quantiles;

/** Builds an instance line by line: givers have a surplus, takers a spare, in triệu đồng. */
final class Shape {
  static final long TRIEU = 1_000_000;
  static final Effort EFFORT = new Effort(20_000, 5_000, 2);

  private final Map<Long, Pool> pools = new TreeMap<>();
  private final List<Project> projects = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private Rules rules =
      new Rules(Quantiles.MEDIAN, TRIEU, 100 * TRIEU, Rules.NO_OWNER_LIMIT, false, List.of());
  private long askedTrieu;

  Shape pool(long id, String authority) {
    return pool(new Pool(id, "mẫu", true, 0, null, 0, authority, true, null));
  }

  Shape pool(Pool pool) {
    pools.put(pool.id(), pool);
    return this;
  }

  /** A line whose forecast leaves that much of its plan unused. */
  long giver(long pool, long surplusTrieu) {
    return line(pool, new Forecast(0, 1_000 * TRIEU, 1_000 * TRIEU), 3_000 + surplusTrieu, 900_000);
  }

  /** A line that could pay that much more than its plan. */
  long taker(long pool, long spareTrieu) {
    return taker(pool, spareTrieu, 900_000);
  }

  /** The same, in a project with no more left of its total investment than that. */
  long taker(long pool, long spareTrieu, long leftTrieu) {
    long could = (1_000 + spareTrieu) * TRIEU;
    return line(pool, new Forecast(could / 2, could, could), 3_000, leftTrieu);
  }

  long line(long pool, Forecast forecast, long planTrieu, long leftTrieu) {
    long id = lines.size() + 1;
    long planVnd = planTrieu * TRIEU;
    projects.add(
        new Project(
            id,
            1 + id % 3,
            id % 7,
            "B",
            "mẫu",
            planVnd + leftTrieu * TRIEU,
            null,
            0,
            0,
            Eligibility.ELIGIBLE,
            false));
    lines.add(new Line(id, pool, id, planVnd, 2_000 * TRIEU, 0, 0, 0, forecast, null, 2));
    return id;
  }

  Shape asks(long moreTrieu) {
    askedTrieu = moreTrieu;
    return this;
  }

  Shape rules(Rules others) {
    rules = others;
    return this;
  }

  Shape pins(Pin... pins) {
    rules = rules.with(List.of(pins));
    return this;
  }

  /** The target asks for so much more than would be paid without any move. */
  Instance instance() {
    long expectedVnd = 0;
    for (Line line : lines) {
      expectedVnd += line.expectedVnd(line.plannedVnd(), 50);
    }
    List<Owner> owners = new ArrayList<>();
    for (long id = 1; id <= 3; id++) {
      owners.add(new Owner(id, 1_000_000 * TRIEU));
    }
    Target target = new Target(1, 1, expectedVnd + askedTrieu * TRIEU, 0);
    return new Instance(List.copyOf(pools.values()), projects, lines, owners, target, rules);
  }

  Proposal solve() {
    return Reallocations.solve(instance(), EFFORT, Progress.SILENT);
  }
}

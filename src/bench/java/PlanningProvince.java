import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import vn.dondoc.planning.reallocation.Instance;
import vn.dondoc.planning.reallocation.Instance.Owner;
import vn.dondoc.planning.reallocation.Instance.Target;
import vn.dondoc.planning.reallocation.Line;
import vn.dondoc.planning.reallocation.Line.Ceiling;
import vn.dondoc.planning.reallocation.Line.Forecast;
import vn.dondoc.planning.reallocation.Pool;
import vn.dondoc.planning.reallocation.Project;
import vn.dondoc.planning.reallocation.Project.Eligibility;
import vn.dondoc.planning.reallocation.Rules;
import vn.dondoc.planning.reallocation.Rules.Quantiles;

/**
 * An invented province in autumn, by seed: plans spread as real ones are (few large, many small), a
 * third of the lines slow, a tenth not eligible, every fourth project near its total investment,
 * owners that may lose a tenth at most, four authorities.
 */
final class PlanningProvince {
  private static final long TRIEU = 1_000_000;

  private final Random random;
  private final int projectCount;
  private final int poolCount;
  private final double target;

  /** @param target how much of what could be gained is asked; above 1 cannot be reached */
  PlanningProvince(long seed, int projectCount, int poolCount, double target) {
    random = new Random(seed);
    this.projectCount = projectCount;
    this.poolCount = poolCount;
    this.target = target;
  }

  Instance instance() {
    List<Pool> pools = new ArrayList<>();
    for (int at = 1; at <= poolCount; at++) {
      String authority = "cấp mẫu " + at % 4;
      String medium = at % 3 == 0 ? "trung hạn mẫu" : null;
      pools.add(new Pool(at, "mẫu", true, 0, null, 0, authority, true, medium));
    }
    int ownerCount = Math.max(2, projectCount / 50);
    long[] owned = new long[ownerCount];
    List<Project> projects = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (int id = 1; id <= projectCount; id++) {
      int owner = random.nextInt(ownerCount);
      List<Integer> among = new ArrayList<>();
      for (int pool = 1; pool <= poolCount; pool++) {
        among.add(pool);
      }
      Collections.shuffle(among, random);
      long plans = 0;
      int count = Math.min(poolCount, 1 + random.nextInt(4));
      for (int pool : among.subList(0, count)) {
        Line line = line(lines.size() + 1, pool, id);
        lines.add(line);
        plans += line.plannedVnd();
      }
      owned[owner] += plans;
      projects.add(project(id, owner + 1, plans));
    }
    List<Owner> owners = new ArrayList<>();
    for (int at = 0; at < ownerCount; at++) {
      owners.add(new Owner(at + 1, owned[at]));
    }
    Rules rules =
        new Rules(new Quantiles(50, 50, 50), TRIEU, 100 * TRIEU, 100_000, true, List.of());
    return new Instance(pools, projects, lines, owners, target(lines), rules);
  }

  private Line line(long id, long pool, long project) {
    long plan = (long) (2_000 * TRIEU * Math.exp(1.3 * random.nextGaussian()));
    double pace = random.nextInt(3) == 0 ? 0.3 + 0.5 * random.nextDouble() : 0.9 + 0.5 * random.nextDouble();
    long payable = (long) (plan * pace);
    long paid = (long) (payable * (0.3 + 0.4 * random.nextDouble()));
    long f50 = payable - paid;
    Ceiling ceiling =
        random.nextInt(5) == 0
            ? new Ceiling(null, 0, plan + (long) (plan * 0.3 * random.nextDouble()), 0)
            : null;
    return new Line(
        id,
        pool,
        project,
        plan,
        paid,
        0,
        Math.min(f50, random.nextInt(4) == 0 ? plan / 20 : 0),
        0,
        new Forecast(f50 * 6 / 10, f50, f50 * 13 / 10),
        ceiling,
        random.nextInt(5));
  }

  private Project project(long id, long owner, long plans) {
    boolean near = random.nextInt(4) == 0;
    double room = near ? 0.15 * random.nextDouble() : 1 + random.nextDouble();
    return new Project(
        id,
        owner,
        random.nextInt(150),
        "B",
        "mẫu",
        plans * 2 + (long) (plans * room),
        null,
        plans,
        0,
        random.nextInt(10) == 0 ? Eligibility.PROCEDURES_INCOMPLETE : Eligibility.ELIGIBLE,
        random.nextInt(11) == 0);
  }

  /** Asks for that share of what surplus or room of the pools, the smaller, could gain. */
  private Target target(List<Line> lines) {
    long plans = 0;
    long expected = 0;
    long[] surplus = new long[poolCount + 1];
    long[] room = new long[poolCount + 1];
    for (Line line : lines) {
      long could = line.paidVnd() + line.forecast().f50Vnd();
      plans += line.plannedVnd();
      expected += Math.min(line.plannedVnd(), could);
      surplus[(int) line.pool()] += Math.max(0, line.plannedVnd() - could);
      room[(int) line.pool()] += Math.max(0, could - line.plannedVnd());
    }
    long gain = 0;
    for (int pool = 1; pool <= poolCount; pool++) {
      gain += Math.min(surplus[pool], room[pool]);
    }
    long numerator = Math.round((expected + target * gain) * 10_000.0 / plans);
    return new Target(Math.min(10_000, numerator), 10_000, plans, 0);
  }
}

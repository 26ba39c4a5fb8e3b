package vn.dondoc.planning.reallocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.dondoc.planning.reallocation.Instance.Owner;
import vn.dondoc.planning.reallocation.Instance.Target;
import vn.dondoc.planning.reallocation.Line.Ceiling;
import vn.dondoc.planning.reallocation.Line.Forecast;
import vn.dondoc.planning.reallocation.Project.Eligibility;
import vn.dondoc.planning.reallocation.Rules.Quantiles;

/** Small provinces of every kind by seed, plainly invented: each seed has its own habits. */
public final class RandomInstances {
  private final Random random;
  private final int size;
  private final boolean limits;
  private final boolean pins;
  private final boolean equal;

  private RandomInstances(long seed) {
    random = new Random(seed);
    size = 2 + random.nextInt(7);
    limits = random.nextInt(4) > 0;
    pins = random.nextInt(3) == 0;
    equal = random.nextInt(6) == 0;
  }

  public static Instance of(long seed) {
    return new RandomInstances(seed).instance();
  }

  private Instance instance() {
    int poolCount = random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(4);
    int ownerCount = 1 + random.nextInt(3);
    List<Pool> pools = new ArrayList<>();
    for (int at = 0; at < poolCount; at++) {
      pools.add(pool(at + 1));
    }
    List<Project> projects = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    long[] owned = new long[ownerCount];
    for (int at = 0; at < size; at++) {
      int owner = random.nextInt(ownerCount);
      long plans = 0;
      for (int pool = 0; pool < poolCount; pool++) {
        if (poolCount == 1 || random.nextInt(3) > 0) {
          Line line = line(lines.size() + 1, pool + 1, at + 1);
          lines.add(line);
          plans += line.plannedVnd();
        }
      }
      owned[owner] += plans;
      projects.add(project(at + 1, owner + 1, plans));
    }
    List<Owner> owners = new ArrayList<>();
    for (int at = 0; at < ownerCount; at++) {
      owners.add(new Owner(at + 1, owned[at] + amount(20)));
    }
    return new Instance(pools, projects, lines, owners, target(owned), rules(lines, ownerCount));
  }

  private long amount(int most) {
    return equal ? most / 10 * 10 : random.nextInt(most + 1);
  }

  private boolean seldom(int one) {
    return limits && random.nextInt(one) == 0;
  }

  private Pool pool(long id) {
    return new Pool(
        id,
        "mẫu",
        !seldom(8),
        seldom(4) ? amount(60) : 0,
        seldom(6) ? amount(300) : null,
        seldom(6) ? amount(40) : 0,
        "cấp " + random.nextInt(3),
        !seldom(9),
        random.nextBoolean() ? "trung hạn " + random.nextInt(2) : null);
  }

  /** The same with every pool of an authority in time, or too late. */
  public static Instance inTime(Instance in, String authority, boolean fits) {
    List<Pool> pools =
        in.pools().stream()
            .map(it ->
                !it.authority().equals(authority)
                    ? it
                    : new Pool(
                        it.id(),
                        it.ringFence(),
                        it.counted(),
                        it.mayReturnVnd(),
                        it.payableVnd(),
                        it.unallocatedVnd(),
                        it.authority(),
                        fits,
                        it.mediumTermAuthority()))
            .toList();
    return new Instance(pools, in.projects(), in.lines(), in.owners(), in.target(), in.rules());
  }

  private Project project(long id, long owner, long plans) {
    long accumulated = amount(50);
    long room = random.nextInt(3) == 0 ? amount(60) : 1_000;
    long total = Math.max(0, accumulated + plans + room - (seldom(10) ? 40 : 0));
    Eligibility eligibility =
        seldom(7)
            ? Eligibility.values()[random.nextInt(Eligibility.values().length)]
            : Eligibility.ELIGIBLE;
    Long settled = seldom(8) ? total - Math.min(total, amount(10)) : null;
    return new Project(
        id,
        owner,
        random.nextInt(4),
        "B",
        "mẫu",
        total,
        settled,
        accumulated,
        0,
        eligibility,
        random.nextInt(3) == 0);
  }

  private Line line(long id, long pool, long project) {
    long plan = amount(150);
    long paid = Math.min(amount(60), plan);
    long f10 = amount(40);
    long f50 = f10 + amount(60);
    Ceiling ceiling = null;
    if (seldom(3)) {
      ceiling =
          new Ceiling(
              random.nextBoolean() ? plan + 10 + amount(60) : null,
              10,
              random.nextBoolean() ? plan + 5 + amount(50) : null,
              5);
    }
    return new Line(
        id,
        pool,
        project,
        plan,
        paid,
        seldom(4) ? amount(15) : 0,
        seldom(4) ? amount(20) : 0,
        0,
        new Forecast(f10, f50, f50 + amount(60)),
        ceiling,
        random.nextInt(4));
  }

  private Target target(long[] owned) {
    long all = 0;
    for (long each : owned) {
      all += each;
    }
    long[][] rates = {{60, 100}, {95, 100}, {1, 1}, {80, 100}, {2, 3}};
    long[] rate = rates[random.nextInt(rates.length)];
    return new Target(rate[0], rate[1], all, amount(30));
  }

  private Rules rules(List<Line> lines, int owners) {
    int[][] choices = {{50, 50, 50}, {50, 50, 50}, {10, 50, 50}, {10, 50, 90}, {90, 90, 90}};
    int[] choice = choices[random.nextInt(choices.length)];
    long unit = random.nextBoolean() ? 1 : 5;
    return new Rules(
        new Quantiles(choice[0], choice[1], choice[2]),
        unit,
        random.nextBoolean() ? 0 : amount(30),
        seldom(2) ? 50_000 + random.nextInt(300_000) : Rules.NO_OWNER_LIMIT,
        random.nextBoolean(),
        pins ? pins(lines, owners) : List.of());
  }

  private List<Pin> pins(List<Line> lines, int owners) {
    List<Pin> pinned = new ArrayList<>();
    int count = lines.isEmpty() ? 0 : 1 + random.nextInt(4);
    for (int at = 0; at < count; at++) {
      Pin.Kind kind = Pin.Kind.values()[random.nextInt(Pin.Kind.values().length)];
      boolean forced = kind == Pin.Kind.FORCE_CUT || kind == Pin.Kind.FORCE_RAISE;
      boolean whole = !forced && random.nextInt(4) == 0;
      long subject =
          whole ? 1 + random.nextInt(owners) : lines.get(random.nextInt(lines.size())).id();
      Pin last = pinned.isEmpty() ? null : pinned.getLast();
      if (!whole && last != null && last.scope() == Pin.Scope.LINE && seldom(3)) {
        // Two pins on one line are where a planner contradicts himself.
        subject = last.subject();
      }
      long amount = kind == Pin.Kind.LARGEST_CUT_SHARE ? random.nextInt(500_000) : amount(40);
      Pin.Scope scope = whole ? Pin.Scope.OWNER : Pin.Scope.LINE;
      pinned.add(new Pin(at + 1, kind, scope, subject, amount));
    }
    return pinned;
  }
}

package vn.dondoc.planning.reallocation.programme;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import vn.dondoc.planning.reallocation.Instance;
import vn.dondoc.planning.reallocation.Limit;
import vn.dondoc.planning.reallocation.Line;
import vn.dondoc.planning.reallocation.Pin;
import vn.dondoc.planning.reallocation.Pool;
import vn.dondoc.planning.reallocation.Project;
import vn.dondoc.planning.reallocation.Rules;

/** The instance in whole units and numbers from zero: what network, tables and search all read. */
public final class Programme {
  public static final long FREE = Long.MAX_VALUE / 1024;

  public final Instance instance;
  public final long unitVnd;
  public final long smallest;
  public final int lines;
  public final int pools;
  public final int projects;
  public final int owners;
  public final int[] poolOf;
  public final int[] projectOf;
  public final int[] ownerOf;
  public final LineRoom[] rooms;
  public final long[] payable;
  public final long[] mayReturn;
  public final long[] unallocated;
  public final boolean[] counted;

  /** What a project may gain over all pools; {@link #FREE} where that cannot bind. */
  public final long[] projectRoom;

  /** What an owner may lose; {@link #FREE} where that cannot bind. */
  public final long[] ownerLoss;

  /** Gain of a moved unit, and of a returned one. */
  public final long moved;

  public final long returned;

  /** Missing to the target before any free move, scaled; and in gains. */
  public final long missingScaled;

  public final long missing;

  public Programme(Instance instance) {
    this.instance = instance;
    Rules rules = instance.rules();
    unitVnd = rules.unitVnd();
    smallest = LineRooms.smallest(rules);
    lines = instance.lines().size();
    pools = instance.pools().size();
    projects = instance.projects().size();
    owners = instance.owners().size();
    poolOf = new int[lines];
    projectOf = new int[lines];
    ownerOf = new int[projects];
    rooms = new LineRoom[lines];
    payable = new long[pools];
    mayReturn = new long[pools];
    unallocated = new long[pools];
    counted = new boolean[pools];
    projectRoom = new long[projects];
    ownerLoss = new long[owners];
    number();
    rooms();
    projectRooms();
    ownerLosses();
    long common =
        BigInteger.valueOf(instance.target().numerator())
            .gcd(BigInteger.valueOf(instance.target().denominator()))
            .longValueExact();
    moved = instance.target().denominator() / common;
    returned = instance.target().numerator() / common;
    long expectedVnd = instance.target().alsoExpectedVnd() + poolsExpected();
    missingScaled =
        Amounts.product(returned, instance.target().denominatorVnd())
            .subtract(Amounts.product(moved, expectedVnd))
            .longValueExact();
    missing = Math.ceilDiv(missingScaled, unitVnd);
  }

  public Line line(int at) {
    return instance.lines().get(at);
  }

  public Pool pool(int at) {
    return instance.pools().get(at);
  }

  private void number() {
    Map<Long, Integer> poolAt = new HashMap<>();
    instance.pools().forEach(each -> poolAt.put(each.id(), poolAt.size()));
    Map<Long, Integer> ownerAt = new HashMap<>();
    instance.owners().forEach(each -> ownerAt.put(each.id(), ownerAt.size()));
    Map<Long, Integer> projectAt = new HashMap<>();
    for (Project project : instance.projects()) {
      ownerOf[projectAt.size()] = at(ownerAt, project.owner());
      projectAt.put(project.id(), projectAt.size());
    }
    for (int at = 0; at < lines; at++) {
      poolOf[at] = at(poolAt, line(at).pool());
      projectOf[at] = at(projectAt, line(at).project());
    }
  }

  private static int at(Map<Long, Integer> places, long id) {
    return Objects.requireNonNull(places.get(id), "checked before");
  }

  private void rooms() {
    LineRooms reader = new LineRooms(instance);
    for (int at = 0; at < lines; at++) {
      Line line = line(at);
      Pool pool = pool(poolOf[at]);
      Project project = instance.projects().get(projectOf[at]);
      LineRoom room = reader.of(line, pool, project);
      for (Pin pin : instance.rules().pins()) {
        if (touches(pin, line, project)) {
          reader.pin(pin, line, room);
        }
      }
      reader.widen(line, pool, room);
      rooms[at] = room;
    }
    for (int at = 0; at < pools; at++) {
      Pool pool = pool(at);
      counted[at] = pool.counted();
      mayReturn[at] = pool.leadTimeFits() ? pool.mayReturnVnd() / unitVnd : 0;
      unallocated[at] = pool.leadTimeFits() ? pool.unallocatedVnd() / unitVnd : 0;
    }
  }

  public static boolean touches(Pin pin, Line line, Project project) {
    return pin.subject()
        == switch (pin.scope()) {
          case LINE -> line.id();
          case PROJECT -> project.id();
          case OWNER -> project.owner();
          case AREA -> project.area();
          case POOL -> line.pool();
        };
  }

  private void projectRooms() {
    LineRooms reader = new LineRooms(instance);
    long[] roomVnd = new long[projects];
    for (int at = 0; at < projects; at++) {
      Project project = instance.projects().get(at);
      roomVnd[at] = project.ceilingVnd() - project.accumulatedVnd() - project.otherPlansVnd();
    }
    long[] gives = new long[projects];
    for (int at = 0; at < lines; at++) {
      roomVnd[projectOf[at]] -= line(at).plannedVnd();
      gives[projectOf[at]] += rooms[at].give;
    }
    long[] takes = new long[projects];
    for (int at = 0; at < lines; at++) {
      int project = projectOf[at];
      long room = Math.floorDiv(roomVnd[project], unitVnd);
      if (roomVnd[project] < 0) {
        rooms[at].capTake(0, Limit.REMAINING_NEED, -roomVnd[project]);
      } else {
        rooms[at].capTake(
            room + gives[project] - rooms[at].give, Limit.TOTAL_INVESTMENT, -roomVnd[project]);
      }
      reader.dropSmall(rooms[at]);
      takes[project] += rooms[at].take;
    }
    for (int at = 0; at < projects; at++) {
      long room = Math.floorDiv(roomVnd[at], unitVnd);
      projectRoom[at] = roomVnd[at] < 0 || takes[at] <= room ? FREE : room;
    }
  }

  private void ownerLosses() {
    long[] gives = new long[owners];
    for (int at = 0; at < lines; at++) {
      gives[ownerOf[projectOf[at]]] += Math.max(rooms[at].give, rooms[at].forcedCut);
    }
    long largest = instance.rules().largestOwnerLossPpm();
    for (int at = 0; at < owners; at++) {
      long most = Amounts.share(instance.owners().get(at).plannedVnd(), largest) / unitVnd;
      boolean free = largest >= Rules.NO_OWNER_LIMIT || gives[at] <= most;
      ownerLoss[at] = free ? FREE : most;
    }
  }

  /** Counted payments expected after the forced cuts and before any increase. */
  private long poolsExpected() {
    long[] sumVnd = new long[pools];
    int measured = instance.rules().quantiles().measured();
    for (int at = 0; at < lines; at++) {
      Line line = line(at);
      long planVnd = line.plannedVnd() - rooms[at].forcedCut * unitVnd;
      sumVnd[poolOf[at]] += line.expectedVnd(planVnd, measured);
    }
    long allVnd = 0;
    for (int at = 0; at < pools; at++) {
      Long mostVnd = pool(at).payableVnd();
      payable[at] =
          mostVnd == null ? FREE : Math.max(0, Math.floorDiv(mostVnd - sumVnd[at], unitVnd));
      if (counted[at]) {
        allVnd += mostVnd == null ? sumVnd[at] : Math.min(mostVnd, sumVnd[at]);
      }
    }
    return allVnd;
  }

  /** Lines of a pool. */
  public List<Integer> linesOf(int pool) {
    return IntStream.range(0, lines).filter(at -> poolOf[at] == pool).boxed().toList();
  }

  /** What a solution leaves missing, in đồng of expected payments, rounded up. */
  public long shortfallVnd(long gain) {
    long left =
        Amounts.product(gain, unitVnd)
            .negate()
            .add(BigInteger.valueOf(missingScaled))
            .max(BigInteger.ZERO)
            .min(BigInteger.valueOf(Long.MAX_VALUE))
            .longValueExact();
    return Math.ceilDiv(left, moved);
  }
}

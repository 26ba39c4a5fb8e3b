package vn.dondoc.planning.reallocation.network;

import java.util.ArrayList;
import java.util.List;
import vn.dondoc.planning.reallocation.Certificate;
import vn.dondoc.planning.reallocation.Certificate.PoolCeiling;
import vn.dondoc.planning.reallocation.Limit;
import vn.dondoc.planning.reallocation.Line;
import vn.dondoc.planning.reallocation.programme.Amounts;
import vn.dondoc.planning.reallocation.programme.LineRoom;
import vn.dondoc.planning.reallocation.programme.Programme;

/** The most that can be reached, pool by pool, and what holds each pool there. */
public final class Ceilings {
  private final Programme programme;
  private final Network network;
  private final MoneyPhases money;
  private final NetworkSimplex richest;
  private final NetworkSimplex prices;

  public Ceilings(Programme programme, Network network, MoneyPhases money) {
    this.programme = programme;
    this.network = network;
    this.money = money;
    if (money.richest == null || money.prices == null) {
      throw new IllegalStateException("No ceiling before the money phases.");
    }
    richest = money.richest;
    prices = money.prices;
  }

  public Certificate certificate() {
    List<PoolCeiling> pools = new ArrayList<>();
    for (int pool = 0; pool < programme.pools; pool++) {
      pools.add(ceiling(pool));
    }
    List<Long> owners = new ArrayList<>();
    for (int at = 0; at < programme.owners; at++) {
      if (prices.reducedCost(network.ownerArcs + at) != 0) {
        owners.add(programme.instance.owners().get(at).id());
      }
    }
    List<Long> projects = new ArrayList<>();
    for (int at = 0; at < programme.projects; at++) {
      if (prices.reducedCost(network.projectArcs + at) != 0) {
        projects.add(programme.instance.projects().get(at).id());
      }
    }
    long neededVnd =
        Amounts.ceil(
            Amounts.product(programme.returned, programme.instance.target().denominatorVnd()),
            programme.moved);
    long shortVnd = programme.shortfallVnd(0) - programme.shortfallVnd(money.most);
    return new Certificate(
        neededVnd,
        neededVnd - programme.shortfallVnd(0) + Math.max(shortVnd, gainVnd(money.most)),
        pools,
        owners,
        projects,
        money.shortfall,
        money.disturbance);
  }

  private long gainVnd(long gain) {
    return Amounts.floor(Amounts.product(gain, programme.unitVnd), programme.moved);
  }

  private PoolCeiling ceiling(int pool) {
    long planVnd = programme.pool(pool).unallocatedVnd();
    long expectedVnd = 0;
    long surplus = 0;
    long room = 0;
    for (int at : programme.linesOf(pool)) {
      Line line = programme.line(at);
      planVnd += line.plannedVnd();
      expectedVnd +=
          line.expectedVnd(line.plannedVnd(), programme.instance.rules().quantiles().measured());
      // What a pin or a passed deadline holds back is there all the same.
      surplus += Math.max(programme.rooms[at].give, programme.rooms[at].freeGive);
      room += Math.max(programme.rooms[at].take, programme.rooms[at].freeTake);
    }
    Long payableVnd = programme.pool(pool).payableVnd();
    return new PoolCeiling(
        programme.pool(pool).id(),
        planVnd,
        payableVnd == null ? expectedVnd : Math.min(payableVnd, expectedVnd),
        gainVnd(alone(pool)),
        (surplus + programme.pool(pool).unallocatedVnd() / programme.unitVnd) * programme.unitVnd,
        room * programme.unitVnd,
        binding(pool));
  }

  /**
   * The most the pool can gain were it served first: owners and projects it shares with others may
   * leave it less.
   */
  private long alone(int pool) {
    int through = network.through(pool);
    long together = gain(pool, richest);
    long takes = 0;
    long gives = programme.unallocated[pool];
    for (int line : programme.linesOf(pool)) {
      takes += network.cut[line] == 1 ? 0 : network.bounds.upper[line];
      gives += network.cut[line] == 1 ? network.bounds.upper[line] : 0;
    }
    long most = Math.min(Math.min(takes, gives), programme.payable[pool]);
    if (richest.flow(through) >= most && network.gain[through + 1] == 0) {
      return together;
    }
    long[] cost = new long[network.gain.length];
    cost[through] = -network.gain[through];
    cost[through + 1] = -network.gain[through + 1];
    return Math.max(together, gain(pool, network.cheapest(network.bounds, cost)));
  }

  private long gain(int pool, NetworkSimplex solved) {
    int through = network.through(pool);
    return network.gain[through] * solved.flow(through)
        + network.gain[through + 1] * solved.flow(through + 1);
  }

  private Limit binding(int pool) {
    if (!programme.pool(pool).leadTimeFits()) {
      return Limit.LEAD_TIME;
    }
    if (!programme.counted[pool]) {
      return Limit.NOT_COUNTED;
    }
    int through = network.through(pool);
    boolean given = richest.flow(through + 2) >= programme.unallocated[pool];
    boolean taken = true;
    boolean owner = false;
    boolean giveHeld = false;
    boolean takeHeld = false;
    for (int line : programme.linesOf(pool)) {
      LineRoom room = programme.rooms[line];
      giveHeld |= room.cutLimit == Limit.PIN && room.freeGive > room.give;
      takeHeld |= room.raiseLimit == Limit.PIN && room.freeTake > room.take;
      boolean full = richest.flow(line) >= network.bounds.upper[line];
      int ownerArc = network.ownerArcs + programme.ownerOf[programme.projectOf[line]];
      if (network.cut[line] == 1) {
        given &= full;
        owner |= !full && prices.reducedCost(ownerArc) != 0;
      } else {
        taken &= full;
      }
    }
    if (given && !giveHeld) {
      return Limit.POOL_SURPLUS;
    }
    if (taken && !takeHeld) {
      return Limit.POOL_ROOM;
    }
    if (given || taken) {
      return Limit.PIN;
    }
    if (richest.flow(through) >= programme.payable[pool]) {
      return Limit.PAYABLE;
    }
    return owner ? Limit.OWNER_SHARE : Limit.TOTAL_INVESTMENT;
  }
}

package vn.dondoc.planning.reallocation.network;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.planning.reallocation.Certificate.Dual;
import vn.dondoc.planning.reallocation.network.NetworkSimplex.Bounds;
import vn.dondoc.planning.reallocation.programme.Amounts;
import vn.dondoc.planning.reallocation.programme.Programme;

/**
 * The two money phases without the smallest move: the most that can be gained, and the fewest cuts
 * for what is needed, both with the prices that prove them. The frontier of cuts and gain is
 * concave; the price of the target is looked for among the few slopes it can have, then by secants.
 */
public final class MoneyPhases {
  private static final long DEAREST = 1_000_000_000L;
  private static final int SECANTS = 60;

  private final Programme programme;
  private final Network network;

  /** Most gain; what has to be kept of it. */
  public long most;

  public long needed;

  private long solvedFor;

  /** No plan cuts less; where the smallest move asks for more, what is kept to instead. */
  public long fewestCuts;

  public Dual shortfall = Dual.NONE;
  public Dual disturbance = Dual.NONE;

  private @Nullable NetworkSimplex dualAt;

  /** What gains most with fewest cuts, and the circulation whose prices prove the most. */
  public @Nullable NetworkSimplex richest;

  public @Nullable NetworkSimplex prices;

  public MoneyPhases(Programme programme, Network network) {
    this.programme = programme;
    this.network = network;
  }

  /** False where forced pins and limits leave nothing. */
  public boolean solve() {
    NetworkSimplex best = network.cheapest(network.bounds, 0, 1);
    if (!best.feasible()) {
      return false;
    }
    most = network.gain(best);
    needed = Math.min(programme.missing, most);
    solvedFor = needed;
    shortfall = dual(best, new Price(1, 0), -most);
    Bounds face = network.face(best, network.bounds);
    NetworkSimplex calm = network.cheapest(face, 1, 0);
    richest = calm;
    prices = best;
    Point left = null;
    for (Price price : slopes()) {
      Point at = at(price);
      if (at.covers(needed)) {
        take(at);
        return true;
      }
      left = at;
    }
    secants(left, new Point(new Price(1, 0), calm, calm));
    return true;
  }

  /** A price of gain in cuts: {@code gain / cut}. */
  private record Price(long gain, long cut) {
    Price {
      long common = BigInteger.valueOf(gain).gcd(BigInteger.valueOf(cut)).longValueExact();
      gain = gain / Math.max(1, common);
      cut = cut / Math.max(1, common);
    }
  }

  /** The best circulations at a price. */
  private final class Point {
    final Price price;
    final NetworkSimplex low;
    final NetworkSimplex high;

    Point(Price price, NetworkSimplex low, NetworkSimplex high) {
      this.price = price;
      this.low = low;
      this.high = high;
    }

    boolean covers(long gain) {
      return gain <= network.gain(high);
    }
  }

  /** No plan that gains so much cuts less; by the price found, so below what it might be. */
  public long fewestCuts(long gain) {
    BigInteger fewer =
        Amounts.product(Math.max(0, solvedFor - gain), disturbance.targetPriceNumerator());
    long saved = Amounts.floor(fewer, disturbance.targetPriceDenominator());
    return Math.max(0, fewestCuts - saved - 1);
  }

  private List<Price> slopes() {
    List<Price> slopes = new ArrayList<>();
    slopes.add(new Price(0, 1));
    slopes.add(new Price(1, programme.moved));
    if (programme.returned > 0) {
      slopes.add(new Price(1, programme.returned));
    }
    return slopes;
  }

  private Point at(Price price) {
    NetworkSimplex best = network.cheapest(network.bounds, price.cut, price.gain);
    Bounds face = network.face(best, network.bounds);
    NetworkSimplex least = network.cheapest(face, 0, -1);
    NetworkSimplex greatest = network.cheapest(face, 0, 1);
    Point point = new Point(price, least, greatest);
    dualAt = best;
    return point;
  }

  private void take(Point point) {
    NetworkSimplex best = dualAt;
    long gain = network.gain(point.low);
    long cuts = network.cuts(point.low);
    BigInteger value =
        Amounts.product(point.price.cut, cuts)
            .add(Amounts.product(point.price.gain, Math.max(0, needed - gain)));
    fewestCuts = Amounts.ceil(value, point.price.cut);
    if (best != null) {
      disturbance = dual(best, point.price, fewestCuts);
    }
  }

  private void secants(@Nullable Point start, Point end) {
    Point left = start;
    Point right = end;
    for (int round = 0; left != null && round < SECANTS; round++) {
      long gain = network.gain(right.low) - network.gain(left.high);
      long cuts = network.cuts(right.low) - network.cuts(left.high);
      long scale = Math.max(1, Math.max(gain, cuts) / DEAREST);
      Price price = new Price(Math.max(1, Math.ceilDiv(cuts, scale)), Math.max(1, gain / scale));
      Point at = at(price);
      if (at.covers(needed) && network.gain(at.low) <= needed) {
        take(at);
        return;
      }
      if (at.covers(needed)) {
        right = at;
      } else {
        left = at;
      }
    }
    fewestCuts = left == null ? 0 : network.cuts(left.high);
  }

  private Dual dual(NetworkSimplex solved, Price price, long bound) {
    List<Long> pools = new ArrayList<>();
    for (int pool = 0; pool < programme.pools; pool++) {
      pools.add(relative(solved, network.inflow(pool)));
      pools.add(relative(solved, network.outflow(pool)));
    }
    List<Long> projects = new ArrayList<>();
    for (int at = 0; at < programme.projects; at++) {
      projects.add(relative(solved, network.project(at)));
    }
    List<Long> owners = new ArrayList<>();
    for (int at = 0; at < programme.owners; at++) {
      owners.add(relative(solved, network.owner(at)));
    }
    return new Dual(price.gain, Math.max(1, price.cut), pools, projects, owners, bound);
  }

  private static long relative(NetworkSimplex solved, int node) {
    return solved.price(node) - solved.price(0);
  }
}

package vn.dondoc.planning.reallocation.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dondoc.planning.reallocation.Instance;
import vn.dondoc.planning.reallocation.Limit;
import vn.dondoc.planning.reallocation.Marginal;
import vn.dondoc.planning.reallocation.Pool;
import vn.dondoc.planning.reallocation.programme.Programme;

/**
 * Hạn của cấp quyết định: what a passed deadline holds back, found by solving the money again with
 * every pool of its authority in time. Givers and takers of a pool are held together, so no price
 * of one of them tells it.
 */
final class Deadlines {
  private final Programme programme;
  private final long missingVnd;

  Deadlines(Programme programme, long mostGain) {
    this.programme = programme;
    missingVnd = programme.shortfallVnd(mostGain);
  }

  /** One for each pool that is late; those of one authority bring what they bring together. */
  List<Marginal> best() {
    Map<String, Long> gains = new LinkedHashMap<>();
    List<Marginal> all = new ArrayList<>();
    for (Pool pool : programme.instance.pools()) {
      // Where nobody decides there is no deadline to move.
      if (!pool.leadTimeFits() && !pool.authority().isBlank()) {
        long gainVnd = gains.computeIfAbsent(pool.authority(), this::gainVnd);
        all.add(new Marginal(Limit.LEAD_TIME, pool.id(), programme.unitVnd, gainVnd));
      }
    }
    return all;
  }

  private long gainVnd(String authority) {
    Instance in = programme.instance;
    List<Pool> pools =
        in.pools().stream()
            .map(pool -> pool.authority().equals(authority) ? inTime(pool) : pool)
            .toList();
    Programme open =
        new Programme(
            new Instance(pools, in.projects(), in.lines(), in.owners(), in.target(), in.rules()));
    Network network = new Network(open);
    NetworkSimplex best = network.cheapest(network.bounds, 0, 1);
    return best.feasible() ? Math.max(0, missingVnd - open.shortfallVnd(network.gain(best))) : 0;
  }

  private static Pool inTime(Pool pool) {
    return new Pool(
        pool.id(),
        pool.ringFence(),
        pool.counted(),
        pool.mayReturnVnd(),
        pool.payableVnd(),
        pool.unallocatedVnd(),
        pool.authority(),
        true,
        pool.mediumTermAuthority());
  }
}

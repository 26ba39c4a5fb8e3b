package vn.dondoc.capital.pool;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.capital.ledger.Ledger;
import vn.dondoc.capital.ledger.Posted;
import vn.dondoc.capital.ledger.Posting;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.capital.source.NewPool;
import vn.dondoc.capital.source.Pool;
import vn.dondoc.capital.source.SourceRefusal;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.kernel.Refusal;

/**
 * Mở nhóm vốn, ghi giao vốn: tried first so that it can be seen before it is confirmed, then booked
 * through the doors of sources and ledger.
 */
@Component
class PoolActs {
  private final PoolStore store;
  private final Sources sources;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final TransactionTemplate whole;

  PoolActs(
      PoolStore store,
      Sources sources,
      Ledger ledger,
      AuditTrail audit,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.sources = sources;
    this.ledger = ledger;
    this.audit = audit;
    this.whole = new TransactionTemplate(transactions);
  }

  /** The pools of a budget year with what stands of them. */
  List<PoolStand> stands(int year) {
    return within(() -> {
      Map<Integer, PoolStand.Sums> sums = store.sums(year);
      return sources.pools(year).stream()
          .map(pool -> new PoolStand(pool, sums.getOrDefault(pool.id(), PoolStand.Sums.NONE)))
          .toList();
    });
  }

  /**
   * One pool with what stands of it.
   *
   * @throws Refusal when there is none of that number
   */
  PoolStand stand(int id) {
    return within(() -> new PoolStand(pool(id), store.sum(id)));
  }

  private Pool pool(int id) {
    return sources.pools().stream()
        .filter(pool -> pool.id() == id)
        .findFirst()
        .orElseThrow(
            () -> Refusal.of(SourceRefusal.NO_POOL, Integer.toString(id), Integer.toString(id)));
  }

  /** Budget years that have pools. */
  TreeSet<Integer> years() {
    return within(() -> {
      TreeSet<Integer> years = new TreeSet<>();
      sources.pools().forEach(pool -> years.add(pool.budgetYear()));
      return years;
    });
  }

  /** What was assigned to a pool, the latest first. */
  List<Assigned> assigned(int pool) {
    return within(() -> store.assigned(pool));
  }

  /**
   * Whether a pool could be opened; nothing is.
   *
   * @throws Refusal when it cannot
   */
  void tryOpening(NewPool pool) {
    within(() -> sources.open(pool));
  }

  /**
   * Opens a pool; a button pressed twice opens it once.
   *
   * @return its number
   * @throws Refusal when it cannot be opened
   */
  int open(NewPool pool) {
    return Objects.requireNonNull(
        whole.execute(status ->
            sources
                .find(pool.code())
                .filter(known -> isSame(known, pool))
                .map(Pool::id)
                .orElseGet(() -> sources.open(pool))));
  }

  private static boolean isSame(Pool known, NewPool pool) {
    return new NewPool(
            known.code(),
            known.name(),
            known.ring(),
            known.budgetYear(),
            known.vintage(),
            known.originYear(),
            known.opensOn(),
            known.term())
        .equals(pool);
  }

  /**
   * What an assignment would come to; nothing is booked.
   *
   * @throws Refusal with everything the ledger has against it
   */
  PoolStand.Sums preview(Assigning act) {
    return within(() -> {
      requireNew(act, post(act, null));
      return store.sum(act.poolId());
    });
  }

  /** This very sending came before and is booked: a button pressed twice. */
  boolean isBooked(UUID sending) {
    return within(() -> ledger.isBooked(sending));
  }

  /**
   * Books an assignment as it was seen; the same sending again is not booked again.
   *
   * @param sending key of this sending
   * @param seen what the person saw before confirming
   * @throws Refusal with everything the ledger has against it, when its document is booked already,
   *     or when it would come to something else than was seen
   */
  void book(Assigning act, UUID sending, String seen) {
    whole.executeWithoutResult(status -> {
      PoolStand.Sums before = store.sum(act.poolId());
      Posted posted = post(act, sending);
      if (posted.entries() == 0 && ledger.isBooked(sending)) {
        return;
      }
      requireNew(act, posted);
      PoolStand.Sums after = store.sum(act.poolId());
      if (!after.seen().equals(seen)) {
        throw Refusal.of(PoolRefusal.CHANGED, "");
      }
      Map<String, Object> now = new TreeMap<>(told(after));
      now.put("document", act.paper().words());
      now.put("posting", posted.posting());
      audit.record(
          new Act(
              "capital.assign_plan",
              "capital.pool",
              Integer.toString(act.poolId()),
              act.reason(),
              told(before),
              now));
    });
  }

  private static Map<String, Long> told(PoolStand.Sums sums) {
    return Map.of("pm", sums.pm(), "province", sums.province(), "unallocated", sums.unallocated());
  }

  private Posted post(Assigning act, @Nullable UUID sending) {
    return ledger.post(Posting.ofPage(sending, act.reason()), List.of(act.voucher()));
  }

  /** The ledger passes over a voucher that says what it said before; a person is told so. */
  private void requireNew(Assigning act, Posted posted) {
    if (posted.repeated() > 0) {
      Voucher.Paper paper = act.voucher().paper();
      throw Refusal.of(
          PoolRefusal.ALREADY_BOOKED,
          PoolForm.DOCUMENT,
          paper.number(),
          paper.issuer(),
          ledger.bookedOn(paper));
    }
  }

  /** In a transaction of its own that is taken back. */
  private <T> T within(Supplier<T> act) {
    return Objects.requireNonNull(
        whole.execute(status -> {
          status.setRollbackOnly();
          return act.get();
        }));
  }
}

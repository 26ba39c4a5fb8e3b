package vn.dondoc.capital.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vn.dondoc.testing.TestDatabase;

/**
 * Two hundred seeds of two thousand random acts each: database and model accept and refuse the
 * same, for the same reasons, and agree on every balance. {@code -Dledger.seeds=1000} plays more of
 * them, {@code -Dledger.steps} longer ones; {@code -Dledger.seed=17} plays one alone, the same acts
 * again.
 */
class LedgerSimulationDbTest {
  private static final int SEEDS = Integer.getInteger("ledger.seeds", 200);
  private static final int STEPS = Integer.getInteger("ledger.steps", LedgerSimulation.STEPS);
  private static final int TABLES = 2;
  private static final long ONE = Long.getLong("ledger.seed", 0);

  @Test
  void databaseAndModelAgreeOnEveryActAndEveryBalance() throws Exception {
    int accepted = 0;
    int belowPaid = 0;
    Map<String, Integer> refused = new TreeMap<>();
    for (LedgerSimulation.Told told : played()) {
      accepted += told.accepted();
      belowPaid += told.belowPaid();
      told.refused().forEach((codes, times) -> refused.merge(codes, times, Integer::sum));
    }
    if (ONE == 0) {
      int all = accepted + refused.values().stream().mapToInt(Integer::intValue).sum();
      assertThat(all).isEqualTo(SEEDS * STEPS);
      assertThat(accepted).isGreaterThan(all * 3 / 5);
      assertThat(belowPaid).isPositive();
      // Every reason there is came up.
      assertThat(String.join(",", refused.keySet()))
          .contains("closed_period", "before_pool_opens", "dated_ahead", "advance_too_late")
          .contains("payment_too_late", "voucher_incomplete", "voucher_changed", "negative_plan")
          .contains("negative_entered", "entered_above_plan", "paid_above_plan")
          .contains("paid_above_entered", "recovered_above_advanced", "refunded_above_paid")
          .contains("negative_assigned", "negative_allocated", "allocated_above_assigned")
          .contains("nothing_decided", "paid_above_investment", "moved_across_the_ring")
          .contains("movement_unbalanced", "carried_to_another_project", "correction_of_another")
          .contains("correction_before_entry", "correction_above_entry", "correction_unsigned");
    }
  }

  private static List<LedgerSimulation.Told> played() throws Exception {
    List<Future<LedgerSimulation.Told>> tables = new ArrayList<>();
    try (ExecutorService players = Executors.newFixedThreadPool(TABLES)) {
      for (int table = 0; table < (ONE == 0 ? TABLES : 1); table++) {
        int first = table;
        List<Long> seeds =
            ONE != 0
                ? List.of(ONE)
                : LongStream.rangeClosed(1, SEEDS)
                    .filter(n -> n % TABLES == first)
                    .boxed()
                    .toList();
        tables.add(players.submit(() -> play(seeds)));
      }
    }
    List<LedgerSimulation.Told> told = new ArrayList<>();
    for (Future<LedgerSimulation.Told> table : tables) {
      told.add(table.get());
    }
    return told;
  }

  /** Plays, then looks at the whole ledger by other words. */
  private static LedgerSimulation.Told play(List<Long> seeds) throws Exception {
    TestDatabase ground = LedgerGround.of(seeds.size());
    LedgerSimulation.Told told = new LedgerSimulation(ground, seeds).play(STEPS);
    // A total lowered under what was paid that day is the one thing a ledger cannot prevent.
    assertThat(LedgerVerifier.verify(ground.owner()).findings())
        .allMatch(finding -> finding.check().equals("paid_above_investment"));
    return told;
  }
}

package vn.dondoc.planning.reallocation.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.dondoc.planning.reallocation.Effort;
import vn.dondoc.planning.reallocation.Instance;
import vn.dondoc.planning.reallocation.Phase;
import vn.dondoc.planning.reallocation.PhaseResult;
import vn.dondoc.planning.reallocation.Progress;
import vn.dondoc.planning.reallocation.Proposal;
import vn.dondoc.planning.reallocation.RandomInstances;
import vn.dondoc.planning.reallocation.Reallocations;
import vn.dondoc.planning.reallocation.network.MoneyPhases;
import vn.dondoc.planning.reallocation.network.Network;
import vn.dondoc.planning.reallocation.network.Opening;
import vn.dondoc.planning.reallocation.programme.Measures;
import vn.dondoc.planning.reallocation.programme.Programme;
import vn.dondoc.planning.reallocation.programme.Solution;

/** What is done in a large province, done in small ones whose answer is proved another way. */
class LargeSearchTest {
  private static final int SEEDS = 250;
  private static final int ENOUGH = 40;
  private static final Effort EFFORT = new Effort(20_000, 20_000, 1);

  private final Map<Phase, Integer> met = new EnumMap<>(Phase.class);
  private int compared;
  private int found;

  @Test
  void countsFewestLinesAndStaysBelowEveryProvedValue() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Instance instance = RandomInstances.of(seed);
      Proposal proposal = Reallocations.solve(instance, EFFORT, Progress.SILENT);
      PhaseResult cuts = proposal.phase(Phase.DISTURBANCE);
      if (cuts != null && cuts.proof() == PhaseResult.Proof.DUAL && !proposal.moves().isEmpty()) {
        compare(seed, new Programme(instance), proposal);
      }
    }
    assertThat(compared).isGreaterThan(ENOUGH);
    assertThat(found).isGreaterThan(compared * 9 / 10);
    assertThat(met).containsKeys(Phase.MOVES, Phase.DECISIONS, Phase.PRIORITY, Phase.OWNER_LOSS);
  }

  private void compare(long seed, Programme programme, Proposal proposal) {
    Network network = new Network(programme);
    MoneyPhases money = new MoneyPhases(programme, network);
    money.solve();
    Opening opening = new Opening(programme, network, money);
    LargeSearch large =
        new LargeSearch(programme, network, money, opening, Progress.SILENT, seed % 2 == 0);
    Map<Phase, Long> proved = new EnumMap<>(Phase.class);
    for (PhaseResult each : proposal.phases()) {
      proved.put(each.phase(), each.value() / Measures.scale(each.phase(), programme));
    }
    long fewest = proved.getOrDefault(Phase.MOVES, 0L);
    assertThat(large.bound()).as("seed %d", seed).isBetween(0L, fewest);
    Optional<Solution> first = large.first();
    if (first.isEmpty()) {
      return;
    }
    compared++;
    Solution best = large.fewest(first.get(), 0, System.nanoTime() + 10_000_000_000L);
    assertThat(large.bound()).as("seed %d", seed).isLessThanOrEqualTo(fewest);
    assertThat(best.moves()).as("seed %d", seed).isGreaterThanOrEqualTo((int) fewest);
    found += best.moves() == fewest ? 1 : 0;
    if (best.moves() != fewest) {
      return;
    }
    Solution decided = large.fewerDecisions(best, System.nanoTime() + 10_000_000_000L);
    assertThat(decided.moves()).as("seed %d", seed).isEqualTo(fewest);
    below(seed, Phase.DECISIONS, large.neededDecisions(), proved);
    bounds(seed, large, proved);
  }

  private void bounds(long seed, LargeSearch large, Map<Phase, Long> proved) {
    Map<Phase, Long> kept = new EnumMap<>(Phase.class);
    for (Phase phase : Phase.values()) {
      if (phase.compareTo(Phase.DECISIONS) > 0) {
        below(seed, phase, large.bound(phase, kept), proved);
      }
      if (phase != Phase.SHORTFALL) {
        kept.put(phase, proved.getOrDefault(phase, 0L));
      }
    }
  }

  private void below(long seed, Phase phase, long bound, Map<Phase, Long> proved) {
    long value = proved.getOrDefault(phase, 0L);
    assertThat(bound).as("%s of seed %d", phase, seed).isLessThanOrEqualTo(value);
    met.merge(phase, bound == value ? 1 : 0, Integer::sum);
    met.merge(Phase.MOVES, 1, Integer::sum);
  }
}

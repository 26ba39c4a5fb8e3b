package vn.dondoc.planning.reallocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The engine beside an independent formulation with another solver, objective by objective. */
class ReallocationEqualityTest {
  private static final Effort EFFORT = new Effort(20_000, 20_000, 1);

  @Test
  void equalsTheSecondFormulationInEveryPhase() {
    Map<Proposal.Outcome, Integer> outcomes = new EnumMap<>(Proposal.Outcome.class);
    for (long seed = 0; seed < Long.getLong("seeds", 500); seed++) {
      Instance instance = RandomInstances.of(seed);
      Proposal proposal = Reallocations.solve(instance, EFFORT, Progress.SILENT);
      Map<Phase, Long> second = new SecondFormulation(instance).solve();
      outcomes.merge(proposal.outcome(), 1, Integer::sum);
      if (second == null) {
        assertThat(proposal.outcome())
            .as("seed %d", seed)
            .isEqualTo(Proposal.Outcome.CONTRADICTION);
        continue;
      }
      Map<Phase, Long> values = new EnumMap<>(Phase.class);
      proposal.phases().forEach(each -> values.put(each.phase(), each.value()));
      assertThat(values).as("seed %d", seed).isEqualTo(second);
      assertThat(proposal.phases()).as("seed %d", seed).allMatch(PhaseResult::proved);
    }
    assertThat(outcomes)
        .containsKeys(
            Proposal.Outcome.REACHED,
            Proposal.Outcome.OUT_OF_REACH,
            Proposal.Outcome.CONTRADICTION);
  }
}

package vn.dondoc.planning.reallocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.planning.reallocation.PhaseResult.Proof;
import vn.dondoc.planning.reallocation.Proposal.Outcome;

/**
 * Decisions that People's Councils have made, as shapes: so many projects decreased, so many
 * increased, such a sum. The projects are invented, the counts and sums are those of the decisions.
 */
class RealDecisionsTest {
  private final Shape shape = new Shape();

  @ParameterizedTest
  @CsvSource({"12, 8, 35000", "7, 2, 133000", "5, 4, 183000", "78, 112, 2355000"})
  void findsTheDecisionAmongLinesThatAreNotNeeded(int givers, int takers, long sumTrieu) {
    shape.pool(1, "HĐND tỉnh");
    split(1, givers, takers, sumTrieu);
    Proposal proposal = shape.asks(sumTrieu).solve();
    assertThat(proposal.outcome()).isEqualTo(Outcome.REACHED);
    assertThat(counts(proposal)).containsExactly(givers, takers);
    assertThat(value(proposal, Phase.DISTURBANCE)).isEqualTo(sumTrieu * Shape.TRIEU);
    assertThat(proposal.phases())
        .filteredOn(each -> each.phase().compareTo(Phase.DECISIONS) <= 0)
        .hasSize(4)
        .allMatch(PhaseResult::proved);
    assertThat(value(proposal, Phase.DECISIONS)).isEqualTo(1);
  }

  /** Hải Dương 2024: central and local money balance apart, 18 projects, 316 tỷ. */
  @Test
  void balancesCentralAndLocalMoneyApart() {
    shape.pool(1, "Chính phủ").pool(2, "HĐND tỉnh");
    split(1, 7, 2, 133_000);
    split(2, 5, 4, 183_000);
    Proposal proposal = shape.asks(316_000).solve();
    assertThat(counts(proposal)).containsExactly(12, 6);
    assertThat(value(proposal, Phase.MOVES)).isEqualTo(18);
    assertThat(value(proposal, Phase.DECISIONS)).isEqualTo(2);
    Map<Long, Long> poolOf =
        shape.instance().lines().stream().collect(Collectors.toMap(Line::id, Line::pool));
    Map<Long, Long> sums =
        proposal.moves().stream()
            .collect(
                Collectors.groupingBy(
                    move -> poolOf.get(move.line()), Collectors.summingLong(Move::amountVnd)));
    assertThat(sums.values()).containsOnly(0L);
    assertThat(proposal.phase(Phase.MOVES))
        .matches(each -> each != null && each.proof() == Proof.TABLE);
  }

  /** Sizes fall from line to line; twice as many smaller ones stand beside them. */
  private void split(long pool, int givers, int takers, long sumTrieu) {
    List<Long> gives = falling(givers, sumTrieu);
    List<Long> takes = falling(takers, sumTrieu);
    for (int round = 0; round < 3; round++) {
      long part = 1L << round;
      gives.forEach(each -> shape.giver(pool, part == 1 ? each : gives.getLast() / part));
      takes.forEach(each -> shape.taker(pool, part == 1 ? each : takes.getLast() / part));
    }
  }

  private static List<Long> falling(int count, long sum) {
    long weights = count * (count + 1L) / 2 + 10L * count;
    List<Long> parts = new ArrayList<>();
    long left = sum;
    for (int at = count; at > 1; at--) {
      long part = sum * (at + 10) / weights;
      parts.add(part);
      left -= part;
    }
    parts.add(left);
    parts.sort(Comparator.reverseOrder());
    return parts;
  }

  private static List<Integer> counts(Proposal proposal) {
    int cuts = (int) proposal.moves().stream().filter(move -> move.amountVnd() < 0).count();
    return List.of(cuts, proposal.moves().size() - cuts);
  }

  private static long value(Proposal proposal, Phase phase) {
    PhaseResult result = proposal.phase(phase);
    return result == null ? -1 : result.value();
  }
}

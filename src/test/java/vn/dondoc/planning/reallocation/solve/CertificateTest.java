package vn.dondoc.planning.reallocation.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.dondoc.planning.reallocation.Certificate;
import vn.dondoc.planning.reallocation.Certificate.Dual;
import vn.dondoc.planning.reallocation.Effort;
import vn.dondoc.planning.reallocation.Instance;
import vn.dondoc.planning.reallocation.Limit;
import vn.dondoc.planning.reallocation.Line;
import vn.dondoc.planning.reallocation.Move;
import vn.dondoc.planning.reallocation.Phase;
import vn.dondoc.planning.reallocation.PhaseResult;
import vn.dondoc.planning.reallocation.PhaseResult.Proof;
import vn.dondoc.planning.reallocation.Pool;
import vn.dondoc.planning.reallocation.Progress;
import vn.dondoc.planning.reallocation.Proposal;
import vn.dondoc.planning.reallocation.Proposal.Outcome;
import vn.dondoc.planning.reallocation.RandomInstances;
import vn.dondoc.planning.reallocation.Reallocations;
import vn.dondoc.planning.reallocation.network.Network;
import vn.dondoc.planning.reallocation.programme.Amounts;
import vn.dondoc.planning.reallocation.programme.LineRoom;
import vn.dondoc.planning.reallocation.programme.Programme;

/** The prices of a certificate prove the money phases by adding up, without any solver. */
class CertificateTest {
  private static final Effort EFFORT = new Effort(5_000, 1, 1);

  @Test
  void provesBothMoneyPhasesByItsPricesAlone() {
    int proved = 0;
    for (long seed = 1000; seed < 1150; seed++) {
      Instance instance = RandomInstances.of(seed);
      Proposal proposal = Reallocations.solve(instance, EFFORT, Progress.SILENT);
      if (proposal.outcome() == Outcome.CONTRADICTION) {
        continue;
      }
      Programme programme = new Programme(instance);
      Certificate certificate = proposal.certificate();
      Dual most = certificate.shortfall();
      assertThat(bound(programme, most, 0)).as("seed %d", seed).isEqualTo(most.bound());
      PhaseResult shortfall = proposal.phase(Phase.SHORTFALL);
      PhaseResult cuts = proposal.phase(Phase.DISTURBANCE);
      if (shortfall != null && shortfall.proof() == Proof.DUAL && cuts != null) {
        long least = programme.shortfallVnd(-most.bound());
        assertThat(shortfall.value()).as("seed %d", seed).isEqualTo(least);
        assertThat(cuts.value() / programme.unitVnd)
            .as("seed %d", seed)
            .isEqualTo(fewestCuts(programme, certificate));
        proved++;
      }
    }
    assertThat(proved).isGreaterThan(80);
  }

  @Test
  void noProposalBringsAPoolAboveItsCeiling() {
    int coupled = 0;
    for (long seed = 1000; seed < 1150; seed++) {
      Instance instance = RandomInstances.of(seed);
      Proposal proposal = Reallocations.solve(instance, EFFORT, Progress.SILENT);
      if (proposal.outcome() == Outcome.CONTRADICTION) {
        continue;
      }
      long sum = 0;
      for (Certificate.PoolCeiling ceiling : proposal.certificate().pools()) {
        sum += ceiling.gainVnd();
        assertThat(gained(instance, proposal, ceiling.pool()))
            .as("seed %d, pool %d", seed, ceiling.pool())
            .isLessThanOrEqualTo(ceiling.gainVnd());
      }
      Certificate certificate = proposal.certificate();
      coupled += sum > certificate.mostVnd() - proposal.before().expectedVnd() ? 1 : 0;
    }
    assertThat(coupled).isPositive();
  }

  @Test
  void passedDeadlineHidesNothingOfWhatAPoolCouldGiveAndTake() {
    int gives = 0;
    int takes = 0;
    for (long seed = 1000; seed < 1060; seed++) {
      Instance late = RandomInstances.of(seed);
      Instance free = late.with(late.rules().with(List.of()));
      for (int authority = 0; authority < 3; authority++) {
        free = RandomInstances.inTime(free, "cấp " + authority, true);
        late = RandomInstances.inTime(late, "cấp " + authority, false);
      }
      late = late.with(late.rules().with(List.of()));
      List<Certificate.PoolCeiling> told = ceilings(late);
      List<Certificate.PoolCeiling> inTime = ceilings(free);
      for (int at = 0; at < told.size(); at++) {
        Certificate.PoolCeiling one = told.get(at);
        assertThat(one.binding()).isEqualTo(Limit.LEAD_TIME);
        assertThat(one.gainVnd()).isZero();
        assertThat(one.surplusVnd()).as("seed %d", seed).isEqualTo(inTime.get(at).surplusVnd());
        gives += one.surplusVnd() > 0 ? 1 : 0;
        takes += one.roomVnd() > 0 ? 1 : 0;
      }
    }
    assertThat(gives).isGreaterThan(30);
    assertThat(takes).isGreaterThan(30);
  }

  private static List<Certificate.PoolCeiling> ceilings(Instance instance) {
    return Reallocations.solve(instance, EFFORT, Progress.SILENT).certificate().pools();
  }

  /** What the lines of a counted pool are expected to pay more than before. */
  private static long gained(Instance instance, Proposal proposal, long pool) {
    Map<Long, Long> moves =
        proposal.moves().stream().collect(Collectors.toMap(Move::line, Move::amountVnd));
    Pool of = instance.pools().stream().filter(one -> one.id() == pool).findFirst().orElseThrow();
    int measured = instance.rules().quantiles().measured();
    long before = 0;
    long after = 0;
    for (Line line : instance.lines()) {
      if (line.pool() == pool) {
        long plan = line.plannedVnd();
        before += line.expectedVnd(plan, measured);
        after += line.expectedVnd(plan + moves.getOrDefault(line.id(), 0L), measured);
      }
    }
    long most = of.payableVnd() == null ? Long.MAX_VALUE : of.payableVnd();
    return of.counted() ? Math.min(after, most) - Math.min(before, most) : 0;
  }

  private static long fewestCuts(Programme programme, Certificate certificate) {
    Dual dual = certificate.disturbance();
    long needed = Math.min(programme.missing, -certificate.shortfall().bound());
    BigInteger value =
        BigInteger.valueOf(bound(programme, dual, dual.targetPriceDenominator()))
            .add(Amounts.product(dual.targetPriceNumerator(), needed));
    return Math.max(Amounts.ceil(value, dual.targetPriceDenominator()), forcedCuts(programme));
  }

  private static long forcedCuts(Programme programme) {
    long sum = 0;
    for (LineRoom room : programme.rooms) {
      sum += room.forcedCut;
    }
    return sum;
  }

  /** Adds up, arc by arc, the least that the priced flow can cost within its bounds. */
  private static long bound(Programme programme, Dual dual, long cutPrice) {
    Network network = new Network(programme);
    BigInteger sum = BigInteger.ZERO;
    for (int arc = 0; arc < network.from.length; arc++) {
      long reduced =
          cutPrice * network.cut[arc]
              - dual.targetPriceNumerator() * network.gain[arc]
              + price(programme, dual, network.from[arc])
              - price(programme, dual, network.to[arc]);
      long flow = reduced > 0 ? network.bounds.lower[arc] : network.bounds.upper[arc];
      sum = sum.add(Amounts.product(reduced, reduced == 0 ? 0 : flow));
    }
    return sum.longValueExact();
  }

  private static long price(Programme programme, Dual dual, int node) {
    if (node == 0) {
      return 0;
    }
    List<Long> pools = dual.poolPrices();
    if (node <= pools.size()) {
      return pools.get(node - 1);
    }
    int at = node - 1 - pools.size();
    return at < programme.projects
        ? dual.projectPrices().get(at)
        : dual.ownerPrices().get(at - programme.projects);
  }
}

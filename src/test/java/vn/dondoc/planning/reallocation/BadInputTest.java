package vn.dondoc.planning.reallocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.dondoc.planning.reallocation.Certificate.PoolCeiling;
import vn.dondoc.planning.reallocation.Instance.Target;
import vn.dondoc.planning.reallocation.Line.Forecast;
import vn.dondoc.planning.reallocation.PhaseResult.Proof;
import vn.dondoc.planning.reallocation.Problem.Code;
import vn.dondoc.planning.reallocation.Proposal.Outcome;
import vn.dondoc.planning.reallocation.Rules.Quantiles;

/** What a planner may bring that has no good answer, and the answer to it. */
class BadInputTest {
  private final Shape shape = new Shape().pool(1, "HĐND tỉnh").pool(2, "Chính phủ");

  @Test
  void saysHowFarAnUnreachableTargetCanBeReachedAndWhatHoldsEachPool() {
    shape.giver(1, 5_000);
    shape.taker(1, 2_000);
    shape.giver(2, 1_000);
    shape.taker(2, 4_000);
    Proposal proposal = shape.asks(9_000).solve();
    assertThat(proposal.outcome()).isEqualTo(Outcome.OUT_OF_REACH);
    assertThat(value(proposal, Phase.SHORTFALL)).isEqualTo(6_000 * Shape.TRIEU);
    Certificate certificate = proposal.certificate();
    assertThat(certificate.neededVnd() - certificate.mostVnd()).isEqualTo(6_000 * Shape.TRIEU);
    assertThat(certificate.pools())
        .extracting(PoolCeiling::binding)
        .containsExactly(Limit.POOL_ROOM, Limit.POOL_SURPLUS);
    assertThat(certificate.pools())
        .extracting(PoolCeiling::gainVnd)
        .containsExactly(2_000 * Shape.TRIEU, 1_000 * Shape.TRIEU);
    assertThat(proposal.after().expectedVnd() - proposal.before().expectedVnd())
        .isEqualTo(3_000 * Shape.TRIEU);
    // One more triệu of what the receiver can use brings one; forced out of the giver, none.
    assertThat(proposal.marginals())
        .contains(new Marginal(Limit.ABSORPTION, 2, Shape.TRIEU, Shape.TRIEU))
        .contains(new Marginal(Limit.NOTHING_LAPSES, 3, Shape.TRIEU, 0));
  }

  @Test
  void namesThePlannerWhereAFrozenPoolHasSurplusAndTakers() {
    shape.giver(1, 5_000);
    shape.taker(1, 4_000);
    Instance free = shape.asks(9_000).instance();
    Pin frozen = new Pin(-1, Pin.Kind.KEEP, Pin.Scope.POOL, 1, 0);
    Proposal proposal =
        Reallocations.solve(
            free.with(free.rules().with(List.of(frozen))), Shape.EFFORT, Progress.SILENT);
    Certificate.PoolCeiling ceiling = proposal.certificate().pools().getFirst();
    assertThat(ceiling.binding()).isEqualTo(Limit.PIN);
    assertThat(ceiling.surplusVnd()).isEqualTo(5_000 * Shape.TRIEU);
    assertThat(ceiling.roomVnd()).isEqualTo(4_000 * Shape.TRIEU);
    assertThat(ceiling.gainVnd()).isZero();
    assertThat(proposal.left())
        .allSatisfy(why -> {
          assertThat(why.cut() == Limit.PIN ? why.cutByVnd() : 0).isZero();
          assertThat(why.raise() == Limit.PIN ? why.raiseByVnd() : 0).isZero();
        });
  }

  @Test
  void movesNothingInAPoolWithoutTakers() {
    long giver = shape.giver(1, 5_000);
    Proposal proposal = shape.asks(1_000).solve();
    assertThat(proposal.moves()).isEmpty();
    assertThat(proposal.certificate().pools().getFirst().binding()).isEqualTo(Limit.POOL_ROOM);
    assertThat(proposal.left())
        .contains(
            new WhyNot(
                giver,
                Limit.POOL_ROOM,
                5_000 * Shape.TRIEU,
                Limit.ABSORPTION,
                5_000 * Shape.TRIEU));
  }

  @Test
  void givesNothingToAProjectAtItsCeilingAndSaysWhatOneMoreUnitWouldBring() {
    shape.giver(1, 5_000);
    long full = shape.taker(1, 2_000, 0);
    Proposal proposal = shape.asks(1_000).solve();
    assertThat(proposal.moves()).isEmpty();
    assertThat(proposal.left())
        .anyMatch(each -> each.line() == full && each.raise() == Limit.TOTAL_INVESTMENT);
  }

  @Test
  void tellsOfANegativeRemainingNeedAndGivesTheProjectNothing() {
    shape.giver(1, 5_000);
    long over = shape.taker(1, 2_000, -300);
    Proposal proposal = shape.asks(1_000).solve();
    assertThat(proposal.findings())
        .contains(new Problem(Code.NEGATIVE_REMAINING_NEED, over, -300 * Shape.TRIEU));
    assertThat(proposal.left())
        .contains(
            new WhyNot(
                over,
                Limit.NOTHING_LAPSES,
                2_000 * Shape.TRIEU,
                Limit.REMAINING_NEED,
                300 * Shape.TRIEU));
  }

  @Test
  void findsNoTakerWhereNoDayIsLeft() {
    shape.line(1, Forecast.NONE, 8_000, 900_000);
    shape.line(1, Forecast.NONE, 9_000, 900_000);
    Proposal proposal = shape.asks(1_000).solve();
    assertThat(proposal.outcome()).isEqualTo(Outcome.OUT_OF_REACH);
    assertThat(proposal.moves()).isEmpty();
    assertThat(proposal.findings()).contains(new Problem(Code.NO_HORIZON, 0, 0));
    assertThat(proposal.certificate().pools().getFirst().surplusVnd())
        .isEqualTo(13_000 * Shape.TRIEU);
  }

  @Test
  void namesTheSmallestSetOfPinsThatContradict() {
    long giver = shape.giver(1, 5_000);
    long taker = shape.taker(1, 2_000);
    shape.taker(2, 2_000);
    Proposal proposal =
        shape
            .asks(1_000)
            .pins(
                new Pin(11, Pin.Kind.NO_CUT, Pin.Scope.POOL, 2, 0),
                new Pin(12, Pin.Kind.FORCE_CUT, Pin.Scope.LINE, giver, 3_000 * Shape.TRIEU),
                new Pin(13, Pin.Kind.LARGEST_CUT, Pin.Scope.LINE, giver, 4_000 * Shape.TRIEU),
                new Pin(14, Pin.Kind.FORCE_RAISE, Pin.Scope.LINE, taker, 500 * Shape.TRIEU))
            .solve();
    assertThat(proposal.outcome()).isEqualTo(Outcome.CONTRADICTION);
    assertThat(proposal.moves()).isEmpty();
    // 3,000 have to leave, 2,000 can be taken: the forced cut stands alone against the pool.
    assertThat(proposal.conflict())
        .isEqualTo(new Conflict(List.of(12L), true, List.of(Limit.POOL_ROOM)));
    Proposal pair =
        shape
            .pins(
                new Pin(21, Pin.Kind.KEEP, Pin.Scope.LINE, taker, 0),
                new Pin(22, Pin.Kind.FORCE_CUT, Pin.Scope.LINE, giver, 900 * Shape.TRIEU),
                new Pin(23, Pin.Kind.NO_RAISE, Pin.Scope.POOL, 2, 0))
            .solve();
    assertThat(pair.conflict())
        .isEqualTo(new Conflict(List.of(21L, 22L), true, List.of(Limit.POOL_ROOM)));
  }

  @Test
  void aForcedCutDoesNotGoAroundAPinThatKeepsTheLine() {
    long busy = shape.taker(1, 2_000);
    shape.taker(1, 2_000);
    Pin forced = new Pin(32, Pin.Kind.FORCE_CUT, Pin.Scope.LINE, busy, 100 * Shape.TRIEU);
    for (Pin.Kind kind : List.of(Pin.Kind.KEEP, Pin.Kind.EXCLUDE, Pin.Kind.NO_CUT)) {
      Pin kept = new Pin(31, kind, Pin.Scope.LINE, busy, 0);
      assertThat(shape.asks(100).pins(kept, forced).solve().conflict())
          .as("%s", kind)
          .isEqualTo(new Conflict(List.of(31L, 32L), true, List.of(Limit.PIN)));
    }
    Proposal alone = shape.pins(forced).solve();
    assertThat(alone.outcome()).isNotEqualTo(Outcome.CONTRADICTION);
    assertThat(alone.moves()).anyMatch(move -> move.line() == busy);
  }

  @Test
  void refusesAnInstanceWithAllItsProblemsAtOnce() {
    long line = shape.giver(7, 5_000);
    Instance bad = shape.instance();
    Instance worse =
        new Instance(
            bad.pools(),
            bad.projects(),
            bad.lines(),
            List.of(),
            new Target(3, 2, -1, 0),
            new Rules(new Quantiles(60, 50, 50), 0, -5, 0, false, List.of()));
    assertThat(Reallocations.check(worse))
        .extracting(Problem::code)
        .containsExactlyInAnyOrder(
            Code.UNKNOWN_POOL,
            Code.UNKNOWN_OWNER,
            Code.TARGET,
            Code.NEGATIVE_AMOUNT,
            Code.QUANTILES,
            Code.UNIT,
            Code.NEGATIVE_AMOUNT);
    assertThatThrownBy(() -> Reallocations.solve(worse, Shape.EFFORT, Progress.SILENT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("UNKNOWN_POOL")
        .hasMessageContaining("subject=" + line);
  }

  @Test
  void keepsTheBestPlanAndItsBoundWhenStopped() {
    List<Long> seen = new ArrayList<>();
    AtomicInteger asked = new AtomicInteger();
    Progress impatient =
        new Progress() {
          @Override
          public synchronized void reached(Phase phase, long value, long bound) {
            assertThat(bound).isLessThanOrEqualTo(value);
            seen.add(value);
          }

          @Override
          public boolean stopped() {
            return asked.incrementAndGet() > 1;
          }
        };
    for (int at = 0; at < 60; at++) {
      shape.giver(1 + at % 2, 300 + 37 * at % 400);
      shape.taker(1 + at % 2, 200 + 53 * at % 500);
    }
    Rules tight =
        new Rules(Quantiles.MEDIAN, Shape.TRIEU, 150 * Shape.TRIEU, 4_000, false, List.of());
    Instance instance = shape.asks(7_000).rules(tight).instance();
    Proposal stopped = Reallocations.solve(instance, Shape.EFFORT, impatient);
    assertThat(seen).isNotEmpty();
    assertThat(stopped.outcome()).isIn(Outcome.REACHED, Outcome.OUT_OF_REACH);
    assertThat(stopped.phases()).hasSize(Phase.values().length);
    assertThat(stopped.phases()).anyMatch(each -> each.proof() == Proof.OPEN);
    assertThat(stopped.phases()).allMatch(each -> each.bound() <= each.value());
    assertThat(stopped.moves().stream().mapToLong(Move::amountVnd).sum()).isZero();
  }

  private static long value(Proposal proposal, Phase phase) {
    PhaseResult result = proposal.phase(phase);
    return result == null ? -1 : result.value();
  }
}

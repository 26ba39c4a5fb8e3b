package vn.dondoc.planning.reallocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dondoc.planning.reallocation.Instance.Owner;
import vn.dondoc.planning.reallocation.Instance.Target;
import vn.dondoc.planning.reallocation.Line.Ceiling;
import vn.dondoc.planning.reallocation.Line.Forecast;
import vn.dondoc.planning.reallocation.Proposal.Outcome;

/** What has to hold between the answers to related instances. */
class ReallocationPropertyTest {
  private static final Effort EFFORT = new Effort(20_000, 20_000, 1);
  private static final long FIRST = 2_000;
  private static final long LAST = 2_060;

  @Test
  void neverWorsensByMoreRoom() {
    for (long seed = FIRST; seed < LAST; seed++) {
      Instance instance = RandomInstances.of(seed);
      Proposal before = solve(instance);
      if (before.outcome() == Outcome.CONTRADICTION) {
        continue;
      }
      for (UnaryOperator<Instance> wider :
          List.<UnaryOperator<Instance>>of(
              ReallocationPropertyTest::moreInvestment,
              ReallocationPropertyTest::moreReturned,
              ReallocationPropertyTest::moreFromOwners)) {
        List<Long> after = values(solve(wider.apply(instance)));
        assertThat(lexicographic(after, values(before))).as("seed %d", seed).isLessThanOrEqualTo(0);
      }
    }
  }

  @Test
  void answersTheSameInAnyOrder() {
    for (long seed = FIRST; seed < LAST; seed++) {
      Instance instance = RandomInstances.of(seed);
      Instance other =
          new Instance(
              shuffled(instance.pools(), seed),
              shuffled(instance.projects(), seed),
              shuffled(instance.lines(), seed),
              shuffled(instance.owners(), seed),
              instance.target(),
              instance.rules());
      Proposal one = solve(instance);
      Proposal two = solve(other);
      assertThat(two.outcome()).as("seed %d", seed).isEqualTo(one.outcome());
      assertThat(values(two)).as("seed %d", seed).isEqualTo(values(one));
      assertThat(two.certificate().mostVnd()).isEqualTo(one.certificate().mostVnd());
    }
  }

  @Test
  void answersInTheScaleItIsAsked() {
    for (long seed = FIRST; seed < LAST; seed++) {
      Instance instance = RandomInstances.of(seed);
      Map<Phase, Long> small = byPhase(solve(instance));
      Map<Phase, Long> large = byPhase(solve(thousandfold(instance)));
      assertThat(large.keySet()).as("seed %d", seed).isEqualTo(small.keySet());
      for (Map.Entry<Phase, Long> each : small.entrySet()) {
        long value = large.getOrDefault(each.getKey(), -1L);
        switch (each.getKey()) {
          case SHORTFALL -> assertThat(Math.ceilDiv(value, 1_000)).isEqualTo(each.getValue());
          case DISTURBANCE, PRIORITY, DUE_CUTS ->
              assertThat(value).as("seed %d", seed).isEqualTo(each.getValue() * 1_000);
          case MOVES, DECISIONS, OWNER_LOSS ->
              assertThat(value).as("seed %d", seed).isEqualTo(each.getValue());
        }
      }
    }
  }

  private static Proposal solve(Instance instance) {
    return Reallocations.solve(instance, EFFORT, Progress.SILENT);
  }

  private static Map<Phase, Long> byPhase(Proposal proposal) {
    Map<Phase, Long> values = new EnumMap<>(Phase.class);
    proposal.phases().forEach(each -> values.put(each.phase(), each.value()));
    return values;
  }

  private static List<Long> values(Proposal proposal) {
    return List.copyOf(byPhase(proposal).values());
  }

  private static int lexicographic(List<Long> one, List<Long> other) {
    for (int at = 0; at < Math.min(one.size(), other.size()); at++) {
      int order = Long.compare(one.get(at), other.get(at));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static <T> List<T> shuffled(List<T> all, long seed) {
    List<T> other = new ArrayList<>(all);
    Collections.shuffle(other, new Random(seed));
    return other;
  }

  private static Instance moreInvestment(Instance in) {
    List<Project> projects = new ArrayList<>();
    for (Project it : in.projects()) {
      Long settled = it.settledVnd();
      projects.add(
          new Project(
              it.id(),
              it.owner(),
              it.area(),
              it.kind(),
              it.stage(),
              it.totalInvestmentVnd() + 25,
              settled == null ? null : Long.valueOf(settled + 25),
              it.accumulatedVnd(),
              it.otherPlansVnd(),
              it.eligibility(),
              it.dueArea()));
    }
    return new Instance(in.pools(), projects, in.lines(), in.owners(), in.target(), in.rules());
  }

  private static Instance moreReturned(Instance in) {
    List<Pool> pools = new ArrayList<>();
    for (Pool it : in.pools()) {
      pools.add(pool(it, it.mayReturnVnd() + 20, it.payableVnd(), it.unallocatedVnd()));
    }
    return new Instance(pools, in.projects(), in.lines(), in.owners(), in.target(), in.rules());
  }

  private static Pool pool(Pool it, long returnVnd, @Nullable Long payableVnd, long spareVnd) {
    return new Pool(
        it.id(),
        it.ringFence(),
        it.counted(),
        returnVnd,
        payableVnd,
        spareVnd,
        it.authority(),
        it.leadTimeFits(),
        it.mediumTermAuthority());
  }

  private static Instance moreFromOwners(Instance in) {
    Rules rules = in.rules();
    return in.with(
        new Rules(
            rules.quantiles(),
            rules.unitVnd(),
            rules.smallestMoveVnd(),
            rules.largestOwnerLossPpm() + 100_000,
            rules.mediumTermAdjustable(),
            rules.pins()));
  }

  private static @Nullable Long thousand(@Nullable Long amount) {
    return amount == null ? null : Long.valueOf(amount * 1_000);
  }

  private static Instance thousandfold(Instance in) {
    List<Pool> pools = new ArrayList<>();
    for (Pool it : in.pools()) {
      pools.add(
          pool(
              it,
              it.mayReturnVnd() * 1_000,
              thousand(it.payableVnd()),
              it.unallocatedVnd() * 1_000));
    }
    List<Owner> owners = new ArrayList<>();
    in.owners().forEach(it -> owners.add(new Owner(it.id(), it.plannedVnd() * 1_000)));
    Rules rules = in.rules();
    List<Pin> pins = new ArrayList<>();
    for (Pin it : rules.pins()) {
      long factor = it.kind() == Pin.Kind.LARGEST_CUT_SHARE ? 1 : 1_000;
      pins.add(new Pin(it.id(), it.kind(), it.scope(), it.subject(), it.amount() * factor));
    }
    Target target = in.target();
    return new Instance(
        pools,
        in.projects().stream().map(ReallocationPropertyTest::thousandfold).toList(),
        in.lines().stream().map(ReallocationPropertyTest::thousandfold).toList(),
        owners,
        new Target(
            target.numerator(),
            target.denominator(),
            target.denominatorVnd() * 1_000,
            target.alsoExpectedVnd() * 1_000),
        new Rules(
            rules.quantiles(),
            rules.unitVnd() * 1_000,
            rules.smallestMoveVnd() * 1_000,
            rules.largestOwnerLossPpm(),
            rules.mediumTermAdjustable(),
            pins));
  }

  private static Project thousandfold(Project it) {
    return new Project(
        it.id(),
        it.owner(),
        it.area(),
        it.kind(),
        it.stage(),
        it.totalInvestmentVnd() * 1_000,
        thousand(it.settledVnd()),
        it.accumulatedVnd() * 1_000,
        it.otherPlansVnd() * 1_000,
        it.eligibility(),
        it.dueArea());
  }

  private static Line thousandfold(Line it) {
    Ceiling ceiling = it.ceiling();
    Forecast forecast = it.forecast();
    return new Line(
        it.id(),
        it.pool(),
        it.project(),
        it.plannedVnd() * 1_000,
        it.paidVnd() * 1_000,
        it.inProcessVnd() * 1_000,
        it.acceptedUnpaidVnd() * 1_000,
        it.outstandingAdvanceVnd() * 1_000,
        new Forecast(
            forecast.f10Vnd() * 1_000, forecast.f50Vnd() * 1_000, forecast.f90Vnd() * 1_000),
        ceiling == null
            ? null
            : new Ceiling(
                thousand(ceiling.approvedVnd()),
                ceiling.accumulatedVnd() * 1_000,
                thousand(ceiling.mediumTermVnd()),
                ceiling.mediumTermUsedVnd() * 1_000),
        it.priority());
  }
}

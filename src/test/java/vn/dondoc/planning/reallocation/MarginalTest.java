package vn.dondoc.planning.reallocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dondoc.planning.reallocation.Instance.Owner;
import vn.dondoc.planning.reallocation.Line.Ceiling;
import vn.dondoc.planning.reallocation.Line.Forecast;
import vn.dondoc.planning.reallocation.Proposal.Outcome;
import vn.dondoc.planning.reallocation.programme.LineRooms;
import vn.dondoc.planning.reallocation.programme.Programme;

/** What loosening a limit is told to bring is what solving again with it loosened brings. */
class MarginalTest {
  private static final Effort EFFORT = new Effort(5_000, 1, 1);
  private static final long FIRST = 1;
  private static final long LAST = 600;

  @Test
  void toldSlopeIsTheChangeThatSolvingAgainBrings() {
    int told = 0;
    int late = 0;
    List<String> untrue = new ArrayList<>();
    for (long seed = FIRST; seed < LAST; seed++) {
      Instance instance = RandomInstances.of(seed);
      Proposal proposal = Reallocations.solve(instance, EFFORT, Progress.SILENT);
      if (proposal.outcome() != Outcome.OUT_OF_REACH || LineRooms.smallest(instance.rules()) > 1) {
        continue;
      }
      for (Marginal one : proposal.marginals()) {
        boolean deadline = one.limit() == Limit.LEAD_TIME;
        Instance loosened = one.isSlope() || deadline ? loosened(instance, one) : null;
        if (loosened != null) {
          Proposal after = Reallocations.solve(loosened, EFFORT, Progress.SILENT);
          long change = Math.max(0, lacking(proposal) - lacking(after));
          if (change < one.gainVnd() || change > one.gainVnd() + 1) {
            untrue.add("seed %d, %s: %d".formatted(seed, one, change));
          }
          told += one.gainVnd() > 0 ? 1 : 0;
          late += one.gainVnd() > 0 && deadline ? 1 : 0;
        }
      }
    }
    assertThat(untrue).isEmpty();
    assertThat(told).isGreaterThan(60);
    assertThat(late).isGreaterThan(10);
  }

  private static long lacking(Proposal proposal) {
    PhaseResult result = proposal.phase(Phase.SHORTFALL);
    // A loosened limit that contradicts the pins brings nothing.
    return result == null ? Long.MAX_VALUE / 2 : result.value();
  }

  /** The same with one unit more of the limit; null where the test has no way to say so. */
  private static @Nullable Instance loosened(Instance in, Marginal one) {
    long unit = in.rules().unitVnd();
    return switch (one.limit()) {
      case ABSORPTION ->
          lines(in, one.subject(), it -> line(it, it.acceptedUnpaidVnd(), unit, it.ceiling()));
      case SOURCE_STRUCTURE -> lines(in, one.subject(), it -> ceiling(it, unit, 0));
      case MEDIUM_TERM -> lines(in, one.subject(), it -> ceiling(it, 0, unit));
      case PAID_FLOOR -> {
        Line of =
            in.lines().stream().filter(it -> it.id() == one.subject()).findFirst().orElseThrow();
        yield of.acceptedUnpaidVnd() < unit
            ? null
            : lines(
                in, one.subject(), it -> line(it, it.acceptedUnpaidVnd() - unit, 0, it.ceiling()));
      }
      case NOTHING_LAPSES -> forced(in, one.subject(), unit);
      case TOTAL_INVESTMENT -> projects(in, one.subject(), unit);
      case OWNER_SHARE -> owners(in, one.subject(), unit);
      case PAYABLE -> pools(in, one.subject(), unit, 0, 0);
      case RETURN_ALLOWANCE -> pools(in, one.subject(), 0, unit, 0);
      case POOL_SURPLUS -> pools(in, one.subject(), 0, 0, unit);
      case LEAD_TIME -> inTime(in, one.subject());
      default -> null;
    };
  }

  private static Instance lines(Instance in, long id, Function<Line, Line> change) {
    List<Line> lines =
        in.lines().stream().map(it -> it.id() == id ? change.apply(it) : it).toList();
    return new Instance(in.pools(), in.projects(), lines, in.owners(), in.target(), in.rules());
  }

  private static Line line(Line it, long acceptedVnd, long more, @Nullable Ceiling ceiling) {
    Forecast was = it.forecast();
    return new Line(
        it.id(),
        it.pool(),
        it.project(),
        it.plannedVnd(),
        it.paidVnd(),
        it.inProcessVnd(),
        acceptedVnd,
        it.outstandingAdvanceVnd(),
        new Forecast(was.f10Vnd() + more, was.f50Vnd() + more, was.f90Vnd() + more),
        ceiling,
        it.priority());
  }

  private static Line ceiling(Line it, long approved, long medium) {
    Ceiling was = Objects.requireNonNull(it.ceiling());
    Ceiling now =
        new Ceiling(
            more(was.approvedVnd(), approved),
            was.accumulatedVnd(),
            more(was.mediumTermVnd(), medium),
            was.mediumTermUsedVnd());
    return line(it, it.acceptedUnpaidVnd(), 0, now);
  }

  private static @Nullable Long more(@Nullable Long was, long by) {
    return was == null ? null : Long.valueOf(was + by);
  }

  /** One unit more out of the line, whatever it would have paid; a pin of its own stands. */
  private static @Nullable Instance forced(Instance in, long id, long unit) {
    Programme programme = new Programme(in);
    int at = in.lines().stream().map(Line::id).toList().indexOf(id);
    Line line = in.lines().get(at);
    Project project = in.projects().get(programme.projectOf[at]);
    List<Pin> pins = new ArrayList<>(in.rules().pins());
    if (pins.stream().anyMatch(pin -> Programme.touches(pin, line, project))) {
      return null;
    }
    long amount = (programme.rooms[at].give + 1) * unit;
    pins.add(new Pin(99, Pin.Kind.FORCE_CUT, Pin.Scope.LINE, id, amount));
    return in.with(in.rules().with(pins));
  }

  private static Instance projects(Instance in, long id, long by) {
    List<Project> projects =
        in.projects().stream()
            .map(it ->
                it.id() != id
                    ? it
                    : new Project(
                        it.id(),
                        it.owner(),
                        it.area(),
                        it.kind(),
                        it.stage(),
                        it.totalInvestmentVnd() + by,
                        more(it.settledVnd(), by),
                        it.accumulatedVnd(),
                        it.otherPlansVnd(),
                        it.eligibility(),
                        it.dueArea()))
            .toList();
    return new Instance(in.pools(), projects, in.lines(), in.owners(), in.target(), in.rules());
  }

  private static @Nullable Instance owners(Instance in, long id, long unit) {
    long by = Math.ceilDiv(unit * 1_000_000, in.rules().largestOwnerLossPpm());
    List<Owner> owners =
        in.owners().stream()
            .map(it -> it.id() == id ? new Owner(id, it.plannedVnd() + by) : it)
            .toList();
    Instance after =
        new Instance(in.pools(), in.projects(), in.lines(), owners, in.target(), in.rules());
    int at = in.owners().stream().map(Owner::id).toList().indexOf(id);
    long was = new Programme(in).ownerLoss[at];
    long is = new Programme(after).ownerLoss[at];
    return is == was + 1 || is == Programme.FREE ? after : null;
  }

  /** All pools of the authority that decides about one. */
  private static Instance inTime(Instance in, long id) {
    String authority =
        in.pools().stream().filter(it -> it.id() == id).findFirst().orElseThrow().authority();
    return RandomInstances.inTime(in, authority, true);
  }

  private static Instance pools(Instance in, long id, long payable, long back, long spare) {
    List<Pool> pools =
        in.pools().stream()
            .map(it ->
                it.id() != id
                    ? it
                    : new Pool(
                        it.id(),
                        it.ringFence(),
                        it.counted(),
                        it.mayReturnVnd() + back,
                        more(it.payableVnd(), payable),
                        it.unallocatedVnd() + spare,
                        it.authority(),
                        it.leadTimeFits(),
                        it.mediumTermAuthority()))
            .toList();
    return new Instance(pools, in.projects(), in.lines(), in.owners(), in.target(), in.rules());
  }
}

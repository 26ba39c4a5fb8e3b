package vn.dondoc.capital.reallocation.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.cut.CutReason;
import vn.dondoc.capital.reallocation.SolveJob;
import vn.dondoc.capital.review.SlowLine;
import vn.dondoc.planning.reallocation.Certificate;
import vn.dondoc.planning.reallocation.Instance;
import vn.dondoc.planning.reallocation.Line;
import vn.dondoc.planning.reallocation.Move;
import vn.dondoc.planning.reallocation.Pool;
import vn.dondoc.planning.reallocation.Project;
import vn.dondoc.planning.reallocation.Proposal;
import vn.dondoc.planning.reallocation.WhyNot;

/**
 * Phương án as it is read: what the engine found, with the words of its lines.
 *
 * @param job the time of solving
 * @param names words of the lines
 * @param slow the rules each line breaks, by line
 */
public record Solved(SolveJob job, Map<Long, LineName> names, Map<Long, List<SlowLine.Hit>> slow) {

  public Instance instance() {
    return Objects.requireNonNull(job.found().instance());
  }

  public Proposal proposal() {
    return Objects.requireNonNull(job.found().proposal());
  }

  /**
   * Mốc của số liệu.
   *
   * @param day the day of the figures
   * @param sure how surely a receiver uses what it gets, in percent
   */
  public record View(LocalDate day, int sure) {}

  /**
   * Một dòng thay đổi.
   *
   * @param name whose
   * @param line as it stood
   * @param project its project as it stood
   * @param move what changes
   * @param hits the rules it breaks
   * @param view from where it is seen
   */
  public record Row(
      LineName name, Line line, Project project, Move move, List<SlowLine.Hit> hits, View view) {
    public boolean gives() {
      return move.amountVnd() < 0;
    }

    public long amountVnd() {
      return Math.abs(move.amountVnd());
    }

    public long afterVnd() {
      return line.plannedVnd() + move.amountVnd();
    }

    /** Paid by plan, before. */
    public BigDecimal rate() {
      return ratio(line.paidVnd(), line.plannedVnd());
    }

    /**
     * What a planner is offered as reason of the decrease: a finding, not a verdict; null where
     * neither the register nor a rule tells one.
     */
    public @Nullable CutReason offered() {
      if (project.settledVnd() != null) {
        return CutReason.SETTLED;
      }
      return hits.isEmpty() ? null : CutReason.SLOW;
    }

    /** The unit is heard whatever the reason is called. */
    public boolean hears() {
      return project.settledVnd() == null && !hits.isEmpty();
    }
  }

  /**
   * Một nhóm vốn trước và sau.
   *
   * @param moved what leaves lines of it
   */
  public record PoolRow(
      LineName.Pool pool,
      boolean counted,
      long planBefore,
      long planAfter,
      long expectedBefore,
      long expectedAfter,
      long moved) {
    public BigDecimal before() {
      return ratio(expectedBefore, planBefore);
    }

    /** Something of it moves, or comes from what it had unallocated. */
    public boolean isChanged() {
      return moved > 0 || planAfter != planBefore;
    }

    public BigDecimal after() {
      return ratio(expectedAfter, planAfter);
    }
  }

  /**
   * Mức trần của một nhóm vốn.
   *
   * @param before the rate if nothing moves
   * @param most the highest rate moves can bring it to
   * @param of the figures behind it, and what holds it there
   */
  public record Ceiling(
      LineName.Pool pool, BigDecimal before, BigDecimal most, Certificate.PoolCeiling of) {}

  /** Một dòng không thay đổi, and why. */
  public record Left(LineName name, WhyNot why) {}

  static BigDecimal ratio(long part, long whole) {
    return whole == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP);
  }

  /** Decreases and increases, pool by pool, decreases first, the largest first. */
  public List<Row> rows() {
    Map<Long, Line> lines =
        instance().lines().stream().collect(Collectors.toMap(Line::id, line -> line));
    Map<Long, Project> projects =
        instance().projects().stream().collect(Collectors.toMap(Project::id, one -> one));
    View view = new View(job.asOf(), 100 - instance().rules().quantiles().receiver());
    List<Row> rows = new ArrayList<>();
    for (Move move : proposal().moves()) {
      Line line = Objects.requireNonNull(lines.get(move.line()));
      LineName name = names.get(move.line());
      if (name != null) {
        rows.add(
            new Row(
                name,
                line,
                Objects.requireNonNull(projects.get(line.project())),
                move,
                slow.getOrDefault(move.line(), List.of()),
                view));
      }
    }
    rows.sort(
        Comparator.comparing((Row row) -> row.name().pool().code())
            .thenComparing(row -> !row.gives())
            .thenComparing(row -> -row.amountVnd())
            .thenComparing(row -> row.line().id()));
    return rows;
  }

  /** What leaves lines, over all pools. */
  public long movedVnd() {
    return proposal().moves().stream().mapToLong(move -> Math.max(0, -move.amountVnd())).sum();
  }

  /** Lấy từ vốn chưa phân bổ: what lines of a pool get and no line of it gives. */
  public long takenVnd(int pool) {
    return taken().getOrDefault((long) pool, 0L);
  }

  /** The same over all pools. */
  public long takenVnd() {
    return taken().values().stream().mapToLong(Long::longValue).sum();
  }

  private Map<Long, Long> taken() {
    Map<Long, Long> pools =
        instance().lines().stream().collect(Collectors.toMap(Line::id, Line::pool));
    Map<Long, Long> sums = new HashMap<>();
    for (Move move : proposal().moves()) {
      sums.merge(Objects.requireNonNull(pools.get(move.line())), move.amountVnd(), Long::sum);
    }
    sums.values().removeIf(more -> more <= 0);
    return sums;
  }

  public List<PoolRow> pools() {
    Map<Long, Long> moves =
        proposal().moves().stream().collect(Collectors.toMap(Move::line, Move::amountVnd));
    Map<Long, LineName.Pool> words = new LinkedHashMap<>();
    names.values().forEach(name -> words.putIfAbsent((long) name.pool().id(), name.pool()));
    int measured = instance().rules().quantiles().measured();
    Map<Long, long[]> sums = new HashMap<>();
    for (Line line : instance().lines()) {
      long[] sum = sums.computeIfAbsent(line.pool(), pool -> new long[5]);
      long change = moves.getOrDefault(line.id(), 0L);
      long after = line.plannedVnd() + change;
      sum[0] += line.plannedVnd();
      sum[1] += after;
      sum[2] += line.expectedVnd(line.plannedVnd(), measured);
      sum[3] += line.expectedVnd(after, measured);
      sum[4] += Math.max(0, -change);
    }
    List<PoolRow> rows = new ArrayList<>();
    for (Pool pool : instance().pools()) {
      long[] sum = sums.get(pool.id());
      LineName.Pool name = words.get(pool.id());
      if (sum != null && name != null) {
        long most = pool.payableVnd() == null ? Long.MAX_VALUE : pool.payableVnd();
        rows.add(
            new PoolRow(
                name,
                pool.counted(),
                sum[0],
                sum[1],
                Math.min(sum[2], most),
                Math.min(sum[3], most),
                sum[4]));
      }
    }
    return rows;
  }

  /** The ceiling of each pool, and what holds it there. */
  public List<Ceiling> ceilings() {
    Map<Long, LineName.Pool> words = new HashMap<>();
    names.values().forEach(name -> words.putIfAbsent((long) name.pool().id(), name.pool()));
    List<Ceiling> all = new ArrayList<>();
    for (Certificate.PoolCeiling one : proposal().certificate().pools()) {
      LineName.Pool pool = words.get(one.pool());
      if (pool != null) {
        all.add(
            new Ceiling(
                pool,
                ratio(one.expectedVnd(), one.planVnd()),
                ratio(one.expectedVnd() + one.gainVnd(), one.planVnd()),
                one));
      }
    }
    return all;
  }

  /** Mức trần toàn tỉnh. */
  public BigDecimal most() {
    return ratio(proposal().certificate().mostVnd(), instance().target().denominatorVnd());
  }

  /** Lines that stay, by words of their project. */
  public List<Left> left() {
    return proposal().left().stream()
        .filter(why -> names.containsKey(why.line()))
        .map(why -> new Left(Objects.requireNonNull(names.get(why.line())), why))
        .sorted(Comparator.comparing((Left left) -> left.name().project().name()))
        .toList();
  }

  /** Tỷ lệ toàn tỉnh trước, by the forecast. */
  public BigDecimal before() {
    return rate(proposal().before());
  }

  /** Tỷ lệ toàn tỉnh sau. */
  public BigDecimal after() {
    return rate(proposal().after());
  }

  static BigDecimal rate(Proposal.Standing standing) {
    return ratio(standing.expectedVnd(), standing.denominatorVnd());
  }

  /** The target as a ratio. */
  public BigDecimal target() {
    return ratio(instance().target().numerator(), instance().target().denominator());
  }

  /** What moves raises the rate. */
  public boolean isRaised() {
    return after().compareTo(before()) > 0;
  }

  public boolean isReached() {
    return proposal().outcome() == Proposal.Outcome.REACHED;
  }

  /**
   * Còn thiếu: expected payments the target asks beyond those of the plan; 0 where it is reached.
   */
  public long shortVnd() {
    return isReached()
        ? 0
        : Math.max(1, proposal().certificate().neededVnd() - proposal().after().expectedVnd());
  }

  /** Owners that lose plan. */
  public long losers() {
    return rows().stream()
        .filter(Row::gives)
        .map(row -> row.name().owner().id())
        .distinct()
        .count();
  }
}

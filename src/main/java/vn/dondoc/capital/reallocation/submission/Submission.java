package vn.dondoc.capital.reallocation.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.cut.Cut;
import vn.dondoc.capital.reallocation.reading.LineName;
import vn.dondoc.planning.reallocation.Limit;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * Đề xuất điều chuyển.
 *
 * @param id its number
 * @param scenarioId of which scenario
 * @param year năm ngân sách
 * @param name tên kịch bản
 * @param words lời giải trình thêm
 * @param told where the province stood and would stand
 * @param by who put it forward
 * @param on when
 * @param moves what changes, within sight
 * @param decisions what was decided of it
 * @param drop why it was withdrawn; null when it was not
 * @param whole whoever asks sees every line: sums, rates and papers are of the whole
 * @param state how it stands as a whole, also for who sees only some of its lines
 */
public record Submission(
    long id,
    long scenarioId,
    int year,
    String name,
    @Nullable String words,
    Told told,
    String by,
    LocalDate on,
    List<Moved> moves,
    List<Decision> decisions,
    @Nullable Drop drop,
    boolean whole,
    State state) {
  private static final String MEDIUM_TERM = "medium_term_change";

  public Submission {
    moves = List.copyOf(moves);
    decisions = List.copyOf(decisions);
  }

  /**
   * What was computed.
   *
   * @param target mục tiêu, as ratio
   * @param before tỷ lệ dự báo if nothing moves
   * @param after with the moves
   * @param chanceBefore khả năng đạt mục tiêu; null while not known
   * @param chanceAfter the same with the moves
   * @param definition how the rate is measured
   * @param proved no lawful plan is better
   * @param shortVnd còn thiếu with the moves, 0 where the target is reached; null where it was not
   *     told
   * @param ceilings mức trần, why the target is out of reach; null where it is reached, and where
   *     they were not told
   */
  public record Told(
      BigDecimal target,
      BigDecimal before,
      BigDecimal after,
      @Nullable Double chanceBefore,
      @Nullable Double chanceAfter,
      String definition,
      boolean proved,
      @Nullable Long shortVnd,
      @Nullable Ceilings ceilings) {
    /** The target is reached with the moves. */
    public boolean reaches() {
      return shortVnd == null ? after.compareTo(target) >= 0 : shortVnd == 0;
    }
  }

  /**
   * Mức trần by the rules.
   *
   * @param most the highest rate of the province
   * @param pools of each pool
   */
  public record Ceilings(BigDecimal most, List<Ceiling> pools) {
    public Ceilings {
      pools = List.copyOf(pools);
    }
  }

  /**
   * Mức trần của một nhóm vốn.
   *
   * @param pool its name
   * @param before its rate if nothing moves
   * @param most the highest rate moves can bring it to
   * @param held by which limit
   */
  public record Ceiling(String pool, BigDecimal before, BigDecimal most, Limit held) {}

  /**
   * Một dòng thay đổi.
   *
   * @param line whose
   * @param amountVnd increase above zero, decrease below
   * @param planVnd kế hoạch before
   * @param paidVnd giải ngân then
   * @param unpaidVnd đã nghiệm thu, chưa thanh toán then; null of proposals before it was kept
   * @param figures of its project, for the annex
   * @param why lý do, as it was told when it was put forward
   * @param documents codes of what it needs
   * @param cut its cut; null for an increase
   * @param approvedVnd what was decided; null before
   * @param decisionId by which decision
   */
  public record Moved(
      LineName line,
      long amountVnd,
      long planVnd,
      long paidVnd,
      @Nullable Long unpaidVnd,
      Figures figures,
      Why why,
      List<String> documents,
      @Nullable Cut cut,
      @Nullable Long approvedVnd,
      @Nullable Long decisionId) {
    public Moved {
      documents = List.copyOf(documents);
    }

    public boolean gives() {
      return amountVnd < 0;
    }

    public long sizeVnd() {
      return Math.abs(amountVnd);
    }

    public long afterVnd() {
      return planVnd + amountVnd;
    }

    public boolean isOpen() {
      return approvedVnd == null;
    }

    /** Giấy tờ cần có, as message keys. */
    public List<String> documentKeys() {
      return documents.stream().map(one -> "capital.move." + one).toList();
    }

    /** It goes above the medium-term plan, as it was put forward. */
    public boolean raisesMediumTerm() {
      return documents.contains(MEDIUM_TERM);
    }
  }

  /**
   * Lý do.
   *
   * @param vi as the paper tells it
   * @param en null of proposals made before it was kept
   */
  public record Why(String vi, @Nullable String en) {
    public String in(Texts texts) {
      return texts.language() == Language.EN && en != null ? en : vi;
    }
  }

  /**
   * Of the project: columns of the annex.
   *
   * @param totalVnd tổng mức đầu tư
   * @param mediumTermVnd kế hoạch trung hạn of the source
   * @param accumulatedVnd lũy kế vốn đến hết năm trước
   */
  public record Figures(
      @Nullable Long totalVnd, @Nullable Long mediumTermVnd, long accumulatedVnd) {}

  /**
   * Quyết định của cấp có thẩm quyền.
   *
   * @param mediumTerm điều chỉnh trung hạn kèm theo; null for none
   * @param late why it counts though signed after the deadline; null where it was in time
   * @param latePools pools whose deadline was over; empty of decisions before they were kept
   * @param changed lines that had changed since the proposal when it was booked
   * @param raised lines it raises above the medium-term plan as that stood then; empty of decisions
   *     before they were kept
   */
  public record Decision(
      long id,
      String number,
      String issuer,
      String signer,
      LocalDate signedOn,
      String by,
      NewDecision.@Nullable MediumTerm mediumTerm,
      @Nullable String late,
      List<Integer> latePools,
      List<Long> changed,
      List<Long> raised) {
    public Decision {
      latePools = List.copyOf(latePools);
      changed = List.copyOf(changed);
      raised = List.copyOf(raised);
    }

    /** It raises this line above the medium-term plan, with the decision that changes that. */
    public boolean raises(Moved move) {
      return mediumTerm != null
          && (raised.isEmpty() ? move.raisesMediumTerm() : raised.contains(move.line().lineId()));
    }
  }

  /** Rút đề xuất. */
  public record Drop(String why, String by, LocalDate on) {}

  /** Tình trạng. */
  public enum State {
    /** Chờ quyết định. */
    WAITING,
    /** Đã quyết định một phần. */
    PARTLY,
    /** Đã quyết định. */
    DECIDED,
    /** Đã rút. */
    DROPPED;

    /** Message key of its words. */
    public String key() {
      return "capital.submission.state." + name().toLowerCase(Locale.ROOT);
    }

    /** Style of its tag. */
    public String style() {
      return switch (this) {
        case WAITING -> "tag-rev";
        case PARTLY -> "tag-due";
        case DECIDED -> "tag-ok";
        case DROPPED -> "tag-nil";
      };
    }
  }

  public boolean isOpen() {
    return state == State.WAITING || state == State.PARTLY;
  }

  /** What leaves lines as proposed. */
  public long movedVnd() {
    return proposedVnd(true);
  }

  /** Pools that something of goes above the medium-term plan. */
  public Set<Integer> mediumTermPools() {
    return moves.stream()
        .filter(Moved::raisesMediumTerm)
        .map(move -> move.line().pool().id())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whose projects changed before a decision was booked, as far as they are within sight. */
  public List<String> changed(Decision decision) {
    return moves.stream()
        .filter(move -> decision.changed().contains(move.line().lineId()))
        .map(move -> move.line().project().name())
        .toList();
  }

  /** Pools a decision was signed too late for, by name. */
  public List<String> late(Decision decision) {
    return moves.stream()
        .map(move -> move.line().pool())
        .filter(pool -> decision.latePools().contains(pool.id()))
        .map(LineName.Pool::name)
        .distinct()
        .toList();
  }

  /** What was put forward of decreases, or of increases. */
  public long proposedVnd(boolean gives) {
    return moves.stream().filter(move -> move.gives() == gives).mapToLong(Moved::sizeVnd).sum();
  }

  /** What is approved of decreases, or of increases, so far. */
  public long approvedVnd(boolean gives) {
    return moves.stream()
        .filter(move -> move.gives() == gives)
        .mapToLong(move -> Objects.requireNonNullElse(move.approvedVnd(), 0L))
        .sum();
  }

  /** What decisions so far take from what a pool has unallocated. */
  public long approvedTakenVnd(int pool) {
    return moves.stream()
        .filter(move -> move.line().pool().id() == pool)
        .mapToLong(
            move -> (move.gives() ? -1 : 1) * Objects.requireNonNullElse(move.approvedVnd(), 0L))
        .sum();
  }

  /** The same over all pools. */
  public long approvedTakenVnd() {
    return pools().mapToLong(this::approvedTakenVnd).sum();
  }

  private IntStream pools() {
    return moves.stream().mapToInt(move -> move.line().pool().id()).distinct();
  }

  /** Something is decided, of what is within sight. */
  public boolean isSpokenOf() {
    return moves.stream().anyMatch(move -> !move.isOpen());
  }

  /** Something of a pool is decided. */
  public boolean isSpokenOf(int pool) {
    return moves.stream().anyMatch(move -> move.line().pool().id() == pool && !move.isOpen());
  }

  /** Lấy từ vốn chưa phân bổ: what lines of a pool get and no line of it gives. */
  public long takenVnd(int pool) {
    if (!whole) {
      return 0;
    }
    return Math.max(
        0,
        moves.stream()
            .filter(move -> move.line().pool().id() == pool)
            .mapToLong(Moved::amountVnd)
            .sum());
  }

  /** The same over all pools. */
  public long takenVnd() {
    return pools().mapToLong(this::takenVnd).sum();
  }

  public String path() {
    return SubmissionPage.PATH + "/" + id;
  }
}

package vn.dondoc.rural.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rural.matrix.Result;

/**
 * Một dòng kế hoạch: an indicator a unit lacks, or has and must keep.
 *
 * @param unit đơn vị
 * @param indicatorId chỉ tiêu
 * @param kind lacking or to be kept
 * @param found where it stands
 * @param owed who owes what by when
 * @param hands who can be handed it, and who is asked to take it
 * @param ended nhiệm vụ it was followed as and is no more; null when there is none
 * @param step how often somebody changed the line; 0 while it is as proposed
 */
public record PlanLine(
    Unit unit,
    int indicatorId,
    Kind kind,
    Found found,
    Owed owed,
    Hands hands,
    @Nullable Ended ended,
    int step) {
  private static final long WIDEST_INDICATOR = 1_000_000;

  /** Loại dòng. */
  public enum Kind {
    /** Chưa đạt. */
    MISSING,
    /** Đã đạt, phải duy trì và nâng cao. */
    KEEP
  }

  /**
   * Đơn vị.
   *
   * @param id its id
   * @param name tên
   * @param above tên đơn vị cấp trên
   * @param due phấn đấu đạt chuẩn trong năm
   * @param group nhóm đơn vị whose rules count; null where it is not asked for
   */
  public record Unit(
      int id, String name, @Nullable String above, boolean due, @Nullable String group) {}

  /**
   * Hiện trạng.
   *
   * @param reported đã báo cáo
   * @param reached 0 to 3, as the assessment counts
   * @param figures in the order of the indicator's parts
   * @param returned trả lại
   * @param waitingSince chờ kết quả từ ngày
   * @param said lý do trả lại, or what is waited for
   * @param expiresOn ngày cuối minh chứng còn giá trị
   * @param turnBodyId whose turn it is, where it is not that of the body that owes the line: of the
   *     unit for what was given back, of who holds the result for what is waited for
   */
  public record Found(
      boolean reported,
      int reached,
      List<@Nullable BigDecimal> figures,
      boolean returned,
      @Nullable LocalDate waitingSince,
      @Nullable String said,
      @Nullable LocalDate expiresOn,
      @Nullable Integer turnBodyId) {}

  /**
   * Việc phải làm.
   *
   * @param action việc; null while nobody wrote any
   * @param bodyId cơ quan chịu trách nhiệm; null when none could be proposed
   * @param post chức danh
   * @param dueOn ngày hoàn thành
   * @param cost kinh phí, đồng
   * @param project dự án
   * @param blockedBy vướng mắc
   * @param blockedUntil ngày vướng mắc được gỡ
   * @param taskId nhiệm vụ it is followed as
   */
  public record Owed(
      @Nullable String action,
      @Nullable Integer bodyId,
      @Nullable String post,
      @Nullable LocalDate dueOn,
      @Nullable Long cost,
      @Nullable String project,
      @Nullable String blockedBy,
      @Nullable LocalDate blockedUntil,
      @Nullable Long taskId) {
    /**
     * The same, by no post that is told: that of a body that owed it before is not the next one's.
     */
    Owed byNoPost() {
      return new Owed(action, bodyId, null, dueOn, cost, project, blockedBy, blockedUntil, taskId);
    }

    /** The same, owed by another body. */
    Owed by(int body) {
      return new Owed(action, body, post, dueOn, cost, project, blockedBy, blockedUntil, taskId);
    }

    /** The same, followed as a task. */
    Owed as(long task) {
      return new Owed(action, bodyId, post, dueOn, cost, project, blockedBy, blockedUntil, task);
    }
  }

  /**
   * Ai giao được.
   *
   * @param unitBodyId UBND of the unit
   * @param aboveBodyId UBND of the unit above
   * @param askedBodyId cơ quan được đề nghị nhận; null when nobody is asked
   */
  public record Hands(
      @Nullable Integer unitBodyId, @Nullable Integer aboveBodyId, @Nullable Integer askedBodyId) {}

  /**
   * Nhiệm vụ đã rút hoặc hủy: the line can be given again.
   *
   * @param taskId the task
   * @param state withdrawn, void
   * @param on ngày rút, hủy
   */
  public record Ended(long taskId, String state, LocalDate on) {}

  /** What is in the way is gone only after the day the line is to be done. */
  public boolean isBlockedBeyondDue() {
    return owed.dueOn() != null
        && owed.blockedUntil() != null
        && owed.blockedUntil().isAfter(owed.dueOn());
  }

  /** It is lacking and waits for a result somebody else holds. */
  public boolean waits() {
    return kind == Kind.MISSING && !found.returned() && found.waitingSince() != null;
  }

  /**
   * Who has to act now: what was given back is put right by the unit, and a result is brought by
   * who holds it, whoever owes the line.
   */
  public @Nullable Integer actingBodyId() {
    return found.turnBodyId() == null ? owed.bodyId() : found.turnBodyId();
  }

  /** Names the line in addresses and sheets. */
  public long key() {
    return key(unit.id(), indicatorId);
  }

  static long key(int unit, int indicator) {
    return unit * WIDEST_INDICATOR + indicator;
  }

  static int unitOf(long key) {
    return (int) (key / WIDEST_INDICATOR);
  }

  static int indicatorOf(long key) {
    return (int) (key % WIDEST_INDICATOR);
  }

  /** Where the indicator stands on a day, as the matrix tells it. */
  public Result result(LocalDate day) {
    if (kind == Kind.KEEP) {
      LocalDate ends = found.expiresOn();
      return ends != null && ends.isBefore(day) ? Result.EXPIRED : Result.MET;
    }
    if (found.returned()) {
      return Result.RETURNED;
    }
    if (found.waitingSince() != null) {
      return Result.WAITING;
    }
    return found.reported() ? Result.UNMET : Result.UNREPORTED;
  }

  /** Lacking after the day it was to be there. */
  public boolean isLate(LocalDate day) {
    return kind == Kind.MISSING && owed.dueOn() != null && owed.dueOn().isBefore(day);
  }
}

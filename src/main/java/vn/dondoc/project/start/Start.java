package vn.dondoc.project.start;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Một dự án theo quy định khởi công.
 *
 * @param ruleId quy định
 * @param projectId dự án
 * @param name tên dự án
 * @param owner chủ đầu tư, and who heads it
 * @param byPerson a person put it under the rule, not its class
 * @param why lý do, where a person did
 * @param startedOn ngày khởi công; null while works have not begun
 * @param dueOn the day its own plan has for it; null when it has none
 * @param state how it stands
 * @param left its owner changed its class; null where it is of the class of the rule
 */
public record Start(
    long ruleId,
    long projectId,
    String name,
    Owner owner,
    boolean byPerson,
    @Nullable String why,
    @Nullable LocalDate startedOn,
    @Nullable LocalDate dueOn,
    State state,
    @Nullable Left left) {
  /**
   * Đổi loại: of another class since, which does not take it out of the rule until that is
   * confirmed.
   *
   * @param on ngày ghi
   * @param to loại mới, a code of the reference data
   * @param why lý do
   * @param by ai ghi
   */
  public record Left(LocalDate on, String to, String why, String by) {}

  /**
   * Một dự án đã ra khỏi quy định.
   *
   * @param projectId dự án
   * @param name tên dự án
   * @param ownerName chủ đầu tư
   * @param to loại mới, where it is of another class; null where a person left it out
   * @param said lý do, ngày ghi, ai ghi
   */
  public record Gone(
      long projectId, String name, String ownerName, @Nullable String to, Said said) {}

  /**
   * Lần ghi.
   *
   * @param why lý do
   * @param on ngày
   * @param by ai
   */
  public record Said(String why, LocalDate on, String by) {}

  /**
   * Chủ đầu tư.
   *
   * @param id cơ quan
   * @param name tên
   * @param head chức danh người đứng đầu who answers; null where it has none
   */
  public record Owner(int id, String name, @Nullable String head) {}

  /** Its own plan is behind: the day has passed, or lies after the last one in time. */
  public boolean isPlannedLate(LocalDate lastDay, LocalDate today) {
    return startedOn == null && dueOn != null && (dueOn.isBefore(today) || dueOn.isAfter(lastDay));
  }

  /** Tình trạng. */
  public enum State {
    /** Quá hạn, chưa khởi công. */
    LATE,
    /** Chưa đến hạn. */
    WAITING,
    /** Khởi công chậm. */
    STARTED_LATE,
    /** Đã khởi công đúng hạn. */
    STARTED
  }
}

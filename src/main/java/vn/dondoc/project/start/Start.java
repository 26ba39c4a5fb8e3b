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
    State state) {
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

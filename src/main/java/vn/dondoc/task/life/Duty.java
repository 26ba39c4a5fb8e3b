package vn.dondoc.task.life;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.task.Party;

/**
 * Phần việc: what one body owes in a task, once or in one period, and where it stands.
 *
 * @param id its id
 * @param taskId the task
 * @param taskCode mã nhiệm vụ
 * @param action what has to be done
 * @param bodyId who owes it
 * @param part LEAD or COORDINATE
 * @param period the period, for work that comes back
 * @param state where it stands
 * @param originalDue hạn ban đầu
 * @param due hạn hiện tại
 * @param acknowledgedOn ngày tiếp nhận
 * @param reportedOn ngày báo cáo hoàn thành
 * @param confirmedOn ngày được xác nhận
 * @param returns how often a report was returned
 * @param extensionAsked an extension waits for a decision
 * @param timing tiến độ
 * @param daysLate số ngày quá hạn
 * @param step the last fact's step
 * @param ownPart phần việc riêng: what of the whole a helper does, when that was said
 */
public record Duty(
    long id,
    long taskId,
    String taskCode,
    String action,
    int bodyId,
    Party.Part part,
    @Nullable Span period,
    State state,
    @Nullable LocalDate originalDue,
    @Nullable LocalDate due,
    @Nullable LocalDate acknowledgedOn,
    @Nullable LocalDate reportedOn,
    @Nullable LocalDate confirmedOn,
    int returns,
    boolean extensionAsked,
    Timing timing,
    int daysLate,
    int step,
    @Nullable String ownPart) {

  /** Kỳ: first and last day. */
  public record Span(LocalDate from, LocalDate to) {}
}

package vn.dondoc.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.task.Party;
import vn.dondoc.task.life.Duty;
import vn.dondoc.task.life.State;

/**
 * Một dòng việc.
 *
 * @param dutyId the duty
 * @param taskId its task
 * @param code mã nhiệm vụ
 * @param action what has to be done
 * @param paragraph where the source says so
 * @param group the heading it stands under
 * @param waitsFor what is waited for, for {@link WorkGroup#WAITING}
 * @param bodyId who owes it
 * @param part LEAD or COORDINATE
 * @param period the period, for work that comes back
 * @param state where it stands
 * @param due hạn hiện tại
 * @param daysLate số ngày quá hạn
 * @param dates when it was given, reported and confirmed
 * @param leads bodies that lead the task
 * @param said last words of a report; of one that was returned, why it was
 * @param helpers how many help, and how many of them have reported
 * @param inCharge who within the body it was given to
 */
record WorkLine(
    long dutyId,
    long taskId,
    String code,
    String action,
    String paragraph,
    WorkGroup group,
    @Nullable Wait waitsFor,
    int bodyId,
    Party.Part part,
    Duty.@Nullable Span period,
    State state,
    @Nullable LocalDate due,
    int daysLate,
    Dates dates,
    List<Integer> leads,
    @Nullable String said,
    Helpers helpers,
    @Nullable String inCharge) {

  /** What somebody is waited for. */
  enum Wait {
    /** Xác nhận báo cáo. */
    CONFIRM,
    /** Quyết định gia hạn. */
    EXTEND,
    /** Nhận việc được chuyển. */
    TAKE,
    /** Ấn định thời hạn. */
    DATE
  }

  /** Ngày giao, ngày báo cáo, ngày được xác nhận. */
  record Dates(
      LocalDate openedOn, @Nullable LocalDate reportedOn, @Nullable LocalDate confirmedOn) {}

  /** Cơ quan phối hợp: how many there are, how many have reported, beside who leads. */
  record Helpers(int total, int reported) {}

  boolean isLead() {
    return part == Party.Part.LEAD;
  }

  /** Something is still to be reported by the body. */
  boolean isOwed() {
    return group != WorkGroup.WAITING && state.isOwed() && state != State.HANDED_BACK;
  }
}

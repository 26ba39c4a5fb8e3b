package vn.dondoc.task.life;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Tiến độ so với thời hạn, the words of the office's own reports. */
public enum Timing {
  /** Hoàn thành đúng hạn. */
  DONE_IN_TIME,
  /** Hoàn thành quá hạn. */
  DONE_LATE,
  /** Hoàn thành, việc không có ngày phải xong. */
  DONE_UNDATED,
  /** Đã báo cáo đúng hạn, chờ xác nhận. */
  REPORTED_IN_TIME,
  /** Đã báo cáo quá hạn, chờ xác nhận. */
  REPORTED_LATE,
  /** Đang thực hiện, quá hạn. */
  OVERDUE,
  /** Đang thực hiện, còn không quá 7 ngày. */
  DUE_SOON,
  /** Đang thực hiện, trong hạn. */
  IN_TIME,
  /** Chưa có ngày phải xong. */
  UNDATED,
  /** Không tính: đã hủy, đã rút, đã chuyển. */
  NOT_COUNTED;

  /** How many days ahead a deadline is near. */
  static final int SOON = 7;

  static Timing of(Life life, @Nullable LocalDate due, LocalDate today) {
    return of(life.state(), due, life.reportedOn(), today);
  }

  /**
   * How a duty stands to a deadline.
   *
   * @param due hạn ban đầu or hạn hiện tại
   * @param reported the day of the report that counts
   */
  public static Timing of(
      State state, @Nullable LocalDate due, @Nullable LocalDate reported, LocalDate today) {
    if (!state.counts()) {
      return NOT_COUNTED;
    }
    boolean late = due != null && (reported == null ? today : reported).isAfter(due);
    if (state == State.DONE) {
      return due == null ? DONE_UNDATED : late ? DONE_LATE : DONE_IN_TIME;
    }
    if (state == State.REPORTED) {
      return late ? REPORTED_LATE : REPORTED_IN_TIME;
    }
    if (due == null) {
      return UNDATED;
    }
    return late ? OVERDUE : due.isAfter(today.plusDays(SOON)) ? IN_TIME : DUE_SOON;
  }
}

package vn.dondoc.task.life;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Tổng hợp: how far several duties are, and of how many of them nothing is known yet.
 *
 * @param total duties that count
 * @param inTime hoàn thành đúng hạn hiện tại, with or without a day
 * @param inTimeAtFirst hoàn thành đúng hạn ban đầu, whatever was granted since
 * @param late hoàn thành quá hạn
 * @param waiting đã báo cáo, chờ xác nhận
 * @param overdue chưa báo cáo, đã quá hạn
 * @param missing chưa báo cáo
 */
public record RollUp(
    int total, int inTime, int inTimeAtFirst, int late, int waiting, int overdue, int missing) {

  /** Adds up those that count. */
  public static RollUp of(Collection<Duty> duties) {
    int[] sums = new int[7];
    for (Duty duty : duties) {
      if (!duty.state().counts()) {
        continue;
      }
      boolean done = duty.state() == State.DONE;
      boolean late = duty.timing() == Timing.DONE_LATE;
      sums[0]++;
      sums[1] += done && !late ? 1 : 0;
      sums[2] += done && isBy(duty.reportedOn(), duty.originalDue()) ? 1 : 0;
      sums[3] += late ? 1 : 0;
      sums[4] += duty.state() == State.REPORTED ? 1 : 0;
      sums[5] += duty.timing() == Timing.OVERDUE ? 1 : 0;
      sums[6] += duty.state().isOwed() ? 1 : 0;
    }
    return new RollUp(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6]);
  }

  private static boolean isBy(@Nullable LocalDate day, @Nullable LocalDate due) {
    return day == null || due == null || !day.isAfter(due);
  }

  /** Nobody who counts owes anything any more. */
  public boolean isSettled() {
    return total > 0 && missing == 0;
  }

  /** How many have told of their result. */
  public int reported() {
    return total - missing;
  }
}

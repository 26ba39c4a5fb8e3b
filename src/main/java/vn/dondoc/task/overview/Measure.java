package vn.dondoc.task.overview;

import org.jspecify.annotations.Nullable;

/**
 * Số đo của một nhóm phần việc.
 *
 * @param counts how many of each timing
 * @param late how many are or were late
 * @param meanLate mean days late of those; null when none is
 * @param mostLate most days late
 * @param inTime done in time by the deadline as it is now
 * @param inTimeAtFirst done in time by the deadline as it was first set, whatever was granted since
 * @param returned duties with a report the office sent back
 * @param handedBack duties the body gave back as not its own, whatever became of them since
 * @param acknowledge days from being given to being acknowledged
 * @param report days from there to the report that counts
 * @param confirm days from the report to its confirmation
 */
record Measure(
    Counts counts,
    long late,
    @Nullable Double meanLate,
    int mostLate,
    long inTime,
    long inTimeAtFirst,
    long returned,
    long handedBack,
    @Nullable Spread acknowledge,
    @Nullable Spread report,
    @Nullable Spread confirm) {

  /**
   * Thời gian, ngày.
   *
   * @param median half took no longer
   * @param most nine of ten took no longer
   */
  record Spread(double median, double most) {}

  boolean isEmpty() {
    return counts.total() == 0 && handedBack == 0;
  }
}

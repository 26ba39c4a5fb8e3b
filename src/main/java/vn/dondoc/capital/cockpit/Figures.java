package vn.dondoc.capital.cockpit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.rate.Rate;

/**
 * Số liệu của một số dòng vốn cộng lại, đồng.
 *
 * @param lines how many lines
 * @param projects of how many projects
 * @param plan kế hoạch
 * @param entered đã nhập để thanh toán
 * @param outstanding tạm ứng chưa thu hồi
 * @param volume khối lượng đã thanh toán, with what was recovered
 * @param month giải ngân trong tháng
 * @param plannedOn the first day plan was given
 * @param movedOn the last day money went out; null when none did
 * @param estimate chủ đầu tư ước đến hết tháng
 * @param work khối lượng thực hiện, as owners report it
 */
record Figures(
    long lines,
    long projects,
    long plan,
    long entered,
    long outstanding,
    long volume,
    long month,
    @Nullable LocalDate plannedOn,
    @Nullable LocalDate movedOn,
    Told estimate,
    Told work) {

  /** Of no line at all. */
  static final Figures NONE =
      new Figures(0, 0, 0, 0, 0, 0, 0, null, null, new Told(0, 0, 0), new Told(0, 0, 0));

  /**
   * What owners told.
   *
   * @param amountVnd of the lines they told of
   * @param lines how many those are
   * @param planVnd their plan
   */
  record Told(long amountVnd, long lines, long planVnd) {
    /** To the plan of the lines they told of. */
    Rate rate() {
      return new Rate(amountVnd, planVnd);
    }
  }

  /** Giải ngân: outstanding advances and volume paid. */
  long disbursed() {
    return outstanding + volume;
  }

  long unspent() {
    return plan - disbursed();
  }

  /** Lines whose owner has not told the month's estimate. */
  long unreported() {
    return lines - estimate.lines();
  }

  /**
   * Days since money last went out; since plan was given, or the year began, where none ever did.
   * Null where nothing was planned.
   */
  @Nullable Long idle(int year, LocalDate day) {
    LocalDate since = movedOn;
    if (since == null && plannedOn != null) {
      LocalDate first = LocalDate.of(year, 1, 1);
      since = plannedOn.isBefore(first) ? first : plannedOn;
    }
    return since == null ? null : (Long) Math.max(0, ChronoUnit.DAYS.between(since, day));
  }
}

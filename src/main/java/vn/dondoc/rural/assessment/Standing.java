package vn.dondoc.rural.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hiện trạng của một chỉ tiêu ở một đơn vị.
 *
 * @param unitId đơn vị
 * @param indicatorId chỉ tiêu
 * @param claim what the unit itself says; null when it has not reported
 * @param verified kết quả thẩm tra; null until it is verified
 * @param appraised kết quả thẩm định; null until it is appraised
 * @param returned trả lại, and not yet said anew
 * @param waitingSince chờ kết quả của cơ quan khác, from that day; null when nothing is waited for
 * @param expiresOn ngày cuối minh chứng còn giá trị; null when none ends
 * @param reached how far it is met
 * @param lastPeriod the latest month anything was said of
 * @param lastStep how many facts that month has
 */
public record Standing(
    int unitId,
    int indicatorId,
    @Nullable Claim claim,
    @Nullable Boolean verified,
    @Nullable Boolean appraised,
    boolean returned,
    @Nullable LocalDate waitingSince,
    @Nullable LocalDate expiresOn,
    Stage reached,
    LocalDate lastPeriod,
    int lastStep) {

  /**
   * Số liệu xã tự đánh giá.
   *
   * @param period the month, by its first day
   * @param on the day it was said
   * @param verdict whether it meets the rule; null where no rule or a figure is lacking
   * @param figures in the order of the indicator's parts
   * @param nothing there is nothing to assess
   */
  public record Claim(
      LocalDate period,
      LocalDate on,
      @Nullable Boolean verdict,
      List<@Nullable BigDecimal> figures,
      boolean nothing) {}

  /** Mức đã đạt, each one more than the one before. */
  public enum Stage {
    /** Chưa đạt, or not reported. */
    NONE,
    /** Đạt theo xã tự đánh giá. */
    CLAIMED,
    /** Đạt qua thẩm tra của huyện. */
    VERIFIED,
    /** Đạt qua thẩm định của tỉnh. */
    APPRAISED;

    private static final List<Stage> ALL = List.of(values());

    /** As the database numbers it. */
    public int number() {
      return ALL.indexOf(this);
    }

    static Stage of(int number) {
      return ALL.get(number);
    }
  }

  /** The evidence does not prove anything any more. */
  public boolean isExpired(LocalDate day) {
    return expiresOn != null && expiresOn.isBefore(day);
  }
}

package vn.dondoc.rural.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Điều đã biết về một chỉ tiêu của một xã trong một kỳ.
 *
 * @param step how many facts of the month there are
 * @param by who told the last of them; null when there is none
 * @param kind what the last of them was; null when there is none
 * @param figures what is claimed for the month, in the order of the parts; empty when nothing is
 * @param nothing claimed as having no content
 * @param before what was claimed for the month before this one that has a claim
 * @param beforeNothing that claim said there is no content
 * @param waits whom it waits for; null when it does not wait
 * @param looked what was found of the claim that counts; null while nobody has looked
 */
record Known(
    int step,
    @Nullable String by,
    @Nullable String kind,
    List<@Nullable BigDecimal> figures,
    boolean nothing,
    List<@Nullable BigDecimal> before,
    boolean beforeNothing,
    @Nullable String waits,
    @Nullable Looked looked) {
  private static final Known NOTHING =
      new Known(0, null, null, List.of(), false, List.of(), false, null, null);

  /** Chưa có gì. */
  static Known none() {
    return NOTHING;
  }

  /**
   * Đã xét.
   *
   * @param kind thẩm tra, thẩm định
   * @param by who
   * @param on ngày của tỉnh
   */
  record Looked(String kind, String by, LocalDate on) {}

  /** An indicator of a unit. */
  record Spot(int unit, int indicator) {}
}

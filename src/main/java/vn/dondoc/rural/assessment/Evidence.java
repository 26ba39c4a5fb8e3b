package vn.dondoc.rural.assessment;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Minh chứng đã lưu.
 *
 * @param id its id
 * @param indicatorId chỉ tiêu
 * @param period the month it was sent for; null of what was kept before that was noted
 * @param name its file name
 * @param size bytes
 * @param expiresOn the last day it proves anything; null when it has none
 * @param on ngày gửi
 * @param by who sent it
 */
public record Evidence(
    long id,
    int indicatorId,
    @Nullable YearMonth period,
    String name,
    int size,
    @Nullable LocalDate expiresOn,
    LocalDate on,
    String by) {
  private static final int KILOBYTE = 1024;

  /**
   * Tệp.
   *
   * @param name its file name
   * @param bytes what is in it
   */
  @SuppressWarnings("ArrayRecordComponent") // the bytes go straight to who asks
  public record Content(String name, byte[] bytes) {}

  /** Size in whole kilobytes, at least one. */
  public int kilobytes() {
    return Math.max(1, size / KILOBYTE);
  }

  /** It was sent for what was said of a month. */
  boolean isOf(YearMonth month) {
    return period == null || period.equals(month);
  }

  /** It proves nothing any more. */
  public boolean isExpired(LocalDate day) {
    return expiresOn != null && expiresOn.isBefore(day);
  }
}

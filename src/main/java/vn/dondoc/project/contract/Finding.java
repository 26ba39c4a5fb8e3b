package vn.dondoc.project.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Tồn tại về tiến độ, chất lượng.
 *
 * @param id its id
 * @param contractId hợp đồng
 * @param content what was found
 * @param closed that it was put right; null while it was not
 * @param by who recorded it
 */
public record Finding(
    long id, long contractId, Content content, @Nullable Closed closed, String by) {
  /**
   * Nội dung.
   *
   * @param kind loại, a code of the reference data
   * @param on ngày phát hiện
   * @param words nội dung
   * @param remedyOn the day it is to be put right by
   */
  public record Content(String kind, LocalDate on, String words, @Nullable LocalDate remedyOn) {}

  /**
   * Đã khắc phục.
   *
   * @param on ngày
   * @param words kết quả
   */
  public record Closed(LocalDate on, String words) {}

  /** Not put right and its day has passed. */
  public boolean isLate(LocalDate today) {
    return closed == null && content.remedyOn() != null && content.remedyOn().isBefore(today);
  }
}

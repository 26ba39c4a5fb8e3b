package vn.dondoc.project.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Nghiệm thu khối lượng.
 *
 * @param id its id
 * @param contractId hợp đồng
 * @param content what it says
 * @param by who recorded it
 */
public record Acceptance(long id, long contractId, Content content, String by) {
  /**
   * Nội dung.
   *
   * @param number số biên bản
   * @param on ngày nghiệm thu
   * @param valueVnd giá trị khối lượng, đồng
   * @param words ghi chú
   */
  public record Content(String number, LocalDate on, long valueVnd, @Nullable String words) {}
}

package vn.dondoc.reading;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thể thức văn bản: the parts of Decree 30/2020/NĐ-CP, article 8, that name a document.
 *
 * @param kind tên loại: "Thông báo", "Chỉ thị", "Công văn" …
 * @param number số, ký hiệu as written; starts with "/" when the number is blank
 * @param date thời gian ban hành; null when the day is blank
 * @param dateText the words of the date
 * @param place địa danh
 * @param issuer cơ quan ban hành
 * @param subject trích yếu
 * @param signer who signed
 * @param recipients nơi nhận, a line each, the archive line included
 */
public record DocumentHead(
    @Nullable String kind,
    @Nullable String number,
    @Nullable LocalDate date,
    @Nullable String dateText,
    @Nullable String place,
    @Nullable String issuer,
    @Nullable String subject,
    @Nullable Signer signer,
    List<String> recipients) {
  public DocumentHead {
    recipients = List.copyOf(recipients);
  }

  /**
   * Người ký.
   *
   * @param name họ tên
   * @param title chức vụ, "CHÁNH VĂN PHÒNG"
   * @param capacity quyền hạn ký, "TL. CHỦ TỊCH"
   */
  public record Signer(@Nullable String name, @Nullable String title, @Nullable String capacity) {}
}

package vn.dondoc.capital.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.intake.layout.Content;

/**
 * Một tệp đã gửi vào.
 *
 * @param id its number
 * @param what what it tells of
 * @param file what came
 * @param staged who sent it in
 * @param reading the reading that counts; null until it was read to its end
 * @param end how it ended; null while it waits
 */
public record Intake(
    long id, What what, File file, Staged staged, @Nullable Long reading, @Nullable End end) {

  /**
   * Tệp nói về điều gì.
   *
   * @param content nội dung
   * @param senderId cơ quan gửi
   * @param issuer how vouchers of the sender are told apart
   * @param budgetYear năm ngân sách
   * @param cutOff ngày chốt số liệu; of a plan the day it was signed
   * @param reportKind ước hay thực tế, of a report
   * @param document số quyết định, of a plan
   * @param annex phụ lục of it
   */
  public record What(
      Content content,
      int senderId,
      String issuer,
      int budgetYear,
      LocalDate cutOff,
      @Nullable String reportKind,
      @Nullable String document,
      @Nullable String annex) {}

  /** The file's name, its SHA-256 and its size. */
  public record File(String name, String digest, int bytes) {}

  /** Who sent it in, when. */
  public record Staged(LocalDate onDay, Instant at, String by) {}

  /**
   * Kết thúc.
   *
   * @param outcome committed or dropped
   * @param postingId lần ghi sổ; null when nothing of it was booked
   * @param reason lý do
   */
  public record End(
      String outcome, @Nullable Long postingId, @Nullable String reason, Instant at, String by) {}

  public boolean isWaiting() {
    return end == null;
  }

  public boolean isCommitted() {
    return end != null && end.outcome().equals("committed");
  }

  /** Where its page is. */
  public String path() {
    return IntakePage.PATH + "/" + id;
  }
}

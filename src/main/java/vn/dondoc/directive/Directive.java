package vn.dondoc.directive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Văn bản chỉ đạo đã tiếp nhận.
 *
 * @param id its id
 * @param head what its form says
 * @param receivedAt when it was taken in
 * @param receivedBy by whom
 * @param confirmedAt when its tasks were made; null before
 * @param confirmedBy by whom
 * @param illustrative it belongs to a demonstration
 */
public record Directive(
    long id,
    Head head,
    Instant receivedAt,
    String receivedBy,
    @Nullable Instant confirmedAt,
    @Nullable String confirmedBy,
    boolean illustrative) {

  /**
   * The parts of the document's form that are shown.
   *
   * @param kind tên loại
   * @param number số, ký hiệu
   * @param issuedOn ngày ban hành; null when blank
   * @param dateText the words of the date
   * @param issuer cơ quan ban hành
   * @param subject trích yếu
   * @param signer who signed, in one line
   * @param recipients nơi nhận
   */
  public record Head(
      @Nullable String kind,
      @Nullable String number,
      @Nullable LocalDate issuedOn,
      @Nullable String dateText,
      @Nullable String issuer,
      @Nullable String subject,
      @Nullable String signer,
      List<String> recipients) {}

  public boolean isConfirmed() {
    return confirmedAt != null;
  }

  /** What to call it in a list: its kind and number, else the beginning of its subject. */
  public String title() {
    String kind = head.kind() == null ? "Văn bản" : head.kind();
    return head.number() == null ? kind : kind + " " + head.number();
  }
}

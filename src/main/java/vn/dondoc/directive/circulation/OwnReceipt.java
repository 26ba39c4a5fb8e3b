package vn.dondoc.directive.circulation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Văn bản gửi cơ quan mình: how a document stands with a body the actor speaks for.
 *
 * @param documentId the document
 * @param title what to call it
 * @param subject trích yếu
 * @param bodyId the body
 * @param body its name
 * @param from who passed it on; null for the office
 * @param sentOn when it was sent
 * @param dueOn the last day to acknowledge it in time
 * @param openedOn when somebody of the body opened it
 * @param acknowledgedOn ngày xác nhận đã nhận
 * @param acknowledgedBy by whom
 * @param onward the words of the document that ask to pass it on
 * @param below bodies it is passed on to as a rule, or was
 * @param forwarded to how many of them it was
 * @param received how many of them acknowledged
 */
public record OwnReceipt(
    long documentId,
    String title,
    @Nullable String subject,
    int bodyId,
    String body,
    @Nullable String from,
    LocalDate sentOn,
    LocalDate dueOn,
    @Nullable LocalDate openedOn,
    @Nullable LocalDate acknowledgedOn,
    @Nullable String acknowledgedBy,
    @Nullable String onward,
    int below,
    int forwarded,
    int received) {

  public boolean isAcknowledged() {
    return acknowledgedOn != null;
  }

  /** The body has acknowledged it, and has bodies below that have not been sent it. */
  public boolean owesForwarding() {
    return isAcknowledged() && onward != null && forwarded < below;
  }
}

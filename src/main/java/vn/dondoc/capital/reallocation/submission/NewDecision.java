package vn.dondoc.capital.reallocation.submission;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Quyết định của cấp có thẩm quyền, whole or of a part.
 *
 * @param number số, ký hiệu
 * @param issuer cơ quan ban hành
 * @param signer người ký
 * @param signedOn ngày ký
 * @param approved by line, đồng: all, a part, or zero for what is not approved; lines it does not
 *     speak of stay open
 * @param mediumTerm điều chỉnh trung hạn kèm theo; null for none
 * @param said what whoever enters it answers for
 */
public record NewDecision(
    String number,
    String issuer,
    String signer,
    LocalDate signedOn,
    Map<Long, Long> approved,
    @Nullable MediumTerm mediumTerm,
    Said said) {
  public NewDecision {
    approved = Map.copyOf(approved);
  }

  /** One of the year's plan alone, with nothing to answer for. */
  public NewDecision(
      String number, String issuer, String signer, LocalDate signedOn, Map<Long, Long> approved) {
    this(number, issuer, signer, signedOn, approved, null, Said.NOTHING);
  }

  /** The same without a reason for its lateness. */
  NewDecision inTime() {
    return new NewDecision(
        number, issuer, signer, signedOn, approved, mediumTerm, new Said("", said.seen()));
  }

  /** The decision that changes the medium-term plan. */
  public record MediumTerm(String number, String issuer, LocalDate signedOn) {}

  /**
   * Xác nhận của người ghi.
   *
   * @param late why it counts though signed after the deadline; empty for nothing
   * @param seen which changes of the lines were looked at; empty for none
   */
  public record Said(String late, String seen) {
    public static final Said NOTHING = new Said("", "");
  }
}

package vn.dondoc.capital.reallocation.submission;

import java.time.LocalDate;
import java.util.Map;

/**
 * Quyết định của cấp có thẩm quyền, whole or of a part.
 *
 * @param number số, ký hiệu
 * @param issuer cơ quan ban hành
 * @param signer người ký
 * @param signedOn ngày ký
 * @param approved by line, đồng: all, a part, or zero for what is not approved; lines it does not
 *     speak of stay open
 */
public record NewDecision(
    String number, String issuer, String signer, LocalDate signedOn, Map<Long, Long> approved) {
  public NewDecision {
    approved = Map.copyOf(approved);
  }
}

package vn.dondoc.directive.circulation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Cơ quan cấp dưới: a body a recipient may pass a document on to.
 *
 * @param bodyId it
 * @param name its name
 * @param byRule of the same kind in a place right below: it is passed on to as a rule
 * @param sentOn when it was sent the document; null while it was not
 * @param state how the document stands with it
 * @param acknowledgedOn when it said so
 * @param lateDays days past the last day
 */
record Below(
    int bodyId,
    String name,
    boolean byRule,
    @Nullable LocalDate sentOn,
    ReceiptFilter.@Nullable State state,
    @Nullable LocalDate acknowledgedOn,
    int lateDays) {
  boolean isSent() {
    return sentOn != null;
  }
}

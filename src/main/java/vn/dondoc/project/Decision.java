package vn.dondoc.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Quyết định đã ghi.
 *
 * @param id its id
 * @param content what it says
 * @param on ngày ghi
 * @param by who recorded it
 * @param correctsId the decision it puts right; null for one recorded for the first time
 * @param isVoid it only takes back what it corrects
 * @param why lý do of a correction
 * @param isCorrected another was put in its place
 */
public record Decision(
    long id,
    NewDecision content,
    LocalDate on,
    String by,
    @Nullable Long correctsId,
    boolean isVoid,
    @Nullable String why,
    boolean isCorrected) {
  /** It holds today. */
  public boolean counts() {
    return !isVoid && !isCorrected;
  }
}

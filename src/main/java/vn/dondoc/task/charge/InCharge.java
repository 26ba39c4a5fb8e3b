package vn.dondoc.task.charge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ai phụ trách một phần việc.
 *
 * @param dutyId which one
 * @param history newest first; only that of the body's own people and of whoever sees the province
 * @param may whoever looks may give it to somebody
 */
public record InCharge(long dutyId, List<Charge> history, boolean may) {
  /** Who is in charge now; null when nobody is. */
  public @Nullable Charge now() {
    return history.isEmpty() || history.getFirst().accountId() == null ? null : history.getFirst();
  }

  /** The last step recorded; 0 before the first. */
  public int step() {
    return history.isEmpty() ? 0 : history.getFirst().step();
  }
}

package vn.dondoc.task;

import java.util.List;

/**
 * Nhiệm vụ cần lập.
 *
 * @param source what made it
 * @param ordinal its place among the source's tasks
 * @param wording what it says
 * @param due by when
 * @param parties who takes part; at least one lead
 */
public record NewTask(
    SourceReference source, int ordinal, Wording wording, Due due, List<Party> parties) {
  public NewTask {
    parties = List.copyOf(parties);
  }
}

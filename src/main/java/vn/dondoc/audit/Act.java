package vn.dondoc.audit;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Việc đã làm: one act as the audit keeps it.
 *
 * @param act what was done, {@code "task.correct"}
 * @param subjectKind what it was done to, {@code "task.task"}
 * @param subjectId which one
 * @param why the reason given, when the act asks for one
 * @param before what changed, as it was; empty for something new
 * @param after what changed, as it is now; empty for something ended
 */
public record Act(
    String act,
    String subjectKind,
    String subjectId,
    @Nullable String why,
    Map<String, ?> before,
    Map<String, ?> after) {
  public Act {
    // Sorted, so the same facts always give the same text; a value may be null.
    before = Collections.unmodifiableMap(new TreeMap<>(before));
    after = Collections.unmodifiableMap(new TreeMap<>(after));
  }
}

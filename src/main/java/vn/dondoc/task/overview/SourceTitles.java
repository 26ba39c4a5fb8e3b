package vn.dondoc.task.overview;

import java.util.Collection;
import java.util.Map;

/** Tên nguồn giao việc: told by the module whose things make tasks; a task does not know them. */
public interface SourceTitles {
  /** Titles of those of these sources that the actor sees, by id. */
  Map<Long, String> of(Collection<Long> sources);
}

package vn.dondoc.task;

import org.jspecify.annotations.Nullable;

/**
 * Nguồn của nhiệm vụ, in words: told by a module whose things other than documents make tasks; a
 * task does not know them.
 */
public interface TaskOrigins {
  /**
   * What made a task.
   *
   * @param title what it is, in the words of the page
   * @param path where it is looked at
   */
  record Origin(String title, String path) {}

  /** What made this task; null where it is not of this module. */
  @Nullable Origin of(Task task);
}

package vn.dondoc.task;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Page;

/**
 * One task as a line of a list.
 *
 * @param task the task
 * @param leads names of who leads, as the version in force has it
 * @param holders names of who leads now, where it was handed on since; empty where it was not
 * @param coordinators names of who helps
 * @param due its deadline in words
 */
public record TaskLine(
    Task task, List<String> leads, List<String> holders, List<String> coordinators, DueText due) {
  /**
   * @param holders who leads now, where it was handed on
   * @param nearest the nearest day anything of it is owed by; null when there is none
   */
  static TaskLine of(
      Task task,
      Names names,
      @Nullable List<String> holders,
      @Nullable LocalDate nearest,
      Page page) {
    return new TaskLine(
        task,
        names.of(task, Party.Part.LEAD),
        holders == null ? List.of() : holders,
        names.of(task, Party.Part.COORDINATE),
        DueText.of(task.content().due(), nearest, page));
  }

  public String paragraph() {
    return String.join(".", task.content().source().path());
  }
}

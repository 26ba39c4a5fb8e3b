package vn.dondoc.task;

import java.util.List;
import vn.dondoc.web.Page;

/**
 * One task as a line of a list.
 *
 * @param task the task
 * @param leads names of who leads
 * @param coordinators names of who helps
 * @param due its deadline in words
 */
public record TaskLine(Task task, List<String> leads, List<String> coordinators, DueText due) {
  static TaskLine of(Task task, Names names, Page page) {
    return new TaskLine(
        task,
        names.of(task, Party.Part.LEAD),
        names.of(task, Party.Part.COORDINATE),
        DueText.of(task.content().due(), page));
  }

  public String paragraph() {
    return String.join(".", task.content().source().path());
  }
}

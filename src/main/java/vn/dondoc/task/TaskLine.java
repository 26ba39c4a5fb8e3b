package vn.dondoc.task;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.task.life.DueNow;
import vn.dondoc.web.Page;

/**
 * One task as a line of a list.
 *
 * @param task the task
 * @param leads names of who leads, as the version in force has it
 * @param holders names of who leads now, where it was handed on since; empty where it was not
 * @param coordinators names of who helps
 * @param due its deadline in words, as it stands
 * @param current its deadline as it is now; null when no day is known
 */
public record TaskLine(
    Task task,
    List<String> leads,
    List<String> holders,
    List<String> coordinators,
    DueText due,
    @Nullable LocalDate current) {
  /**
   * Where a task stands now.
   *
   * @param holders who leads now, where it was handed on; null where it was not
   * @param due its deadline as it is now; null while nobody has a part
   * @param settled whether those who lead owe nothing any more: nobody is late by it then
   */
  record Standing(@Nullable List<String> holders, @Nullable DueNow due, boolean settled) {}

  static TaskLine of(Task task, Names names, Standing stands, Page page) {
    DueNow now = stands.due();
    LocalDate current = now == null ? task.content().due().lastDay() : now.due();
    boolean ended = stands.settled() && task.content().due().kind() == Due.Kind.RECURRING;
    DueText due = DueText.of(task.content().due(), ended ? null : current, page);
    return new TaskLine(
        task,
        names.of(task, Party.Part.LEAD),
        stands.holders() == null ? List.of() : stands.holders(),
        names.of(task, Party.Part.COORDINATE),
        stands.settled() ? due.settled(page) : due,
        current);
  }

  public String paragraph() {
    return String.join(".", task.content().source().path());
  }
}

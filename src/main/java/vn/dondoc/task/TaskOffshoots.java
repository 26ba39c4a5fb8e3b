package vn.dondoc.task;

import java.util.List;

/**
 * Việc nảy sinh từ nhiệm vụ: told by a module that made something of a task; a task does not know
 * it.
 */
public interface TaskOffshoots {
  /**
   * One thing made of a task, or the way to make one.
   *
   * @param title what it is, in the words of the page
   * @param about what is to be known of it at a glance; empty when nothing
   * @param path where it is looked at
   */
  record Offshoot(String title, String about, String path) {}

  /**
   * What the actor sees of them, for this task.
   *
   * @param owed whether anybody still owes it: nothing new is made of a task that has ended
   */
  List<Offshoot> of(Task task, boolean owed);
}

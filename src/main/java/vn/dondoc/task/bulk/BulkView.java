package vn.dondoc.task.bulk;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.dondoc.agency.Body;
import vn.dondoc.task.Task;

/**
 * The form of a bulk edit, and its preview.
 *
 * @param form what was typed
 * @param tasks the tasks chosen, each with its latest version
 * @param taking bodies that take part in any of them
 * @param names official names to choose from
 * @param problems why it cannot be done as typed
 * @param lines what would change; empty in the form
 */
record BulkView(
    BulkForm form,
    List<Task> tasks,
    List<Body> taking,
    List<String> names,
    List<String> problems,
    List<Line> lines) {

  /**
   * One task that would change.
   *
   * @param task it
   * @param diffs field by field; of a deadline, duty by duty
   * @param kept its open duties that would keep their day, where another one's moves
   */
  record Line(Task task, List<TaskWords.Diff> diffs, int kept) {}

  int unchanged() {
    return tasks.size() - lines.size();
  }

  /** Codes of the tasks that stay as they are. */
  String left() {
    Set<Long> changing = lines.stream().map(line -> line.task().id()).collect(Collectors.toSet());
    return tasks.stream()
        .filter(task -> !changing.contains(task.id()))
        .map(Task::code)
        .collect(Collectors.joining(", "));
  }

  boolean isChosen(BatchKind kind) {
    return kind == form.kind();
  }

  static List<BatchKind> kinds() {
    return List.of(BatchKind.values()).stream().filter(BatchKind::isEdit).toList();
  }

  /** The values of the form that the preview hands on. */
  static List<String> handedOn() {
    return List.of("viec", "ngay", "so-ngay", "tu", "thanh", "he-qua");
  }
}

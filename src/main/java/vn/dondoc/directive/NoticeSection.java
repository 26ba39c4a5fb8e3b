package vn.dondoc.directive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.dondoc.task.Task;
import vn.dondoc.task.life.Timing;
import vn.dondoc.task.overview.Counts;
import vn.dondoc.task.overview.Overview;

/**
 * Một mục của văn bản with the sums of its tasks.
 *
 * @param path as addresses write it, {@code "3.b"}; {@link #NONE} for tasks outside any
 * @param depth 1 for a section, 2 for a part of one
 * @param counts where the duties of its tasks stand
 * @param tasks those that stand directly under this heading; the parts have theirs
 */
record NoticeSection(String path, int depth, Counts counts, List<Task> tasks) {
  static final String NONE = "khong";
  private static final int DEEPEST = 2;

  boolean isNone() {
    return path.equals(NONE);
  }

  /** The sections of a document in its order, each followed by its parts. */
  static List<NoticeSection> of(List<Task> tasks, Overview.SourceProgress progress) {
    Map<String, List<Task>> sections = new LinkedHashMap<>();
    tasks.forEach(
        task -> sections.computeIfAbsent(heading(task, 1), path -> new ArrayList<>()).add(task));
    List<NoticeSection> all = new ArrayList<>();
    sections.forEach((path, under) -> all.addAll(parted(path, under, progress)));
    return all;
  }

  private static List<NoticeSection> parted(
      String path, List<Task> under, Overview.SourceProgress progress) {
    Map<String, List<Task>> parts = new LinkedHashMap<>();
    under.forEach(
        task -> parts.computeIfAbsent(heading(task, DEEPEST), part -> new ArrayList<>()).add(task));
    // A part of one task only says no more than the task's own row.
    boolean worth = parts.size() > 1 && parts.size() < under.size();
    if (!worth) {
      return List.of(new NoticeSection(path, 1, sum(under, progress), under));
    }
    List<NoticeSection> all = new ArrayList<>();
    List<Task> direct = parts.getOrDefault(path, List.of());
    all.add(new NoticeSection(path, 1, sum(under, progress), direct));
    parts.forEach((part, of) -> {
      if (!part.equals(path)) {
        all.add(new NoticeSection(part, DEEPEST, sum(of, progress), of));
      }
    });
    return all;
  }

  private static String heading(Task task, int depth) {
    List<String> path = task.content().source().path();
    return path.isEmpty() ? NONE : String.join(".", path.subList(0, Math.min(depth, path.size())));
  }

  private static Counts sum(List<Task> tasks, Overview.SourceProgress progress) {
    Map<Timing, Long> sum = new EnumMap<>(Timing.class);
    for (Task task : tasks) {
      progress
          .of(task.id())
          .byTiming()
          .forEach(
              (timing, number) -> sum.merge(timing, Objects.requireNonNull(number), Long::sum));
    }
    return new Counts(sum);
  }
}

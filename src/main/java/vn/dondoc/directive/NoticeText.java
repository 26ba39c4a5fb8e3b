package vn.dondoc.directive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.dondoc.directive.PassageStore.Passage;
import vn.dondoc.reading.Sentence;
import vn.dondoc.task.Task;

/**
 * Toàn văn theo câu: every sentence with its class and the tasks its words made, so that what is no
 * task is seen as well.
 *
 * @param filter which sentences, in which order
 * @param lines the sentences shown
 * @param counts how many sentences each class has
 * @param shares percent of the text's characters in each class
 * @param firstOf start of the first sentence of each task, by the task's id
 */
record NoticeText(
    NoticeFilter filter,
    List<Line> lines,
    Map<Sentence.Kind, Integer> counts,
    Map<Sentence.Kind, Integer> shares,
    Map<Long, Integer> firstOf) {

  /**
   * Một câu.
   *
   * @param start its first UTF-16 unit
   * @param kind its class
   * @param words it
   * @param tasks the tasks its words made, as far as the reader sees them
   */
  record Line(int start, Sentence.Kind kind, String words, List<Task> tasks) {}

  static NoticeText of(
      String text,
      List<Sentence> sentences,
      List<Passage> passages,
      List<Task> tasks,
      NoticeFilter filter) {
    Map<String, Task> byKey = new HashMap<>();
    tasks.forEach(task -> byKey.put(task.content().source().key(), task));
    List<Line> all = new ArrayList<>();
    Map<Sentence.Kind, Integer> counts = new TreeMap<>();
    Map<Sentence.Kind, Integer> lengths = new TreeMap<>();
    Map<Long, Integer> firstOf = new HashMap<>();
    for (Sentence sentence : sentences) {
      int end = Math.min(sentence.end(), text.length());
      String words = text.substring(Math.min(sentence.start(), end), end).strip();
      lengths.merge(sentence.kind(), sentence.end() - sentence.start(), Integer::sum);
      if (words.isEmpty()) {
        continue;
      }
      counts.merge(sentence.kind(), 1, Integer::sum);
      List<Task> made = made(sentence, passages, byKey);
      made.forEach(task -> firstOf.putIfAbsent(task.id(), sentence.start()));
      all.add(new Line(sentence.start(), sentence.kind(), words, made));
    }
    Map<Sentence.Kind, Integer> shares = new TreeMap<>();
    int length = Math.max(1, text.length());
    lengths.forEach((kind, of) -> shares.put(kind, Math.round(100f * of / length)));
    return new NoticeText(filter, shown(all, filter), counts, shares, firstOf);
  }

  private static List<Task> made(
      Sentence sentence, List<Passage> passages, Map<String, Task> byKey) {
    List<Task> made = new ArrayList<>();
    for (Passage passage : passages) {
      Task task = byKey.get(passage.sourceKey());
      if (task != null && passage.starts() < sentence.end() && passage.ends() > sentence.start()) {
        made.add(task);
      }
    }
    return made;
  }

  private static List<Line> shown(List<Line> all, NoticeFilter filter) {
    List<Line> shown =
        new ArrayList<>(
            all.stream()
                .filter(line -> filter.kind() == null || line.kind() == filter.kind())
                .toList());
    if (filter.byClass()) {
      // Stable: within a class the text keeps its order.
      shown.sort((a, b) -> a.kind().compareTo(b.kind()));
    }
    return shown;
  }

  /** Sentences of every class. */
  int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Where the words of a task begin; null when no sentence shown or kept holds them. */
  @Nullable Integer first(Task task) {
    return firstOf.get(task.id());
  }

  /** The first line of a class in the order by classes. */
  boolean opensClass(int at) {
    return filter.byClass() && (at == 0 || lines.get(at - 1).kind() != lines.get(at).kind());
  }
}

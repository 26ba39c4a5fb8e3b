package vn.dondoc.directive;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.directive.DocumentStore.StoredText;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.reading.Sentence;
import vn.dondoc.task.Task;
import vn.dondoc.task.TaskFilter;
import vn.dondoc.task.Tasks;

/** Documents as lists and pages show them. */
@Component
@Transactional(readOnly = true)
class DocumentViews {
  private static final int PAGE = 50;
  private static final String LIST =
      """
      select d.*,
             (select count(*) from task.task t
               where t.source_kind = 'directive.document' and t.source_id = d.id) as tasks
        from directive.document d
       where (:words::text = '' or database.fold(concat_ws(' ', d.kind, d.number, d.issuer, d.subject))
              like '%' || database.fold(:words::text) || '%')
         and (:state::text = '' or d.state = :state::text)
         and (:before::bigint is null or d.id < :before::bigint)
       order by d.id desc
       limit :limit
      """;

  private final JdbcClient jdbc;
  private final DocumentStore documents;
  private final Tasks tasks;

  DocumentViews(JdbcClient jdbc, DocumentStore documents, Tasks tasks) {
    this.jdbc = jdbc;
    this.documents = documents;
    this.tasks = tasks;
  }

  /**
   * A line of the list.
   *
   * @param document the document
   * @param tasks how many tasks it made that the actor sees
   */
  record Line(Directive document, long tasks) {}

  /**
   * A confirmed document with all that came of it.
   *
   * @param document the document
   * @param text its file and words
   * @param tasks its tasks by paragraph
   * @param coverage characters of the text by class, what is no task included
   * @param sentences the partition
   * @param targets goals with a figure
   * @param citations documents it cites
   */
  record Whole(
      Directive document,
      StoredText text,
      List<Task> tasks,
      Map<Sentence.Kind, Integer> coverage,
      List<Sentence> sentences,
      List<String> targets,
      List<String> citations) {

    String wordsOf(Sentence sentence) {
      int end = Math.min(sentence.end(), text.text().length());
      return text.text().substring(Math.min(sentence.start(), end), end).strip();
    }

    /** Percent of the text's characters in a class. */
    int share(Sentence.Kind kind) {
      int length = Math.max(1, text.text().length());
      return Math.round(100f * coverage.getOrDefault(kind, 0) / length);
    }
  }

  Directive require(long id) {
    return documents.find(id).orElseThrow(() -> Refusal.of(DirectiveRefusal.UNKNOWN, "" + id, id));
  }

  List<Line> list(String words, String state, Long before) {
    return jdbc.sql(LIST)
        .param("words", words)
        .param("state", state)
        .param("before", before == 0 ? null : before)
        .param("limit", PAGE + 1)
        .query(
            (row, number) -> new Line(DocumentStore.directive(row, number), row.getLong("tasks")))
        .list();
  }

  Whole whole(long id) {
    Directive document = require(id);
    StoredText text = documents.text(id);
    List<Sentence> sentences = documents.sentences(text.id());
    Map<Sentence.Kind, Integer> coverage =
        sentences.stream()
            .collect(
                Collectors.groupingBy(
                    Sentence::kind, TreeMap::new, Collectors.summingInt(s -> s.end() - s.start())));
    return new Whole(
        document,
        text,
        tasks.all(TaskFilter.ofSource(id)),
        coverage,
        sentences,
        documents.targets(text.id()),
        documents.citations(text.id()));
  }

  DocumentStore.StoredFile file(long id) {
    require(id);
    return documents.file(id);
  }
}

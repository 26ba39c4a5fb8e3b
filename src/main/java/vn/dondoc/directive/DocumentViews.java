package vn.dondoc.directive;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.directive.DocumentStore.StoredText;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.reading.Sentence;
import vn.dondoc.task.Task;
import vn.dondoc.task.TaskFilter;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.life.Calendars;
import vn.dondoc.task.overview.Overview;

/** Documents as pages show them. */
@Component
@Transactional(readOnly = true)
class DocumentViews {
  private final DocumentStore documents;
  private final Versions versions;
  private final Tasks tasks;
  private final Overview overview;
  private final Calendars calendars;

  DocumentViews(
      DocumentStore documents,
      Versions versions,
      Tasks tasks,
      Overview overview,
      Calendars calendars) {
    this.calendars = calendars;
    this.overview = overview;
    this.documents = documents;
    this.versions = versions;
    this.tasks = tasks;
  }

  /**
   * A confirmed document with all that came of it.
   *
   * @param document the document
   * @param standing what it is to other texts with its number and day
   * @param text its file and words
   * @param tasks its tasks by paragraph
   * @param progress where the duties of these tasks stand
   * @param coverage characters of the text by class, what is no task included
   * @param sentences the partition
   * @param targets goals with a figure
   * @param citations documents it cites
   */
  record Whole(
      Directive document,
      VersionStore.Standing standing,
      StoredText text,
      List<Task> tasks,
      Overview.SourceProgress progress,
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

  /** Deadlines the proposals would be given in a year whose days off are not entered. */
  List<LocalDate> uncertain(Directive document, List<Proposal> proposals) {
    return calendars.uncertain(
        proposals.stream()
            .filter(proposal -> proposal.state() == Proposal.State.ACCEPTED)
            .map(proposal -> proposal.due(document.head().issuedOn()))
            .toList());
  }

  Directive require(long id) {
    return documents.find(id).orElseThrow(() -> Refusal.of(DirectiveRefusal.UNKNOWN, "" + id, id));
  }

  VersionStore.Standing standing(long id) {
    return versions.standing(id);
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
        versions.standing(id),
        text,
        tasks.all(TaskFilter.ofSource(id)),
        overview.ofSource(Directives.SOURCE, id),
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

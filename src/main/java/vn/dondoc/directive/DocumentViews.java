package vn.dondoc.directive;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.directive.DocumentStore.StoredText;
import vn.dondoc.directive.circulation.Circulation;
import vn.dondoc.directive.circulation.Coverage;
import vn.dondoc.directive.circulation.OwnReceipt;
import vn.dondoc.directive.circulation.ReceiptFigures;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.reading.Sentence;
import vn.dondoc.task.Due;
import vn.dondoc.task.DueText;
import vn.dondoc.task.Task;
import vn.dondoc.task.TaskFilter;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.life.Calendars;
import vn.dondoc.task.life.TaskLives;
import vn.dondoc.task.overview.Overview;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;

/** Documents as pages show them. */
@Component
@Transactional(readOnly = true)
class DocumentViews {
  private final DocumentStore documents;
  private final Versions versions;
  private final Tasks tasks;
  private final TaskLives lives;
  private final Overview overview;
  private final PassageStore passages;
  private final Circulation circulation;
  private final Calendars calendars;

  DocumentViews(
      DocumentStore documents,
      Versions versions,
      Tasks tasks,
      TaskLives lives,
      Overview overview,
      PassageStore passages,
      Circulation circulation,
      Calendars calendars) {
    this.calendars = calendars;
    this.lives = lives;
    this.overview = overview;
    this.passages = passages;
    this.circulation = circulation;
    this.documents = documents;
    this.versions = versions;
    this.tasks = tasks;
  }

  /**
   * A document with all that came of it.
   *
   * @param document the document
   * @param standing what it is to other texts with its number and day
   * @param file its file
   * @param sections its tasks by section
   * @param progress where the duties of these tasks stand
   * @param holders names of who leads those tasks now that were handed on
   * @param text its sentences by class, what is no task included
   * @param targets goals with a figure
   * @param citations documents it cites
   * @param receipts how it stands with all it was sent to, as far as the viewer sees
   * @param coverage how far its recipients passed it on
   * @param own how it stands with the bodies the viewer speaks for
   * @param open how many of its recipients nobody has settled, for those who may settle them
   */
  record Whole(
      Directive document,
      VersionStore.Standing standing,
      StoredText file,
      List<NoticeSection> sections,
      Overview.SourceProgress progress,
      Map<Long, List<String>> holders,
      NoticeText text,
      List<String> targets,
      List<String> citations,
      ReceiptFigures receipts,
      List<Coverage> coverage,
      List<OwnReceipt> own,
      int open) {

    int tasks() {
      return sections.stream().mapToInt(section -> section.tasks().size()).sum();
    }

    /** The same page with other sentences. */
    String shown(Sentence.@Nullable Kind kind, boolean byClass) {
      return new ListAddress(
                  "/chi-dao/" + document.id(),
                  Map.of(NoticeFilter.ORDER, byClass ? NoticeFilter.BY_CLASS : ""))
              .with(NoticeFilter.KIND, kind == null ? "" : NoticeFilter.word(kind))
          + "#nd";
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

  /** The deadlines of proposals in words, as they would stand were they given today. */
  Map<Long, DueText> dues(Directive document, List<Proposal> proposals, Page page) {
    LocalDate issuedOn = document.head().issuedOn();
    Map<Due, LocalDate> counted =
        calendars.counted(proposals.stream().map(proposal -> proposal.due(issuedOn)).toList());
    return proposals.stream()
        .collect(
            Collectors.toMap(
                Proposal::id,
                proposal -> {
                  Due due = proposal.due(issuedOn);
                  return DueText.of(due, counted.get(due), page);
                }));
  }

  Directive require(long id) {
    return documents
        .find(id)
        .orElseThrow(() -> Refusal.of(DirectiveRefusal.UNKNOWN, "" + id, "" + id));
  }

  VersionStore.Standing standing(long id) {
    return versions.standing(id);
  }

  Whole whole(long id, NoticeFilter filter) {
    Directive document = require(id);
    StoredText file = documents.text(id);
    List<Task> all = tasks.all(TaskFilter.ofSource(id));
    Overview.SourceProgress progress = overview.ofSource(Directives.SOURCE, id);
    return new Whole(
        document,
        versions.standing(id),
        file,
        NoticeSection.of(all, progress),
        progress,
        lives.holders(all.stream().map(Task::id).toList()),
        NoticeText.of(file.text(), documents.sentences(file.id()), passages.of(id), all, filter),
        documents.targets(file.id()),
        documents.citations(file.id()),
        circulation.figures(id),
        circulation.coverage(id),
        circulation.own(id),
        document.isConfirmed() && Acting.current().may(DirectivesPage.CONFIRM)
            ? circulation.open(id)
            : 0);
  }

  DocumentStore.StoredFile file(long id) {
    require(id);
    return documents.file(id);
  }
}

package vn.dondoc.directive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.task.Due;
import vn.dondoc.task.NewTask;
import vn.dondoc.task.Party;
import vn.dondoc.task.SourceReference;
import vn.dondoc.task.Wording;

/**
 * Đề xuất nhiệm vụ: what the machine, or a person, proposes to make a task of.
 *
 * @param id its id
 * @param ordinal its place in the document
 * @param revision counts its changes, so that two people never overwrite each other
 * @param state what was decided
 * @param content what it says
 * @param reason why it was rejected
 * @param changedBy who changed it last; null while nobody did
 * @param changedAt when
 */
record Proposal(
    long id,
    double ordinal,
    int revision,
    State state,
    ProposalContent content,
    @Nullable String reason,
    @Nullable String changedBy,
    Instant changedAt) {

  /** What was decided of a proposal. */
  enum State {
    OPEN,
    ACCEPTED,
    REJECTED,
    REPLACED
  }

  boolean isOpen() {
    return state == State.OPEN;
  }

  /** Changes whenever any of the proposals does: what somebody saw, told apart from what is. */
  static String mark(List<Proposal> all) {
    return Integer.toHexString(
        all.stream().map(p -> List.of(p.id(), (long) p.revision())).toList().hashCode());
  }

  /** Who would help and is not in the directory: confirmed as it stands, they are given nothing. */
  List<String> leftOut() {
    return content.with(Party.Part.COORDINATE).stream()
        .filter(helper -> helper.bodyId() == null)
        .map(helper -> helper.written())
        .toList();
  }

  /** Tells the tasks of a document apart. */
  String sourceKey() {
    return "p" + id;
  }

  /**
   * The task this proposal becomes.
   *
   * @param issuedOn the document's day, from which "trong … ngày kể từ ngày ký" is counted
   */
  NewTask asTask(long documentId, int number, @Nullable LocalDate issuedOn) {
    SourceReference source =
        new SourceReference(Directives.SOURCE, documentId, sourceKey(), content.path());
    List<Party> parties =
        content.parties().stream()
            .flatMap(w ->
                w.bodyId() == null
                    ? java.util.stream.Stream.empty()
                    : java.util.stream.Stream.of(new Party(w.bodyId(), w.part(), w.written())))
            .toList();
    Wording wording =
        new Wording(content.action(), content.quote(), content.consequence(), content.condition());
    return new NewTask(source, number, wording, due(issuedOn), parties);
  }

  /** Its deadline, counted from the document's own day where the words say so. */
  Due due(@Nullable LocalDate issuedOn) {
    Due due = content.due();
    return due.kind() != Due.Kind.RELATIVE || due.on() != null
        ? due
        : new Due(
            due.kind(),
            issuedOn,
            due.time(),
            due.op(),
            due.every(),
            due.day(),
            due.within(),
            due.unit(),
            due.from(),
            due.text(),
            due.yearInferred(),
            due.month());
  }
}

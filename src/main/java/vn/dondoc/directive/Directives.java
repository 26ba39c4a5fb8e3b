package vn.dondoc.directive;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.directive.circulation.Circulation;
import vn.dondoc.exchange.DocumentTexts;
import vn.dondoc.exchange.ExtractedText;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.reading.Notice;
import vn.dondoc.reading.Notices;
import vn.dondoc.task.NewTask;
import vn.dondoc.task.Tasks;

/** Các văn bản chỉ đạo: takes documents in and, once a person confirms, makes their tasks. */
@Component
@Transactional(readOnly = true)
public class Directives {
  /** Kind of the source reference of the tasks made here. */
  public static final String SOURCE = "directive.document";

  private final DocumentStore documents;
  private final ProposalStore proposals;
  private final Proposing proposing;
  private final Tasks tasks;
  private final Versions versions;
  private final VersionStore twins;
  private final Review review;
  private final PassageStore passages;
  private final Circulation circulation;
  private final AuditTrail audit;

  Directives(
      DocumentStore documents,
      ProposalStore proposals,
      Proposing proposing,
      Tasks tasks,
      Versions versions,
      VersionStore twins,
      Review review,
      PassageStore passages,
      Circulation circulation,
      AuditTrail audit) {
    this.documents = documents;
    this.proposals = proposals;
    this.proposing = proposing;
    this.tasks = tasks;
    this.versions = versions;
    this.twins = twins;
    this.review = review;
    this.passages = passages;
    this.circulation = circulation;
    this.audit = audit;
  }

  /**
   * Takes a document in and reads it. The same file, or another file with the same words, is
   * recognised and leads to the document that is there.
   *
   * @param illustrative it belongs to a demonstration
   * @throws Refusal when the file cannot be read or holds no words
   */
  @Transactional
  public Receipt receive(String name, byte[] bytes, boolean illustrative) {
    ExtractedText extracted = DocumentTexts.standard().read(name, bytes);
    if (extracted.text().isBlank()) {
      throw Refusal.of(DirectiveRefusal.EMPTY, name, name);
    }
    Fingerprint fingerprint = Fingerprint.of(bytes, extracted.text());
    documents.lockReceiving();
    Optional<Long> known = documents.withFingerprint(fingerprint);
    if (known.isPresent()) {
      return new Receipt(known.get(), true, versions.standing(known.get()).isUnsettled());
    }
    Notice notice = Notices.standard().read(extracted.text());
    if (!notice.looksOfficial()) {
      throw Refusal.of(DirectiveRefusal.NOT_OFFICIAL, name, name);
    }
    long id = documents.add(notice.document(), illustrative, Acting.current());
    long file = documents.addFile(id, name, bytes, extracted, fingerprint);
    documents.addReading(file, notice, extracted.text());
    proposals.addAll(id, proposing.from(notice));
    boolean twin = twins.markTwin(id).or(() -> twins.markAlike(id)).isPresent();
    audit.record(
        new Act(
            "directive.receive",
            "directive",
            Long.toString(id),
            null,
            Map.of(),
            Map.of(
                "file", name,
                "sha256", fingerprint.bytes(),
                "proposals", notice.assignments().size())));
    return new Receipt(id, false, twin);
  }

  public Optional<Directive> find(long id) {
    return documents.find(id);
  }

  /**
   * Duyệt mọi đề xuất đúng như đã đọc: for a document whose reading somebody vouches for.
   *
   * @return how many were accepted
   * @throws Refusal naming every proposal whose lead is not in the directory; nothing is accepted
   */
  @Transactional
  public int acceptAsRead(long id) {
    return review.acceptAsRead(id);
  }

  /**
   * Xác nhận giao việc: makes a task of every accepted proposal, all or none, and sends the
   * document to whom it names. Confirming again makes nothing more.
   *
   * @return how many tasks the document has
   * @throws Refusal when a proposal is undecided, or an accepted one has no lead in the directory
   */
  @Transactional
  public int confirm(long id) {
    return confirm(id, "");
  }

  /**
   * Confirms what somebody saw.
   *
   * @param seen {@link Proposal#mark} of the proposals he saw; empty where nobody looked at a page
   * @throws Refusal as above, and when they were changed since
   */
  @Transactional
  public int confirm(long id, String seen) {
    Directive document =
        documents
            .lock(id)
            .orElseThrow(() -> Refusal.of(DirectiveRefusal.UNKNOWN, "" + id, "" + id));
    List<Proposal> all = proposals.of(id);
    List<Proposal> accepted =
        all.stream().filter(p -> p.state() == Proposal.State.ACCEPTED).toList();
    if (document.isConfirmed()) {
      return accepted.size();
    }
    versions.requireSettled(document);
    if (!seen.isEmpty() && !seen.equals(Proposal.mark(all))) {
      throw Refusal.of(DirectiveRefusal.SEEN_OTHER, "" + id);
    }
    refuseUndecided(all, accepted);
    int ordinal = 0;
    for (Proposal proposal : accepted) {
      NewTask task = proposal.asTask(id, ++ordinal, document.head().issuedOn());
      tasks.create(task);
    }
    documents.confirm(id, Acting.current());
    passages.add(id, accepted);
    circulation.send(id);
    audit.record(
        new Act(
            "directive.confirm",
            "directive",
            Long.toString(id),
            null,
            Map.of("state", "reviewing"),
            Map.of("state", "confirmed", "tasks", accepted.size())));
    return accepted.size();
  }

  private static void refuseUndecided(List<Proposal> all, List<Proposal> accepted) {
    List<Refusal.Problem> problems =
        all.stream()
            .filter(p -> p.state() == Proposal.State.OPEN)
            .map(p ->
                Refusal.Problem.at(
                    p.content().place(),
                    DirectiveRefusal.UNDECIDED.key(),
                    p.content().place(),
                    shortened(p.content().action())))
            .toList();
    if (!problems.isEmpty()) {
      throw Refusal.of(DirectiveRefusal.UNDECIDED, problems);
    }
    if (accepted.isEmpty()) {
      throw Refusal.of(DirectiveRefusal.NOTHING_ACCEPTED, "");
    }
  }

  static String shortened(String words) {
    return words.length() <= 60 ? words : words.substring(0, 59).strip() + "…";
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

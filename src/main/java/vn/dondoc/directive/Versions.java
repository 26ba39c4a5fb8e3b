package vn.dondoc.directive;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.directive.Proposal.State;
import vn.dondoc.directive.ProposalStore.Snapshot;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Refusal;

/**
 * Phiên bản của văn bản: another text with the number, day and issuer, or with the words, of a
 * document that is there. A person tells what it is; what was decided of unchanged words is carried
 * over, what was confirmed is never touched.
 */
@Component
@Transactional(readOnly = true)
class Versions {
  private static final int LONGEST_REASON = 500;

  private final VersionStore versions;
  private final DocumentStore documents;
  private final ProposalStore proposals;
  private final AuditTrail audit;

  Versions(
      VersionStore versions, DocumentStore documents, ProposalStore proposals, AuditTrail audit) {
    this.versions = versions;
    this.documents = documents;
    this.proposals = proposals;
    this.audit = audit;
  }

  /**
   * Two texts of one number and day beside each other.
   *
   * @param fresh the text taken in now
   * @param old the document that is there
   * @param same proposals with the very words of one that is there
   * @param changed proposals whose words are new
   * @param gone proposals of the old text that the new one no longer has
   */
  record Comparison(Directive fresh, Directive old, int same, int changed, int gone) {
    /** Every task of the one is a task of the other. */
    boolean isSame() {
      return changed == 0 && gone == 0;
    }

    /** They bear the same number; else it was the words that gave them away. */
    boolean bearSameNumber() {
      String number = fresh.head().number();
      return number != null && number.equalsIgnoreCase(old.head().number());
    }
  }

  VersionStore.Standing standing(long id) {
    return versions.standing(id);
  }

  Comparison compare(long id) {
    long twin = twin(id);
    Map<String, Proposal> before = byWords(proposals.of(twin));
    List<Proposal> now = proposals.of(id);
    int same = (int) now.stream().filter(p -> before.containsKey(words(p))).count();
    Map<String, Proposal> after = byWords(now);
    int gone = (int) before.keySet().stream().filter(w -> !after.containsKey(w)).count();
    return new Comparison(find(id), find(twin), same, now.size() - same, gone);
  }

  /**
   * Takes the text as a new version: decisions on unchanged words are carried over; of a document
   * whose tasks are given, unchanged words make no second task.
   *
   * @param given what the carried proposals say where the task is there already
   * @throws Refusal when it was settled before
   */
  @Transactional
  void takeAsVersion(long id, String given) {
    long twin = unsettled(id);
    Directive old =
        documents
            .lock(twin)
            .orElseThrow(() -> Refusal.of(DirectiveRefusal.UNKNOWN, "" + twin, "" + twin));
    Map<String, Proposal> before = byWords(proposals.of(twin));
    int carried = 0;
    for (Proposal fresh : proposals.of(id)) {
      Proposal decided = before.get(words(fresh));
      if (decided != null && !decided.isOpen()) {
        proposals.change(carriedOver(fresh, decided, old.isConfirmed(), given), Acting.current());
        carried++;
      }
    }
    versions.takeAsVersion(id);
    versions.supersede(twin);
    audit.record(
        new Act(
            "directive.version",
            "directive",
            Long.toString(id),
            null,
            Map.of(),
            Map.of("versionOf", twin, "carried", carried)));
  }

  /**
   * Says that the text is the very document that is there: its own review ends.
   *
   * @return the document it is
   * @throws Refusal when it has tasks with other words, or was settled before
   */
  @Transactional
  long takeAsSame(long id) {
    long twin = unsettled(id);
    Comparison comparison = compare(id);
    if (!comparison.isSame()) {
      throw Refusal.of(
          DirectiveRefusal.NOT_THE_SAME,
          comparison.fresh().title(),
          comparison.changed(),
          comparison.gone());
    }
    versions.takeAsSame(id);
    audit.record(
        new Act(
            "directive.same",
            "directive",
            Long.toString(id),
            null,
            Map.of(),
            Map.of("sameAs", twin)));
    return twin;
  }

  /**
   * Says that the text is another document, though number and day are the same.
   *
   * @throws Refusal without a reason, or when it was settled before
   */
  @Transactional
  void tellApart(long id, String reason) {
    long twin = unsettled(id);
    String said = reason.strip();
    if (said.isEmpty() || said.length() > LONGEST_REASON) {
      throw Refusal.of(DirectiveRefusal.NO_REASON_APART, "", LONGEST_REASON);
    }
    versions.tellApart(id, said);
    audit.record(
        new Act(
            "directive.tell_apart",
            "directive",
            Long.toString(id),
            said,
            Map.of(),
            Map.of("otherThan", twin)));
  }

  /** Refuses to give tasks of a text nobody told apart, or that a newer version replaced. */
  void requireSettled(Directive document) {
    VersionStore.Standing standing = versions.standing(document.id());
    if (standing.isUnsettled()) {
      throw Refusal.of(DirectiveRefusal.UNSETTLED, document.title(), document.title());
    }
    if (standing.superseded()) {
      throw Refusal.of(DirectiveRefusal.SUPERSEDED, document.title(), document.title());
    }
  }

  private static Snapshot carriedOver(
      Proposal fresh, Proposal decided, boolean confirmed, String given) {
    ProposalContent now = fresh.content();
    ProposalContent then = decided.content();
    ProposalContent content =
        new ProposalContent(
            now.span(),
            now.quote(),
            then.action(),
            then.parties(),
            then.candidates(),
            then.due(),
            then.consequence(),
            then.condition(),
            now.path(),
            now.confidence(),
            now.marks());
    boolean alreadyGiven = confirmed && decided.state() == State.ACCEPTED;
    return new Snapshot(
        fresh.id(),
        fresh.revision(),
        alreadyGiven ? State.REJECTED : decided.state(),
        content,
        alreadyGiven ? given : decided.reason());
  }

  private long unsettled(long id) {
    Directive document =
        documents
            .lock(id)
            .orElseThrow(() -> Refusal.of(DirectiveRefusal.UNKNOWN, "" + id, "" + id));
    if (!versions.standing(id).isUnsettled()) {
      throw Refusal.of(DirectiveRefusal.SETTLED, document.title(), document.title());
    }
    return twin(id);
  }

  private long twin(long id) {
    find(id);
    Long twin = versions.standing(id).twinOf();
    if (twin == null) {
      throw Refusal.of(DirectiveRefusal.UNKNOWN, "" + id, "" + id);
    }
    return twin;
  }

  private Directive find(long id) {
    return documents
        .find(id)
        .orElseThrow(() -> Refusal.of(DirectiveRefusal.UNKNOWN, "" + id, "" + id));
  }

  private static Map<String, Proposal> byWords(List<Proposal> all) {
    Map<String, Proposal> byWords = new HashMap<>();
    for (Proposal proposal : new ArrayList<>(all).reversed()) {
      byWords.put(words(proposal), proposal);
    }
    return byWords;
  }

  private static String words(Proposal proposal) {
    return Normalizer.normalize(proposal.content().quote(), Normalizer.Form.NFC)
        .replaceAll("\\s+", "")
        .toLowerCase(Locale.ROOT);
  }
}

package vn.dondoc.directive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.BodyKind;
import vn.dondoc.agency.NewBody;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.directive.Proposal.State;
import vn.dondoc.directive.ProposalContent.Span;
import vn.dondoc.directive.ProposalContent.WrittenParty;
import vn.dondoc.directive.ProposalStore.LoggedAct;
import vn.dondoc.directive.ProposalStore.Snapshot;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.Party;
import vn.dondoc.web.Texts;

/**
 * Duyệt đề xuất: what a person decides of each proposal. Every act is saved at once, kept in the
 * log so that it can be undone, and audited.
 */
@Component
@Transactional
class Review {
  private final DocumentStore documents;
  private final ProposalStore proposals;
  private final Proposing proposing;
  private final Versions versions;
  private final Bodies bodies;
  private final AuditTrail audit;
  private final ProvinceDay day;

  Review(
      DocumentStore documents,
      ProposalStore proposals,
      Proposing proposing,
      Bodies bodies,
      Versions versions,
      AuditTrail audit,
      ProvinceDay day) {
    this.versions = versions;
    this.documents = documents;
    this.proposals = proposals;
    this.proposing = proposing;
    this.bodies = bodies;
    this.audit = audit;
    this.day = day;
  }

  @Transactional(readOnly = true)
  List<Proposal> proposals(long document) {
    return proposals.of(document);
  }

  @Transactional(readOnly = true)
  String text(long document) {
    return documents.text(document).text();
  }

  /** What was typed that the proposal does not say already: nothing else can be lost. */
  @Transactional(readOnly = true)
  String unsaved(long document, long id, ProposalForm form, Texts texts) {
    return proposals
        .find(document, id)
        .map(found -> form.beyond(found.content(), texts))
        .orElse("");
  }

  /** Accepts a proposal with what the form says; needs a lead that is in the directory. */
  void accept(long document, long id, ProposalForm form) {
    Proposal before = open(document, id, form.revision());
    ProposalContent content = written(document, before.content(), form);
    content.requireLead();
    save(document, "accept", before, changed(before, State.ACCEPTED, content, null));
  }

  /** Accepts every open proposal as it was read; how many there were. */
  int acceptAsRead(long document) {
    reviewing(document);
    List<Proposal> open = proposals.of(document).stream().filter(Proposal::isOpen).toList();
    List<Refusal.Problem> problems =
        open.stream()
            .map(Proposal::content)
            .filter(content -> !content.hasLead())
            .map(ProposalContent::place)
            .map(place -> Refusal.Problem.at(place, DirectiveRefusal.NO_LEAD.key(), place))
            .toList();
    if (!problems.isEmpty()) {
      throw Refusal.of(DirectiveRefusal.NO_LEAD, problems);
    }
    for (Proposal before : open) {
      save(document, "accept", before, changed(before, State.ACCEPTED, before.content(), null));
    }
    return open.size();
  }

  /** Keeps what the form says without deciding. */
  void edit(long document, long id, ProposalForm form) {
    Proposal before = open(document, id, form.revision());
    ProposalContent content = written(document, before.content(), form);
    save(document, "edit", before, changed(before, State.OPEN, content, null));
  }

  void reject(long document, long id, int revision, String reason) {
    Proposal before = open(document, id, revision);
    if (reason.isBlank()) {
      throw Refusal.of(DirectiveRefusal.NO_REASON, before.content().place());
    }
    Snapshot after = changed(before, State.REJECTED, before.content(), reason.strip());
    save(document, "reject", before, after);
  }

  /**
   * Splits a proposal in two at a place of its action: the caret, or the first semicolon.
   *
   * @return the second half
   */
  long split(long document, long id, ProposalForm form) {
    Proposal before = open(document, id, form.revision());
    ProposalContent content = written(document, before.content(), form);
    String action = content.action();
    int at =
        form.caret() > 0 && form.caret() < action.length()
            ? startOfWord(action, form.caret())
            : action.indexOf(';');
    if (at <= 0 || at >= action.length() - 1) {
      throw Refusal.of(DirectiveRefusal.NO_SPLIT, content.place(), content.place());
    }
    String first = action.substring(0, at).strip();
    String second = action.substring(at).replaceFirst("^[;,\\s]+", "");
    Snapshot kept = changed(before, State.OPEN, content.words(first, content.consequence()), null);
    double next = between(document, before);
    long added = proposals.add(document, next, content.words(second, content.consequence()));
    Proposal half = proposals.find(document, added).orElseThrow();
    // Undoing takes the second half away again, so it is logged as having been nothing before.
    Snapshot nothing = new Snapshot(added, half.revision(), State.REPLACED, half.content(), null);
    finish(
        document,
        new LoggedAct(
            0, "split", List.of(Snapshot.of(before), nothing), List.of(kept, Snapshot.of(half))));
    return added;
  }

  /** A caret inside a word cuts in front of it. */
  private static int startOfWord(String words, int caret) {
    int at = caret;
    while (at > 0
        && Character.isLetterOrDigit(words.charAt(at))
        && Character.isLetterOrDigit(words.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** Joins a proposal with the one after it. */
  void merge(long document, long id, ProposalForm form) {
    Proposal before = open(document, id, form.revision());
    List<Proposal> all = proposals.of(document);
    Proposal next =
        all.stream()
            .filter(p -> p.ordinal() > before.ordinal() && p.state() == State.OPEN)
            .findFirst()
            .orElseThrow(() ->
                Refusal.of(
                    DirectiveRefusal.NO_NEXT, before.content().place(), before.content().place()));
    ProposalContent content = written(document, before.content(), form);
    ProposalContent other = next.content();
    ProposalContent joined = content.joined(other, documents.text(document).text());
    Snapshot kept = changed(before, State.OPEN, joined, null);
    Snapshot gone = changed(next, State.REPLACED, other, null);
    finish(
        document,
        new LoggedAct(
            0, "merge", List.of(Snapshot.of(before), Snapshot.of(next)), List.of(kept, gone)));
  }

  /**
   * Adds a proposal from words of the text.
   *
   * @param start where they begin, when known
   * @return its id
   */
  long add(long document, String words, int start) {
    reviewing(document);
    String text = documents.text(document).text();
    String wanted = words.strip();
    int at =
        start >= 0 && text.startsWith(wanted, start)
            ? start
            : wanted.isEmpty() ? -1 : text.indexOf(wanted);
    if (at < 0) {
      throw Refusal.of(DirectiveRefusal.NOT_IN_TEXT, "quote", Directives.shortened(wanted));
    }
    Span span = new Span(at, at + wanted.length());
    List<Proposal> all = proposals.of(document);
    requireNew(all, span);
    ProposalContent content = proposing.chosen(text, span);
    double ordinal =
        all.stream()
                .filter(p -> p.content().span().start() <= at)
                .mapToDouble(Proposal::ordinal)
                .max()
                .orElse(0)
            + 0.001;
    long id = proposals.add(document, ordinal, content);
    Proposal added = proposals.find(document, id).orElseThrow();
    Snapshot nothing = new Snapshot(id, added.revision(), State.REPLACED, content, null);
    finish(document, new LoggedAct(0, "add", List.of(nothing), List.of(Snapshot.of(added))));
    return id;
  }

  /** Words that are a proposal already would be given to somebody twice. */
  private static void requireNew(List<Proposal> all, Span span) {
    for (int n = 0; n < all.size(); n++) {
      Proposal one = all.get(n);
      boolean stands = one.state() == State.OPEN || one.state() == State.ACCEPTED;
      if (stands && one.content().span().equals(span)) {
        throw Refusal.of(DirectiveRefusal.ALREADY, "quote", n + 1, one.content().place());
      }
    }
  }

  /** Takes the actor's last act back, unless somebody changed the same proposals since. */
  void undo(long document) {
    reviewing(document);
    LoggedAct last =
        proposals
            .lastAct(document, Acting.current())
            .orElseThrow(() -> Refusal.of(DirectiveRefusal.NOTHING_TO_UNDO, ""));
    for (int n = 0; n < last.before().size(); n++) {
      takeBack(document, last.before().get(n), last.after().get(n));
    }
    proposals.markUndone(last.id());
    record(document, "undo", Map.of("act", last.act()));
  }

  /** A proposal goes back to what it was, unless it is no longer what the act made of it. */
  private void takeBack(long document, Snapshot before, Snapshot after) {
    Proposal now = proposals.find(document, after.id()).orElseThrow();
    boolean untouched = now.state() == after.state() && now.content().equals(after.content());
    Snapshot back =
        new Snapshot(
            before.id(), now.revision(), before.state(), before.content(), before.reason());
    if (!untouched || !proposals.change(back, Acting.current())) {
      throw changedBySomebody(document, before.id());
    }
  }

  private void save(long document, String act, Proposal before, Snapshot after) {
    finish(document, new LoggedAct(0, act, List.of(Snapshot.of(before)), List.of(after)));
  }

  private Snapshot changed(
      Proposal before, State state, ProposalContent content, @Nullable String reason) {
    Snapshot wanted = new Snapshot(before.id(), before.revision(), state, content, reason);
    if (!proposals.change(wanted, Acting.current())) {
      throw Refusal.of(
          DirectiveRefusal.CHANGED, content.place(), content.place(), before.changedBy() + "");
    }
    return new Snapshot(before.id(), before.revision() + 1, state, content, reason);
  }

  private void finish(long document, LoggedAct act) {
    proposals.log(document, act, Acting.current());
    record(
        document,
        act.act(),
        Map.of(
            "proposals", act.after().stream().map(s -> s.id() + " " + s.state()).toList(),
            "action", Directives.shortened(act.after().getFirst().content().action())));
  }

  private void record(long document, String act, Map<String, ?> facts) {
    audit.record(
        new Act(
            "directive.review." + act,
            "directive",
            Long.toString(document),
            null,
            Map.of(),
            facts));
  }

  private void reviewing(long document) {
    Directive found =
        documents
            .find(document)
            .orElseThrow(() -> Refusal.of(DirectiveRefusal.UNKNOWN, "" + document, "" + document));
    if (found.isConfirmed()) {
      throw Refusal.of(DirectiveRefusal.CONFIRMED, found.title(), found.title());
    }
    versions.requireSettled(found);
  }

  private Proposal open(long document, long id, int revision) {
    reviewing(document);
    Proposal found =
        proposals
            .find(document, id)
            .orElseThrow(() -> Refusal.of(DirectiveRefusal.NO_PROPOSAL, "" + id, "" + id));
    if (found.revision() != revision || found.state() == State.REPLACED) {
      throw changedBySomebody(document, id);
    }
    return found;
  }

  private Refusal changedBySomebody(long document, long id) {
    Proposal now = proposals.find(document, id).orElseThrow();
    return Refusal.of(
        DirectiveRefusal.CHANGED,
        now.content().place(),
        now.content().place(),
        now.changedBy() == null ? "?" : now.changedBy());
  }

  private double between(long document, Proposal before) {
    return proposals.of(document).stream()
        .mapToDouble(Proposal::ordinal)
        .filter(o -> o > before.ordinal())
        .min()
        .stream()
        .map(next -> (before.ordinal() + next) / 2)
        .findFirst()
        .orElse(before.ordinal() + 1);
  }

  private ProposalContent written(long document, ProposalContent before, ProposalForm form) {
    List<WrittenParty> parties = new ArrayList<>();
    parties.addAll(named(document, form.leads(), Party.Part.LEAD, before, form));
    parties.addAll(named(document, form.coordinators(), Party.Part.COORDINATE, before, form));
    before.parties().stream()
        .filter(p -> p.part() != Party.Part.LEAD && p.part() != Party.Part.COORDINATE)
        .forEach(parties::add);
    return before
        .words(form.requiredAction(before.place()), form.consequenceOrNull())
        .who(parties)
        .when(form.due(before));
  }

  private List<WrittenParty> named(
      long document,
      List<String> names,
      Party.Part part,
      ProposalContent before,
      ProposalForm form) {
    List<WrittenParty> parties = new ArrayList<>();
    for (String name : names) {
      WrittenParty kept =
          before.parties().stream()
              .filter(p -> p.part() == part && p.shown().equals(name) && p.bodyId() != null)
              .findFirst()
              .orElse(null);
      if (kept != null) {
        parties.add(kept);
        continue;
      }
      WrittenParty found = proposing.lookUp(part, name);
      if (found.bodyId() == null && form.createsBodies()) {
        int id = entered(document, before, name);
        found = new WrittenParty(part, name, id, name);
      }
      parties.add(found);
    }
    return parties;
  }

  /** A body nobody knew, put into the directory with the words that name it. */
  private int entered(long document, ProposalContent before, String name) {
    String title = documents.find(document).map(Directive::title).orElse("");
    String source = before.path().isEmpty() ? title : title + ", mục " + before.place();
    return bodies.create(NewBody.named(name, BodyKind.OTHER, day.today(), source));
  }
}

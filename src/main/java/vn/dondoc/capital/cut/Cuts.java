package vn.dondoc.capital.cut;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.capital.ledger.Balance;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Ledger;
import vn.dondoc.capital.ledger.Posting;
import vn.dondoc.capital.ledger.Transfer;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Cắt giảm kế hoạch vốn. Slowness and surplus are different reasons: a unit is heard before it is
 * cut for slowness, and who lost what, why, what the unit said and by which document stays as
 * evidence.
 */
@Component
@Transactional(readOnly = true)
public class Cuts {
  /** Cuts looked at once. */
  static final int MOST = 5_000;

  static final int LONGEST_WHY = 2000;
  static final int LONGEST_COMMENT = 4000;

  private final CutStore store;
  private final Ledger ledger;
  private final CutGrounds grounds;
  private final CutDecision decisions;
  private final AuditTrail audit;
  private final ProvinceDay day;

  Cuts(
      CutStore store,
      Ledger ledger,
      CutGrounds grounds,
      CutDecision decisions,
      AuditTrail audit,
      ProvinceDay day) {
    this.store = store;
    this.ledger = ledger;
    this.grounds = grounds;
    this.decisions = decisions;
    this.audit = audit;
    this.day = day;
  }

  /** Every cut within sight, the latest first. */
  public List<Cut> all() {
    return store.cuts(null, day.today(), MOST);
  }

  /**
   * One cut.
   *
   * @throws Refusal when there is none, or none within sight
   */
  public Cut required(long id) {
    return store.cuts(id, day.today(), 1).stream()
        .findFirst()
        .orElseThrow(() -> Refusal.of(CutRefusal.UNKNOWN, Long.toString(id), Long.toString(id)));
  }

  /**
   * Evidence for accountability: cuts for slowness that were carried out between two days, each
   * with the unit, what it lost, why, what it said and by which document. Surplus is none.
   *
   * @param ownerId of one owner; null for all within sight
   */
  public List<Cut> evidence(LocalDate from, LocalDate until, @Nullable Integer ownerId) {
    return store.evidence(from, until, ownerId, day.today(), MOST);
  }

  /** Plan that was taken away by other ways and nobody said why. */
  List<CutStore.Unexplained> unexplained() {
    return store.unexplained(null, day.today(), MOST);
  }

  /** Plan that transfers took away for a ground they told, the latest first. */
  List<Moved> moved() {
    return store.moved(day.today(), MOST);
  }

  CutStore.Unexplained unexplained(long entry) {
    return store.unexplained(entry, day.today(), 1).stream()
        .findFirst()
        .orElseThrow(
            () -> Refusal.of(CutRefusal.NO_ENTRY, Long.toString(entry), Long.toString(entry)));
  }

  /** By which document a cut was booked before its reason was told; empty when it was not. */
  Optional<Voucher.Paper> paper(Cut cut) {
    return Optional.ofNullable(cut.content().entryId()).map(store::paper);
  }

  Cut.Line line(long id) {
    return store
        .line(id, day.today())
        .orElseThrow(() -> Refusal.of(CutRefusal.NO_LINE, Long.toString(id), Long.toString(id)));
  }

  /** What could be cut from a line: its plan that is not disbursed. */
  long left(long lineId) {
    return ledger.balances(List.of(lineId)).stream()
        .mapToLong(balance -> balance.plan() - balance.disbursed())
        .sum();
  }

  /** Whether the actor speaks for the unit. */
  boolean owns(Cut cut) {
    return store.owns(cut.line().projectId());
  }

  /**
   * Proposes a cut, or says why what was booked already was cut. For slowness the unit is asked,
   * and the rules it broke that day are kept; a surplus is shown by the register or a document.
   *
   * @throws Refusal with every problem, or when the line is in a proposal that waits
   */
  @Transactional
  public long propose(NewCut cut) {
    if (cut.entryId() == null) {
      Cut.Line line = line(cut.lineId());
      held(cut.lineId())
          .ifPresent(held -> {
            throw Refusal.of(
                CutRefusal.HELD, "", line.project(), held.name(), held.by(), held.on());
          });
    }
    return Objects.requireNonNull(proposeOfReallocation(List.of(cut)).get(cut.lineId()));
  }

  /**
   * Proposes the cuts that a reallocation puts forward, which holds its lines itself.
   *
   * @return the number of each by its line
   * @throws Refusal with every problem of all of them
   */
  @Transactional
  public Map<Long, Long> proposeOfReallocation(List<NewCut> cuts) {
    LocalDate today = day.today();
    Map<Long, List<Cut.Found>> found = grounds.found(today);
    Map<NewCut, CutStore.Standing> standings = new LinkedHashMap<>();
    Set<NewCut> heard = new HashSet<>();
    List<Problem> problems = new ArrayList<>();
    for (NewCut cut : cuts) {
      Cut.Line line = line(cut.lineId());
      Balance balance = ledger.balances(List.of(cut.lineId())).getFirst();
      check(cut, line, balance, problems);
      CutGrounds.Weighed weighed =
          grounds.weigh(cut, line, found.getOrDefault(cut.lineId(), List.of()), today, problems);
      standings.put(
          cut,
          new CutStore.Standing(
              balance.plan(), balance.disbursed(), weighed.found(), weighed.evidence()));
      if (weighed.hears()) {
        heard.add(cut);
      }
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(CutRefusal.CUT, problems);
    }
    Map<Long, Long> numbers = new HashMap<>();
    standings.forEach((cut, standing) -> {
      LocalDate answerBy = heard.contains(cut) ? today.plusDays(commentDays(today)) : null;
      long id = store.add(cut, standing, answerBy, today);
      numbers.put(cut.lineId(), id);
      record(
          "capital.cut",
          id,
          cut.why(),
          Map.of("line", cut.lineId(), "amount", cut.amountVnd(), "reason", cut.reason().code()));
    });
    return numbers;
  }

  /**
   * What stands against taking plan from a line without a cut. One rule for every way money leaves
   * a line: what is slow is heard first, unless the register shows that it needs no more.
   *
   * @param reason the ground that is told; null where none is
   * @param field of the form it came from
   */
  public List<Problem> objections(long lineId, @Nullable CutReason reason, String field) {
    return grounds.unheard(line(lineId), reason, day.today(), field);
  }

  /**
   * Of these lines those that a decision should take nothing from before their owners are heard.
   */
  public List<Cut.Line> unheard(Collection<Long> lines) {
    return lines.isEmpty() ? List.of() : grounds.unheard(lines, day.today());
  }

  /** The open proposal a line is in; whoever asks waits for who just puts it forward. */
  @Transactional
  public Optional<Held> held(long lineId) {
    return store.holding(lineId);
  }

  /** Đề xuất điều chuyển đang chờ: its name, whose it is, of which day. */
  public record Held(String name, String by, LocalDate on) {}

  private void check(NewCut cut, Cut.Line line, Balance balance, List<Problem> problems) {
    if (cut.why().isBlank() || cut.why().length() > LONGEST_WHY) {
      problems.add(Problem.at("why", CutRefusal.WORDS.key(), cut.why().length(), LONGEST_WHY));
    }
    if (cut.entryId() == null) {
      long left = balance.plan() - balance.disbursed();
      if (cut.amountVnd() < 1 || cut.amountVnd() > left) {
        problems.add(
            Problem.at(
                "amount",
                CutRefusal.ABOVE_LEFT.key(),
                line.project(),
                cut.amountVnd(),
                left,
                cut.amountVnd() - left));
      }
      return;
    }
    CutStore.Unexplained entry = unexplained(cut.entryId());
    if (entry.lineId() != cut.lineId() || entry.amountVnd() != cut.amountVnd()) {
      problems.add(Problem.at("amount", CutRefusal.NO_ENTRY.key(), Long.toString(cut.entryId())));
    }
  }

  private int commentDays(LocalDate today) {
    return store.commentDays(today).orElseThrow(() -> Refusal.of(CutRefusal.NO_RULE, "", today));
  }

  /**
   * The unit says what it has to say; said again, both stay.
   *
   * @throws Refusal when it is not the actor's unit, the cut is over, or nothing is said
   */
  @Transactional
  public void comment(long id, String words) {
    Cut cut = required(id);
    if (!owns(cut)) {
      throw Refusal.of(CutRefusal.NOT_YOURS, "", cut.line().owner());
    }
    requireOpen(cut);
    String said = words.strip();
    if (said.isEmpty() || said.length() > LONGEST_COMMENT) {
      throw Refusal.of(CutRefusal.WORDS, "words", said.length(), LONGEST_COMMENT);
    }
    told(cut, () -> store.comment(id, said, day.today()));
    record("capital.cut_comment", id, said, Map.of("line", cut.line().id()));
  }

  /**
   * Books a cut by a document: plan goes back to the pool, or to other lines of it.
   *
   * @param decision by which decision, with the day it counts from
   * @param receivers lines that get it, or a part of it; none when it goes back to the pool
   * @throws Refusal when more is given than was proposed, the unit was not heard yet, the cut is
   *     over, the document is incomplete, older than the hearing or of another authority, or the
   *     ledger refuses
   */
  @Transactional
  public void book(long id, Voucher.Paper decision, List<Transfer.Share> receivers) {
    Cut cut = required(id);
    requireOpen(cut);
    decisions.require(cut, decision, amount(cut, receivers));
    // One decision cuts many lines: each is a voucher of its own in the ledger.
    Voucher.Paper paper =
        Voucher.Paper.of(decision.issuer(), "CG-" + id, decision.number(), decision.valueOn());
    long posting =
        cut.content().entryId() != null
            ? store.posting(cut.content().entryId())
            : posted(cut, paper, receivers);
    long amount = amount(cut, receivers);
    Cut.End end = new Cut.End(true, amount, paper.number(), paper.valueOn(), null, day.today(), "");
    told(cut, () -> store.end(id, posting, end));
    record(
        "capital.cut_book",
        id,
        cut.content().why(),
        Map.of("posting", posting, "document", paper.number(), "line", cut.line().id()));
  }

  /**
   * Drops a cut, with why.
   *
   * @throws Refusal when it is over, or no reason is given
   */
  @Transactional
  public void drop(long id, String why) {
    Cut cut = required(id);
    requireOpen(cut);
    String said = why.strip();
    if (said.isEmpty() || said.length() > 1000) {
      throw Refusal.of(CutRefusal.WORDS, "why", said.length(), 1000);
    }
    told(
        cut,
        () -> store.end(id, null, new Cut.End(false, null, null, null, said, day.today(), "")));
    record("capital.cut_drop", id, said, Map.of("line", cut.line().id()));
  }

  /** All of it, or the part that receivers get. */
  private static long amount(Cut cut, List<Transfer.Share> receivers) {
    return receivers.isEmpty()
        ? cut.content().amountVnd()
        : receivers.stream().mapToLong(Transfer.Share::amountVnd).sum();
  }

  private long posted(Cut cut, Voucher.Paper paper, List<Transfer.Share> receivers) {
    Posting posting = Posting.ofPage(null, cut.content().why());
    long line = cut.line().id();
    long amount = amount(cut, receivers);
    if (receivers.isEmpty()) {
      Balance balance = ledger.balances(List.of(line)).getFirst();
      List<Voucher.Row> rows = new ArrayList<>();
      long uncovered = balance.entered() - (balance.plan() - amount);
      if (uncovered > 0) {
        rows.add(Voucher.Row.less(EntryKind.ENTER, line, uncovered));
      }
      rows.add(Voucher.Row.less(EntryKind.ADJUST, line, amount));
      return ledger.post(posting, List.of(new Voucher(paper, rows))).posting();
    }
    int pool = ledger.balances(List.of(line)).getFirst().poolId();
    Transfer transfer =
        new Transfer(
            paper,
            pool,
            cut.content().reason().code(),
            paper.issuer(),
            cut.content().why().substring(0, Math.min(1000, cut.content().why().length())),
            List.of(new Transfer.Share(line, amount)),
            receivers);
    return ledger.transfer(posting, transfer).posting();
  }

  private static void requireOpen(Cut cut) {
    if (cut.end() != null) {
      throw Refusal.of(CutRefusal.OVER, "", cut.line().project(), cut.end().on());
    }
  }

  private void told(Cut cut, Runnable act) {
    CutFault.told(cut, day.today(), act);
  }

  private void record(String act, long id, @Nullable String why, Map<String, ?> facts) {
    audit.record(new Act(act, "capital.cut", Long.toString(id), why, Map.of(), facts));
  }
}

package vn.dondoc.capital.reallocation.submission;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.dondoc.capital.cut.Cut;
import vn.dondoc.capital.cut.Cuts;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Ledger;
import vn.dondoc.capital.ledger.Posting;
import vn.dondoc.capital.ledger.Transfer;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.capital.reallocation.reading.MoveRules;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * Ghi sổ một quyết định: what each line gives goes to lines of the same pool that get it, in their
 * order; what a pool had unallocated is allocated to the rest.
 */
@Component
class Booking {
  private static final int LONGEST_NUMBER = 60;
  private static final int LONGEST_ISSUER = 100;
  private static final int LONGEST_SIGNER = 200;
  private static final int LONGEST_REASON = 1000;

  private final SubmissionStore store;
  private final Cuts cuts;
  private final Ledger ledger;
  private final ProvinceDay day;

  Booking(SubmissionStore store, Cuts cuts, Ledger ledger, ProvinceDay day) {
    this.store = store;
    this.cuts = cuts;
    this.ledger = ledger;
    this.day = day;
  }

  /** Everything that is wrong with a decision by the rules of its year. */
  List<Problem> problems(Submission submission, NewDecision decision, MoveRules law) {
    List<Problem> problems = new ArrayList<>();
    if (!submission.isOpen()) {
      problems.add(Problem.at("", SubmissionRefusal.OVER.key(), submission.name()));
      return problems;
    }
    paper(submission, decision, problems);
    Map<Integer, long[]> pools = new TreeMap<>();
    int spoken = 0;
    for (Submission.Moved move : submission.moves()) {
      Long approved = decision.approved().get(move.line().lineId());
      if (approved == null) {
        continue;
      }
      spoken++;
      one(move, approved, problems);
      long[] sums = pools.computeIfAbsent(move.line().pool().id(), pool -> new long[2]);
      sums[move.gives() ? 0 : 1] += approved;
    }
    if (spoken == 0 || spoken < decision.approved().size()) {
      problems.add(Problem.at("", SubmissionRefusal.NOTHING.key()));
    }
    if (!decision.issuer().isBlank()) {
      pools.keySet().forEach(pool -> authority(submission, decision, pool, law, problems));
    }
    for (Map.Entry<Integer, long[]> pool : pools.entrySet()) {
      long out = pool.getValue()[0];
      long in = pool.getValue()[1];
      if (in < out || in - out > store.unallocated(pool.getKey())) {
        problems.add(
            Problem.at(
                "",
                SubmissionRefusal.MOVE_UNBALANCED.key(),
                name(submission, pool.getKey()),
                out,
                in));
      }
    }
    return problems;
  }

  private void paper(Submission submission, NewDecision decision, List<Problem> problems) {
    if (isWrong(decision.number(), LONGEST_NUMBER)
        || isWrong(decision.issuer(), LONGEST_ISSUER)
        || isWrong(decision.signer(), LONGEST_SIGNER)) {
      problems.add(
          Problem.at(
              "number",
              SubmissionRefusal.DOCUMENT.key(),
              LONGEST_NUMBER,
              LONGEST_ISSUER,
              LONGEST_SIGNER));
    }
    if (decision.signedOn().isAfter(day.today()) || decision.signedOn().isBefore(submission.on())) {
      problems.add(
          Problem.at(
              "signed",
              SubmissionRefusal.SIGNED.key(),
              decision.signedOn(),
              submission.on(),
              day.today()));
    }
  }

  /** A pool is decided by whom the rules name, and by nobody else; others speak of other pools. */
  private static void authority(
      Submission submission,
      NewDecision decision,
      int pool,
      MoveRules law,
      List<Problem> problems) {
    MoveRules.Authority ruled = law.annual(pool).orElse(null);
    if (ruled == null) {
      problems.add(
          Problem.at(
              "issuer",
              SubmissionRefusal.NO_AUTHORITY.key(),
              name(submission, pool),
              Integer.toString(submission.year())));
    } else if (!ruled.is(decision.issuer())) {
      problems.add(
          Problem.at(
              "issuer",
              SubmissionRefusal.AUTHORITY.key(),
              name(submission, pool),
              decision.issuer(),
              ruled.organ(),
              ruled.basis()));
    }
  }

  private static boolean isWrong(String words, int most) {
    return words.isBlank() || words.length() > most;
  }

  private void one(Submission.Moved move, long approved, List<Problem> problems) {
    String place = "duyet-" + move.line().lineId();
    String project = move.line().project().name();
    if (!move.isOpen()) {
      problems.add(Problem.at(place, SubmissionRefusal.OVER.key(), project));
    } else if (approved < 0 || approved > move.sizeVnd()) {
      problems.add(
          Problem.at(place, SubmissionRefusal.ABOVE.key(), project, approved, move.sizeVnd()));
    }
    Cut cut = move.cut();
    if (cut != null && approved > 0 && cut.state(day.today()) == Cut.State.ASKED) {
      problems.add(
          Problem.at(
              place,
              SubmissionRefusal.COMMENT_FIRST.key(),
              project,
              move.line().owner().name(),
              Objects.requireNonNull(cut.content().answerBy())));
    }
  }

  private static String name(Submission submission, int pool) {
    return submission.moves().stream()
        .filter(move -> move.line().pool().id() == pool)
        .findFirst()
        .map(move -> move.line().pool().name())
        .orElse(Integer.toString(pool));
  }

  /** Books what is approved, drops the cuts of what is not. */
  void book(Submission submission, NewDecision decision) {
    Map<Integer, Deque<Transfer.Share>> receivers = new TreeMap<>();
    for (Submission.Moved move : submission.moves()) {
      long approved = decision.approved().getOrDefault(move.line().lineId(), 0L);
      if (!move.gives() && approved > 0) {
        receivers
            .computeIfAbsent(move.line().pool().id(), pool -> new ArrayDeque<>())
            .add(new Transfer.Share(move.line().lineId(), approved));
      }
    }
    for (Submission.Moved move : submission.moves()) {
      Long approved = decision.approved().get(move.line().lineId());
      Cut cut = move.cut();
      if (approved == null || cut == null) {
        continue;
      }
      if (approved == 0) {
        cuts.drop(
            cut.id(),
            Texts.in(Language.VI)
                .get("capital.submission.not_approved", decision.number(), decision.issuer()));
      } else {
        cuts.book(
            cut.id(),
            Voucher.Paper.of(decision.issuer(), "", decision.number(), decision.signedOn()),
            shares(receivers.getOrDefault(move.line().pool().id(), new ArrayDeque<>()), approved));
      }
    }
    allocate(submission, decision, receivers);
  }

  /** As many of the waiting shares as make up an amount; the last one may be split. */
  private static List<Transfer.Share> shares(Deque<Transfer.Share> waiting, long amount) {
    List<Transfer.Share> shares = new ArrayList<>();
    long left = amount;
    while (left > 0) {
      Transfer.Share next = waiting.removeFirst();
      long taken = Math.min(left, next.amountVnd());
      shares.add(new Transfer.Share(next.lineId(), taken));
      if (taken < next.amountVnd()) {
        waiting.addFirst(new Transfer.Share(next.lineId(), next.amountVnd() - taken));
      }
      left -= taken;
    }
    return shares;
  }

  /** What no line gave comes from what the pools had unallocated. */
  private void allocate(
      Submission submission, NewDecision decision, Map<Integer, Deque<Transfer.Share>> receivers) {
    List<Voucher.Row> rows = new ArrayList<>();
    receivers
        .values()
        .forEach(waiting ->
            waiting.forEach(share ->
                rows.add(Voucher.Row.of(EntryKind.ALLOCATE, share.lineId(), share.amountVnd()))));
    if (rows.isEmpty()) {
      return;
    }
    String words = submission.words() == null ? submission.name() : submission.words();
    ledger.post(
        Posting.ofPage(null, words.substring(0, Math.min(words.length(), LONGEST_REASON))),
        List.of(
            new Voucher(
                Voucher.Paper.of(
                    decision.issuer(),
                    "DC-" + submission.id(),
                    decision.number(),
                    decision.signedOn()),
                rows)));
  }
}

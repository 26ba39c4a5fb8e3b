package vn.dondoc.capital.reallocation.submission;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.dondoc.capital.cut.Cut;
import vn.dondoc.capital.cut.Cuts;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Ledger;
import vn.dondoc.capital.ledger.Posting;
import vn.dondoc.capital.ledger.Transfer;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * Ghi sổ một quyết định: what each line gives goes to lines of the same pool that get it, in their
 * order; what a pool had unallocated is allocated to the rest.
 */
@Component
class Booking {
  private static final int LONGEST_REASON = 1000;

  private final Cuts cuts;
  private final Ledger ledger;

  Booking(Cuts cuts, Ledger ledger) {
    this.cuts = cuts;
    this.ledger = ledger;
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

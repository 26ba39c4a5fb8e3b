package vn.dondoc.capital.line;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.capital.cut.Cuts;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Days;
import vn.dondoc.web.Label;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * Hỏi trước khi ghi: whether a voucher is one that is booked under another spelling, and whether a
 * correction takes plan from a line that has to be heard first.
 */
@Component
@Transactional(readOnly = true)
class LineQuestions {
  private static final int LONGEST_REASON = 1000;
  private static final String OTHER = "other";

  private final LineTwinStore store;
  private final LinePosting posting;
  private final Cuts cuts;

  LineQuestions(LineTwinStore store, LinePosting posting, Cuts cuts) {
    this.store = store;
    this.posting = posting;
    this.cuts = cuts;
  }

  /**
   * A payment whose voucher is booked nowhere, or that a person says is another; their word stays
   * with the reason it is booked for.
   *
   * @throws Refusal while nobody said which
   */
  LineAct.Paying asked(LineAct.Paying act, LineActForm form) {
    Voucher.Paper paper = posting.official(act.paper());
    List<Problem> problems = new ArrayList<>();
    List<String> twins = new ArrayList<>();
    act.amounts()
        .forEach((kind, amount) ->
            store
                .like(act.lineId(), kind, amount, paper)
                .ifPresent(twin -> {
                  twins.add(twin.words());
                  problems.add(
                      Problem.at(
                          LineActForm.TWIN,
                          LineRefusal.SAME_PAPER.key(),
                          twin.words(),
                          twin.on(),
                          new Label(kind.key()),
                          amount));
                }));
    if (twins.isEmpty()) {
      return act;
    }
    if (!form.value(LineActForm.TWIN).equals(OTHER)) {
      throw Refusal.of(LineRefusal.ACT, problems);
    }
    String said =
        Texts.in(Language.VI)
            .get("capital.act.twin.kept", String.join(", ", twins), Days.written(paper.valueOn()));
    int room = LONGEST_REASON - said.length() - 1;
    String reason = act.reason().substring(0, Math.min(act.reason().length(), Math.max(0, room)));
    return new LineAct.Paying(act.lineId(), act.amounts(), act.paper(), reason + " " + said);
  }

  /**
   * A correction. One that lowers the plan of a slow line is no way around hearing its owner,
   * unless it puts right how the very document was typed.
   *
   * @throws Refusal naming the rules the line breaks
   */
  LineAct.Correcting asked(LineAct.Correcting act) {
    if (!lowersPlan(act) || isOwn(act)) {
      return act;
    }
    List<Problem> unheard = cuts.objections(act.lineId(), null, LineActForm.DOCUMENT);
    if (unheard.isEmpty()) {
      return act;
    }
    List<Problem> problems = new ArrayList<>(unheard);
    problems.add(
        Problem.at(
            LineActForm.DOCUMENT,
            LineRefusal.CORRECTION_IS_CUT.key(),
            act.paper().number(),
            act.paper().issuer(),
            store.paper(act.entry().id())));
    throw Refusal.of(LineRefusal.ACT, problems);
  }

  /** It puts right how the document the entry was booked by was typed. */
  private boolean isOwn(LineAct.Correcting act) {
    return store.isOf(act.entry().id(), act.paper(), posting.official(act.paper()).issuer());
  }

  /** What is entered for payment is not the plan. */
  private static boolean lowersPlan(LineAct.Correcting act) {
    BookedEntry entry = act.entry();
    boolean takes =
        entry.direction() < 0
            || entry.kind() == EntryKind.CANCEL
            || entry.kind() == EntryKind.CARRY_OUT;
    boolean less = act.rightVnd() < entry.standingVnd();
    return entry.ofPlan() && entry.kind() != EntryKind.ENTER && takes != less;
  }
}

package vn.dondoc.capital.cut;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.dondoc.capital.ledger.Balance;
import vn.dondoc.capital.ledger.Ledger;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Quyết định cắt giảm: signed by who decides of the pool, after the cut was proposed and its unit
 * heard. What was booked before its reason was told has its document already.
 */
@Component
class CutDecision {
  static final int LONGEST_NUMBER = 60;
  static final int LONGEST_ISSUER = 100;

  private final CutStore store;
  private final Ledger ledger;
  private final CutAuthorities authorities;
  private final ProvinceDay day;

  CutDecision(CutStore store, Ledger ledger, CutAuthorities authorities, ProvinceDay day) {
    this.store = store;
    this.ledger = ledger;
    this.authorities = authorities;
    this.day = day;
  }

  /**
   * Holds a decision to the rules.
   *
   * @param amountVnd what it cuts, đồng
   * @throws Refusal with every problem
   */
  void require(Cut cut, Voucher.Paper paper, long amountVnd) {
    List<Problem> problems = new ArrayList<>();
    long proposed = cut.content().amountVnd();
    if (amountVnd > proposed) {
      problems.add(
          Problem.at(
              "amount",
              CutRefusal.ABOVE_LEFT.key(),
              cut.line().project(),
              amountVnd,
              proposed,
              amountVnd - proposed));
    }
    boolean asked = cut.state(day.today()) == Cut.State.ASKED;
    if (asked) {
      problems.add(
          Problem.at(
              "",
              CutRefusal.COMMENT_FIRST.key(),
              cut.line().owner(),
              Objects.requireNonNull(cut.content().answerBy())));
    }
    boolean complete =
        !paper.number().isBlank()
            && paper.number().length() <= LONGEST_NUMBER
            && !paper.issuer().isBlank()
            && paper.issuer().length() <= LONGEST_ISSUER;
    if (!complete) {
      problems.add(
          Problem.at("document", CutRefusal.DOCUMENT.key(), LONGEST_NUMBER, LONGEST_ISSUER));
    }
    if (paper.valueOn().isAfter(day.today())) {
      problems.add(Problem.at("signed", CutRefusal.SIGNED.key(), paper.valueOn(), day.today()));
    }
    if (cut.content().entryId() == null) {
      heard(cut, paper, asked, problems);
      authority(cut, paper, problems);
    } else if (complete) {
      own(cut.content().entryId(), paper, problems);
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(CutRefusal.CUT, problems);
    }
  }

  private static void heard(Cut cut, Voucher.Paper paper, boolean asked, List<Problem> problems) {
    LocalDate from = asked ? cut.content().on() : cut.decidedFrom();
    if (paper.valueOn().isBefore(from)) {
      problems.add(
          Problem.at("signed", CutRefusal.SIGNED_BEFORE_HEARD.key(), paper.valueOn(), from));
    }
  }

  private void authority(Cut cut, Voucher.Paper paper, List<Problem> problems) {
    if (paper.issuer().isBlank()) {
      return;
    }
    Balance balance = ledger.balances(List.of(cut.line().id())).getFirst();
    CutAuthorities.Ruled ruled = authorities.of(balance.poolId(), paper.issuer()).orElse(null);
    if (ruled == null) {
      problems.add(
          Problem.at(
              "issuer",
              CutRefusal.NO_AUTHORITY.key(),
              Integer.toString(authorities.year(balance.poolId()))));
    } else if (!ruled.decided()) {
      problems.add(
          Problem.at(
              "issuer", CutRefusal.AUTHORITY.key(), paper.issuer(), ruled.organ(), ruled.basis()));
    }
  }

  private void own(long entry, Voucher.Paper paper, List<Problem> problems) {
    Voucher.Paper booked = store.paper(entry);
    if (!store.isPaperOf(entry, paper)) {
      problems.add(
          Problem.at(
              "document",
              CutRefusal.OTHER_DOCUMENT.key(),
              paper.words(),
              paper.valueOn(),
              booked.words(),
              booked.valueOn()));
    }
  }
}

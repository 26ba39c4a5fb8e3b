package vn.dondoc.capital.yearend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.capital.ledger.Balance;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Ledger;
import vn.dondoc.capital.ledger.Posted;
import vn.dondoc.capital.ledger.Posting;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Cuối năm ngân sách: how every line stands on a day by the law of its year, what lapses, and what
 * a settled project no longer needs. The machine says what lapses; a person cancels it.
 */
@Component
@Transactional(readOnly = true)
public class YearEnds {
  static final int LONGEST_NUMBER = 60;
  static final int LONGEST_ISSUER = 100;

  private final YearEndStore store;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final ProvinceDay day;

  YearEnds(YearEndStore store, Ledger ledger, AuditTrail audit, ProvinceDay day) {
    this.store = store;
    this.ledger = ledger;
    this.audit = audit;
    this.day = day;
  }

  /** Every line of a budget year as of a day. */
  public List<YearEndLine> lines(LocalDate on, int year) {
    return store.lines(on, year);
  }

  /** The deadlines of a budget year by the law that counts for it; empty when none is known. */
  public List<Deadline> deadlines(int year) {
    return store.deadlines(year);
  }

  /** On what grounds the law of a budget year lets money be extended. */
  public List<ExtensionGround> grounds(int year) {
    return store.grounds(year);
  }

  /** Plan of settled projects that they no longer need. */
  List<YearEndStore.Surplus> surplus(int year) {
    return store.surplus(day.today(), year);
  }

  /** What lapses now in a pool of a year. */
  public List<YearEndLine> lapsing(int year, int pool) {
    return lines(day.today(), year).stream()
        .filter(line -> line.pool().id() == pool && line.money().lapsing() > 0)
        .toList();
  }

  /**
   * What a person looked at before cancelling.
   *
   * @param year năm ngân sách
   * @param pool nhóm vốn
   * @param lines how many lines lapse
   * @param sumVnd how much, đồng
   */
  public record Lapse(int year, int pool, int lines, long sumVnd) {}

  /**
   * Cancels what lapsed in a pool, as it was looked at, by a document.
   *
   * @throws Refusal when nothing lapses, something changed since, the document is incomplete, or
   *     the ledger refuses
   */
  @Transactional
  public Posted cancel(Lapse seen, Voucher.Paper decision, String reason) {
    List<Problem> problems = documentProblems(decision, day.today());
    if (reason.isBlank() || reason.length() > 1000) {
      problems.add(Problem.at("reason", YearEndRefusal.WORDS.key(), reason.length(), 1000));
    }
    List<YearEndLine> lapsing = lapsing(seen.year(), seen.pool());
    if (lapsing.isEmpty()) {
      problems.add(Problem.at("", YearEndRefusal.NOTHING_LAPSES.key(), day.today()));
    }
    long sum = lapsing.stream().mapToLong(line -> line.money().lapsing()).sum();
    if (!lapsing.isEmpty() && (lapsing.size() != seen.lines() || sum != seen.sumVnd())) {
      problems.add(
          Problem.at(
              "", YearEndRefusal.CHANGED.key(), seen.lines(), seen.sumVnd(), lapsing.size(), sum));
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(YearEndRefusal.REQUEST, problems);
    }
    Voucher.Paper paper =
        Voucher.Paper.of(
            decision.issuer(), "HUY-" + seen.pool(), decision.number(), decision.valueOn());
    Posted posted =
        ledger.post(
            Posting.ofPage(null, reason.strip()), List.of(new Voucher(paper, rows(lapsing))));
    audit.record(
        new Act(
            "capital.lapse",
            "capital.pool",
            Integer.toString(seen.pool()),
            reason.strip(),
            Map.of(),
            Map.of("lines", lapsing.size(), "amount", sum, "posting", posted.posting())));
    return posted;
  }

  private List<Voucher.Row> rows(List<YearEndLine> lapsing) {
    Map<Long, Balance> balances =
        ledger.balances(lapsing.stream().map(YearEndLine::lineId).toList()).stream()
            .collect(Collectors.toMap(Balance::lineId, balance -> balance));
    List<Voucher.Row> rows = new ArrayList<>();
    for (YearEndLine line : lapsing) {
      long amount = line.money().lapsing();
      Balance balance = java.util.Objects.requireNonNull(balances.get(line.lineId()));
      long uncovered = balance.entered() - (balance.plan() - amount);
      if (uncovered > 0) {
        rows.add(Voucher.Row.less(EntryKind.ENTER, line.lineId(), uncovered));
      }
      rows.add(Voucher.Row.of(EntryKind.CANCEL, line.lineId(), amount));
    }
    return rows;
  }

  /** What is missing of a document. */
  static List<Problem> documentProblems(Voucher.Paper paper, LocalDate today) {
    List<Problem> problems = new ArrayList<>();
    boolean complete =
        !paper.number().isBlank()
            && paper.number().length() <= LONGEST_NUMBER
            && !paper.issuer().isBlank()
            && paper.issuer().length() <= LONGEST_ISSUER;
    if (!complete) {
      problems.add(
          Problem.at("document", YearEndRefusal.DOCUMENT.key(), LONGEST_NUMBER, LONGEST_ISSUER));
    }
    if (paper.valueOn().isAfter(today)) {
      problems.add(Problem.at("signed", YearEndRefusal.SIGNED.key(), paper.valueOn(), today));
    }
    return problems;
  }
}

package vn.dondoc.capital.yearend;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.capital.ledger.Carry;
import vn.dondoc.capital.ledger.Ledger;
import vn.dondoc.capital.ledger.Posted;
import vn.dondoc.capital.ledger.Posting;
import vn.dondoc.capital.ledger.Transfer;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.capital.source.NewPool;
import vn.dondoc.capital.source.Pool;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.capital.source.Term;
import vn.dondoc.capital.source.Vintage;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Days;

/**
 * Vốn được kéo dài: what is left of it goes into the next vintage of the same money once the term
 * of its pool is over, each deadline into a pool of its own; before that it is lowered or withdrawn
 * where it is not needed.
 */
@Component
@Transactional(readOnly = true)
public class AllowedExtensions {
  private final ExtensionStore store;
  private final Extensions extensions;
  private final Ledger ledger;
  private final Sources sources;
  private final AuditTrail audit;
  private final ProvinceDay day;

  AllowedExtensions(
      ExtensionStore store,
      Extensions extensions,
      Ledger ledger,
      Sources sources,
      AuditTrail audit,
      ProvinceDay day) {
    this.store = store;
    this.extensions = extensions;
    this.ledger = ledger;
    this.sources = sources;
    this.audit = audit;
    this.day = day;
  }

  /**
   * Số chuyển nguồn được.
   *
   * @param allowedVnd số được kéo dài, đồng
   * @param leftVnd what of the line is not disbursed
   * @param payUntil the last day its pool is paid from: nothing is carried before it is over
   */
  public record Carryable(long allowedVnd, long leftVnd, LocalDate payUntil) {
    /** What is carried, đồng. */
    public long amountVnd() {
      return Math.min(allowedVnd, leftVnd);
    }

    /** What was allowed and is not there any more. */
    public long spentVnd() {
      return allowedVnd - amountVnd();
    }

    /** The first day it may be carried. */
    public LocalDate from() {
      return payUntil.plusDays(1);
    }

    /** Whether the term is over on a day. */
    public boolean isDue(LocalDate today) {
      return today.isAfter(payUntil);
    }
  }

  /** How much of an extension can be carried, and from when. */
  static Carryable carryable(Extension extension, Extensions.Standing standing) {
    return new Carryable(
        extension.allowedVnd(),
        standing.line().money().remaining(),
        standing.line().until().payments());
  }

  /**
   * Carries what is left of what was allowed into the next vintage of the same money; its pool, one
   * for every deadline, is opened where there is none.
   *
   * @throws Refusal when it was not allowed or is carried already, the term of its pool is not over
   *     or the new one is, nothing is left, or the ledger refuses
   */
  @Transactional
  public void carry(long id) {
    Extension extension = extensions.required(id);
    Extension.Decided decided = extension.decided();
    if (extension.state() != Extension.State.ALLOWED || decided == null) {
      throw Refusal.of(YearEndRefusal.NOT_TO_CARRY, "", extension.line().project());
    }
    LocalDate until = Objects.requireNonNull(decided.until());
    Carryable carryable = carryable(extension, extensions.standing(extension.line().id()));
    requireCarryable(extension, carryable, until);
    Pool from = sources.pool(extension.line().poolCode());
    Pool next = next(from, decided, until);
    String reason = extension.asked().reason();
    Carry carry =
        new Carry(
            Voucher.Paper.of(decided.authority(), "KD-" + id, decided.document(), day.today()),
            from.id(),
            next.id(),
            extension.asked().ground(),
            decided.authority(),
            reason.substring(0, Math.min(Extensions.LONGEST_WHY, reason.length())),
            List.of(new Transfer.Share(extension.line().id(), carryable.amountVnd())));
    Posted posted = ledger.carry(Posting.ofPage(null, carry.reason()), carry);
    try {
      store.carried(id, posted.posting(), next.id(), carryable.amountVnd(), day.today());
    } catch (DataIntegrityViolationException raced) {
      throw Refusal.of(YearEndRefusal.NOT_TO_CARRY, "", extension.line().project());
    }
    record(
        "capital.carry_extension",
        id,
        null,
        Map.of("posting", posted.posting(), "pool", next.code(), "amount", carryable.amountVnd()));
  }

  private void requireCarryable(Extension extension, Carryable carryable, LocalDate until) {
    String project = extension.line().project();
    if (!carryable.isDue(day.today())) {
      throw Refusal.of(
          YearEndRefusal.TERM_RUNS, "", project, carryable.payUntil(), carryable.from());
    }
    if (day.today().isAfter(until)) {
      throw Refusal.of(YearEndRefusal.CARRY_TOO_LATE, "", project, until);
    }
    if (carryable.amountVnd() < 1) {
      throw Refusal.of(YearEndRefusal.NOTHING_LEFT, "", project);
    }
  }

  /** The next vintage of a pool with this deadline. */
  private Pool next(Pool from, Extension.Decided decided, LocalDate until) {
    Pool known =
        sources.pools(from.budgetYear() + 1).stream()
            .filter(pool ->
                pool.ring().equals(from.ring())
                    && pool.vintage() == Vintage.CARRIED
                    && pool.originYear() == from.originYear()
                    && pool.term().payUntil().equals(until))
            .findFirst()
            .orElse(null);
    if (known != null) {
      return known;
    }
    String first = from.code() + ".KD";
    String code =
        sources.find(first).isEmpty()
            ? first
            : first + "-" + until.format(DateTimeFormatter.BASIC_ISO_DATE);
    sources.open(
        new NewPool(
            code,
            from.name() + " – kéo dài đến " + Days.written(until),
            from.ring(),
            from.budgetYear() + 1,
            Vintage.CARRIED,
            from.originYear(),
            day.today(),
            new Term(until, until, null, decided.authority(), decided.document())));
    return sources.pool(code);
  }

  /**
   * Lowers what was allowed and is not carried, by another decision; to nothing: withdraws it.
   *
   * @param change what it is lowered to, by which document, why; who records it is filled in
   * @throws Refusal when it is not allowed or is carried already, or with every problem
   */
  @Transactional
  public void lower(long id, Extension.Change change) {
    Extension extension = extensions.required(id);
    Extension.Decided decided = extension.decided();
    if (extension.state() != Extension.State.ALLOWED || decided == null) {
      throw Refusal.of(YearEndRefusal.NOT_TO_LOWER, "", extension.line().project());
    }
    List<Problem> problems =
        new ArrayList<>(
            YearEnds.documentProblems(
                Voucher.Paper.of(decided.authority(), "", change.document(), change.signedOn()),
                day.today()));
    LocalDate since =
        extension.change() == null ? decided.signedOn() : extension.change().signedOn();
    if (change.signedOn().isBefore(since)) {
      problems.add(
          Problem.at("signed", YearEndRefusal.BEFORE_DECIDED.key(), change.signedOn(), since));
    }
    if (change.amountVnd() < 0 || change.amountVnd() >= extension.allowedVnd()) {
      problems.add(
          Problem.at(
              "amount",
              YearEndRefusal.NOT_LOWER.key(),
              change.amountVnd(),
              extension.allowedVnd()));
    }
    String why = change.why().strip();
    if (why.isEmpty() || why.length() > Extensions.LONGEST_WHY) {
      problems.add(
          Problem.at("why", YearEndRefusal.WORDS.key(), why.length(), Extensions.LONGEST_WHY));
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(YearEndRefusal.REQUEST, problems);
    }
    try {
      store.change(
          id,
          new Extension.Change(
              change.amountVnd(), change.document(), change.signedOn(), why, change.by()),
          day.today());
    } catch (DataIntegrityViolationException raced) {
      throw Refusal.of(YearEndRefusal.NOT_TO_LOWER, "", extension.line().project());
    }
    record(
        "capital.lower_extension",
        id,
        why,
        Map.of("amount", change.amountVnd(), "document", change.document()));
  }

  private void record(String act, long id, @Nullable String why, Map<String, ?> facts) {
    audit.record(new Act(act, "capital.extension", Long.toString(id), why, Map.of(), facts));
  }
}

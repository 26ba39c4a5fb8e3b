package vn.dondoc.capital.ledger;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Sổ vốn: books what documents say, whole or not at all. The invariants stand in the database; what
 * it refuses is told with line, amounts and by how much.
 *
 * <p>After a refusal the transaction it happened in is over: nothing of it is kept.
 */
@Component
@Transactional
public class Ledger {
  /** Rows one posting may have: a year's payments of a province. */
  public static final int MOST = 200_000;

  /** A line without a pool, or a pool that is not there: not null, foreign key. */
  private static final Set<String> NO_LINE = Set.of("23502", "23503");

  private final LedgerStore store;
  private final AuditTrail audit;
  private final ProvinceDay day;
  private final TransactionTemplate trial;

  Ledger(
      LedgerStore store,
      AuditTrail audit,
      ProvinceDay day,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.audit = audit;
    this.day = day;
    this.trial = new TransactionTemplate(transactions);
    trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /**
   * Opens the line of a project in a pool, or finds it.
   *
   * @throws Refusal when the pool's sector is binding and the project of another
   */
  public long line(long projectId, int poolId) {
    LedgerStore.Place place = new LedgerStore.Place(projectId, poolId);
    return Objects.requireNonNull(
        LedgerFault.told(() -> store.lines(List.of(place), day.today())).get(place));
  }

  /**
   * Books these vouchers. Those booked before are passed over when they say the same.
   *
   * @throws Refusal with every problem: of lines, pools, projects, days and vouchers
   */
  public Posted post(Posting posting, List<Voucher> vouchers) {
    require(vouchers);
    return write(posting, rows(vouchers), vouchers.size());
  }

  /** Everything that is wrong with these vouchers; nothing is booked. */
  public List<Problem> problems(Posting posting, List<Voucher> vouchers) {
    List<Problem> seen = VoucherCheck.problems(vouchers);
    if (!seen.isEmpty() || vouchers.isEmpty()) {
      return seen;
    }
    return Objects.requireNonNull(
        trial.execute(status -> {
          status.setRollbackOnly();
          try {
            // What came before under the same key would not be booked again.
            store.open(posting, dayOf(posting)).ifPresent(id -> book(id, rows(vouchers)));
            return List.of();
          } catch (Refusal refusal) {
            return refusal.problems();
          }
        }));
  }

  /**
   * Moves plan between lines of one pool, balanced.
   *
   * @throws Refusal when it does not balance, leaves the pool or takes what is paid already
   */
  public Posted transfer(Posting posting, Transfer transfer) {
    Carry within =
        new Carry(
            transfer.paper(),
            transfer.poolId(),
            transfer.poolId(),
            transfer.ground(),
            transfer.authority(),
            transfer.reason(),
            transfer.out());
    return move(
        posting,
        within,
        transfer.in(),
        () -> {
          List<Voucher.Row> rows =
              new ArrayList<>(released(transfer.out(), EntryKind.TRANSFER_OUT));
          transfer
              .in()
              .forEach(share ->
                  rows.add(
                      Voucher.Row.of(EntryKind.TRANSFER_IN, share.lineId(), share.amountVnd())));
          return rows;
        });
  }

  /**
   * Carries money into the next vintage of its source; lines there are opened where there are none.
   *
   * @throws Refusal when the second pool is not the next vintage of the first, or more is carried
   *     than is left
   */
  public Posted carry(Posting posting, Carry carry) {
    return move(posting, carry, null, () -> carried(carry));
  }

  /**
   * Takes entries back in the open period; the posting names a reason and who answers for it.
   *
   * @throws Refusal when nobody signs, more is taken back than was booked, or what was built on the
   *     entry would no longer hold
   */
  public Posted correct(Posting posting, List<Correction> corrections, List<Voucher> instead) {
    require(instead);
    List<LedgerStore.Written> rows = new ArrayList<>();
    for (Correction correction : corrections) {
      Voucher.Row row =
          store
              .reversed(correction.entryId(), correction.amountVnd())
              .orElseThrow(() ->
                  Refusal.of(
                      LedgerRefusal.NO_ENTRY,
                      Long.toString(correction.entryId()),
                      Long.toString(correction.entryId())));
      rows.add(new LedgerStore.Written(correction.paper(), 1, row, null, correction.entryId()));
    }
    rows.addAll(rows(instead));
    return write(posting, rows, corrections.size() + instead.size());
  }

  /** What these lines come to now. */
  @Transactional(readOnly = true)
  public List<Balance> balances(Collection<Long> lines) {
    return store.balances(lines);
  }

  private interface Ends {
    List<Voucher.Row> rows();
  }

  /**
   * Books a movement, unless its document moved the same already.
   *
   * @param in who gets it within the pool; null when it is carried on for the same projects
   */
  private Posted move(Posting posting, Carry carry, @Nullable List<Transfer.Share> in, Ends ends) {
    store.lock(carry.shares().stream().map(Transfer.Share::lineId).toList());
    List<LedgerStore.End> before = store.moved(carry.paper());
    if (!before.isEmpty()) {
      requireSame(carry, in, before);
      return new Posted(before.getFirst().posting(), 0, before.size());
    }
    String kind = in == null ? "carry" : "transfer";
    long movement = LedgerFault.told(() -> store.move(kind, carry, day.today()));
    List<LedgerStore.Written> rows = new ArrayList<>();
    for (Voucher.Row row : ends.rows()) {
      rows.add(
          new LedgerStore.Written(
              carry.paper(), rows.size() + 1, row, row.kind().moves() ? movement : null, null));
    }
    return write(posting, rows, 1);
  }

  private static void requireSame(
      Carry carry, @Nullable List<Transfer.Share> in, List<LedgerStore.End> before) {
    boolean same =
        Set.copyOf(carry.shares()).equals(shares(before, true))
            && (in == null || Set.copyOf(in).equals(shares(before, false)))
            && carry.paper().valueOn().equals(before.getFirst().valueOn());
    if (!same) {
      long told = sum(carry.shares());
      long booked = sum(shares(before, true));
      throw Refusal.of(
          LedgerRefusal.VOUCHER_CHANGED,
          carry.paper().words(),
          "",
          "",
          carry.paper().valueOn(),
          told,
          booked,
          told - booked,
          carry.paper().number(),
          before.getFirst().valueOn(),
          carry.paper().issuer());
    }
  }

  private static Set<Transfer.Share> shares(List<LedgerStore.End> ends, boolean out) {
    return ends.stream()
        .filter(end -> end.kind().code().endsWith("out") == out)
        .map(LedgerStore.End::share)
        .collect(Collectors.toSet());
  }

  private static long sum(Collection<Transfer.Share> shares) {
    return shares.stream().mapToLong(Transfer.Share::amountVnd).sum();
  }

  /** Shares taken from their lines; what could no longer be covered is first entered no more. */
  private List<Voucher.Row> released(List<Transfer.Share> shares, EntryKind kind) {
    Map<Long, Balance> balances =
        store.balances(shares.stream().map(Transfer.Share::lineId).toList()).stream()
            .collect(Collectors.toMap(Balance::lineId, balance -> balance));
    List<Voucher.Row> rows = new ArrayList<>();
    for (Transfer.Share share : shares) {
      Balance balance = balances.get(share.lineId());
      if (balance == null) {
        throw Refusal.of(
            LedgerRefusal.NO_LINE, Long.toString(share.lineId()), Long.toString(share.lineId()));
      }
      long uncovered = balance.entered() - (balance.plan() - share.amountVnd());
      if (uncovered > 0) {
        rows.add(Voucher.Row.less(EntryKind.ENTER, share.lineId(), uncovered));
      }
      rows.add(Voucher.Row.of(kind, share.lineId(), share.amountVnd()));
    }
    return rows;
  }

  private List<Voucher.Row> carried(Carry carry) {
    List<Voucher.Row> rows = new ArrayList<>(released(carry.shares(), EntryKind.CARRY_OUT));
    Map<Long, Balance> balances =
        store.balances(carry.shares().stream().map(Transfer.Share::lineId).toList()).stream()
            .collect(Collectors.toMap(Balance::lineId, balance -> balance));
    Map<LedgerStore.Place, Long> lines =
        LedgerFault.told(() ->
            store.lines(
                balances.values().stream()
                    .map(b -> new LedgerStore.Place(b.projectId(), carry.poolIn()))
                    .toList(),
                day.today()));
    for (Transfer.Share share : carry.shares()) {
      long project = Objects.requireNonNull(balances.get(share.lineId())).projectId();
      long line = Objects.requireNonNull(lines.get(new LedgerStore.Place(project, carry.poolIn())));
      rows.add(Voucher.Row.of(EntryKind.CARRY_IN, line, share.amountVnd()));
    }
    return rows;
  }

  private static void require(List<Voucher> vouchers) {
    long rows = vouchers.stream().mapToLong(voucher -> voucher.rows().size()).sum();
    if (rows > MOST) {
      throw Refusal.of(LedgerRefusal.TOO_MANY, "", rows, MOST);
    }
    List<Problem> problems = VoucherCheck.problems(vouchers);
    if (!problems.isEmpty()) {
      throw Refusal.of(LedgerRefusal.POSTING, problems);
    }
  }

  private static List<LedgerStore.Written> rows(List<Voucher> vouchers) {
    List<LedgerStore.Written> rows = new ArrayList<>();
    for (Voucher voucher : vouchers) {
      int part = 0;
      for (Voucher.Row row : voucher.rows()) {
        rows.add(new LedgerStore.Written(voucher.paper(), ++part, row, null, null));
      }
    }
    return rows;
  }

  private Posted write(Posting posting, List<LedgerStore.Written> rows, int vouchers) {
    if (posting.onDay() != null && Acting.current().accountId() >= 0) {
      throw new IllegalStateException("history is loaded by the system alone");
    }
    @Nullable Long id = store.open(posting, dayOf(posting)).orElse(null);
    if (id == null) {
      // The same sending came before: the ledger has it.
      long known = store.find(Objects.requireNonNull(posting.sending())).orElseThrow();
      return new Posted(known, 0, rows.size());
    }
    int fresh = book(id, rows);
    audit(id, posting, rows, vouchers);
    return new Posted(id, fresh, rows.size() - fresh);
  }

  private int book(long posting, List<LedgerStore.Written> rows) {
    try {
      return LedgerFault.told(() -> {
        int fresh = store.post(posting, rows);
        if (rows.stream().anyMatch(row -> row.movement() != null || row.corrects() != null)) {
          store.weigh();
        }
        return fresh;
      });
    } catch (DataIntegrityViolationException e) {
      if (!(e.getMostSpecificCause() instanceof SQLException cause)
          || !NO_LINE.contains(cause.getSQLState())) {
        throw e;
      }
      // No line of that number, or none the actor may see.
      String lines =
          rows.stream()
              .map(row -> row.row().lineId())
              .filter(Objects::nonNull)
              .distinct()
              .limit(5)
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
      throw Refusal.of(LedgerRefusal.NO_LINE, lines, lines);
    }
  }

  /** The day a document was first booked; it is booked. */
  public LocalDate bookedOn(Voucher.Paper paper) {
    return store.bookedOn(paper);
  }

  /** Whether entries came of this sending. */
  public boolean isBooked(UUID sending) {
    return store.isBooked(sending);
  }

  private LocalDate dayOf(Posting posting) {
    return posting.onDay() == null ? day.today() : posting.onDay();
  }

  private void audit(long id, Posting posting, List<LedgerStore.Written> rows, int vouchers) {
    Map<String, Long> sums =
        rows.stream()
            .map(LedgerStore.Written::row)
            .collect(
                Collectors.groupingBy(
                    row -> row.kind().code(),
                    TreeMap::new,
                    Collectors.summingLong(row -> row.direction() * row.amountVnd())));
    Map<String, Object> facts = new TreeMap<>(sums);
    facts.put("vouchers", vouchers);
    facts.put("way", posting.way().code());
    facts.put(
        "lines",
        rows.stream()
            .map(row -> row.row().lineId())
            .flatMap(Stream::ofNullable)
            .distinct()
            .sorted()
            .limit(50)
            .toList());
    audit.record(
        new Act(
            "capital.post",
            "capital.posting",
            Long.toString(id),
            posting.reason(),
            Map.of(),
            facts));
  }
}

package vn.dondoc.capital.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;

/**
 * Khóa sổ: a period is proposed by one person and signed by another; nothing is dated into it any
 * more, and what stood on its last day is kept as one value that changes with any of it.
 */
@Component
@Transactional
public class Closings {
  private static final String PROPOSE =
      """
      insert into capital.closing (until_day, note, on_day, by_account, by_name)
      values (:until, :note, :day, :account, :by)
      returning id
      """;
  private static final String SIGN =
      """
      insert into capital.signature (closing_id, on_day, by_account, by_name)
      select c.id, :day, :account, :by from capital.closing c where c.id = :id
      """;
  private static final String END =
      """
      insert into capital.closing_end (closing_id, reason, on_day, by_account, by_name)
      select c.id, :reason, :day, :account, :by from capital.closing c where c.id = :id
      """;
  private static final String ALL =
      """
      select c.id, c.until_day, c.note, c.by_account, c.by_name as proposed_by,
             c.on_day as proposed_on, s.by_name as signed_by, s.on_day as signed_on,
             s.at as signed_at, s.digest, e.by_account as ended_account, e.by_name as ended_by,
             e.on_day as ended_on, e.reason
        from capital.closing c
        left join capital.signature s on s.closing_id = c.id
        left join capital.closing_end e on e.closing_id = c.id
      """;
  private static final String IN_ORDER = ALL + " order by c.until_day desc, c.id desc limit :most";
  private static final String ONE = ALL + " where c.id = :id";
  private static final String COVERING =
      ALL + " where s.until_day >= :day order by s.until_day limit 1";
  private static final int MOST = 500;

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final ProvinceDay day;

  Closings(JdbcClient jdbc, AuditTrail audit, ProvinceDay day) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.day = day;
  }

  /**
   * Một lần khóa sổ.
   *
   * @param id its number
   * @param until the last day of the period
   * @param proposed who proposed it, and when
   * @param signedBy who signed; null while nobody did
   * @param signedAt when
   * @param seal who signed, on which day, and the value of what stood; null while nobody did
   * @param ended who took it back or declined; null while nobody did
   */
  public record Closing(
      long id,
      LocalDate until,
      Proposal proposed,
      @Nullable String signedBy,
      @Nullable Instant signedAt,
      @Nullable Seal seal,
      @Nullable Ended ended) {
    /** Nobody signed it yet, took it back or declined. */
    public boolean isWaiting() {
      return seal == null && ended == null;
    }

    /** The actor proposed it, so that somebody else has to sign. */
    public boolean isOwn() {
      return proposed.account() == Acting.current().accountId();
    }
  }

  /**
   * Đề nghị khóa sổ.
   *
   * @param account whose
   * @param by tên
   * @param on the day of the province
   * @param note ghi chú
   */
  public record Proposal(long account, String by, LocalDate on, @Nullable String note) {}

  /**
   * Chữ ký khóa sổ.
   *
   * @param by tên
   * @param on the day of the province
   * @param digest mã kiểm: a value that changes with anything that stood on the last day
   */
  public record Seal(String by, LocalDate on, String digest) {}

  /**
   * Rút đề nghị, or không ký.
   *
   * @param by tên
   * @param on the day of the province
   * @param reason lý do
   * @param isWithdrawn its own proposer took it back
   */
  public record Ended(String by, LocalDate on, String reason, boolean isWithdrawn) {}

  /**
   * Proposes to close everything up to a day.
   *
   * @throws Refusal when the day is not over, is closed already or waits for a signature
   */
  public long propose(LocalDate until, @Nullable String note) {
    if (!until.isBefore(day.today())) {
      throw Refusal.of(LedgerRefusal.CLOSES_THE_PAST, until.toString(), until, day.today());
    }
    long id =
        LedgerFault.told(() ->
            jdbc.sql(PROPOSE)
                .param("until", until)
                .param("note", note, Types.VARCHAR)
                .param("day", day.today())
                .param("account", Acting.current().accountId())
                .param("by", Acting.current().name())
                .query(Long.class)
                .single());
    record("capital.propose_closing", id, until);
    return id;
  }

  /**
   * Signs a proposal of somebody else; from then on the period is closed.
   *
   * @throws Refusal when the same person proposed it, or a later day is closed already
   */
  public void sign(long closing) {
    int signed =
        LedgerFault.told(() ->
            jdbc.sql(SIGN)
                .param("id", closing)
                .param("day", day.today())
                .param("account", Acting.current().accountId())
                .param("by", Acting.current().name())
                .update());
    if (signed == 0) {
      throw Refusal.of(LedgerRefusal.NO_CLOSING, Long.toString(closing), Long.toString(closing));
    }
    record("capital.sign_closing", closing, until());
  }

  /**
   * Takes back a proposal, or declines to sign one: nobody signs it any more.
   *
   * @param reason lý do
   * @throws Refusal when it was signed or ended already
   */
  public void end(long closing, String reason) {
    int ended =
        LedgerFault.told(() ->
            jdbc.sql(END)
                .param("id", closing)
                .param("reason", reason)
                .param("day", day.today())
                .param("account", Acting.current().accountId())
                .param("by", Acting.current().name())
                .update());
    if (ended == 0) {
      throw Refusal.of(LedgerRefusal.NO_CLOSING, Long.toString(closing), Long.toString(closing));
    }
    audit.record(
        new Act(
            "capital.end_closing",
            "capital.closing",
            Long.toString(closing),
            reason,
            Map.of(),
            Map.of()));
  }

  /** The last day that is closed; null while none is. */
  @Transactional(readOnly = true)
  public @Nullable LocalDate until() {
    return jdbc.sql("select max(until_day) from capital.signature")
        .query((row, number) -> java.util.Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single()
        .orElse(null);
  }

  /** Every closing, the latest first. */
  @Transactional(readOnly = true)
  public List<Closing> all() {
    return jdbc.sql(IN_ORDER).param("most", MOST).query(Closings::closing).list();
  }

  /**
   * One closing.
   *
   * @throws Refusal when there is none of that number
   */
  @Transactional(readOnly = true)
  public Closing required(long id) {
    return jdbc.sql(ONE)
        .param("id", id)
        .query(Closings::closing)
        .optional()
        .orElseThrow(
            () -> Refusal.of(LedgerRefusal.NO_CLOSING, Long.toString(id), Long.toString(id)));
  }

  /** Whether figures as of a day are of a period that was closed, and by whom. */
  @Transactional(readOnly = true)
  public Signed signed(LocalDate asOf) {
    return new Signed(
        asOf,
        jdbc.sql(COVERING).param("day", asOf).query(Closings::closing).optional().orElse(null));
  }

  private static Closing closing(ResultSet row, int number) throws SQLException {
    OffsetDateTime at = row.getObject("signed_at", OffsetDateTime.class);
    LocalDate signedOn = row.getObject("signed_on", LocalDate.class);
    return new Closing(
        row.getLong("id"),
        Objects.requireNonNull(row.getObject("until_day", LocalDate.class)),
        new Proposal(
            row.getLong("by_account"),
            row.getString("proposed_by"),
            Objects.requireNonNull(row.getObject("proposed_on", LocalDate.class)),
            row.getString("note")),
        row.getString("signed_by"),
        at == null ? null : at.toInstant(),
        signedOn == null
            ? null
            : new Seal(row.getString("signed_by"), signedOn, row.getString("digest")),
        ended(row));
  }

  private static @Nullable Ended ended(ResultSet row) throws SQLException {
    LocalDate on = row.getObject("ended_on", LocalDate.class);
    return on == null
        ? null
        : new Ended(
            row.getString("ended_by"),
            on,
            row.getString("reason"),
            row.getLong("ended_account") == row.getLong("by_account"));
  }

  private void record(String act, long id, @Nullable LocalDate until) {
    audit.record(
        new Act(
            act,
            "capital.closing",
            Long.toString(id),
            null,
            Map.of(),
            Map.of("until", String.valueOf(until))));
  }
}

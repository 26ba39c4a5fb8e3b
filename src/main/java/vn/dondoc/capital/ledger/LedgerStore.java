package vn.dondoc.capital.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.kernel.Acting;

@Repository
class LedgerStore {
  private static final String OPEN =
      """
      insert into capital.posting (sending, way, import_id, file_name, reason, signed_by, on_day,
                                   by_account, by_name)
      values (:sending, :way, :import, :file, :reason, :signer, :day, :account, :by)
      on conflict (sending) do nothing
      returning id
      """;
  private static final String POST =
      """
      select capital.post(:posting, :lines::bigint[], :pools::int[], :kinds, :directions, :amounts,
                          :days::date[], :issuers, :series, :numbers, :parts, :notes::text[],
                          :movements::bigint[], :corrects::bigint[], :authorities::text[])
      """;
  // In a data-modifying statement the new row is not yet there to be read.
  private static final String LINES =
      """
      with wanted as (
        select distinct w.project_id, w.pool_id
          from unnest(:projects::bigint[], :pools::int[]) as w (project_id, pool_id)),
      made as (
        insert into capital.line (project_id, pool_id, on_day, by_account, by_name)
        select w.project_id, w.pool_id, :day, :account, :by
          from wanted w
         where not exists (select from capital.line l
                            where l.project_id = w.project_id and l.pool_id = w.pool_id)
         order by w.project_id, w.pool_id
            on conflict (project_id, pool_id) do nothing
        returning id, project_id, pool_id)
      select * from made
      union all
      select l.id, l.project_id, l.pool_id
        from wanted w join capital.line l using (project_id, pool_id)
      """;
  private static final String BALANCES =
      """
      select b.line_id, b.project_id, b.pool_id,
             b.allocated + b.adjusted + b.transferred_in - b.transferred_out + b.carried_in
               - b.carried_out - b.cancelled as plan,
             b.entered, b.advanced - b.recovered - b.returned as outstanding,
             b.paid + b.recovered - b.refunded as volume
        from capital.line_balance b
       where b.line_id = any(:lines)
       order by b.line_id
      """;
  private static final String MOVEMENT =
      """
      insert into capital.movement (kind, pool_out, pool_in, ground, authority, document, reason, on_day,
                                    by_account, by_name)
      values (:kind, :out, :in, :ground, :authority, :document, :reason, :day, :account, :by)
      returning id
      """;
  private static final String ENTRY =
      """
      select e.kind, e.line_id, e.pool_id, e.direction, e.authority
        from capital.entry e where e.id = :id
      """;

  private static final String MOVED =
      """
      select e.posting_id, e.line_id, e.kind, e.amount_vnd, e.value_on
        from capital.entry e
       where e.paper_key = capital.paper_key(:number, :series)
         and e.issuer_key = capital.issuer_key(:issuer) and e.number_year = :year
         and e.movement_id is not null
       order by e.part
      """;
  private static final String BOOKED_ON =
      """
      select min(p.on_day)
        from capital.entry e join capital.posting p on p.id = e.posting_id
       where e.paper_key = capital.paper_key(:number, :series)
         and e.issuer_key = capital.issuer_key(:issuer) and e.number_year = :year
      """;
  private static final String IS_BOOKED =
      """
      select exists (select from capital.posting p join capital.entry e on e.posting_id = p.id
                      where p.sending = :sending)
      """;

  private final JdbcClient jdbc;

  LedgerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A row with what the door adds to it. */
  record Written(
      Voucher.Paper paper,
      int part,
      Voucher.Row row,
      @Nullable Long movement,
      @Nullable Long corrects) {}

  /** One end of a movement that was booked. */
  record End(long posting, Transfer.Share share, EntryKind kind, LocalDate valueOn) {}

  /** A project in a pool. */
  record Place(long projectId, int poolId) {}

  /** Opens a posting; empty when it came before. */
  Optional<Long> open(Posting posting, LocalDate day) {
    return jdbc.sql(OPEN)
        .param("sending", posting.sending(), Types.OTHER)
        .param("way", posting.way().code())
        .param("import", posting.importId(), Types.BIGINT)
        .param("file", posting.fileName(), Types.VARCHAR)
        .param("reason", posting.reason(), Types.VARCHAR)
        .param("signer", posting.signedBy(), Types.VARCHAR)
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .query(Long.class)
        .optional();
  }

  Optional<Long> find(UUID sending) {
    return jdbc.sql("select id from capital.posting where sending = :key")
        .param("key", sending)
        .query(Long.class)
        .optional();
  }

  /** Adds entries; how many of them are new. */
  int post(long posting, List<Written> rows) {
    return jdbc.sql(POST)
        .param("posting", posting)
        .param("lines", each(rows, w -> w.row().lineId(), Long[]::new))
        .param("pools", each(rows, w -> w.row().poolId(), Integer[]::new))
        .param("kinds", each(rows, w -> w.row().kind().code(), String[]::new))
        .param("directions", each(rows, w -> w.row().direction(), Integer[]::new))
        .param("amounts", each(rows, w -> w.row().amountVnd(), Long[]::new))
        .param("days", each(rows, w -> w.paper().valueOn().toString(), String[]::new))
        .param("issuers", each(rows, w -> w.paper().issuer(), String[]::new))
        .param("series", each(rows, w -> w.paper().series(), String[]::new))
        .param("numbers", each(rows, w -> w.paper().number(), String[]::new))
        .param("parts", each(rows, Written::part, Integer[]::new))
        .param("notes", each(rows, w -> w.paper().note(), String[]::new))
        .param("movements", each(rows, Written::movement, Long[]::new))
        .param("corrects", each(rows, Written::corrects, Long[]::new))
        .param("authorities", each(rows, w -> authority(w.row()), String[]::new))
        .query(Integer.class)
        .single();
  }

  /** Weighs acts of several rows now, rather than when they are committed. */
  void weigh() {
    jdbc.sql("set constraints capital.hold_acts immediate").update();
    jdbc.sql("set constraints capital.hold_acts deferred").update();
  }

  /** Lines of projects in pools, opened where there are none. */
  Map<Place, Long> lines(Collection<Place> places, LocalDate day) {
    Map<Place, Long> lines = new HashMap<>();
    // Who opens the same line at the same moment: the second look finds it.
    for (int look = 0; look < 2 && lines.size() < Set.copyOf(places).size(); look++) {
      jdbc.sql(LINES)
          .param("projects", places.stream().map(Place::projectId).toArray(Long[]::new))
          .param("pools", places.stream().map(Place::poolId).toArray(Integer[]::new))
          .param("day", day)
          .param("account", Acting.current().accountId())
          .param("by", Acting.current().name())
          .query(row -> {
            lines.put(
                new Place(row.getLong("project_id"), row.getInt("pool_id")), row.getLong("id"));
          });
    }
    return lines;
  }

  /** Locks the balances of these lines until the transaction ends. */
  void lock(Collection<Long> lines) {
    jdbc.sql("select capital.lock_lines(:lines)")
        .param("lines", lines.toArray(Long[]::new))
        .query((row, number) -> true)
        .single();
  }

  List<Balance> balances(Collection<Long> lines) {
    return jdbc.sql(BALANCES)
        .param("lines", lines.toArray(Long[]::new))
        .query(LedgerStore::balance)
        .list();
  }

  long move(String kind, Carry carry, LocalDate day) {
    return jdbc.sql(MOVEMENT)
        .param("kind", kind)
        .param("out", carry.poolOut())
        .param("in", carry.poolIn())
        .param("ground", carry.ground())
        .param("authority", carry.authority(), Types.VARCHAR)
        .param("document", carry.paper().words())
        .param("reason", carry.reason(), Types.VARCHAR)
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .query(Long.class)
        .single();
  }

  /** What a document has moved already. */
  List<End> moved(Voucher.Paper paper) {
    return jdbc.sql(MOVED)
        .param("number", paper.number())
        .param("series", paper.series())
        .param("issuer", paper.issuer())
        .param("year", paper.valueOn().getYear())
        .query((row, number) ->
            new End(
                row.getLong("posting_id"),
                new Transfer.Share(row.getLong("line_id"), row.getLong("amount_vnd")),
                EntryKind.of(row.getString("kind")),
                Objects.requireNonNull(row.getObject("value_on", LocalDate.class))))
        .list();
  }

  /** The day a document was first booked; it is booked. */
  LocalDate bookedOn(Voucher.Paper paper) {
    return jdbc.sql(BOOKED_ON)
        .param("number", paper.number())
        .param("series", paper.series())
        .param("issuer", paper.issuer())
        .param("year", paper.valueOn().getYear())
        .query(LocalDate.class)
        .single();
  }

  /** Entries came of this sending. */
  boolean isBooked(UUID sending) {
    return jdbc.sql(IS_BOOKED).param("sending", sending).query(Boolean.class).single();
  }

  /** An entry as the row that takes it back. */
  Optional<Voucher.Row> reversed(long entry, long amountVnd) {
    return jdbc.sql(ENTRY)
        .param("id", entry)
        .query((row, number) -> reversed(row, amountVnd))
        .optional();
  }

  private static Voucher.Row reversed(ResultSet row, long amountVnd) throws SQLException {
    String authority = row.getString("authority");
    return new Voucher.Row(
        EntryKind.of(row.getString("kind")),
        row.getObject("line_id", Long.class),
        row.getInt("pool_id"),
        -row.getInt("direction"),
        amountVnd,
        authority == null ? null : Voucher.Authority.valueOf(authority.toUpperCase(Locale.ROOT)));
  }

  static Balance balance(ResultSet row, int number) throws SQLException {
    return new Balance(
        row.getLong("line_id"),
        row.getLong("project_id"),
        row.getInt("pool_id"),
        row.getLong("plan"),
        row.getLong("entered"),
        row.getLong("outstanding"),
        row.getLong("volume"));
  }

  private static @Nullable String authority(Voucher.Row row) {
    return row.authority() == null ? null : row.authority().name().toLowerCase(Locale.ROOT);
  }

  private static <R> @Nullable R[] each(
      List<Written> rows, Function<Written, @Nullable R> value, IntFunction<R[]> array) {
    return rows.stream().map(value).toArray(array);
  }
}

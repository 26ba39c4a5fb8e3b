package vn.dondoc.rural.workbook;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.exchange.PackedCells;
import vn.dondoc.exchange.SheetRow;
import vn.dondoc.kernel.Acting;

/** Books that were sent in, and what is known of indicators in a month. */
@Repository
class BookStore {
  private static final String KNOWN =
      """
      select p.unit_id, p.indicator_id, coalesce(n.step, 0) as step, n.by_name, n.kind,
             c.figures, coalesce(c.nothing, false) as nothing,
             b.figures as before_figures, coalesce(b.nothing, false) as before_nothing,
             w.words as waits, k.kind as looked_kind, k.by_name as looked_by, k.on_day as looked_on
        from (select u.id as unit_id, i.id as indicator_id
                from unnest(:units::int[]) u (id) cross join unnest(:indicators::int[]) i (id)) p
        left join lateral
             (select a.step, a.kind, e.by_name
                from rural.assessment a join rural.entry e on e.id = a.entry_id
               where a.unit_id = p.unit_id and a.indicator_id = p.indicator_id
                 and a.period = :month
               order by a.step desc limit 1) n on true
        left join lateral
             (select a.figures, a.nothing, a.step from rural.assessment a
               where a.unit_id = p.unit_id and a.indicator_id = p.indicator_id
                 and a.period = :month and a.kind = 'claim'
                 and not exists (select from rural.assessment w where w.withdraws = a.id)
               order by a.step desc limit 1) c on true
        left join lateral
             (select a.kind, a.on_day, e.by_name
                from rural.assessment a join rural.entry e on e.id = a.entry_id
               where a.unit_id = p.unit_id and a.indicator_id = p.indicator_id
                 and a.period = :month and a.kind in ('verify', 'appraise', 'return')
                 and a.step > c.step
               order by a.step desc limit 1) k on k.kind <> 'return'
        left join lateral
             (select a.figures, a.nothing from rural.assessment a
               where a.unit_id = p.unit_id and a.indicator_id = p.indicator_id
                 and a.period < :month and a.kind = 'claim'
                 and not exists (select from rural.assessment w where w.withdraws = a.id)
               order by a.period desc, a.step desc limit 1) b on true
        left join rural.standing s on s.unit_id = p.unit_id and s.indicator_id = p.indicator_id
        left join rural.assessment w on w.id = s.wait_id
       where n.step is not null or b.nothing is not null or w.words is not null
      """;
  private static final String BOOKS =
      """
      select b.id, b.way, b.file_name, b.month, b.staged_at, e.outcome,
             (select max(r.id) from rural.book_reading r where r.book_id = b.id) as reading
        from rural.book b
        left join rural.book_end e on e.book_id = b.id
      """;
  private static final String ADD =
      """
      insert into rural.book (way, file_name, month, staged_by, staged_by_name)
      values (:way, :file, :month, :by, :name)
      returning id
      """;
  private static final String ADD_RAW =
      """
      insert into rural.book_raw (book_id, ordinal, tab, number, cells)
      select :book, r.* from unnest(:ordinals::int[], :tabs::text[], :numbers::int[], :cells::text[])
                             as r
      """;
  private static final String WRITTEN =
      "select unit_id, rows from rural.book_written where book_id = :book";

  private final JdbcClient jdbc;

  BookStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  BookSeals.Key newestKey() {
    return jdbc.sql("select id, secret from rural.book_key order by id desc limit 1")
        .query((row, number) -> new BookSeals.Key(row.getInt(1), row.getBytes(2)))
        .single();
  }

  /** Every key, by its number. */
  Map<Integer, BookSeals.Key> keys() {
    Map<Integer, BookSeals.Key> keys = new HashMap<>();
    jdbc.sql("select id, secret from rural.book_key")
        .query(
            (RowCallbackHandler)
                row -> keys.put(row.getInt(1), new BookSeals.Key(row.getInt(1), row.getBytes(2))));
    return keys;
  }

  /** The group of units each belongs to on a day. */
  Map<Integer, String> groups(Collection<Integer> units, LocalDate day) {
    Map<Integer, String> groups = new HashMap<>();
    jdbc.sql("select unit_id, unit_group from rural.unit_groups(:units::int[], :day)")
        .param("units", units.toArray(Integer[]::new))
        .param("day", day)
        .query((RowCallbackHandler) row -> groups.put(row.getInt(1), row.getString(2)));
    return groups;
  }

  /** What is known of these indicators of these units in a month; absent where nothing is. */
  Map<Known.Spot, Known> known(
      Collection<Integer> units, Collection<Integer> indicators, YearMonth month) {
    Map<Known.Spot, Known> known = new HashMap<>();
    jdbc.sql(KNOWN)
        .param("units", units.toArray(Integer[]::new))
        .param("indicators", indicators.toArray(Integer[]::new))
        .param("month", month.atDay(1))
        .query(
            (RowCallbackHandler)
                row ->
                    known.put(
                        new Known.Spot(row.getInt("unit_id"), row.getInt("indicator_id")),
                        new Known(
                            row.getInt("step"),
                            row.getString("by_name"),
                            row.getString("kind"),
                            figures(row, "figures"),
                            row.getBoolean("nothing"),
                            figures(row, "before_figures"),
                            row.getBoolean("before_nothing"),
                            row.getString("waits"),
                            looked(row))));
    return known;
  }

  private static Known.@Nullable Looked looked(ResultSet row) throws SQLException {
    String kind = row.getString("looked_kind");
    return kind == null
        ? null
        : new Known.Looked(
            kind,
            Objects.requireNonNull(row.getString("looked_by")),
            Objects.requireNonNull(row.getObject("looked_on", LocalDate.class)));
  }

  static List<@Nullable BigDecimal> figures(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : Arrays.asList((BigDecimal[]) array.getArray());
  }

  long add(Book.Way way, String fileName, YearMonth month) {
    return jdbc.sql(ADD)
        .param("way", way.code())
        .param("file", fileName)
        .param("month", month.atDay(1))
        .param("by", Acting.current().accountId())
        .param("name", Acting.current().name())
        .query(Long.class)
        .single();
  }

  void addRaw(long book, int from, List<SheetRow> rows) {
    Integer[] ordinals = new Integer[rows.size()];
    Arrays.setAll(ordinals, at -> from + at);
    jdbc.sql(ADD_RAW)
        .param("book", book)
        .param("ordinals", ordinals)
        .param("tabs", rows.stream().map(SheetRow::sheet).toArray(String[]::new))
        .param("numbers", rows.stream().map(SheetRow::number).toArray(Integer[]::new))
        .param("cells", rows.stream().map(PackedCells::written).toArray(String[]::new))
        .update();
  }

  /** Rows of a sheet as they were read, up to a limit. */
  List<SheetRow> raw(long book, String tab, int most) {
    return jdbc.sql(
            "select number, cells from rural.book_raw where book_id = :book and tab = :tab"
                + " order by ordinal limit :most")
        .param("book", book)
        .param("tab", tab)
        .param("most", most)
        .query((row, number) -> PackedCells.read(tab, row.getInt(1), row.getString(2)))
        .list();
  }

  /** Names of its sheets, in their order, with how many rows each has. */
  Map<String, Integer> tabs(long book) {
    Map<String, Integer> tabs = new LinkedHashMap<>();
    jdbc.sql(
            "select tab, count(*) as rows from rural.book_raw where book_id = :book"
                + " group by tab order by min(ordinal)")
        .param("book", book)
        .query((RowCallbackHandler) row -> tabs.put(row.getString(1), row.getInt(2)));
    return tabs;
  }

  Optional<Book> find(long id) {
    return jdbc.sql(BOOKS + " where b.id = :id").param("id", id).query(BookStore::book).optional();
  }

  List<Book> waiting(int limit) {
    return jdbc.sql(BOOKS + " where e.book_id is null order by b.id desc limit :limit")
        .param("limit", limit)
        .query(BookStore::book)
        .list();
  }

  /** Held until the end of the transaction: a book is written once. */
  void lock(long id) {
    jdbc.sql("select pg_advisory_xact_lock(8208, :id::int)")
        .param("id", id)
        .query((row, number) -> 0)
        .list();
  }

  /** How many rows of each unit were written, by unit. */
  Map<Integer, Integer> written(long book) {
    Map<Integer, Integer> written = new HashMap<>();
    jdbc.sql(WRITTEN)
        .param("book", book)
        .query((RowCallbackHandler) row -> written.put(row.getInt(1), row.getInt(2)));
    return written;
  }

  void addWritten(long book, int unit, long entry, int rows) {
    jdbc.sql(
            "insert into rural.book_written (book_id, unit_id, entry_id, rows)"
                + " values (:book, :unit, :entry, :rows)")
        .param("book", book)
        .param("unit", unit)
        .param("entry", entry)
        .param("rows", rows)
        .update();
  }

  void end(long book, String outcome) {
    jdbc.sql("insert into rural.book_end (book_id, outcome) values (:book, :outcome)")
        .param("book", book)
        .param("outcome", outcome, Types.VARCHAR)
        .update();
  }

  private static Book book(ResultSet row, int number) throws SQLException {
    return new Book(
        row.getLong("id"),
        Book.Way.valueOf(
            Objects.requireNonNull(row.getString("way")).toUpperCase(java.util.Locale.ROOT)),
        row.getString("file_name"),
        row.getObject("month", LocalDate.class),
        row.getTimestamp("staged_at").toInstant(),
        row.getObject("reading", Long.class),
        row.getString("outcome"));
  }
}

package vn.dondoc.capital.yearend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class YearEndStore {
  private static final String LINES =
      """
      select x.*, concat_ws(' ', p.code, p.name) as project, p.owner_id,
             coalesce(n.name, '–') as owner, o.code as pool_code, o.name as pool,
             s.tier = 'central' as central, o.vintage = 'carried' as of_earlier
        from capital.year_end_on(:day, :year) x
        join project.on_day(:day) p on p.project_id = x.project_id
        join capital.pool o on o.id = x.pool_id
        join capital.source s on s.code = o.source_code
        left join agency.name n
          on n.body_id = p.owner_id and n.kind = 'official' and n.valid @> :day::date
       order by n.name, p.code, p.name, o.code
      """;
  private static final String GROUNDS =
      """
      select g.*, to_date(:year || '-' || g.added_after, 'YYYY-MM-DD') as after_day
        from capital.extension_ground g
       where daterange(g.from_on, g.until_on) @> make_date(:year, 12, 31)
       order by g.ordinal, g.money
      """;
  private static final String SURPLUS =
      """
      select x.*, concat_ws(' ', p.code, p.name) as project, coalesce(n.name, '–') as owner,
             o.name as pool
        from capital.settled_surplus_on(:day, :year) x
        join project.on_day(:day) p on p.project_id = x.project_id
        join capital.line l on l.id = x.line_id
        join capital.pool o on o.id = l.pool_id
        left join agency.name n
          on n.body_id = p.owner_id and n.kind = 'official' and n.valid @> :day::date
       where x.surplus > 0
       order by x.surplus desc, x.line_id
      """;
  private static final String ADDED =
      """
      select coalesce(sum(e.direction * e.amount_vnd * capital.in_plan(e.kind)), 0)
        from capital.entry e
       where e.line_id = :line and e.value_on > :after
         and e.kind in ('allocate', 'adjust', 'transfer_in', 'transfer_out')
      """;

  private final JdbcClient jdbc;

  YearEndStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Dôi dư sau quyết toán.
   *
   * @param settlementVnd giá trị quyết toán
   * @param paidVnd lũy kế đã chi for the project
   * @param remainingVnd plan of the line not disbursed
   * @param surplusVnd of it no longer needed
   */
  record Surplus(
      long lineId,
      long projectId,
      String project,
      String owner,
      String pool,
      long settlementVnd,
      long paidVnd,
      long remainingVnd,
      long surplusVnd) {}

  List<YearEndLine> lines(LocalDate day, int year) {
    return jdbc.sql(LINES).param("day", day).param("year", year).query(YearEndStore::line).list();
  }

  List<Deadline> deadlines(int year) {
    return jdbc.sql("select * from capital.year_end(:year) order by last_day, what")
        .param("year", year)
        .query((row, number) ->
            new Deadline(
                row.getString("what"),
                Objects.requireNonNull(row.getObject("last_day", LocalDate.class)),
                row.getString("clause"),
                row.getString("basis")))
        .list();
  }

  List<ExtensionGround> grounds(int year) {
    return jdbc.sql(GROUNDS)
        .param("year", year)
        .query((row, number) ->
            new ExtensionGround(
                row.getString("code"),
                row.getString("money"),
                row.getString("name_vi"),
                row.getString("name_en"),
                row.getString("authority_vi"),
                row.getString("authority_en"),
                row.getBoolean("automatic"),
                row.getObject("after_day", LocalDate.class),
                row.getString("clause"),
                row.getString("basis")))
        .list();
  }

  List<Surplus> surplus(LocalDate day, int year) {
    return jdbc.sql(SURPLUS)
        .param("day", day)
        .param("year", year)
        .query((row, number) ->
            new Surplus(
                row.getLong("line_id"),
                row.getLong("project_id"),
                row.getString("project"),
                row.getString("owner"),
                row.getString("pool"),
                row.getLong("settlement_vnd"),
                row.getLong("paid_vnd"),
                row.getLong("remaining"),
                row.getLong("surplus")))
        .list();
  }

  /** Plan added to a line after a day. */
  long added(long line, LocalDate after) {
    return jdbc.sql(ADDED).param("line", line).param("after", after).query(Long.class).single();
  }

  /** The budget year of a line; empty when it is not there, or not within sight. */
  Optional<Integer> year(long line) {
    return jdbc.sql(
            "select p.budget_year from capital.line l join capital.pool p on p.id = l.pool_id"
                + " where l.id = :line")
        .param("line", line)
        .query(Integer.class)
        .optional();
  }

  private static YearEndLine line(ResultSet row, int number) throws SQLException {
    return new YearEndLine(
        row.getLong("line_id"),
        row.getLong("project_id"),
        row.getString("project"),
        row.getInt("owner_id"),
        row.getString("owner"),
        new YearEndLine.Pool(
            row.getInt("pool_id"),
            row.getString("pool_code"),
            row.getString("pool"),
            row.getBoolean("central"),
            row.getBoolean("of_earlier")),
        new YearEndLine.Money(
            row.getLong("plan"),
            row.getLong("disbursed"),
            row.getLong("outstanding"),
            row.getLong("remaining"),
            row.getLong("carried"),
            row.getLong("cancelled"),
            row.getLong("asked"),
            row.getLong("allowed"),
            row.getLong("lapsing")),
        new YearEndLine.Until(
            Objects.requireNonNull(row.getObject("advance_until", LocalDate.class)),
            Objects.requireNonNull(row.getObject("pay_until", LocalDate.class)),
            Objects.requireNonNull(row.getObject("lapses_on", LocalDate.class))),
        YearEndLine.State.of(row.getString("state")));
  }
}

package vn.dondoc.capital.line;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.source.Vintage;
import vn.dondoc.web.Asked;

/** Sổ chi tiết: a line's entries, the latest first, each with what stood behind it. */
@Component
@Transactional(readOnly = true)
class LineListing {
  static final int PAGE = 50;
  static final int SHEET = 20_000;
  private static final String HEAD =
      """
      select l.id, l.project_id, v.code as project_code, v.name as project_name,
             a.name as owner, p.code, p.name, s.name_vi, s.name_en, p.budget_year, p.vintage,
             b.allocated + b.adjusted + b.transferred_in - b.transferred_out + b.carried_in
               - b.carried_out - b.cancelled as plan,
             b.entered, b.advanced - b.recovered - b.returned as outstanding,
             b.paid + b.recovered - b.refunded as volume
        from capital.line l
        join capital.line_balance b on b.line_id = l.id
        join capital.pool p on p.id = l.pool_id
        join capital.source s on s.code = p.source_code
        join lateral (select x.code, x.name, x.owner_id from project.version x
                       where x.project_id = l.project_id order by x.step desc limit 1) v on true
        left join lateral (select n.name from agency.name n
                            where n.body_id = v.owner_id and n.kind = 'official'
                            order by lower(n.valid) desc limit 1) a on true
      """;
  private static final String ONE = HEAD + " where l.id = :line";
  private static final String OF_PROJECT =
      HEAD
          + """
           where l.project_id = :project
           order by p.budget_year desc, p.vintage desc, p.code
           limit :limit
          """;
  private static final String RUNNING =
      """
      with r as materialized (
        select e.id, e.value_on, e.kind, e.direction, e.amount_vnd, e.number, e.series, e.issuer, e.note,
               o.number as corrects, n.on_day, n.by_name, n.reason, n.signed_by,
               e.movement_id is not null as moves, e.value_on <= capital.closed_until() as closed,
               exists (select from capital.signature s
                        where s.until_day >= o.value_on and s.at <= n.at) as after_closing,
               coalesce((select sum(c.amount_vnd) from capital.entry c where c.corrects_id = e.id), 0)
                 as taken_back,
               sum(e.direction * e.amount_vnd * capital.in_plan(e.kind)) over days as plan,
               coalesce(sum(e.direction * e.amount_vnd) filter (where e.kind = 'enter') over days, 0)
                 as entered,
               sum(e.direction * e.amount_vnd
                   * (capital.in_outstanding(e.kind) + capital.in_volume(e.kind))) over days as disbursed
          from capital.entry e
          join capital.posting n on n.id = e.posting_id
          left join capital.entry o on o.id = e.corrects_id
         where e.line_id = :line
        window days as (order by e.value_on, e.id)),
      wanted as (
        select * from r
         where (:kind::text is null or kind = :kind::text)
           and (:from::date is null or value_on >= :from::date)
           and (:until::date is null or value_on <= :until::date)
           and (:words::text = ''
                or database.fold(concat_ws(' ', number, series, issuer, note, reason))
                   like '%' || database.fold(:words::text) || '%'))
      """;
  private static final String ROWS =
      RUNNING
          + """
          select * from wanted
           where :after::bigint is null
              or (value_on, id) < (select k.value_on, k.id from wanted k where k.id = :after)
           order by value_on desc, id desc
           limit :limit
          """;
  private static final String COUNT = RUNNING + "select count(*) from wanted";

  private final JdbcClient jdbc;

  LineListing(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A line; empty when there is none, or none for whoever asks. */
  Optional<LineHead> head(long line) {
    return jdbc.sql(ONE).param("line", line).query(LineListing::head).optional();
  }

  /** Every line of a project, those of the latest year first. */
  List<LineHead> ofProject(long project) {
    return jdbc.sql(OF_PROJECT)
        .param("project", project)
        .param("limit", SHEET)
        .query(LineListing::head)
        .list();
  }

  /** One page, and an entry more when there is another. */
  List<EntryLine> page(long line, EntryFilter filter, @Nullable Long after) {
    List<EntryLine> found = list(line, filter, after, PAGE + 1);
    if (after != null && found.isEmpty()) {
      throw Asked.noSuchRow(after);
    }
    return found;
  }

  /** Every entry, for a sheet. */
  List<EntryLine> all(long line, EntryFilter filter) {
    return list(line, filter, null, SHEET);
  }

  long count(long line, EntryFilter filter) {
    return bound(COUNT, line, filter).query(Long.class).single();
  }

  private List<EntryLine> list(long line, EntryFilter filter, @Nullable Long after, int limit) {
    return bound(ROWS, line, filter)
        .param("after", after, Types.BIGINT)
        .param("limit", limit)
        .query(LineListing::entry)
        .list();
  }

  private JdbcClient.StatementSpec bound(String sql, long line, EntryFilter filter) {
    return jdbc.sql(sql)
        .param("line", line)
        .param("kind", filter.kind() == null ? null : filter.kind().code(), Types.VARCHAR)
        .param("from", filter.from(), Types.DATE)
        .param("until", filter.until(), Types.DATE)
        .param("words", filter.words().replaceAll("[%_\\\\]", "\\\\$0"));
  }

  private static LineHead head(ResultSet row, int number) throws SQLException {
    return new LineHead(
        row.getLong("id"),
        new LineHead.Project(
            row.getLong("project_id"),
            row.getString("project_code"),
            row.getString("project_name")),
        row.getString("owner"),
        new LineHead.InPool(
            row.getString("code"),
            row.getString("name"),
            row.getString("name_vi"),
            row.getString("name_en"),
            row.getInt("budget_year"),
            Vintage.of(row.getString("vintage"))),
        new LineHead.Stands(
            row.getLong("plan"),
            row.getLong("entered"),
            row.getLong("outstanding"),
            row.getLong("volume")));
  }

  private static EntryLine entry(ResultSet row, int number) throws SQLException {
    EntryKind kind = EntryKind.of(row.getString("kind"));
    return new EntryLine(
        row.getLong("id"),
        day(row, "value_on"),
        kind,
        EntryLine.signed(kind, row.getInt("direction"), row.getLong("amount_vnd")),
        new EntryLine.Paper(
            row.getString("number"),
            row.getString("series"),
            row.getString("issuer"),
            row.getString("note"),
            row.getString("corrects")),
        new EntryLine.Booked(
            day(row, "on_day"),
            row.getString("by_name"),
            row.getString("reason"),
            row.getString("signed_by")),
        row.getLong("plan"),
        row.getLong("entered"),
        row.getLong("disbursed"),
        new EntryLine.Mended(
            row.getLong("taken_back"),
            row.getBoolean("moves"),
            row.getBoolean("closed"),
            row.getBoolean("after_closing")));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, LocalDate.class));
  }
}

package vn.dondoc.capital.ceiling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.web.Asked;

/** Mức vốn trung hạn, each with the yearly plans given under it. */
@Component
@Transactional(readOnly = true)
class CeilingStore {
  static final int PAGE = 50;
  static final int SHEET = 20_000;

  // Money keeps the year its plan was of, so that what is carried over counts once.
  private static final String BASE =
      """
      with base as (
        select c.id, c.project_id, c.source_code, lower(c.years) as from_year,
               upper(c.years) - 1 as until_year, c.amount_vnd, c.document, v.code, v.name,
               v.name_folded, n.name as owner, g.given, g.disbursed
          from capital.ceilings_on(:day) c
          join project.on_day(:day) v on v.project_id = c.project_id
          left join agency.name n
            on n.body_id = v.owner_id and n.kind = 'official' and n.valid @> :day::date
          cross join lateral (
            select coalesce(sum(b.allocated + b.adjusted + b.transferred_in - b.transferred_out
                                + b.carried_in - b.carried_out - b.cancelled), 0)::bigint as given,
                   coalesce(sum(b.advanced - b.returned + b.paid - b.refunded), 0)::bigint
                     as disbursed
              from capital.line l
              join capital.line_balance b on b.line_id = l.id
              join capital.pool p on p.id = l.pool_id
             where l.project_id = c.project_id and c.years @> p.origin_year
               and (p.source_code = c.source_code
                    or starts_with(p.source_code, c.source_code || '.'))) g),
      wanted as (
        select b.*, ({sort}) as sort_key
          from base b
         where {only}
           and (:source = '' or b.source_code = :source
                or starts_with(b.source_code, :source || '.'))
           and (:term = '' or b.from_year || '-' || b.until_year = :term)
           and (:words = '' or database.fold(concat_ws(' ', b.code, b.name, b.owner))
                               like '%' || database.fold(:words) || '%'))
      """;
  private static final String ROWS =
      BASE
          + """
          select * from wanted w
           where :after::bigint is null
              or (w.sort_key, w.id) > (select k.sort_key, k.id from wanted k where k.id = :after)
           order by w.sort_key, w.id
           limit :most
          """;
  private static final String WHOLE =
      BASE
          + """
          select count(*) as rows, coalesce(sum(amount_vnd), 0)::bigint as amount_vnd,
                 coalesce(sum(given), 0)::bigint as given,
                 coalesce(sum(disbursed), 0)::bigint as disbursed
            from wanted
          """;
  private static final String TERMS =
      """
      select distinct lower(c.years) || '-' || (upper(c.years) - 1) as term
        from capital.ceilings_on(:day) c
       order by 1 desc
      """;

  private final JdbcClient jdbc;

  CeilingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All of a question added up. */
  record Whole(long rows, CeilingRow.Money money) {}

  /** One page, and a row more when there is another. */
  List<CeilingRow> page(CeilingFilter filter, LocalDate day) {
    List<CeilingRow> found = rows(filter, filter.after(), day, PAGE + 1);
    if (filter.after() != null && found.isEmpty()) {
      throw Asked.noSuchRow(filter.after());
    }
    return found;
  }

  /** Every row, for a sheet. */
  List<CeilingRow> all(CeilingFilter filter, LocalDate day) {
    return rows(filter, null, day, SHEET);
  }

  Whole whole(CeilingFilter filter, LocalDate day) {
    return bound(WHOLE, filter, day)
        .query((row, number) -> new Whole(row.getLong("rows"), money(row)))
        .single();
  }

  /** The terms there are, the latest first. */
  List<String> terms(LocalDate day) {
    return jdbc.sql(TERMS).param("day", day).query((row, number) -> row.getString("term")).list();
  }

  private List<CeilingRow> rows(
      CeilingFilter filter, @Nullable Long after, LocalDate day, int most) {
    return bound(ROWS, filter, day)
        .param("after", after, Types.BIGINT)
        .param("most", most)
        .query(CeilingStore::row)
        .list();
  }

  private JdbcClient.StatementSpec bound(String sql, CeilingFilter filter, LocalDate day) {
    return jdbc.sql(
            sql.replace("{sort}", filter.sort().expression())
                .replace("{only}", filter.only().condition()))
        .param("day", day)
        .param("source", filter.source())
        .param("term", filter.term())
        .param("words", filter.words().replaceAll("[%_\\\\]", "\\\\$0"));
  }

  private static CeilingRow row(ResultSet row, int number) throws SQLException {
    return new CeilingRow(
        row.getLong("id"),
        new CeilingRow.Project(
            row.getLong("project_id"),
            row.getString("code"),
            row.getString("name"),
            row.getString("owner")),
        row.getString("source_code"),
        row.getInt("from_year"),
        row.getInt("until_year"),
        row.getString("document"),
        money(row));
  }

  private static CeilingRow.Money money(ResultSet row) throws SQLException {
    return new CeilingRow.Money(
        row.getLong("amount_vnd"), row.getLong("given"), row.getLong("disbursed"));
  }
}

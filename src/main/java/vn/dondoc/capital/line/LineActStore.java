package vn.dondoc.capital.line;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.capital.ledger.EntryKind;

@Repository
class LineActStore {
  private static final String LINES =
      """
      select l.id, l.project_id, l.pool_id, concat_ws(' ', v.code, v.name) as name, p.code as pool,
             h.code as own_pool,
             p.vintage, p.budget_year,
             p.id <> h.id
               and (p.source_code, p.tier) = (h.source_code, h.tier)
               and (p.sector_code, p.loan_agreement)
                     is not distinct from (h.sector_code, h.loan_agreement) as other_vintage
        from capital.line l
        join project.on_day(:day) v on v.project_id = l.project_id
        join capital.pool p on p.id = l.pool_id
        join capital.line g on g.id = :giver
        join capital.pool h on h.id = g.pool_id
      """;
  private static final String BY_NUMBER = LINES + " where l.id = :line";
  private static final String IN_POOL =
      LINES
          + """
           where l.pool_id = g.pool_id and l.id <> g.id
             and (:words = '' or database.fold(concat_ws(' ', v.code, v.name))
                                 like '%' || database.fold(:words) || '%')
           order by (database.fold(v.name) = database.fold(:words)) desc, v.name, l.id
           limit :most
          """;
  private static final String PROJECTS =
      """
      select v.project_id, concat_ws(' ', v.code, v.name) as name
        from project.on_day(:day) v
       where v.code = :words or database.fold(v.name) = database.fold(:words)
       order by v.project_id
       limit 2
      """;
  private static final String ENTRY =
      """
      select e.id, e.line_id, e.kind, e.direction, e.amount_vnd, e.value_on, e.corrects_id, e.movement_id,
             concat_ws(' ', e.number, nullif(e.series, '')) as document,
             coalesce((select sum(c.amount_vnd) from capital.entry c where c.corrects_id = e.id), 0)
               as taken_back,
             (select min(s.until_day) from capital.signature s where s.until_day >= e.value_on)
               as closed_until
        from capital.entry e
       where e.id = :entry and e.line_id = :line
      """;

  private static final String CEILING =
      """
      select c.amount_vnd,
             coalesce((select sum(capital.plan_of(b))
                         from capital.line_balance b
                         join capital.pool q on q.id = b.pool_id
                        where b.project_id = l.project_id and c.years @> q.budget_year
                          and q.budget_year <= p.budget_year
                          and (q.source_code = c.source_code
                               or q.source_code like c.source_code || '.%')), 0)::bigint as given
        from capital.line l
        join capital.pool p on p.id = l.pool_id
        join capital.ceilings_on(:day) c
          on c.project_id = l.project_id and c.years @> p.budget_year
         and (p.source_code = c.source_code or p.source_code like c.source_code || '.%')
       where l.id = :line
       order by length(c.source_code) desc
       limit 1
      """;

  private final JdbcClient jdbc;

  LineActStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Một dòng vốn that may receive.
   *
   * @param poolId nhóm vốn it is in
   * @param pool its code
   * @param ownPool code of the pool of the line that gives
   * @param vintage niên độ
   * @param year năm ngân sách
   * @param otherVintage it is of the same source, in another pool of it
   */
  record Candidate(
      LineAct.Receiver receiver,
      int poolId,
      String pool,
      String ownPool,
      String vintage,
      int year,
      boolean otherVintage) {}

  Optional<Candidate> byNumber(long giver, long line, LocalDate day) {
    return jdbc.sql(BY_NUMBER)
        .param("giver", giver)
        .param("line", line)
        .param("day", day)
        .query(LineActStore::candidate)
        .optional();
  }

  /** Other lines of a line's pool with these words in code or name; all of them without words. */
  List<Candidate> inPool(long giver, String words, LocalDate day, int most) {
    return jdbc.sql(IN_POOL)
        .param("giver", giver)
        .param("words", words.replaceAll("[%_\\\\]", "\\\\$0"))
        .param("day", day)
        .param("most", most)
        .query(LineActStore::candidate)
        .list();
  }

  /**
   * Kế hoạch trung hạn a line is held to, which may stand for several lines.
   *
   * @param amountVnd what its project may get in the period, đồng
   * @param givenVnd the plans of all its lines and years to this one
   */
  record Ceiling(long amountVnd, long givenVnd) {
    /** By how much a raise would go above it. */
    long above(long raiseVnd) {
      return Math.max(0, givenVnd + raiseVnd - amountVnd);
    }
  }

  /** The medium-term plan of a line's source, or group of sources; empty for none to hold. */
  Optional<Ceiling> ceiling(long line, LocalDate day) {
    return jdbc.sql(CEILING)
        .param("line", line)
        .param("day", day)
        .query((row, number) -> new Ceiling(row.getLong("amount_vnd"), row.getLong("given")))
        .optional();
  }

  /** What a line is called. */
  String name(long line, LocalDate day) {
    return byNumber(line, line, day).map(one -> one.receiver().name()).orElse("#" + line);
  }

  /** Projects of exactly this code or name. */
  List<LineAct.Receiver> projects(String words, LocalDate day) {
    return jdbc.sql(PROJECTS)
        .param("words", words)
        .param("day", day)
        .query((row, number) ->
            new LineAct.Receiver(null, row.getLong("project_id"), row.getString("name")))
        .list();
  }

  Optional<BookedEntry> entry(long line, long entry) {
    return jdbc.sql(ENTRY)
        .param("line", line)
        .param("entry", entry)
        .query(LineActStore::entry)
        .optional();
  }

  private static Candidate candidate(ResultSet row, int number) throws SQLException {
    return new Candidate(
        new LineAct.Receiver(row.getLong("id"), row.getLong("project_id"), row.getString("name")),
        row.getInt("pool_id"),
        row.getString("pool"),
        row.getString("own_pool"),
        row.getString("vintage"),
        row.getInt("budget_year"),
        row.getBoolean("other_vintage"));
  }

  private static BookedEntry entry(ResultSet row, int number) throws SQLException {
    return new BookedEntry(
        row.getLong("id"),
        row.getLong("line_id"),
        EntryKind.of(row.getString("kind")),
        row.getInt("direction"),
        row.getLong("amount_vnd"),
        row.getLong("taken_back"),
        row.getString("document"),
        Objects.requireNonNull(row.getObject("value_on", LocalDate.class)),
        new BookedEntry.Bars(
            row.getObject("movement_id") != null, row.getObject("corrects_id") != null),
        row.getObject("closed_until", LocalDate.class));
  }
}

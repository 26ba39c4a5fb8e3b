package vn.dondoc.rural.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.web.Asked;

/** What was sent as evidence, without what is in the files. */
@Repository
@Transactional(readOnly = true)
class EvidenceListStore {
  static final int PAGE = 50;
  static final int SHEET = 20_000;

  private static final String FOUND =
      """
        from rural.evidence x
        join rural.entry n on n.id = x.entry_id
        join rural.indicator i on i.id = x.indicator_id
        join rural.criterion c on c.id = i.criterion_id
        join (select distinct on (k.unit_id) k.unit_id, k.folded, k.code
                from place.known_unit k order by k.unit_id, lower(k.valid) desc) o
          on o.unit_id = x.unit_id
       where (:unit::int is null or x.unit_id = :unit::int)
         and (:indicator = '' or i.number = :indicator)
         and (:month = '' or x.period is not distinct from :first::date)
         and {state}
      """;

  // A unit is named as on the day its evidence was sent, or as last known before.
  private static final String NAMED =
      """
      left join lateral (
        select k.code, k.name, k.parent_id from place.known_unit k
         where k.unit_id = w.unit_id
         order by k.valid @> w.on_day desc, lower(k.valid) desc limit 1) v on true
      left join lateral (
        select k.name from place.known_unit k
         where k.unit_id = v.parent_id
         order by k.valid @> w.on_day desc, lower(k.valid) desc limit 1) d on true
      """;

  private static final String ROWS =
      "with w as materialized (select x.id, x.unit_id, x.period, x.name as file, x.size,"
          + " x.expires_on, n.on_day, n.by_name, i.number, i.name_vi, i.name_en,"
          + " c.number as criterion, {sort} as sort_key"
          + FOUND
          + """
          )
          select w.*, v.code, v.name as unit_name, d.name as above
            from w
          """
          + NAMED
          + """
           where (:after::bigint is null
                  or (w.sort_key, w.id) > (select k.sort_key, k.id from w k where k.id = :after))
           order by w.sort_key, w.id
           limit :limit
          """;

  private static final String UNITS =
      """
      select w.unit_id, v.code, v.name, d.name as above
        from (select x.unit_id, max(n.on_day) as on_day
                from rural.evidence x join rural.entry n on n.id = x.entry_id
               group by x.unit_id) w
      """
          + NAMED
          + " order by v.name, d.name, v.code";
  private static final String INDICATORS =
      """
      select i.number
        from (select distinct x.indicator_id from rural.evidence x) x
        join rural.indicator i on i.id = x.indicator_id
        join rural.criterion c on c.id = i.criterion_id
       group by i.number
       order by min(c.ordinal), min(i.ordinal)
      """;
  private static final String MONTHS =
      """
      select coalesce(to_char(x.period, 'YYYY-MM'), :none)
        from (select distinct period from rural.evidence) x
       order by x.period desc nulls last
      """;

  private final JdbcClient jdbc;

  EvidenceListStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Xã có minh chứng.
   *
   * @param id đơn vị
   * @param code mã
   * @param name tên
   * @param above huyện; null where there is no level between
   */
  record Unit(int id, String code, String name, @Nullable String above) {}

  /** What there is to choose from. */
  record Choices(List<Unit> units, List<String> indicators, List<String> months) {}

  /**
   * Một minh chứng.
   *
   * @param id its id
   * @param unit xã
   * @param indicator số chỉ tiêu
   * @param criterion số tiêu chí
   * @param called tên chỉ tiêu
   * @param month kỳ; null of what was kept before months were noted
   * @param file its name
   * @param size bytes
   * @param expiresOn the last day it proves anything; null when it has none
   * @param on ngày gửi
   * @param by who sent it
   */
  record Line(
      long id,
      Unit unit,
      String indicator,
      String criterion,
      Bilingual called,
      @Nullable YearMonth month,
      String file,
      int size,
      @Nullable LocalDate expiresOn,
      LocalDate on,
      String by) {}

  Choices choices() {
    return new Choices(
        jdbc.sql(UNITS).query((row, number) -> unit(row, "name")).list(),
        jdbc.sql(INDICATORS).query((row, number) -> row.getString(1)).list(),
        jdbc.sql(MONTHS)
            .param("none", EvidenceFilter.NO_MONTH)
            .query((row, number) -> row.getString(1))
            .list());
  }

  /** One page, and a line more when there is another. */
  List<Line> page(EvidenceFilter filter, LocalDate today) {
    Long after = filter.after();
    List<Line> found = lines(filter, today, after, PAGE + 1);
    if (after != null && found.isEmpty()) {
      throw Asked.noSuchRow(after);
    }
    return found;
  }

  /** From the first, for a sheet. */
  List<Line> all(EvidenceFilter filter, LocalDate today) {
    return lines(filter, today, null, SHEET);
  }

  long count(EvidenceFilter filter, LocalDate today) {
    return asked("select count(*)" + FOUND, filter, today).query(Long.class).single();
  }

  private List<Line> lines(EvidenceFilter filter, LocalDate today, @Nullable Long after, int most) {
    return asked(ROWS.replace("{sort}", filter.sort().expression()), filter, today)
        .param("after", after, Types.BIGINT)
        .param("limit", most)
        .query((row, number) -> line(row))
        .list();
  }

  private JdbcClient.StatementSpec asked(String sql, EvidenceFilter filter, LocalDate today) {
    return jdbc.sql(sql.replace("{state}", filter.state().condition()))
        .param("unit", filter.unit(), Types.INTEGER)
        .param("indicator", filter.indicator())
        .param("month", filter.month())
        .param("first", filter.firstDay(), Types.VARCHAR)
        .param("today", today);
  }

  private static Line line(ResultSet row) throws SQLException {
    LocalDate period = row.getObject("period", LocalDate.class);
    return new Line(
        row.getLong("id"),
        unit(row, "unit_name"),
        row.getString("number"),
        row.getString("criterion"),
        new Bilingual(row.getString("name_vi"), row.getString("name_en")),
        period == null ? null : YearMonth.from(period),
        row.getString("file"),
        row.getInt("size"),
        row.getObject("expires_on", LocalDate.class),
        row.getObject("on_day", LocalDate.class),
        row.getString("by_name"));
  }

  private static Unit unit(ResultSet row, String name) throws SQLException {
    return new Unit(
        row.getInt("unit_id"), row.getString("code"), row.getString(name), row.getString("above"));
  }
}

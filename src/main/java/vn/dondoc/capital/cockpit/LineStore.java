package vn.dondoc.capital.cockpit;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.capital.source.Vintage;
import vn.dondoc.database.Plans;

@Repository
class LineStore {
  private static final String PAGE =
      CockpitQuery.BASE
          + """
          , listed as (
            select b.*, n.name as owner, ({sort}) as sort_key
              from base b
              left join agency.name n
                on n.body_id = b.owner_id and n.kind = 'official' and n.valid @> :about::date),
          page as (
            select * from listed l
             where :after::bigint is null
                or (l.sort_key, l.line_id) > (select k.sort_key, k.line_id from listed k
                                               where k.line_id = :after)
             order by l.sort_key, l.line_id
             limit :most)
          select p.*, c.causes
            from page p
            left join (select d.line_id, array_agg(d.cause order by d.since, d.cause) as causes
                         from capital.blocked_on(:day, :year) d
                        group by d.line_id) c on c.line_id = p.line_id
           order by p.sort_key, p.line_id
          """;
  private static final String WHOLE =
      CockpitQuery.BASE + "select " + CockpitStore.SUMS + " from base b";

  private final JdbcClient jdbc;
  private final Plans plans;

  LineStore(JdbcClient jdbc, Plans plans) {
    this.jdbc = jdbc;
    this.plans = plans;
  }

  /**
   * Một dòng vốn.
   *
   * @param id dòng vốn
   * @param project dự án
   * @param source its source and vintage
   * @param figures its figures
   * @param causes what blocks it
   */
  record Line(long id, Project project, Source source, Figures figures, List<String> causes) {
    Line {
      causes = List.copyOf(causes);
    }
  }

  /**
   * @param id dự án
   * @param code its national code
   * @param name its name
   * @param owner tên chủ đầu tư
   */
  record Project(long id, @Nullable String code, @Nullable String name, @Nullable String owner) {}

  /**
   * @param code nguồn vốn
   * @param vintage niên độ
   * @param originYear the year whose plan the money was of
   */
  record Source(String code, Vintage vintage, int originYear) {}

  List<Line> page(
      CockpitFilter filter, LineSort sort, Regions map, @Nullable Long after, int most) {
    plans.forTheseValues();
    return CockpitQuery.bind(
            jdbc.sql(PAGE.replace("{sort}", sort.expression())),
            filter,
            CockpitQuery.Days.of(filter),
            map)
        .param("after", after, Types.BIGINT)
        .param("most", most)
        .query(LineStore::line)
        .list();
  }

  /** All of them added up. */
  Figures whole(CockpitFilter filter, Regions map) {
    plans.forTheseValues();
    return CockpitQuery.bind(jdbc.sql(WHOLE), filter, CockpitQuery.Days.of(filter), map)
        .query((row, number) -> CockpitStore.figures(row))
        .single();
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    long plan = row.getLong("plan");
    Long estimate = row.getObject("estimate", Long.class);
    Long work = row.getObject("work", Long.class);
    Array causes = row.getArray("causes");
    return new Line(
        row.getLong("line_id"),
        new Project(
            row.getLong("project_id"),
            row.getString("code"),
            row.getString("name"),
            row.getString("owner")),
        new Source(
            row.getString("source_code"),
            Vintage.of(row.getString("vintage")),
            row.getInt("origin_year")),
        new Figures(
            1,
            1,
            plan,
            row.getLong("entered"),
            row.getLong("outstanding"),
            row.getLong("volume"),
            row.getLong("month_disbursed"),
            row.getObject("planned_on", LocalDate.class),
            row.getObject("moved_on", LocalDate.class),
            told(estimate, plan),
            told(work, plan)),
        causes == null ? List.of() : List.of((String[]) causes.getArray()));
  }

  private static Figures.Told told(@Nullable Long amount, long plan) {
    return amount == null ? new Figures.Told(0, 0, 0) : new Figures.Told(amount, 1, plan);
  }
}

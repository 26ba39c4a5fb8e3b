package vn.dondoc.capital.cockpit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.capital.source.Vintage;
import vn.dondoc.database.Plans;

@Repository
@Transactional(readOnly = true)
class CockpitStore {
  static final String SUMS =
      """
             count(*) as lines, count(distinct b.project_id) as projects,
             coalesce(sum(b.plan), 0)::bigint as plan, coalesce(sum(b.entered), 0)::bigint as entered,
             coalesce(sum(b.outstanding), 0)::bigint as outstanding,
             coalesce(sum(b.volume), 0)::bigint as volume,
             coalesce(sum(b.month_disbursed), 0)::bigint as month_disbursed,
             min(b.planned_on) as planned_on, max(b.moved_on) as moved_on,
             coalesce(sum(b.estimate), 0)::bigint as estimate, count(b.estimate) as estimated,
             coalesce(sum(b.plan) filter (where b.estimate is not null), 0)::bigint as estimated_plan,
             coalesce(sum(b.work), 0)::bigint as work, count(b.work) as worked,
             coalesce(sum(b.plan) filter (where b.work is not null), 0)::bigint as worked_plan
      """;
  private static final String NONE =
      """
      , 0, 0, 0, 0, 0, 0, 0, null::date, null::date, 0, 0, 0, 0, 0, 0
      """;

  /** Rows of the dimension and the whole. */
  private static final String GROUPS =
      """
      select case when grouping({k}) = 1 then 'whole' else 'row' end as kind, {k} as key,
             null::text as name, 0::bigint as figure,
      """
          + SUMS
          + " from base b group by grouping sets (({k}), ())\n";

  /** The largest project, the months, and what blocks how much for how long. */
  private static final String BESIDES =
      """
      union all
      (select 'largest', b.project_id::text, min(b.name), 0,
      """
          + SUMS
          + """
             from base b
            group by b.project_id
            order by sum(b.plan) desc, b.project_id
            limit 1)
          union all
          select 'month', m.month::text, null, sum(m.outstanding + m.volume)::bigint
          """
          + NONE
          + """
            from capital.months_on(:day, :year) m
            join base b on b.line_id = m.line_id
           group by m.month
          union all
          select 'cause', c.cause, null,
                 sum(greatest(b.plan - b.disbursed, 0) * greatest(:day::date - c.since, 0))::bigint,
          """
          + SUMS
          + """
             from capital.blocked_on(:day, :year) c
             join base b on b.line_id = c.line_id
            group by c.cause
          """;

  private static final String ASSIGNED =
      """
      select p.source_code || ':' || p.vintage || ':' || (p.origin_year - p.budget_year) as source,
             coalesce(s.programme, '-') as programme,
             sum(a.assigned_pm - coalesce(x.plan, 0))::bigint as assigned_pm,
             sum(a.assigned_pm + a.assigned_province - coalesce(x.plan, 0))::bigint as assigned
        from capital.assigned_on(:day, :year, :added) a
        join capital.pool p on p.id = a.pool_id
        join capital.source s on s.code = p.source_code
        left join (select f.pool_id, sum(f.plan) as plan
                     from capital.figures_on(:day, :year) f
                     join project.on_day(:day) j on j.project_id = f.project_id and j.code = :without
                    where :without::text is not null
                    group by f.pool_id) x on x.pool_id = p.id
       where p.vintage = any(:vintages)
         and (select project.sees_all())
         and (:source in ('', p.source_code,
                          p.source_code || ':' || p.vintage || ':' || (p.origin_year - p.budget_year))
              or starts_with(p.source_code, :source || '.'))
         and :programme in ('', coalesce(s.programme, '-'))
       group by p.source_code, p.vintage, p.origin_year, p.budget_year, s.programme
      """;
  private static final String OWNERS =
      """
      select distinct n.body_id, n.name
        from capital.line l
        join capital.pool q on q.id = l.pool_id and q.budget_year = :year
        join project.on_day(:day) p on p.project_id = l.project_id
        join agency.name n
          on n.body_id = p.owner_id and n.kind = 'official' and n.valid @> :day::date
       order by n.name
      """;

  private final JdbcClient jdbc;
  private final Plans plans;

  CockpitStore(JdbcClient jdbc, Plans plans) {
    this.jdbc = jdbc;
    this.plans = plans;
  }

  /** Loại dòng trả về. */
  enum Kind {
    ROW,
    WHOLE,
    LARGEST,
    MONTH,
    CAUSE
  }

  /**
   * One answer.
   *
   * @param kind what it is of
   * @param key of the dimension, the project, the month, the cause
   * @param name of the largest project
   * @param figure what a month brought; money-days of a cause
   * @param figures the rest
   */
  record Answer(
      Kind kind, @Nullable String key, @Nullable String name, long figure, Figures figures) {}

  /**
   * Plan assigned.
   *
   * @param source key of the source
   * @param programme key of the programme
   * @param pm by the Prime Minister
   * @param all by the province as well
   */
  record Assigned(String source, String programme, long pm, long all) {}

  /** Everything of a question, in one look at its lines. */
  List<Answer> answers(CockpitFilter filter, Dimension by, CockpitQuery.Days days, Regions map) {
    return ask(GROUPS + BESIDES, filter, by, new Seen(days, map));
  }

  /** The rows and the whole alone. */
  List<Answer> rows(CockpitFilter filter, Dimension by, CockpitQuery.Days days, Regions map) {
    return ask(GROUPS, filter, by, new Seen(days, map));
  }

  private record Seen(CockpitQuery.Days days, Regions map) {}

  private List<Answer> ask(String question, CockpitFilter filter, Dimension by, Seen seen) {
    plans.forTheseValues();
    String sql = CockpitQuery.BASE + question.replace("{k}", "b." + by.column());
    return CockpitQuery.bind(jdbc.sql(sql), filter, seen.days(), seen.map())
        .query(CockpitStore::answer)
        .list();
  }

  List<Assigned> assigned(CockpitFilter filter, CockpitQuery.Days days) {
    return jdbc.sql(ASSIGNED)
        .param("day", days.day())
        .param("year", days.year())
        .param("added", filter.definition().added(days.year()), Types.DATE)
        .param("without", filter.definition().withoutCode(), Types.VARCHAR)
        .param(
            "vintages",
            filter.definition().vintages().stream().map(Vintage::code).toArray(String[]::new),
            Types.ARRAY)
        .param("source", filter.of(Dimension.SOURCE))
        .param("programme", filter.of(Dimension.PROGRAMME))
        .query((row, number) ->
            new Assigned(
                row.getString("source"),
                row.getString("programme"),
                row.getLong("assigned_pm"),
                row.getLong("assigned")))
        .list();
  }

  /** Names of the owners of a year's lines, by id as text. */
  Map<String, String> owners(int year, LocalDate day) {
    Map<String, String> owners = new TreeMap<>();
    jdbc.sql(OWNERS)
        .param("year", year)
        .param("day", day)
        .query(row -> {
          owners.put(row.getString("body_id"), row.getString("name"));
        });
    return owners;
  }

  /** The viewer sees every line, not those of one owner or place. */
  boolean seesAll() {
    return jdbc.sql("select project.sees_all()").query(Boolean.class).single();
  }

  /** Budget years there are pools of, the last first. */
  List<Integer> years() {
    return jdbc.sql("select distinct budget_year from capital.pool order by budget_year desc")
        .query((row, number) -> row.getInt(1))
        .list();
  }

  private static Answer answer(ResultSet row, int number) throws SQLException {
    return new Answer(
        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("key"),
        row.getString("name"),
        row.getLong("figure"),
        figures(row));
  }

  static Figures figures(ResultSet row) throws SQLException {
    return new Figures(
        row.getLong("lines"),
        row.getLong("projects"),
        row.getLong("plan"),
        row.getLong("entered"),
        row.getLong("outstanding"),
        row.getLong("volume"),
        row.getLong("month_disbursed"),
        row.getObject("planned_on", LocalDate.class),
        row.getObject("moved_on", LocalDate.class),
        new Figures.Told(
            row.getLong("estimate"), row.getLong("estimated"), row.getLong("estimated_plan")),
        new Figures.Told(row.getLong("work"), row.getLong("worked"), row.getLong("worked_plan")));
  }
}

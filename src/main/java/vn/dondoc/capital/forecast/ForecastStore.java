package vn.dondoc.capital.forecast;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.capital.rate.RateDefinition;
import vn.dondoc.capital.source.Vintage;

@Repository
class ForecastStore {
  private static final int PAST_YEARS = 3;

  /** Changes with everything a forecast is made from. */
  private static final String STATE =
      """
      select concat_ws('-', (select max(id) from capital.entry), (select count(*) from capital.posting),
                       (select max(closing_id) from capital.signature), (select max(id) from capital.owner_report), (select max(id) from capital.term),
                       (select count(*) from capital.target), (select max(id) from project.version),
                       (select max(id) from project.state_change),
                       (select count(*) from project.year_class),
                       (select count(*) from project.clearance_fact))
      """;

  /**
   * Every line of some budget years as known on a day: what each month brought, numbered from
   * January of its year. Of a finished year the plan is what could have been paid: what was carried
   * on or cancelled at its end belongs to it. What left a plan within the year, to other lines or
   * back to the pool, less what came to it is told beside it.
   */
  private static final String LINES =
      """
      with year as (select y from unnest(:years::int[]) y),
      brought as (
        select m.line_id, min(m.planned_on) as planned_on, max(m.moved_on) as moved_on,
               array_agg(m.at order by m.at) filter (where m.amount <> 0) as months,
               array_agg(m.amount order by m.at) filter (where m.amount <> 0) as amounts
          from (select b.line_id, min(b.planned_on) as planned_on, max(b.moved_on) as moved_on,
                       sum(b.outstanding + b.volume)::bigint as amount,
                       greatest(1, (extract(year from b.month)::int - y.y) * 12
                                     + extract(month from b.month)::int) as at
                  from year y cross join lateral capital.months_on(:day, y.y) b
                 group by b.line_id, y.y, b.month) m
         group by m.line_id),
      class as (
        select distinct on (c.project_id, c.year) c.project_id, c.year, c.class_code
          from project.year_class c
         where c.on_day <= :day
         order by c.project_id, c.year, c.step desc)
      select l.line_id, l.project_id, concat_ws(' ', p.code, p.name) as project, p.code, p.owner_id,
             coalesce(n.name, '–') as owner, q.id as pool_id, q.name as pool, q.source_code,
             q.budget_year, q.vintage, q.origin_year, s.from_abroad, c.class_code,
             case when q.budget_year = :year then l.plan
                  else l.plan + l.carried_out + l.cancelled end as plan,
             l.transferred_out - l.transferred_in - l.adjusted as moved_off,
             l.disbursed, b.planned_on, b.moved_on, b.months, b.amounts, t.pay_until
        from year y
        cross join lateral capital.lines_on(:day, y.y) l
        join capital.pool q on q.id = l.pool_id
        join capital.source s on s.code = q.source_code
        join capital.terms_on(:day) t on t.pool_id = q.id
        left join brought b on b.line_id = l.line_id
        left join project.on_day(:day) p on p.project_id = l.project_id
        left join class c on c.project_id = l.project_id and c.year = q.budget_year
        left join agency.name n
          on n.body_id = p.owner_id and n.kind = 'official' and n.valid @> :day::date
       where l.plan > 0 or l.disbursed <> 0 or l.carried_out > 0
       order by l.line_id
      """;

  /** Since when each project is in which stage; which stage it is, its place in the list tells. */
  private static final String STAGES =
      """
      select c.project_id, c.since,
             case when s.finished and s.ordinal > (select min(f.ordinal) from project.state f
                                                    where f.kind = 'stage' and f.finished) then 'SETTLED'
                  when s.finished then 'HANDED_OVER'
                  when s.started then 'BUILDING'
                  when s.ordinal = (select max(f.ordinal) from project.state f
                                     where f.kind = 'stage' and not f.started) then 'TENDERING'
                  else 'PREPARING' end as stage
        from project.state_change c
        join project.state s on s.kind = 'stage' and s.code = c.stage
       where c.on_day <= :day
         and c.project_id in (select l.project_id from capital.line l
                                join capital.pool p on p.id = l.pool_id
                               where p.budget_year = any(:years::int[]))
       order by c.project_id, c.step
      """;

  /**
   * What stood in the way of projects (clearance) and lines (as owners told), from when to when.
   */
  private static final String OBSTACLES =
      """
      select f.project_id, null::bigint as line_id, f.blocker, f.from_on, f.until_on,
             case when f.until_on is null and f.due_on > :day then f.due_on end as due_on
        from (select x.project_id, x.blocker, x.due_on, x.on_day as from_on,
                     lead(x.on_day) over (partition by x.clearance_id order by x.step) as until_on
                from project.clearance_fact x
               where x.on_day <= :day) f
       where f.blocker is not null
      union all
      select null, r.line_id, r.cause, r.month, r.until_on, null
        from (select m.line_id, m.month,
                     coalesce(m.blocker, case when m.difficulty is not null then 'khac' end) as cause,
                     lead(m.month) over (partition by m.line_id order by m.month) as until_on
                from (select distinct on (o.line_id, o.month) o.*
                        from capital.owner_report o
                       where o.on_day <= :day
                       order by o.line_id, o.month, o.id desc) m) r
       where r.cause is not null
       order by 1, 2, 4
      """;

  private static final String PROMISES =
      """
      select distinct on (r.line_id) r.line_id, r.expected_31_12_vnd, r.expected_31_1_vnd
        from capital.owner_report r
        join capital.line l on l.id = r.line_id
        join capital.pool p on p.id = l.pool_id and p.budget_year = :year
       where r.on_day <= :day and (r.expected_31_12_vnd is not null or r.expected_31_1_vnd is not null)
       order by r.line_id, r.month desc, r.id desc
      """;
  private static final String KEPT =
      """
      select p.line_id, o.owner_id, p.promised_vnd, p.came_vnd
        from capital.promises_on(:day, :first) p
        join capital.line l on l.id = p.line_id
        join project.on_day(:day) o on o.project_id = l.project_id
       where p.is_over and p.in_time and p.promised_vnd > 0
       order by p.line_id, p.month
      """;
  private static final String ASSIGNED =
      """
      select coalesce(sum(a.assigned_pm), 0)::bigint as pm,
             coalesce(sum(a.assigned_pm + a.assigned_province), 0)::bigint as whole
        from capital.assigned_on(:day, :year, :added) a
        join capital.pool p on p.id = a.pool_id
       where p.vintage = any(:vintages)
      """;

  private final JdbcClient jdbc;

  ForecastStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Dòng vốn as known on a day.
   *
   * @param line what the forecast tells of it
   * @param projectCode mã dự án
   * @param year năm ngân sách
   * @param vintage niên độ
   * @param kind lines of one kind share a curve
   * @param movedOff what left the plan within the year less what came to it
   * @param paid giải ngân by the day
   * @param plannedOn the first day plan was given
   * @param movedOn the last day money went out
   * @param months which months brought something, 1 is January of its year
   * @param amounts what they brought
   */
  record Held(
      LineForecast.Line line,
      @Nullable String projectCode,
      int year,
      Vintage vintage,
      String kind,
      long movedOff,
      long paid,
      @Nullable LocalDate plannedOn,
      @Nullable LocalDate movedOn,
      Integer[] months,
      Long[] amounts) {
    /** Cumulative at the end of a month. */
    long by(int month) {
      long sum = 0;
      for (int i = 0; i < months.length; i++) {
        sum += months[i] <= month ? amounts[i] : 0;
      }
      return sum;
    }
  }

  /** Since when a project is in a stage. */
  record Step(long project, LocalDate since, String stage) {}

  /**
   * What stood in the way.
   *
   * @param project of which project; null when a line's owner told it
   * @param line of which line; null when site clearance tells it
   * @param blocker its code
   * @param from since when
   * @param until until when; null while it stands
   * @param due by when it is to be gone; null when nobody says or the day is over
   */
  record Blocked(
      @Nullable Long project,
      @Nullable Long line,
      String blocker,
      LocalDate from,
      @Nullable LocalDate until,
      @Nullable LocalDate due) {}

  /** What an owner expects of a line by 31 December and by 31 January. */
  record Said(long line, @Nullable Long december, @Nullable Long january) {}

  /** A promise that is over. */
  record Over(int owner, long promised, long came) {}

  /** Plan assigned by the Prime Minister, and with what the province added. */
  record Assigned(long pm, long whole) {}

  String state() {
    return jdbc.sql(STATE).query(String.class).single();
  }

  boolean seesAll() {
    return jdbc.sql("select project.sees_all()").query(Boolean.class).single();
  }

  /** Lines of a year within the actor's sight. */
  Set<Long> visible(int year) {
    return new TreeSet<>(
        jdbc.sql(
                """
                select l.id from capital.line l
                  join capital.pool p on p.id = l.pool_id where p.budget_year = :year
                """)
            .param("year", year)
            .query(Long.class)
            .list());
  }

  /** Budget years there are lines of, the last first. */
  List<Integer> years() {
    return jdbc.sql("select distinct budget_year from capital.pool order by budget_year desc")
        .query((row, number) -> row.getInt(1))
        .list();
  }

  List<Held> lines(int year, LocalDate day) {
    return jdbc.sql(LINES)
        .param("years", years(year, day), Types.ARRAY)
        .param("year", year)
        .param("day", day)
        .query(ForecastStore::held)
        .list();
  }

  /** The year, and the finished ones before it. */
  private static Integer[] years(int year, LocalDate day) {
    List<Integer> years = new ArrayList<>(List.of(year));
    for (int past = year - 1; past >= year - PAST_YEARS; past--) {
      if (day.isAfter(LocalDate.of(past + 1, 1, 31))) {
        years.add(past);
      }
    }
    return years.toArray(Integer[]::new);
  }

  List<Step> stages(int year, LocalDate day) {
    return jdbc.sql(STAGES)
        .param("years", years(year, day), Types.ARRAY)
        .param("day", day)
        .query((row, number) ->
            new Step(row.getLong("project_id"), day(row, "since"), row.getString("stage")))
        .list();
  }

  List<Blocked> obstacles(LocalDate day) {
    return jdbc.sql(OBSTACLES)
        .param("day", day)
        .query((row, number) ->
            new Blocked(
                row.getObject("project_id", Long.class),
                row.getObject("line_id", Long.class),
                row.getString("blocker"),
                day(row, "from_on"),
                row.getObject("until_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class)))
        .list();
  }

  List<Said> promises(int year, LocalDate day) {
    return jdbc.sql(PROMISES)
        .param("year", year)
        .param("day", day)
        .query((row, number) ->
            new Said(
                row.getLong("line_id"),
                row.getObject("expected_31_12_vnd", Long.class),
                row.getObject("expected_31_1_vnd", Long.class)))
        .list();
  }

  List<Over> kept(int year, LocalDate day) {
    return jdbc.sql(KEPT)
        .param("day", day)
        .param("first", LocalDate.of(year - 1, 1, 1))
        .query((row, number) ->
            new Over(row.getInt("owner_id"), row.getLong("promised_vnd"), row.getLong("came_vnd")))
        .list();
  }

  /** To which day the ledger was closed, as known on a day; null for none. */
  @Nullable LocalDate closed(LocalDate day) {
    return jdbc.sql("select max(until_day) as until from capital.signature where on_day <= :day")
        .param("day", day)
        .query((row, number) -> Optional.ofNullable(row.getObject("until", LocalDate.class)))
        .single()
        .orElse(null);
  }

  Assigned assigned(int year, LocalDate day, RateDefinition definition) {
    return jdbc.sql(ASSIGNED)
        .param("day", day)
        .param("year", year)
        .param("added", definition.added(year), Types.DATE)
        .param(
            "vintages",
            definition.vintages().stream().map(Vintage::code).toArray(String[]::new),
            Types.ARRAY)
        .query((row, number) -> new Assigned(row.getLong("pm"), row.getLong("whole")))
        .single();
  }

  private static Held held(ResultSet row, int number) throws SQLException {
    int year = row.getInt("budget_year");
    String vintage = row.getString("vintage");
    int origin = row.getInt("origin_year");
    boolean carried = origin < year;
    String kind =
        (row.getBoolean("from_abroad") ? "abroad" : "domestic")
            + (carried
                ? "/carried"
                : "/" + Objects.requireNonNullElse(row.getString("class_code"), "-"));
    return new Held(
        new LineForecast.Line(
            row.getLong("line_id"),
            row.getLong("project_id"),
            Objects.requireNonNullElse(row.getString("project"), "–"),
            row.getInt("owner_id"),
            row.getString("owner"),
            row.getInt("pool_id"),
            row.getString("pool"),
            row.getString("source_code") + ":" + vintage + ":" + (origin - year),
            row.getLong("plan"),
            day(row, "pay_until")),
        row.getString("code"),
        year,
        Vintage.of(vintage),
        kind,
        row.getLong("moved_off"),
        row.getLong("disbursed"),
        row.getObject("planned_on", LocalDate.class),
        row.getObject("moved_on", LocalDate.class),
        numbers(row.getArray("months"), new Integer[0]),
        numbers(row.getArray("amounts"), new Long[0]));
  }

  @SuppressWarnings("unchecked") // The column's type says so.
  private static <T> T[] numbers(@Nullable Array array, T[] none) throws SQLException {
    return array == null ? none : (T[]) array.getArray();
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, LocalDate.class));
  }
}

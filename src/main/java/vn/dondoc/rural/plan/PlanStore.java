package vn.dondoc.rural.plan;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.exchange.ReferenceTable;
import vn.dondoc.kernel.Acting;

@Repository
class PlanStore {
  private static final String HOLD_GIVING = "select pg_advisory_xact_lock(8401, :year)";
  private static final String OWED =
      """
      insert into rural.owed (indicator_id, level, post, confidence)
      select i.id, r.level, r.post, r.confidence
        from unnest(:sets::text[], :indicators::text[], :levels::text[], :posts::text[],
                    :confidences::text[]) r (code, number, level, post, confidence)
        join rural.criteria_set s on s.code = r.code
        join rural.indicator i on i.set_id = s.id and i.number = r.number
      on conflict do nothing
      """;
  private static final String DAYS =
      """
      insert into rural.plan_day (kind, month, day, source, confidence)
      select * from unnest(:kinds::text[], :months::int[], :days::int[], :sources::text[],
                           :confidences::text[])
      on conflict do nothing
      """;
  private static final String FOUND =
      """
        from rural.plan_lines(:set, :year, :day, :owned::int[], :owners::int[], :keys::bigint[],
                              :steps::int[], :told::text[], :holders::int[]) l
        join rural.indicator i on i.id = l.indicator_id
        join rural.criterion c on c.id = i.criterion_id
       where (:unit::int is null or l.unit_id = :unit)
         and (:units::int[] is null or l.unit_id = any(:units::int[]))
         and (:district::int is null or l.district_id = :district)
         and (:body::int is null or coalesce(l.turn_body_id, l.body_id) = :body)
         and (:kind::text is null or l.kind = :kind)
         and case :only
               when 'due' then l.due
               when 'not_due' then not l.due
               when 'community' then i.responsibility = 'community'
               when 'late' then l.kind = 'missing' and l.due_on < :seen::date
               when 'blocked' then l.kind = 'missing'
                                   and (l.blocked_by is not null or l.waiting_since is not null)
               when 'asked' then l.asked_body_id is not null
               when 'expiring' then l.expires_on < :day::date + 90
               else true
             end
         and (:words = '' or database.fold(l.unit_name) like '%' || database.fold(:words) || '%'
              or database.fold(i.name_vi) like '%' || database.fold(:words) || '%'
              or database.fold(coalesce(l.action, '')) like '%' || database.fold(:words) || '%')
      """;
  private static final String LINES = "select l.*" + FOUND;
  private static final String SORTED =
      """
      with found as (
        select l.*, row_number() over (order by {sort}, l.unit_id, c.ordinal, i.ordinal) as place,
               l.unit_id::bigint * 1000000 + l.indicator_id as key
      """
          + FOUND
          + """
          )
          select * from found
           where place > coalesce((select f.place from found f where f.key = :after), 0)
           order by place
           limit :most
          """;
  private static final String COUNTS =
      """
      select count(*) as lines, count(*) filter (where l.kind = 'missing' and l.reported) as missing,
             count(*) filter (where l.kind = 'missing' and not l.reported) as unreported,
             count(*) filter (where l.kind = 'missing' and l.due_on < :seen::date) as late,
             count(*) filter (where l.kind = 'missing' and (l.blocked_by is not null
                                              or l.waiting_since is not null)) as blocked,
             count(distinct l.unit_id) as units, count(l.task_id) as tasks
      """;
  private static final String COUNT = COUNTS + FOUND;

  /** A page and what stands above it, of lines worked out once; one row where the page is empty. */
  private static final String PAGE =
      """
      with found as materialized (
        select l.*, row_number() over (order by {sort}, l.unit_id, c.ordinal, i.ordinal) as place,
               l.unit_id::bigint * 1000000 + l.indicator_id as key
      """
          + FOUND
          + "), counted as ("
          + COUNTS
          + """
          from found l)
          select f.*, n.lines as of_lines, n.missing as of_missing, n.unreported as of_unreported,
                 n.late as of_late, n.blocked as of_blocked, n.units as of_units, n.tasks as of_tasks
            from counted n
            left join (select * from found
                        where place > coalesce((select a.place from found a where a.key = :after),
                                               0)
                        order by place
                        limit :most) f on true
           order by f.place
          """;

  private static final String UNITS =
      """
      select v.unit_id, v.name, p.name as above,
             exists (select from place.attribute a
                      where a.unit_id = v.unit_id and a.key = 'due_year' and a.value = :year::text
                        and a.valid @> :day::date) as due
        from rural.criteria_set s
        join place.version v on v.type = s.kind and v.valid @> :day::date
        left join place.version p on p.unit_id = v.parent_id and p.valid @> :day::date
       where s.id = :set
         and ((select rural.sees_all())
              or v.unit_id = any((select database.scope_places())::int[]))
         and (:words = '' or database.fold(v.name) like '%' || database.fold(:words) || '%')
       order by 4 desc, 3, 2
      """;
  private static final String ADD =
      """
      insert into rural.plan_change (unit_id, indicator_id, year, step, action, body_id, post,
                                     due_on, cost, project, blocked_by, blocked_until, task_id,
                                     asked_body_id, on_day, by_account, by_name, why)
      values (:unit, :indicator, :year, :step, :action,
              case when :given then :body::int
                   else (select c.body_id from rural.plan_change c
                          where c.unit_id = :unit and c.indicator_id = :indicator
                            and c.year = :year and c.step = :step - 1) end,
              :post, :due, :cost, :project, :blocked, :until, :task, :asked, :day, :account, :name,
              :why)
      """;
  private static final String AWAITED =
      "select distinct words from rural.assessment where kind = 'wait' and on_day <= :day";
  private static final String LAST =
      """
      select by_name, at from rural.plan_change
       where unit_id = :unit and indicator_id = :indicator and year = :year
       order by step desc limit 1
      """;

  private final JdbcClient jdbc;

  PlanStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One act at a time makes tasks of a year's plan; until the transaction ends. */
  void holdGiving(int year) {
    jdbc.sql(HOLD_GIVING).param("year", year).query((RowCallbackHandler) row -> {});
  }

  /**
   * What every question about a plan starts from.
   *
   * @param set bộ tiêu chí
   * @param day as at this day
   * @param seen the day its dates are held against: later than that of a year that is over
   * @param owners which body owns which indicator
   * @param holders which body the words of a wait name
   * @param steps by key, lines to be told as they were when so many changes had been made
   */
  record Ground(
      int set,
      LocalDate day,
      LocalDate seen,
      Map<Integer, Integer> owners,
      Map<String, Integer> holders,
      Map<Long, Integer> steps) {
    Ground older(Map<Long, Integer> older) {
      return new Ground(set, day, seen, owners, holders, older);
    }
  }

  int load(ReferenceTable owed, ReferenceTable days) {
    List<ReferenceTable.Row> rows = owed.rows();
    int added =
        jdbc.sql(OWED)
            .param("sets", texts(rows, "set"))
            .param("indicators", texts(rows, "indicator"))
            .param("levels", texts(rows, "level"))
            .param("posts", texts(rows, "post"))
            .param("confidences", texts(rows, "confidence"))
            .update();
    return added
        + jdbc.sql(DAYS)
            .param("kinds", texts(days.rows(), "kind"))
            .param("months", texts(days.rows(), "month"))
            .param("days", texts(days.rows(), "day"))
            .param("sources", texts(days.rows(), "source"))
            .param("confidences", texts(days.rows(), "confidence"))
            .update();
  }

  List<PlanLine> lines(Ground ground, PlanFilter filter, @Nullable Long after, int most) {
    return asked(SORTED.replace("{sort}", sort(filter)), ground, filter, null)
        .param("after", after, Types.BIGINT)
        .param("most", most)
        .query(PlanStore::line)
        .list();
  }

  /** Lines of a page, and the counts of the whole question. */
  record Paged(List<PlanLine> lines, PlanCounts counts) {}

  Paged page(Ground ground, PlanFilter filter, @Nullable Long after, int most) {
    List<PlanLine> lines = new ArrayList<>();
    PlanCounts[] counts = {PlanCounts.NONE};
    asked(PAGE.replace("{sort}", sort(filter)), ground, filter, null)
        .param("after", after, Types.BIGINT)
        .param("most", most)
        .query(row -> {
          counts[0] = counts(row, "of_");
          if (row.getObject("key") != null) {
            lines.add(line(row, lines.size()));
          }
        });
    return new Paged(lines, counts[0]);
  }

  private static String sort(PlanFilter filter) {
    return switch (filter.sort()) {
      case DUE -> "l.due_on nulls last, l.due desc, l.unit_name";
      case UNIT -> "l.due desc, l.district_name, l.unit_name";
      case INDICATOR -> "c.ordinal, i.ordinal, l.unit_name";
    };
  }

  PlanCounts count(Ground ground, PlanFilter filter) {
    return asked(COUNT, ground, filter, null).query((row, n) -> counts(row, "")).single();
  }

  private static PlanCounts counts(ResultSet row, String prefix) throws SQLException {
    return new PlanCounts(
        row.getLong(prefix + "lines"),
        row.getLong(prefix + "missing"),
        row.getLong(prefix + "unreported"),
        row.getLong(prefix + "late"),
        row.getLong(prefix + "blocked"),
        row.getLong(prefix + "units"),
        row.getLong(prefix + "tasks"));
  }

  /** Every line of these units, in one question. */
  List<PlanLine> ofUnits(Ground ground, int year, List<Integer> units) {
    return asked(LINES, ground, PlanFilter.of(year), units.toArray(Integer[]::new))
        .query(PlanStore::line)
        .list();
  }

  private JdbcClient.StatementSpec asked(
      String question, Ground ground, PlanFilter filter, Integer @Nullable [] units) {
    PlanLine.Kind kind = filter.kind();
    return jdbc.sql(question)
        .param("set", ground.set())
        .param("year", filter.year())
        .param("day", ground.day())
        .param("seen", ground.seen())
        .param("owned", ground.owners().keySet().toArray(Integer[]::new))
        .param("owners", ground.owners().values().toArray(Integer[]::new))
        .param("keys", ground.steps().keySet().toArray(Long[]::new))
        .param("steps", ground.steps().values().toArray(Integer[]::new))
        .param("told", ground.holders().keySet().toArray(String[]::new))
        .param("holders", ground.holders().values().toArray(Integer[]::new))
        .param("unit", filter.unitId(), Types.INTEGER)
        .param("units", units, Types.ARRAY)
        .param("district", filter.districtId(), Types.INTEGER)
        .param("body", filter.bodyId(), Types.INTEGER)
        .param("kind", kind == null ? null : kind.name().toLowerCase(Locale.ROOT), Types.VARCHAR)
        .param("only", filter.only().name().toLowerCase(Locale.ROOT))
        .param("words", filter.words());
  }

  /** Communes of the day within sight, those due first. */
  List<PlanLine.Unit> units(Ground ground, int year, String words) {
    return jdbc.sql(UNITS)
        .param("set", ground.set())
        .param("year", year)
        .param("day", ground.day())
        .param("words", words)
        .query((row, number) ->
            new PlanLine.Unit(
                row.getInt("unit_id"),
                row.getString("name"),
                row.getString("above"),
                row.getBoolean("due"),
                null))
        .list();
  }

  /** What results were ever waited for, up to the end of a day, in the words of who waits. */
  List<String> awaited(LocalDate day) {
    return jdbc.sql(AWAITED).param("day", day).query((row, number) -> row.getString(1)).list();
  }

  /**
   * Writes a change.
   *
   * @param given the line is given to the body the change names; else it stays with whom it is
   * @param asked cơ quan được đề nghị nhận
   */
  void add(PlanChange change, boolean given, @Nullable Integer asked, LocalDate day) {
    PlanLine.Owed owed = change.owed();
    jdbc.sql(ADD)
        .param("unit", change.unitId())
        .param("indicator", change.indicatorId())
        .param("year", change.year())
        .param("step", change.seen() + 1)
        .param("action", owed.action())
        .param("given", given)
        .param("body", owed.bodyId(), Types.INTEGER)
        .param("asked", asked, Types.INTEGER)
        .param("post", owed.post())
        .param("due", owed.dueOn(), Types.DATE)
        .param("cost", owed.cost(), Types.BIGINT)
        .param("project", owed.project())
        .param("blocked", owed.blockedBy())
        .param("until", owed.blockedUntil(), Types.DATE)
        .param("task", owed.taskId(), Types.BIGINT)
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("name", Acting.current().name())
        .param("why", change.why().isBlank() ? null : change.why())
        .update();
  }

  /** Who changed a line last, and when. */
  Optional<PlanConflict.Last> last(int unit, int indicator, int year) {
    return jdbc.sql(LAST)
        .param("unit", unit)
        .param("indicator", indicator)
        .param("year", year)
        .query((row, number) ->
            new PlanConflict.Last(row.getString("by_name"), row.getTimestamp("at").toInstant()))
        .optional();
  }

  private static PlanLine line(ResultSet row, int number) throws SQLException {
    return new PlanLine(
        new PlanLine.Unit(
            row.getInt("unit_id"),
            row.getString("unit_name"),
            row.getString("district_name"),
            row.getBoolean("due"),
            row.getString("unit_group")),
        row.getInt("indicator_id"),
        PlanLine.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        new PlanLine.Found(
            row.getBoolean("reported"),
            row.getInt("reached"),
            figures(row),
            row.getBoolean("returned"),
            row.getObject("waiting_since", LocalDate.class),
            row.getString("said"),
            row.getObject("expires_on", LocalDate.class),
            row.getObject("turn_body_id", Integer.class)),
        new PlanLine.Owed(
            row.getString("action"),
            row.getObject("body_id", Integer.class),
            row.getString("post"),
            row.getObject("due_on", LocalDate.class),
            row.getObject("cost", Long.class),
            row.getString("project"),
            row.getString("blocked_by"),
            row.getObject("blocked_until", LocalDate.class),
            row.getObject("task_id", Long.class)),
        new PlanLine.Hands(
            row.getObject("unit_body_id", Integer.class),
            row.getObject("above_body_id", Integer.class),
            row.getObject("asked_body_id", Integer.class)),
        row.getObject("ended_on") == null
            ? null
            : new PlanLine.Ended(
                row.getLong("ended_task_id"),
                row.getString("ended"),
                row.getObject("ended_on", LocalDate.class)),
        row.getInt("step"));
  }

  private static List<@Nullable BigDecimal> figures(ResultSet row) throws SQLException {
    Array array = row.getArray("figures");
    return array == null ? List.of() : Arrays.asList((BigDecimal[]) array.getArray());
  }

  private static String[] texts(List<ReferenceTable.Row> rows, String column) {
    return rows.stream().map(row -> row.text(column)).toArray(String[]::new);
  }
}

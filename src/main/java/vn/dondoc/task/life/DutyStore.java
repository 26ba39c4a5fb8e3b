package vn.dondoc.task.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.task.Party;

@Repository
class DutyStore {
  static final String ROWS =
      """
      select d.*, t.code, v.action,
             (select w.words from task.part_words w
               where w.duty_id = d.id and w.on_day <= :day
               order by w.step desc limit 1) as own_part
        from task.duties_on(:day) d
        join task.task t on t.id = d.task_id
        join task.current v on v.task_id = d.task_id
      """;
  private static final String OPEN =
      """
      insert into task.duty (task_id, body_id, part, group_id, period_from, period_to, due_on,
                             opened_on, round)
      select n.task, n.body, n.part, n.grp, n.first, n.last, n.due, :day,
             case when not n.again then 1 else (
               select 1 + count(*) from task.duty o
                where o.task_id = n.task and o.body_id = n.body and o.part = n.part
                  and o.period_from is not distinct from n.first
                  and exists (select from task.fact f
                               where f.duty_id = o.id and f.kind = 'cancel')) end
        from unnest(:tasks::bigint[], :bodies::int[], :parts::text[], :groups::int[],
                    :firsts::date[], :lasts::date[], :dues::date[], :again::boolean[])
             as n (task, body, part, grp, first, last, due, again)
      on conflict do nothing
      """;
  private static final String RECURRING =
      """
      select v.task_id from task.current v
       where v.due_kind = 'recurring'
         and v.due_every in ('day', 'week', 'month', 'quarter', 'half_year', 'year')
         -- Work withdrawn as a whole does not come back: both the running and the next period are.
         and coalesce((select bool_or(p.goes_on)
                         from (select bool_or(d.told_state not in ('withdrawn', 'void')) as goes_on
                                 from task.duty d
                                where d.task_id = v.task_id and d.part = 'lead'
                                group by d.period_from order by d.period_from desc limit 2) p),
                      true)
      """;
  private static final String WITHOUT =
      """
      select t.id from task.task t
       where not exists (select from task.duty d where d.task_id = t.id)
       order by t.id limit 10000
      """;
  private static final String HANDED_BACK_BEFORE =
      """
      select exists (
        select from task.duty d
          join task.fact f on f.duty_id = d.id and f.kind = 'hand_back'
         where d.task_id = :task and d.body_id = :body)
      """;
  private static final String LEAD_DUE =
      """
      select max(w.due) from task.duty d
        join task.duties_on(:day) w on w.task_id = d.task_id and w.part = 'lead'
         and w.period_from is not distinct from d.period_from and w.timing <> 'not_counted'
       where d.id = :duty and d.part = 'coordinate'
      """;
  private static final String PARTS_AFTER =
      """
      select p.body_id, p.due
        from task.duty d
        join task.duties_on(:day) p on p.task_id = d.task_id and p.part = 'coordinate'
         and p.period_from is not distinct from d.period_from
         and p.state not in ('done', 'reported', 'void', 'withdrawn', 'transferred')
       where d.id = :duty and d.part = 'lead'
         and p.due > greatest(:until::date, (
               select max(l.due) from task.duties_on(:day) l
                where l.task_id = d.task_id and l.part = 'lead' and l.id <> d.id
                  and l.period_from is not distinct from d.period_from
                  and l.timing <> 'not_counted'))
       order by p.due, p.body_id
      """;
  private static final String OPENED =
      """
      select task_id, body_id, part, min(opened_on) as first, max(period_from) as last_period
        from task.duty where task_id = any(:tasks::bigint[]) group by task_id, body_id, part
      """;
  private static final String ROLL_UP =
      """
      select d.task_id, count(*) as total,
             count(*) filter (where d.state = 'done' and d.timing <> 'done_late') as in_time,
             count(*) filter (where d.state = 'done'
                                and coalesce(d.reported_on <= d.original_due, true)) as at_first,
             count(*) filter (where d.timing = 'done_late') as late,
             count(*) filter (where d.state = 'reported') as waiting,
             count(*) filter (where d.timing = 'overdue') as overdue,
             count(*) filter (where d.state in ('new', 'active', 'returned', 'handed_back'))
               as missing
        from task.duties_on(:day) d
       where d.task_id = any(:tasks) and d.part = 'lead'
         and d.state not in ('void', 'withdrawn', 'transferred')
       group by d.task_id
      """;
  // Of work that comes back the latest period says who holds it now.
  private static final String HOLDERS =
      """
      with led as (
        select d.task_id, d.body_id, d.group_id,
               d.told_state not in ('void', 'withdrawn', 'transferred') as counts,
               d.period_from is not distinct from
                 max(d.period_from) over (partition by d.task_id) as latest
          from task.duty d
         where d.task_id = any(:tasks::bigint[]) and d.part = 'lead'
      ),
      named as (
        select p.task_id, p.body_id, p.ordinal
          from task.party p
          join task.current v on v.id = p.version_id
         where p.task_id = any(:tasks::bigint[]) and p.part = 'lead'
      ),
      taken as (
        select distinct l.task_id, l.body_id
          from led l
         where l.latest and l.counts and l.group_id is null
           and not exists (select from named n
                            where n.task_id = l.task_id and n.body_id = l.body_id)
      )
      select h.task_id, h.body_id
        from (select t.task_id, t.body_id, 1 as place, t.body_id as ordinal from taken t
              union all
              select n.task_id, n.body_id, 0, n.ordinal from named n
               where n.task_id in (select task_id from taken)
                 and not exists (select from led l
                                  where l.task_id = n.task_id and l.body_id = n.body_id
                                    and l.latest and l.group_id is null and not l.counts)
                 and exists (select from led l
                              where l.task_id = n.task_id and l.latest and l.counts
                                and (l.body_id = n.body_id or l.group_id = n.body_id))) h
       order by h.task_id, h.place, h.ordinal
      """;
  private static final String CEASED =
      "select distinct body_id from agency.succession where on_day <= :day";

  private final JdbcClient jdbc;

  DutyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A duty to be opened; again, when the body is taken in once more after it was left out. */
  record Opening(
      long task,
      int body,
      Party.Part part,
      @Nullable Integer group,
      Schedule.@Nullable Period period,
      @Nullable LocalDate due,
      boolean again) {}

  void open(List<Opening> openings, LocalDate day) {
    if (openings.isEmpty()) {
      return;
    }
    jdbc.sql(OPEN)
        .param("tasks", openings.stream().map(Opening::task).toArray(Long[]::new))
        .param("bodies", openings.stream().map(Opening::body).toArray(Integer[]::new))
        .param("parts", openings.stream().map(o -> code(o.part())).toArray(String[]::new))
        .param("groups", openings.stream().map(Opening::group).toArray(Integer[]::new))
        .param(
            "firsts",
            openings.stream()
                .map(o -> o.period() == null ? null : o.period().from().toString())
                .toArray(String[]::new))
        .param(
            "lasts",
            openings.stream()
                .map(o -> o.period() == null ? null : o.period().to().toString())
                .toArray(String[]::new))
        .param(
            "dues",
            openings.stream()
                .map(o -> o.due() == null ? null : o.due().toString())
                .toArray(String[]::new))
        .param("again", openings.stream().map(Opening::again).toArray(Boolean[]::new))
        .param("day", day)
        .update();
  }

  List<Long> recurring() {
    return jdbc.sql(RECURRING).query((row, number) -> row.getLong(1)).list();
  }

  List<Long> withoutDuty() {
    return jdbc.sql(WITHOUT).query((row, number) -> row.getLong(1)).list();
  }

  Optional<Duty> find(long id, LocalDate day) {
    return jdbc.sql(ROWS + " where d.id = :id")
        .param("day", day)
        .param("id", id)
        .query(DutyStore::duty)
        .optional();
  }

  List<Duty> ofTasks(Collection<Long> taskIds, LocalDate day) {
    return jdbc.sql(ROWS + " where d.task_id = any(:tasks) order by d.task_id, d.part desc, d.id")
        .param("day", day)
        .param("tasks", taskIds.toArray(Long[]::new))
        .query(DutyStore::duty)
        .list();
  }

  List<Duty> all(Collection<Long> ids, LocalDate day) {
    return jdbc.sql(ROWS + " where d.id = any(:ids) order by d.id")
        .param("day", day)
        .param("ids", ids.toArray(Long[]::new))
        .query(DutyStore::duty)
        .list();
  }

  /** Bodies whose work others have taken over by a day. */
  Set<Integer> ceased(LocalDate day) {
    return Set.copyOf(
        jdbc.sql(CEASED).param("day", day).query((row, number) -> row.getInt(1)).list());
  }

  /** How far the bodies that lead are, by task. */
  Map<Long, RollUp> rollUps(Collection<Long> taskIds, LocalDate day) {
    Map<Long, RollUp> found = new HashMap<>();
    jdbc.sql(ROLL_UP)
        .param("day", day)
        .param("tasks", taskIds.toArray(Long[]::new))
        .query((row, number) -> found.put(row.getLong("task_id"), rollUp(row)))
        .list();
    return found;
  }

  private static RollUp rollUp(ResultSet row) throws SQLException {
    return new RollUp(
        row.getInt("total"),
        row.getInt("in_time"),
        row.getInt("at_first"),
        row.getInt("late"),
        row.getInt("waiting"),
        row.getInt("overdue"),
        row.getInt("missing"));
  }

  /** Who leads tasks that were handed on since they were written. */
  Map<Long, List<Integer>> holders(Collection<Long> taskIds) {
    Map<Long, List<Integer>> holders = new HashMap<>();
    jdbc.sql(HOLDERS)
        .param("tasks", taskIds.toArray(Long[]::new))
        .query(
            (RowCallbackHandler)
                row ->
                    holders
                        .computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                        .add(row.getInt(2)));
    return holders;
  }

  boolean handedBackBefore(long task, int body) {
    return jdbc.sql(HANDED_BACK_BEFORE)
        .param("task", task)
        .param("body", body)
        .query(Boolean.class)
        .single();
  }

  @Nullable LocalDate dueOfWhole(long duty, LocalDate day) {
    return jdbc.sql(LEAD_DUE)
        .param("duty", duty)
        .param("day", day)
        .query((row, number) -> Optional.ofNullable(day(row, 1)))
        .single()
        .orElse(null);
  }

  /** A helper's duty that would end after its whole. */
  record PartAfter(int bodyId, LocalDate due) {}

  List<PartAfter> partsAfter(long duty, LocalDate until, LocalDate day) {
    return jdbc.sql(PARTS_AFTER)
        .param("duty", duty)
        .param("until", until)
        .param("day", day)
        .query((row, number) -> new PartAfter(row.getInt(1), row.getObject(2, LocalDate.class)))
        .list();
  }

  /**
   * What a body was given of a task before.
   *
   * @param first the day it was given
   * @param lastPeriod first day of its latest period
   */
  record Opened(int body, Party.Part part, LocalDate first, @Nullable LocalDate lastPeriod) {}

  Map<Long, List<Opened>> opened(Collection<Long> tasks) {
    Map<Long, List<Opened>> opened = new HashMap<>();
    jdbc.sql(OPENED)
        .param("tasks", tasks.toArray(Long[]::new))
        .query(
            (RowCallbackHandler)
                row ->
                    opened
                        .computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                        .add(
                            new Opened(
                                row.getInt(2),
                                Party.Part.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                                row.getObject(4, LocalDate.class),
                                day(row, 5))));
    return opened;
  }

  static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  static Duty duty(ResultSet row, int number) throws SQLException {
    LocalDate from = row.getObject("period_from", LocalDate.class);
    LocalDate to = row.getObject("period_to", LocalDate.class);
    return new Duty(
        row.getLong("id"),
        row.getLong("task_id"),
        row.getString("code"),
        row.getString("action"),
        row.getInt("body_id"),
        Party.Part.valueOf(row.getString("part").toUpperCase(Locale.ROOT)),
        from == null || to == null ? null : new Duty.Span(from, to),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getObject("original_due", LocalDate.class),
        row.getObject("due", LocalDate.class),
        row.getObject("acknowledged_on", LocalDate.class),
        row.getObject("reported_on", LocalDate.class),
        row.getObject("confirmed_on", LocalDate.class),
        row.getInt("returns"),
        row.getBoolean("extension_asked"),
        Timing.valueOf(row.getString("timing").toUpperCase(Locale.ROOT)),
        row.getInt("late_days"),
        row.getInt("step"),
        row.getString("own_part"));
  }
}

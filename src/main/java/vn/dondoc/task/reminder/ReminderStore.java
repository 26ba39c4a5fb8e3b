package vn.dondoc.task.reminder;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.task.Party;

@Repository
class ReminderStore {
  /** How far back a rung nobody was told of is still told. */
  static final int BACK = 60;

  /** How many days ahead a deadline is near, as everywhere. */
  static final int SOON = 7;

  private static final String RUNGS =
      "select valid_from, valid_until, days, every, audience from task.reminder_rung order by id";
  private static final String ADD_RUNGS =
      """
      insert into task.reminder_rung (valid_from, valid_until, days, every, audience)
      select x.first, x.last, x.days, x.every, string_to_array(x.audience, ',')
        from unnest(:firsts::date[], :lasts::date[], :days::int[], :everies::int[],
                    :audiences::text[])
             with ordinality as x (first, last, days, every, audience, n)
       order by x.n
      """;
  private static final String BEGIN =
      """
      insert into task.reminder_day (day)
      select :day::date
       where not exists (select from task.reminder_day later where later.day > :day::date)
      on conflict do nothing
      """;
  // A rung that came before the duty was opened, or before its deadline was moved, is none of it.
  private static final String CLIMB =
      """
      insert into task.reminder (duty_id, due, rung_on, told_on, audience)
      select w.id, w.due, n.on_day, :day::date, array_agg(distinct a.who)
        from task.duties_on(:day::date) w
        join task.reminder_rung r on true
        cross join lateral (
          select w.due + r.days + k * coalesce(r.every, 0) as on_day
            from generate_series(
                   case when r.every is null then 0
                        else greatest(0, (:day::date - :back::int - w.due - r.days) / r.every) end,
                   case when r.every is null then 0
                        else greatest(0, (:day::date - w.due - r.days) / r.every) end) k) n
        cross join lateral unnest(r.audience) a (who)
        left join lateral (
          select max(f.on_day) as on_day from task.fact f
           where f.duty_id = w.id and f.on_day <= :day::date
             and f.kind in ('grant_extension', 'set_date', 'event')) m on true
       where w.state in ('new', 'active', 'returned', 'handed_back')
         and w.due is not null
         and n.on_day between :day::date - :back::int and :day::date
         and n.on_day >= greatest(w.opened_on, m.on_day)
         and n.on_day >= r.valid_from
         and (r.valid_until is null or n.on_day <= r.valid_until)
       group by w.id, w.due, n.on_day
      on conflict do nothing
      returning duty_id, due, audience
      """;
  private static final String NEWS =
      """
      insert into task.deadline_news (duty_id, due, kind, told_on)
      select w.id, w.due, case when w.due < :day::date then 'overdue' else 'soon' end, :day::date
        from task.duties_on(:day::date) w
       where w.state in ('new', 'active', 'returned', 'handed_back')
         and w.due <= :day::date + :soon::int
      on conflict do nothing
      returning duty_id, due, kind,
                (select d.body_id from task.duty d where d.id = duty_id) as body_id
      """;
  private static final String LINES =
      """
      select w.id, w.task_id, t.code, v.action, v.consequence, w.part, w.due,
             v.consequence is distinct from (select o.consequence from task.version o
                                              where o.task_id = w.task_id and o.number = 1) as added,
             -- Two communes of one name are told apart by the body above them.
             coalesce(b.name, '') || coalesce(' (' || (
               select u.name from agency.body o
                 join agency.name u on u.body_id = o.parent_id and u.kind = 'official'
                where o.id = w.body_id
                  and exists (select from agency.name same
                               where same.key = b.key and same.kind = 'official'
                                 and same.body_id <> w.body_id and same.valid @> :day::date)
                order by u.valid @> :day::date desc, lower(u.valid) desc limit 1) || ')', '') as body,
             p.title as head
        from task.duties_on(:day::date) w
        join task.task t on t.id = w.task_id
        join task.current v on v.task_id = w.task_id
        left join lateral (
          select n.name, n.key from agency.name n
           where n.body_id = w.body_id and n.kind = 'official'
           order by n.valid @> :day::date desc, lower(n.valid) desc limit 1) b on true
        left join lateral (
          select o.title from agency.post o
           where o.body_id = w.body_id and o.head and o.valid @> :day::date limit 1) p on true
       where w.id = any(:ids::bigint[])
       order by w.due, t.code, w.id
      """;

  private final JdbcClient jdbc;

  ReminderStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Rung> rungs() {
    return jdbc.sql(RUNGS)
        .query((row, number) ->
            new Rung(
                row.getObject(1, LocalDate.class),
                row.getObject(2, LocalDate.class),
                row.getInt(3),
                row.getObject(4, Integer.class),
                List.of((String[]) row.getArray(5).getArray())))
        .list();
  }

  void replace(List<Rung> rungs) {
    jdbc.sql("delete from task.reminder_rung").update();
    jdbc.sql(ADD_RUNGS)
        .param("firsts", rungs.stream().map(r -> written(r.from())).toArray(String[]::new))
        .param("lasts", rungs.stream().map(r -> written(r.until())).toArray(String[]::new))
        .param("days", rungs.stream().map(Rung::days).toArray(Integer[]::new))
        .param("everies", rungs.stream().map(Rung::every).toArray(Integer[]::new))
        .param(
            "audiences",
            rungs.stream().map(r -> String.join(",", r.audience())).toArray(String[]::new))
        .update();
  }

  private static @Nullable String written(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  /** Takes a day to be told; false when it, or a later one, has been. */
  boolean begin(LocalDate day) {
    return jdbc.sql(BEGIN).param("day", day).update() == 1;
  }

  /** Records every rung that has come up to this day and has not been told. */
  List<Told> climb(LocalDate day) {
    return jdbc.sql(CLIMB)
        .param("day", day)
        .param("back", BACK)
        .query((row, number) ->
            new Told(
                row.getLong(1),
                row.getObject(2, LocalDate.class),
                List.of((String[]) row.getArray(3).getArray())))
        .list();
  }

  /** Records, and gives, the deadlines that came near or passed and were not told of. */
  List<Object> news(LocalDate day) {
    return jdbc.sql(NEWS)
        .param("day", day)
        .param("soon", SOON)
        .<Object>query((row, number) -> {
          long duty = row.getLong("duty_id");
          int body = row.getInt("body_id");
          LocalDate due = row.getObject("due", LocalDate.class);
          return row.getString("kind").equals("overdue")
              ? new TaskOverdue(duty, body, due)
              : new DutyDueSoon(duty, body, due);
        })
        .list();
  }

  /** These duties as a letter tells them, the earliest deadline first. */
  List<DigestLine> lines(Collection<Long> ids, LocalDate day) {
    return jdbc.sql(LINES)
        .param("day", day, Types.DATE)
        .param("ids", ids.toArray(Long[]::new))
        .query((row, number) ->
            new DigestLine(
                row.getLong("id"),
                row.getLong("task_id"),
                row.getString("code"),
                row.getString("action"),
                row.getString("consequence"),
                row.getBoolean("added"),
                row.getString("body"),
                row.getString("head"),
                Party.Part.valueOf(row.getString("part").toUpperCase(Locale.ROOT)),
                row.getObject("due", LocalDate.class)))
        .list();
  }
}

import java.util.List;

/** The pages that are measured, each with one query by hand that tells the same, and their rows. */
final class TaskFloors {
  record Page(String name, String path, String query) {}

  /** Where every duty stands and what waits for the office, from the facts themselves. */
  private static final String STAND =
      """
      with told as (
        select f.duty_id,
               (array_agg(f.leads_to order by f.step desc)
                  filter (where f.leads_to is not null))[1] as state,
               (array_agg(f.until order by f.step desc)
                  filter (where f.kind in ('grant_extension', 'set_date', 'event')))[1] as moved,
               (array_agg(f.kind order by f.step desc)
                  filter (where f.kind like '%extension'))[1] as asked,
               min(f.on_day) filter (where f.kind in ('receive', 'progress', 'report')) as begun_on,
               max(f.on_day) filter (where f.kind = 'report') as reported_on,
               max(f.on_day) filter (where f.kind = 'confirm') as confirmed_on,
               count(*) filter (where f.kind = 'return') as returns,
               count(*) filter (where f.kind = 'hand_back') as handed
          from task.fact f
         where f.on_day <= date '2020-08-14'
         group by f.duty_id
      ),
      stand as (
        select d.id, d.task_id, d.body_id, d.part, d.period_from, d.opened_on, d.due_on,
               coalesce(t.state, 'new') as state, coalesce(t.moved, d.due_on) as due,
               t.asked, t.begun_on, t.reported_on, t.confirmed_on, t.returns, t.handed,
               case when t.state in ('void', 'withdrawn', 'transferred') then null
                    when t.state in ('reported', 'done')
                      then t.state || (t.reported_on > coalesce(t.moved, d.due_on))::text
                    when coalesce(t.moved, d.due_on) < date '2020-08-14' then 'overdue'
                    when coalesce(t.moved, d.due_on) <= date '2020-08-21' then 'soon'
                    when coalesce(t.moved, d.due_on) is null then 'undated'
                    else 'later' end as timing,
               d.body_id = any((select database.scope_bodies())::int[]) as own
          from task.duty d left join told t on t.duty_id = d.id
         where d.opened_on <= date '2020-08-14'
      ),
      line as (
        select s.*, case when not own then 'waiting' else timing end as grp
          from stand s
         where own and timing is not null
            or not own and (state = 'reported' or timing = 'undated'
                            or asked = 'ask_extension' and state in ('new', 'active', 'returned'))
      ),
      menu as (
        select count(*) filter (where grp in ('overdue', 'soon', 'waiting')) as pressing from line
      )
      """;

  static final List<Page> PAGES =
      List.of(
          new Page(
              "my work of the office",
              "/viec-cua-toi",
              STAND
                  + """
                  , placed as (
                    select l.*, t.code, t.source_path, count(*) over (partition by grp) as of_group,
                           row_number() over (partition by grp order by due, t.code) as place
                      from line l join task.task t on t.id = l.task_id
                  )
                  select p.code, p.source_path, v.action, p.body_id, p.grp, p.of_group, p.due,
                         p.reported_on, (select pressing from menu),
                         (select array_agg(body_id) from task.party q
                           where q.version_id = v.id and q.part = 'lead'),
                         (select w.words from task.fact q
                           join task.fact_words w on w.duty_id = q.duty_id and w.step = q.step
                           where q.duty_id = p.id and q.kind in ('progress', 'report')
                           order by q.step desc limit 1),
                         h.helpers, h.reported
                    from placed p
                    left join (select task_id, count(*) as helpers, count(reported_on) as reported
                                 from stand where part = 'coordinate' group by task_id) h
                      on h.task_id = p.task_id
                    join task.current v on v.task_id = p.task_id
                   where p.place <= 50
                   order by p.grp, p.place
                  """),
          new Page(
              "page of a notice with 200 tasks",
              "/chi-dao/1",
              """
              with menu as (
                select (select count(*)
                          from (select f.duty_id from task.fact f
                                 where f.leads_to is not null and f.on_day <= date '2020-08-14'
                                 group by f.duty_id
                                having max(f.step) = max(f.step) filter (where f.kind = 'report')) r
                          join task.duty d on d.id = r.duty_id
                         where not d.body_id = any((select database.scope_bodies())::int[]))
                     + (select count(*) from task.duty d
                         where d.body_id = any((select database.scope_bodies())::int[])
                           and d.due_on <= date '2020-08-21'
                           and not exists (select from task.fact f where f.duty_id = d.id
                                              and f.kind in ('report', 'confirm'))) as pressing
              ),
              stand as (
                select d.task_id, d.due_on, f.leads_to, f.on_day
                  from task.task t
                  join task.duty d on d.task_id = t.id
                  left join lateral (select g.leads_to, g.on_day from task.fact g
                                      where g.duty_id = d.id and g.leads_to is not null
                                      order by g.step desc limit 1) f on true
                 where t.source_kind = 'directive.document' and t.source_id = 1
              )
              select t.code, t.source_path, t.ordinal, v.*, s.*,
                     (select array_agg(q.body_id || ' ' || q.part || ' ' || q.as_written
                                       order by q.ordinal)
                        from task.party q where q.version_id = v.id),
                     (select pressing from menu)
                from task.task t
                join task.version v on v.task_id = t.id
                 and v.number = (select max(number) from task.version where task_id = t.id)
                left join (select task_id, min(due_on), count(*),
                                  count(*) filter (where leads_to = 'done'),
                                  count(*) filter (where leads_to = 'reported'),
                                  count(*) filter (where due_on < date '2020-08-14')
                             from stand group by task_id) s on s.task_id = t.id
               where t.source_kind = 'directive.document' and t.source_id = 1
               order by t.ordinal
              """),
          new Page(
              "follow-up by body",
              "/tong-quan-chi-dao",
              STAND
                  + """
                  select s.body_id, to_char(s.due, 'YYYY-MM'), s.timing, grouping(s.timing),
                         count(*), sum(s.returns), sum(s.handed),
                         avg(coalesce(s.reported_on, date '2020-08-14') - s.due)
                           filter (where s.timing in ('overdue', 'reportedtrue', 'donetrue')),
                         max(coalesce(s.reported_on, date '2020-08-14') - s.due),
                         percentile_cont(array[0.5, 0.9]) within group
                           (order by greatest(0, s.begun_on - s.opened_on)),
                         percentile_cont(array[0.5, 0.9]) within group
                           (order by s.reported_on - s.begun_on),
                         percentile_cont(array[0.5, 0.9]) within group
                           (order by s.confirmed_on - s.reported_on),
                         (select pressing from menu)
                    from stand s
                   where s.timing is not null
                   group by grouping sets
                         ((s.body_id), (s.body_id, s.timing), (to_char(s.due, 'YYYY-MM'), s.timing),
                          (s.timing), ())
                  """));

  private TaskFloors() {}

  static final String FILL =
      """
      create temporary table if not exists bench_body as
        select id, row_number() over (order by id) - 1 as n from agency.body order by id limit 200;
      insert into task.task (year, serial, source_kind, source_id, source_key, source_path, ordinal)
        select 2019, g, 'directive.document', case when g <= 200 then 1 else 1000 + g / 50 end,
               'b' || g, array['1', 'a'], g
          from generate_series(%d, %d) g;
      insert into task.version (task_id, number, action, quote, due_kind, due_on, due_op,
                                recorded_by, recorded_by_name)
        select id, 1, 'rà soát, hoàn thiện hồ sơ mẫu số ' || serial, 'mẫu', 'date',
               date '2020-08-01' + serial %% 90, 'by', -1, 'bench'
          from task.task t
         where not exists (select from task.version v where v.task_id = t.id);
      insert into task.party (version_id, task_id, body_id, part, as_written, ordinal)
        select v.id, v.task_id, b.id, p.part, 'mẫu', p.ordinal
          from task.version v
          cross join (values ('lead', 0, 0), ('coordinate', 1, 7)) p (part, ordinal, step)
          join bench_body b on b.n = (v.task_id + p.step) %% 200
         where not exists (select from task.party q where q.version_id = v.id);
      insert into task.duty (task_id, body_id, part, due_on, opened_on)
        select p.task_id, p.body_id, p.part, v.due_on, date '2020-07-15'
          from task.party p join task.version v on v.id = p.version_id
         where not exists (select from task.duty d where d.task_id = p.task_id);
      insert into task.fact (duty_id, step, kind, on_day, by_account, by_name)
        select id, 1, 'receive', date '2020-07-16' + (id %% 5)::int, -1, 'bench'
          from task.duty d where id %% 3 > 0
           and not exists (select from task.fact f where f.duty_id = d.id and f.step = 1);
      insert into task.fact (duty_id, step, kind, on_day, by_account, by_name)
        select id, 2, 'report', date '2020-07-25' + (id %% 18)::int, -1, 'bench'
          from task.duty d where id %% 3 > 0 and id %% 4 > 0
           and not exists (select from task.fact f where f.duty_id = d.id and f.step = 2);
      insert into task.fact_words (duty_id, step, words)
        select f.duty_id, f.step, 'xong' from task.fact f
         where f.step = 2 and f.by_name = 'bench'
      on conflict do nothing;
      insert into task.fact (duty_id, step, kind, on_day, by_account, by_name)
        select id, 3, 'confirm', date '2020-08-12', -1, 'bench'
          from task.duty d where id %% 3 > 0 and id %% 4 > 1
           and not exists (select from task.fact f where f.duty_id = d.id and f.step = 3);
      analyze
      """;
}

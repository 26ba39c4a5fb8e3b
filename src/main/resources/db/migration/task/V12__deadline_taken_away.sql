-- A deadline that a correction took away is set to infinity: nothing is late by it, and the day it was
-- stays in the history.
create or replace function task.told_by(duty bigint, as_of date)
  returns table (
    last_day date, state text, moved date, first_set date, asked text, acknowledged_on date,
    reported_on date, confirmed_on date, returns bigint, step int)
  language sql stable
as $$
  select coalesce(t.last_day, '-infinity'), coalesce(t.states[1], 'new'), t.moves[1],
         t.sets[cardinality(t.sets)], t.asks[1], t.acknowledged_on, t.reported_on, t.confirmed_on,
         t.returns, coalesce(t.step, 0)
    from (select max(f.on_day) as last_day,
                 array_agg(f.leads_to order by f.step desc)
                   filter (where f.leads_to is not null) as states,
                 array_agg(f.until order by f.step desc)
                   filter (where f.kind in ('grant_extension', 'set_date', 'event')) as moves,
                 array_agg(f.until order by f.step desc)
                   filter (where f.kind in ('set_date', 'event') and f.until < 'infinity') as sets,
                 array_agg(f.kind order by f.step desc)
                   filter (where f.kind in ('ask_extension', 'grant_extension',
                                            'refuse_extension')) as asks,
                 min(f.on_day) filter (where f.kind in ('receive', 'progress', 'report'))
                   as acknowledged_on,
                 max(f.on_day) filter (where f.kind = 'report') as reported_on,
                 max(f.on_day) filter (where f.kind = 'confirm') as confirmed_on,
                 count(*) filter (where f.kind = 'return') as returns,
                 max(f.step) as step
            from task.fact f
           where f.duty_id = duty and f.on_day <= as_of) t
$$;

create or replace function task.duties_on(as_of date)
  returns table (
    id bigint, task_id bigint, body_id int, part text, group_id int, period_from date,
    period_to date, opened_on date, state text, original_due date, due date, acknowledged_on date,
    reported_on date, confirmed_on date, returns bigint, extension_asked boolean, step int,
    timing text, late_days int)
  language sql stable
as $$
  select n.id, n.task_id, n.body_id, n.part, n.group_id, n.period_from, n.period_to, n.opened_on,
         n.state, n.original_due, n.due, n.acknowledged_on, n.reported_on, n.confirmed_on,
         n.returns, n.extension_asked, n.step,
         case
           when n.state in ('void', 'withdrawn', 'transferred') then 'not_counted'
           when n.state = 'done' and n.due is null then 'done_undated'
           when n.state = 'done' and n.reported_on > n.due then 'done_late'
           when n.state = 'done' then 'done_in_time'
           when n.state = 'reported' and n.reported_on > n.due then 'reported_late'
           when n.state = 'reported' then 'reported_in_time'
           when n.due is null then 'undated'
           when n.due < as_of then 'overdue'
           when n.due <= as_of + 7 then 'due_soon'
           else 'in_time'
         end,
         case when n.state in ('void', 'withdrawn', 'transferred') then 0
              else greatest(0, coalesce(n.reported_on, as_of) - n.due) end
    from (select d.id, d.task_id, d.body_id, d.part, d.group_id, d.period_from, d.period_to,
                 d.opened_on, t.state,
                 coalesce(d.due_on, t.first_set) as original_due,
                 nullif(coalesce(t.moved, d.due_on), 'infinity') as due,
                 t.acknowledged_on,
                 case when t.state in ('reported', 'done') then t.reported_on end as reported_on,
                 t.confirmed_on, t.returns,
                 coalesce(t.asked, '') = 'ask_extension'
                   and t.state not in ('done', 'void', 'withdrawn', 'transferred')
                   as extension_asked,
                 t.step
            from task.duty d
            cross join lateral (
              select d.told_state as state, d.told_moved as moved, d.told_first_set as first_set,
                     d.told_asked as asked, d.told_acknowledged as acknowledged_on,
                     d.told_reported as reported_on, d.told_confirmed as confirmed_on,
                     d.told_returns as returns, d.told_step as step
               where d.told_until <= as_of
              union all
              select x.state, x.moved, x.first_set, x.asked, x.acknowledged_on, x.reported_on,
                     x.confirmed_on, x.returns, x.step
                from task.told_by(d.id, as_of) x
               where d.told_until > as_of) t
           where d.opened_on <= as_of) n
$$;

-- Who waits for a date is looked for on every page.
create index duty_date_taken on task.duty (id) where told_moved = 'infinity';

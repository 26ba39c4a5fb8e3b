-- What the facts of a duty come to, up to a day. The one place where facts are read together.
create function task.told_by(duty bigint, as_of date)
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
                   filter (where f.kind in ('set_date', 'event')) as sets,
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
grant execute on function task.told_by(bigint, date) to dondoc_app;

-- What all facts of a duty come to, kept beside it by the facts themselves: it answers for every day
-- from the last of them on. For an earlier day, and while facts are being added, they are read again.
alter table task.duty
  add column told_until date not null default '-infinity',
  add column told_state text not null default 'new',
  add column told_moved date,
  add column told_first_set date,
  add column told_asked text,
  add column told_acknowledged date,
  add column told_reported date,
  add column told_confirmed date,
  add column told_returns bigint not null default 0,
  add column told_step int not null default 0;
create index duty_reported on task.duty (id) where told_state = 'reported';
create index duty_extension_asked on task.duty (id) where told_asked = 'ask_extension';
revoke insert on task.duty from dondoc_app;
grant insert (task_id, body_id, part, group_id, period_from, period_to, due_on, opened_on, round)
  on task.duty to dondoc_app;

create function task.keep_told(duties bigint[]) returns void
  language sql
  set search_path = pg_catalog
as $$
  update task.duty d
     set (told_until, told_state, told_moved, told_first_set, told_asked, told_acknowledged,
          told_reported, told_confirmed, told_returns, told_step)
       = (select t.last_day, t.state, t.moved, t.first_set, t.asked, t.acknowledged_on,
                 t.reported_on, t.confirmed_on, t.returns, t.step
            from task.told_by(d.id, 'infinity') t)
   where d.id = any(duties)
$$;
revoke all on function task.keep_told(bigint[]) from public;
select task.keep_told(array(select distinct duty_id from task.fact));

-- What was kept answers for no day until the statement has ended; whoever adds to the same duty waits.
create function task.forget_told() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  update task.duty set told_until = 'infinity' where id = new.duty_id;
  return new;
end
$$;
create function task.told_again() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  perform task.keep_told(array(select distinct c.duty_id from changed c));
  return null;
end
$$;
create trigger told_forgotten before insert on task.fact
  for each row execute function task.forget_told();
create trigger told_added after insert on task.fact referencing new table as changed
  for each statement execute function task.told_again();
create trigger told_changed after update on task.fact referencing new table as changed
  for each statement execute function task.told_again();
create trigger told_removed after delete on task.fact referencing old table as changed
  for each statement execute function task.told_again();

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
                 coalesce(t.moved, d.due_on) as due,
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

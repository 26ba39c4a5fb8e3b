-- What each body owes in a task, and everything that has been recorded about it. A duty is opened
-- once for work done once, once a period for work that comes back; facts are only ever added.
create table task.day_off (
  day date primary key,
  kind text not null check (kind in ('holiday', 'swap_off', 'swap_work')),
  name text not null
);
create table task.calendar_year (
  year int primary key check (year between 2000 and 2100)
);

create table task.duty (
  id bigint generated always as identity primary key,
  task_id bigint not null references task.task,
  body_id int not null references agency.body,
  part text not null check (part in ('lead', 'coordinate')),
  group_id int references agency.body,
  period_from date,
  period_to date,
  due_on date,
  opened_on date not null,
  made_at timestamptz not null default now(),
  check ((period_from is null) = (period_to is null)),
  check (period_to >= period_from),
  unique nulls not distinct (task_id, body_id, part, period_from)
);
create index duty_body on task.duty (body_id, task_id);

create table task.fact (
  id bigint generated always as identity primary key,
  duty_id bigint not null references task.duty,
  step int not null check (step > 0),
  kind text not null,
  on_day date not null,
  until date,
  other_body int references agency.body,
  words text check (length(words) <= 10000),
  document text check (length(document) <= 200),
  at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null,
  leads_to text generated always as (case kind
    when 'receive' then 'active'
    when 'progress' then 'active'
    when 'hand_back' then 'handed_back'
    when 'accept_hand' then 'transferred'
    when 'refuse_hand' then 'new'
    when 'report' then 'reported'
    when 'confirm' then 'done'
    when 'return' then 'returned'
    when 'withdraw' then 'withdrawn'
    when 'cancel' then 'void'
  end) stored,
  check (kind in ('receive', 'progress', 'hand_back', 'accept_hand', 'refuse_hand', 'report',
                  'confirm', 'return', 'withdraw', 'cancel', 'ask_extension', 'grant_extension',
                  'refuse_extension', 'set_date', 'event')),
  check (until is not null
         or kind not in ('ask_extension', 'grant_extension', 'set_date', 'event')),
  check (other_body is not null or kind <> 'hand_back'),
  -- Two people who act on what both saw cannot both succeed.
  unique (duty_id, step)
);
create unique index fact_confirmed_once on task.fact (duty_id) where kind = 'confirm';
create index fact_handed on task.fact (other_body, duty_id) where kind = 'hand_back';
create index fact_day on task.fact (on_day, kind);

create table task.evidence (
  id bigint generated always as identity primary key,
  fact_id bigint not null references task.fact,
  duty_id bigint not null references task.duty,
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  size int not null check (size between 1 and 10485760),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null
);
create index evidence_fact on task.evidence (fact_id);

-- Where every duty stands at the end of a day. One definition for pages, sheets and figures.
create function task.duties_on(as_of date)
  returns table (
    id bigint, task_id bigint, body_id int, part text, group_id int, period_from date,
    period_to date, opened_on date, state text, original_due date, due date, acknowledged_on date,
    reported_on date, confirmed_on date, returns bigint, extension_asked boolean, step int,
    timing text, late_days int)
  language sql stable
  set search_path = pg_catalog
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
                 d.opened_on,
                 coalesce(x.state, 'new') as state,
                 coalesce(d.due_on, x.first_set) as original_due,
                 coalesce(x.moved, d.due_on) as due,
                 x.acknowledged_on,
                 case when coalesce(x.state, 'new') in ('reported', 'done') then x.reported_on
                 end as reported_on,
                 x.confirmed_on,
                 coalesce(x.returns, 0) as returns,
                 coalesce(x.asked, '') = 'ask_extension'
                   and coalesce(x.state, 'new') not in ('done', 'void', 'withdrawn', 'transferred')
                   as extension_asked,
                 coalesce(x.step, 0) as step
            from task.duty d
            left join lateral (
              select (array_agg(f.leads_to order by f.step desc)
                        filter (where f.leads_to is not null))[1] as state,
                     (array_agg(f.until order by f.step desc)
                        filter (where f.kind in ('grant_extension', 'set_date', 'event')))[1]
                       as moved,
                     (array_agg(f.until order by f.step)
                        filter (where f.kind in ('set_date', 'event')))[1] as first_set,
                     (array_agg(f.kind order by f.step desc)
                        filter (where f.kind like '%extension'))[1] as asked,
                     min(f.on_day) filter (where f.kind in ('receive', 'progress', 'report'))
                       as acknowledged_on,
                     max(f.on_day) filter (where f.kind = 'report') as reported_on,
                     max(f.on_day) filter (where f.kind = 'confirm') as confirmed_on,
                     count(*) filter (where f.kind = 'return') as returns,
                     max(f.step) as step
                from task.fact f
               where f.duty_id = d.id and f.on_day <= as_of) x on true
           where d.opened_on <= as_of) n
$$;

-- Tasks a body sees: it takes part in the version in force, or owes a duty that still stands, or a
-- duty was handed back to it and waits for its answer.
create or replace function task.scope_tasks() returns bigint[]
  language sql stable security definer
  set search_path = pg_catalog
  return (select coalesce(array_agg(distinct s.task_id), '{}') from (
            select p.task_id
              from task.party p
              join task.version v on v.id = p.version_id
             where p.body_id = any((select database.scope_bodies())::int[])
               and p.part <> 'report_to'
               and not exists (select from task.version later
                                where later.task_id = v.task_id and later.number > v.number)
            union all
            select d.task_id
              from task.duty d
             where d.body_id = any((select database.scope_bodies())::int[])
               and not exists (select from task.fact f
                                where f.duty_id = d.id and f.kind = 'cancel')
            union all
            select d.task_id
              from task.fact f
              join task.duty d on d.id = f.duty_id
             where f.kind = 'hand_back'
               and f.other_body = any((select database.scope_bodies())::int[])
               and not exists (select from task.fact later
                                where later.duty_id = f.duty_id and later.step > f.step
                                  and later.leads_to is not null)) s);

-- Who may record what: a body about its own duty, the competent body about what was handed to it,
-- the office about any duty but its own.
create function task.may_record(duty bigint, fact_kind text) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  return (select case
      when fact_kind in ('receive', 'hand_back', 'progress', 'report', 'ask_extension')
        then d.body_id = any((select database.scope_bodies())::int[])
      when fact_kind in ('accept_hand', 'refuse_hand')
        then (select database.scope_whole())
             or (select f.other_body from task.fact f
                  where f.duty_id = d.id and f.kind = 'hand_back'
                  order by f.step desc limit 1) = any((select database.scope_bodies())::int[])
      else (select database.scope_whole())
           and not d.body_id = any((select database.scope_bodies())::int[])
    end from task.duty d where d.id = duty);
revoke all on function task.may_record(bigint, text) from public;
grant execute on function task.may_record(bigint, text) to dondoc_app;

-- A helper's day never lies behind the day of the body that leads.
create function task.part_within_whole() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  whole date;
begin
  if new.until is null or new.kind = 'ask_extension' then
    return new;
  end if;
  select max(l.due) into whole
    from task.duty d
    join task.duties_on(new.on_day) l on l.task_id = d.task_id and l.part = 'lead'
     and l.period_from is not distinct from d.period_from
   where d.id = new.duty_id and d.part = 'coordinate';
  if whole is not null and new.until > whole then
    raise exception 'a part cannot end after its whole' using errcode = 'check_violation',
      constraint = 'part_within_whole', detail = whole::text;
  end if;
  return new;
end
$$;
create trigger part_within_whole before insert on task.fact
  for each row execute function task.part_within_whole();

alter table task.day_off enable row level security;
create policy day_off_read on task.day_off for select using (true);
create policy day_off_load on task.day_off using ((select database.scope_whole()))
  with check ((select database.scope_whole()));
alter table task.calendar_year enable row level security;
create policy calendar_year_read on task.calendar_year for select using (true);
create policy calendar_year_load on task.calendar_year using ((select database.scope_whole()))
  with check ((select database.scope_whole()));
alter table task.duty enable row level security;
create policy duty_seen on task.duty for select
  using ((select database.scope_whole()) or task_id = any((select task.scope_tasks())::bigint[]));
create policy duty_opened on task.duty for insert
  with check ((select database.scope_whole())
              or body_id = any((select database.scope_bodies())::int[]));
alter table task.fact enable row level security;
create policy fact_seen on task.fact for select
  using ((select database.scope_whole())
         or exists (select from task.duty d where d.id = duty_id));
create policy fact_recorded on task.fact for insert
  with check ((select task.may_record(duty_id, kind)));
alter table task.evidence enable row level security;
create policy evidence_seen on task.evidence for select
  using ((select database.scope_whole())
         or exists (select from task.duty d where d.id = duty_id));
create policy evidence_added on task.evidence for insert
  with check (exists (select from task.duty d
                       where d.id = duty_id
                         and d.body_id = any((select database.scope_bodies())::int[])));

grant select, insert, update, delete on task.day_off, task.calendar_year to dondoc_app;
grant select, insert on task.duty, task.fact, task.evidence to dondoc_app;
grant execute on function task.duties_on(date) to dondoc_app;

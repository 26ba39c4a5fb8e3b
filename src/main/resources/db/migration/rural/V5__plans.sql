-- The gap plan: what each unit lacks or has to keep, who owes it, by when. Its lines come from where
-- the indicators stand; only what a person changed is written down.
create table rural.owed (
  indicator_id int primary key references rural.indicator,
  level text not null check (level in ('commune', 'district', 'owner')),
  post text not null,
  confidence text not null
);
comment on table rural.owed is 'who owes an indicator when nobody said otherwise';
create table rural.plan_day (
  kind text primary key check (kind in ('due', 'other')),
  month int not null check (month between 1 and 12),
  day int not null check (day between 1 and 31),
  source text not null,
  confidence text not null
);
comment on table rural.plan_day is 'by when, for units due in the year and for the others';

create table rural.plan_change (
  id bigint generated always as identity primary key,
  unit_id int not null references place.unit,
  indicator_id int not null references rural.indicator,
  year int not null check (year between 2000 and 2100),
  step int not null check (step > 0),
  action text check (length(action) between 1 and 2000),
  body_id int references agency.body,
  post text check (length(post) <= 200),
  due_on date,
  cost bigint check (cost >= 0),
  project text check (length(project) <= 300),
  blocked_by text check (length(blocked_by) <= 500),
  blocked_until date,
  task_id bigint references task.task,
  on_day date not null,
  at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null,
  why text check (length(why) <= 1000),
  check (blocked_by is not null or blocked_until is null),
  unique (unit_id, indicator_id, year, step)
);
comment on column rural.plan_change.cost is 'đồng';
create index plan_change_task on rural.plan_change (task_id);
create index plan_change_body on rural.plan_change (body_id, year);

-- What the plan of a year says on a day. owners: which body owns which indicator, side by side.
-- seen, steps: lines, unit * 1000000 + indicator, told as they were after so many changes.
create function rural.plan_lines(of_set int, in_year int, as_of date, owned int[], owners int[],
                                 seen bigint[] default '{}', steps int[] default '{}')
  returns table (
    unit_id int, unit_name text, district_id int, district_name text, due boolean,
    indicator_id int, kind text, reported boolean, reached smallint, figures numeric[],
    returned boolean, waiting_since date, expires_on date, action text, body_id int, post text,
    due_on date, cost bigint, project text, blocked_by text, blocked_until date, task_id bigint,
    step int)
  language sql stable
  set search_path = pg_catalog
as $$
  with units as (
    select v.unit_id, v.name, v.parent_id, p.name as parent_name,
           exists (select from place.attribute a
                    where a.unit_id = v.unit_id and a.key = 'due_year'
                      and a.value = in_year::text and a.valid @> as_of) as due,
           b.id as body_id, pb.id as parent_body_id
      from rural.criteria_set s
      join place.version v on v.type = s.kind and v.valid @> as_of
      left join place.version p on p.unit_id = v.parent_id and p.valid @> as_of
      left join agency.body b
        on b.place_id = v.unit_id and b.kind = 'PEOPLES_COMMITTEE' and b.valid @> as_of
      left join agency.body pb
        on pb.place_id = v.parent_id and pb.kind = 'PEOPLES_COMMITTEE' and pb.valid @> as_of
     where s.id = of_set
       and ((select rural.sees_all())
            or v.unit_id = any((select database.scope_places())::int[]))),
  changed as (
    select distinct on (c.unit_id, c.indicator_id) c.*
      from rural.plan_change c
      left join unnest(seen, steps) o (key, step)
        on o.key = c.unit_id::bigint * 1000000 + c.indicator_id
     where c.year = in_year and c.on_day <= as_of and (o.step is null or c.step <= o.step)
     order by c.unit_id, c.indicator_id, c.step desc),
  owner as (select * from unnest(owned, owners) o (indicator_id, body_id))
  select u.unit_id, u.name, u.parent_id, u.parent_name, u.due, i.id,
         case when coalesce(s.reached, 0) > 0 then 'keep' else 'missing' end,
         s.claim_id is not null, coalesce(s.reached, 0::smallint), s.figures,
         s.return_id is not null, s.waiting_since, s.expires_on, c.action,
         coalesce(c.body_id,
                  case w.level when 'commune' then u.body_id
                               when 'district' then coalesce(u.parent_body_id, u.body_id)
                               else coalesce(o.body_id, u.parent_body_id) end),
         coalesce(c.post, w.post),
         coalesce(c.due_on, make_date(in_year, d.month, d.day)),
         c.cost, c.project, c.blocked_by, c.blocked_until, c.task_id, coalesce(c.step, 0)
    from units u
    cross join rural.indicator i
    left join rural.standing s on s.unit_id = u.unit_id and s.indicator_id = i.id
    left join changed c on c.unit_id = u.unit_id and c.indicator_id = i.id
    left join rural.owed w on w.indicator_id = i.id
    left join rural.plan_day d on d.kind = case when u.due then 'due' else 'other' end
    left join owner o on o.indicator_id = i.id
   where i.set_id = of_set
$$;

alter table rural.owed enable row level security;
alter table rural.plan_day enable row level security;
alter table rural.plan_change enable row level security;
create policy read on rural.owed for select using (true);
create policy write on rural.owed for insert with check ((select database.scope_whole()));
create policy read on rural.plan_day for select using (true);
create policy write on rural.plan_day for insert with check ((select database.scope_whole()));
create policy read on rural.plan_change for select
  using ((select rural.sees_all()) or unit_id = any((select database.scope_places())::int[]));
create policy write on rural.plan_change for insert
  with check ((select rural.sees_all()) or unit_id = any((select database.scope_places())::int[]));
grant select, insert on rural.owed, rural.plan_day, rural.plan_change to dondoc_app;

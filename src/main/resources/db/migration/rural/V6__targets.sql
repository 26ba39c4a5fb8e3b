-- Targets of a plan: each with its definition, its units fixed on the day it was planned, its value
-- on any day. What is not assessed yet is followed by counts that somebody reports.
create table rural.target (
  id int generated always as identity primary key,
  code text not null unique check (code ~ '^[a-z0-9][a-z0-9.-]{0,59}$'),
  year int not null check (year between 2000 and 2100),
  ordinal int not null,
  name_vi text not null check (length(name_vi) <= 300),
  name_en text not null check (length(name_en) <= 300),
  measure text not null check (measure in ('whole', 'mean', 'at_least', 'counted')),
  criteria int check (criteria > 0),
  low numeric not null,
  high numeric check (high > low),
  unit text not null,
  unit_en text,
  base numeric not null default 0,
  denominator int not null check (denominator > 0),
  planned_on date not null,
  by_day date not null check (by_day > planned_on),
  source text not null,
  from_notice boolean not null,
  made_at timestamptz not null default now(),
  made_by text not null,
  check ((measure = 'at_least') = (criteria is not null))
);
comment on column rural.target.measure is
  'whole: units that meet every criterion; mean: criteria a unit; at_least: units that meet so many; counted: as reported';
comment on column rural.target.base is 'what was there before and is counted in';

-- The denominator: which units it is about, as they were on the day of the plan.
create table rural.target_unit (
  target_id int not null references rural.target,
  unit_id int not null references place.unit,
  primary key (target_id, unit_id)
);

create table rural.target_count (
  id bigint generated always as identity primary key,
  target_id int not null references rural.target,
  on_day date not null,
  value numeric not null check (value >= 0),
  source text not null check (length(source) between 1 and 300),
  at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null
);
create index target_count_day on rural.target_count (target_id, on_day desc, id desc);

-- Where every target of a year stands at the end of a day; null where nothing was ever reported.
create function rural.targets_on(in_year int, criteria_set int, as_of date, required int)
  returns table (target_id int, value numeric)
  language sql stable
  set search_path = pg_catalog
as $$
  with member as materialized (
    select u.target_id, u.unit_id
      from rural.target_unit u join rural.target t on t.id = u.target_id
     where t.year = in_year),
  scored as materialized (
    select c.unit_id, count(*) filter (where c.met = c.indicators) as met, count(*) as criteria
      from rural.criteria_at((select array_agg(distinct m.unit_id) from member m), criteria_set,
                             as_of, required) c
     group by c.unit_id)
  select t.id,
         case t.measure
           when 'whole' then t.base + count(*) filter (where s.met = s.criteria)
           when 'at_least' then t.base + count(*) filter (where s.met >= t.criteria)
           when 'mean' then round(avg(s.met), 2)
           else (select c.value from rural.target_count c
                  where c.target_id = t.id and c.on_day <= as_of
                  order by c.on_day desc, c.id desc limit 1)
         end
    from rural.target t
    left join member m on m.target_id = t.id
    left join scored s on s.unit_id = m.unit_id
   where t.year = in_year
   group by t.id
$$;

do $$
declare
  name text;
begin
  foreach name in array array['target', 'target_unit', 'target_count'] loop
    execute format('alter table rural.%I enable row level security', name);
    execute format('create policy read on rural.%I for select using '
                   '((select database.scope_account()) <> 0)', name);
    execute format('create policy write on rural.%I for insert with check '
                   '((select rural.sees_all()))', name);
    execute format('grant select, insert on rural.%I to dondoc_app', name);
  end loop;
end
$$;

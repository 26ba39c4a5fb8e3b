-- Criteria sets as data: a set holds criteria, a criterion indicators, an indicator the figures it is
-- told by and, per group of units and year, the rule by which they meet the standard.
grant usage on schema rural to dondoc_app;

-- What can be assessed, and who recognises it: a reform closes a row and opens another.
create table rural.object_kind (
  code text primary key check (code ~ '^[a-z][a-z-]*$'),
  name_vi text not null,
  name_en text not null,
  level text,
  opens date check (extract(day from opens) = 1)
);
comment on column rural.object_kind.opens is 'the first day of the first month reported on';
create table rural.recognition (
  id int generated always as identity primary key,
  kind text not null references rural.object_kind,
  authority_vi text not null,
  authority_en text not null,
  valid daterange not null check (not isempty(valid)),
  legal_basis text,
  confidence text not null,
  constraint one_authority_a_day exclude using gist (kind with =, valid with &&)
);

create table rural.criteria_set (
  id int generated always as identity primary key,
  code text not null unique check (length(code) between 1 and 100),
  parent_id int references rural.criteria_set check (parent_id <> id),
  kind text not null references rural.object_kind,
  grade text not null check (grade ~ '^[a-z][a-z-]*$'),
  name_vi text not null check (length(name_vi) <= 500),
  name_en text not null check (length(name_en) <= 500),
  legal_act text not null check (length(legal_act) <= 500),
  issued_on date,
  confidence text not null,
  made_at timestamptz not null default now(),
  made_by text not null
);
comment on column rural.criteria_set.parent_id is
  'the set it fills in: a province decides what the national set leaves to it';
comment on column rural.criteria_set.grade is 'what it leads to: nong-thon-moi, nang-cao, kieu-mau';

create table rural.criterion (
  id int generated always as identity primary key,
  set_id int not null references rural.criteria_set,
  number text not null check (length(number) <= 20),
  ordinal int not null,
  name_vi text not null,
  name_en text not null,
  group_vi text not null,
  group_en text,
  unique (set_id, number)
);

create table rural.indicator (
  id int generated always as identity primary key,
  set_id int not null references rural.criteria_set,
  criterion_id int not null references rural.criterion,
  number text not null check (length(number) <= 20),
  ordinal int not null,
  name_vi text not null,
  name_en text not null,
  data_owner text not null,
  responsibility text not null check (responsibility in ('state', 'community')),
  if_any boolean not null,
  confidence text not null,
  note text,
  unique (set_id, number)
);
create index indicator_criterion on rural.indicator (criterion_id);

-- The figures an indicator is told by; most have one.
create table rural.part (
  id int generated always as identity primary key,
  indicator_id int not null references rural.indicator,
  code text not null check (code ~ '^[a-z][a-z0-9_]*$'),
  ordinal int not null,
  name_vi text not null,
  name_en text,
  value_type text not null check (value_type in ('yes_no', 'percent', 'number', 'count', 'money')),
  unit text,
  unit_en text,
  least numeric,
  most numeric,
  unique (indicator_id, code),
  check (least <= most)
);

-- When the standard is met. A set that fills in another gives rules for the other's indicators.
create table rural.threshold (
  id int generated always as identity primary key,
  set_id int not null references rural.criteria_set,
  indicator_id int not null references rural.indicator,
  unit_group text not null check (unit_group ~ '^[A-Za-z0-9][A-Za-z0-9-]*$'),
  from_year int check (from_year between 2000 and 2100),
  until_year int check (until_year between 2000 and 2100),
  rule text not null check (length(rule) between 1 and 2000),
  confidence text not null,
  source text,
  years int4range not null generated always as (int4range(from_year, until_year, '[]')) stored,
  check (from_year <= until_year),
  constraint one_rule_a_year exclude using gist
    (set_id with =, indicator_id with =, unit_group with =, years with &&)
);
create index threshold_indicator on rural.threshold (indicator_id);

-- The same rule as alternatives of plain comparisons, so that a province is judged by one query.
create table rural.term (
  threshold_id int not null references rural.threshold,
  clause int not null,
  ordinal int not null,
  part text not null,
  comparator text not null check (comparator in ('>=', '<=', '>', '<', '=', '<>')),
  bound numeric not null,
  primary key (threshold_id, clause, ordinal)
);

-- A set takes force on a day and ends on another; never overwritten, a later row counts.
create table rural.force (
  id bigint generated always as identity primary key,
  set_id int not null references rural.criteria_set,
  from_day date not null,
  until_day date check (until_day > from_day),
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  why text not null check (length(why) between 1 and 1000)
);
create index force_set on rural.force (set_id, id desc);

-- Days on which a set is in force, as the last word has it.
create view rural.set_force with (security_invoker = true) as
  select distinct on (set_id) set_id, daterange(from_day, until_day) as days
    from rural.force
   order by set_id, id desc;

-- Everybody may read the law; only who sees the whole province may write it.
do $$
declare
  name text;
begin
  foreach name in array array['object_kind', 'recognition', 'criteria_set', 'criterion', 'indicator',
                              'part', 'threshold', 'term', 'force'] loop
    execute format('alter table rural.%I enable row level security', name);
    execute format('create policy read on rural.%I for select using (true)', name);
    execute format('create policy write on rural.%I for insert '
                   'with check ((select database.scope_whole()))', name);
    execute format('grant select, insert on rural.%I to dondoc_app', name);
  end loop;
end
$$;
create policy opened on rural.object_kind for update using ((select database.scope_whole()));
grant update (opens) on rural.object_kind to dondoc_app;
grant select on rural.set_force to dondoc_app;

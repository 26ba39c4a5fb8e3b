-- Drafts of criteria sets. A draft is a paper: each save is another edition of the whole of it. Only
-- what is put in force is laid out in the tables of sets, which nobody can change or delete.
create table rural.draft (
  id int generated always as identity primary key,
  origin_id int not null references rural.criteria_set,
  parent_id int references rural.criteria_set,
  made_at timestamptz not null default now(),
  by_account bigint not null,
  by_name text not null
);
comment on column rural.draft.origin_id is 'the set it was begun from';
comment on column rural.draft.parent_id is
  'the set it fills in: a province decides what the national set leaves to it';

create table rural.draft_edition (
  draft_id int not null references rural.draft,
  step int not null check (step > 0),
  content jsonb not null
    check (jsonb_typeof(content) = 'object' and octet_length(content::text) <= 4194304),
  at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null,
  -- Two people who change what both saw cannot both succeed.
  primary key (draft_id, step)
);

-- A draft ends once: as the set it became, or thrown away.
create table rural.draft_end (
  draft_id int primary key references rural.draft,
  set_id int unique references rural.criteria_set,
  at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null,
  why text check (length(why) <= 1000)
);

-- The law is read by everybody, its drafts by those at the province's own level.
do $$
declare
  name text;
begin
  foreach name in array array['draft', 'draft_edition', 'draft_end'] loop
    execute format('alter table rural.%I enable row level security', name);
    execute format('create policy read on rural.%I for select using ((select rural.sees_all()))',
                   name);
    execute format('grant select, insert on rural.%I to dondoc_app', name);
  end loop;
end
$$;
create policy write on rural.draft for insert
  with check ((select rural.sees_all()) and by_account = (select database.scope_account()));
create policy write on rural.draft_edition for insert
  with check ((select rural.sees_all()) and by_account = (select database.scope_account())
              and not exists (select from rural.draft_end e
                               where e.draft_id = draft_edition.draft_id));
create policy write on rural.draft_end for insert
  with check ((select rural.sees_all()) and by_account = (select database.scope_account()));

-- A set is laid out before it takes force; from then on nothing is added to it either.
create function rural.is_open(asked int) returns boolean
  language sql stable
  set search_path = pg_catalog
as $$
  select not exists (select from rural.force f where f.set_id = asked)
$$;
alter policy write on rural.criteria_set with check ((select rural.sees_all()));
alter policy write on rural.criterion
  with check ((select rural.sees_all()) and rural.is_open(set_id));
alter policy write on rural.indicator
  with check ((select rural.sees_all()) and rural.is_open(set_id));
alter policy write on rural.part
  with check ((select rural.sees_all())
              and rural.is_open((select i.set_id from rural.indicator i where i.id = indicator_id)));
alter policy write on rural.threshold
  with check ((select rural.sees_all()) and rural.is_open(set_id));
alter policy write on rural.term
  with check ((select rural.sees_all())
              and rural.is_open((select t.set_id from rural.threshold t where t.id = threshold_id)));
alter policy write on rural.force with check ((select rural.sees_all()));

-- Months of one kind and grade that have results, each as the day it is judged on: its last one.
-- Every result counts, whoever asks.
create function rural.result_days(asked_kind text, asked_grade text)
  returns table (set_id int, day date, results bigint)
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select i.set_id, (a.period + interval '1 month' - interval '1 day')::date, count(*)
    from rural.assessment a
    join rural.indicator i on i.id = a.indicator_id
    join rural.criteria_set s on s.id = i.set_id
   where s.kind = asked_kind and s.grade = asked_grade
   group by 1, 2
$$;
revoke execute on function rural.result_days(text, text) from public;
grant execute on function rural.result_days(text, text) to dondoc_app;

-- Whoever writes: days on which results rest keep the set they have.
create function rural.hold_results() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  was datemultirange;
  now datemultirange := datemultirange(daterange(new.from_day, new.until_day));
  changed datemultirange;
begin
  select coalesce(datemultirange(f.days), '{}') into was
    from rural.criteria_set s left join rural.set_force f on f.set_id = s.id
   where s.id = new.set_id;
  changed := (was + now) - (was * now);
  if exists (select from rural.criteria_set s, rural.result_days(s.kind, s.grade) r
              where s.id = new.set_id and changed @> r.day) then
    raise exception 'results rest on the days that set % would gain or lose', new.set_id
      using errcode = 'integrity_constraint_violation', constraint = 'results_keep_their_set';
  end if;
  return new;
end
$$;
create trigger hold_results before insert on rural.force
  for each row execute function rural.hold_results();

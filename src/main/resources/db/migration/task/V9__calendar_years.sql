-- A year of the calendar is entered as a whole, and replaced as a whole: what was entered before stays.
create table task.calendar_entry (
  id bigint generated always as identity primary key,
  year int not null check (year between 2000 and 2100),
  number int not null check (number > 0),
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by bigint not null,
  recorded_by_name text not null,
  why text not null check (length(why) between 1 and 500),
  -- Two people who replace what both saw cannot both succeed.
  unique (year, number)
);
create table task.calendar_day (
  entry_id bigint not null references task.calendar_entry,
  day date not null,
  kind text not null check (kind in ('holiday', 'swap_off', 'swap_work')),
  name text not null check (length(name) between 1 and 100),
  primary key (entry_id, day)
);

insert into task.calendar_entry (year, number, recorded_by, recorded_by_name, why)
  select year, 1, -1, 'calendar', 'Số liệu kèm theo chương trình' from task.calendar_year;
insert into task.calendar_day (entry_id, day, kind, name)
  select e.id, d.day, d.kind, d.name
    from task.day_off d join task.calendar_entry e on e.year = extract(year from d.day);
drop table task.day_off;
drop table task.calendar_year;

create view task.calendar_year with (security_invoker = true) as
  select distinct on (year) id, year, number, recorded_at, recorded_by, recorded_by_name, why
    from task.calendar_entry
   order by year, number desc;
create view task.day_off with (security_invoker = true) as
  select d.day, d.kind, d.name
    from task.calendar_year y join task.calendar_day d on d.entry_id = y.id;

alter table task.calendar_entry enable row level security;
create policy calendar_entry_read on task.calendar_entry for select using (true);
create policy calendar_entry_made on task.calendar_entry for insert
  with check ((select database.scope_whole()));
alter table task.calendar_day enable row level security;
create policy calendar_day_read on task.calendar_day for select using (true);
create policy calendar_day_made on task.calendar_day for insert
  with check ((select database.scope_whole()));
grant select, insert on task.calendar_entry, task.calendar_day to dondoc_app;
grant select on task.calendar_year, task.day_off to dondoc_app;

-- The day an event happened stays beside the deadline that follows from it.
alter table task.fact add column event_on date check (event_on is null or kind = 'event');

-- A month and the quarter that begins with it are two periods.
alter table task.duty drop constraint duty_once_a_round;
alter table task.duty add constraint duty_once_a_period
  unique nulls not distinct (task_id, body_id, part, period_from, period_to, round);

-- Deadlines counted in a calendar that was replaced are counted again: whoever enters the calendar
-- does this for every body, its own as well, and changes nothing else about a duty.
create function task.recount(
    duties bigint[], steps int[], dues date[], on_day date, words text, account bigint, name text)
  returns int
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  moved int;
begin
  if not (select database.scope_whole()) then
    raise exception 'only who sees the whole province counts again'
      using errcode = 'insufficient_privilege';
  end if;
  insert into task.fact (duty_id, step, kind, on_day, until, words, by_account, by_name)
    select n.duty, n.step, 'set_date', recount.on_day, n.due, recount.words, recount.account,
           recount.name
      from unnest(duties, steps, dues) with ordinality as n (duty, step, due, place)
     order by n.place;
  get diagnostics moved = row_count;
  return moved;
end
$$;
revoke all on function task.recount(bigint[], int[], date[], date, text, bigint, text) from public;
grant execute on function task.recount(bigint[], int[], date[], date, text, bigint, text)
  to dondoc_app;

-- A part's deadline never lies after its whole, whichever of the two is moved.
create or replace function task.part_within_whole() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  whole date;
  last_part date;
begin
  if new.until is null or new.kind = 'ask_extension' then
    return new;
  end if;
  select max(l.due) into whole
    from task.duty d
    join task.duties_on(new.on_day) l on l.task_id = d.task_id and l.part = 'lead'
     and l.period_from is not distinct from d.period_from
     and l.timing <> 'not_counted'
   where d.id = new.duty_id and d.part = 'coordinate';
  if whole is not null and new.until > whole then
    raise exception 'a part cannot end after its whole' using errcode = 'check_violation',
      constraint = 'part_within_whole', detail = whole::text;
  end if;
  select max(p.due),
         max(greatest(new.until,
                      (select max(l.due) from task.duties_on(new.on_day) l
                        where l.task_id = d.task_id and l.part = 'lead' and l.id <> d.id
                          and l.period_from is not distinct from d.period_from
                          and l.timing <> 'not_counted')))
    into last_part, whole
    from task.duty d
    join task.duties_on(new.on_day) p on p.task_id = d.task_id and p.part = 'coordinate'
     and p.period_from is not distinct from d.period_from
     and p.state not in ('done', 'reported', 'void', 'withdrawn', 'transferred')
   where d.id = new.duty_id and d.part = 'lead';
  if last_part > whole then
    raise exception 'a whole cannot end before its part' using errcode = 'check_violation',
      constraint = 'part_within_whole', detail = last_part::text;
  end if;
  return new;
end
$$;

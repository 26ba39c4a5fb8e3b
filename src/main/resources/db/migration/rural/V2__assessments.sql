-- What was said of a unit's indicators, period by period: claimed, verified, appraised, given back,
-- waited for. Facts are only ever added; where an indicator stands is kept beside them.

-- One sending of one person: a page, a workbook, a loaded file. It carries a key of the sender's own,
-- so that what is sent again after a lost line arrives once.
create table rural.entry (
  id bigint generated always as identity primary key,
  sending uuid unique,
  way text not null check (way in ('page', 'workbook', 'sheet', 'load')),
  on_day date not null,
  at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null,
  file_name text check (length(file_name) <= 200),
  note text check (length(note) <= 1000)
);

create table rural.assessment (
  id bigint generated always as identity primary key,
  entry_id bigint not null references rural.entry,
  unit_id int not null references place.unit,
  indicator_id int not null references rural.indicator,
  period date not null check (extract(day from period) = 1),
  step int not null check (step > 0),
  kind text not null check (kind in ('claim', 'verify', 'appraise', 'return', 'wait', 'arrive')),
  on_day date not null,
  figures numeric[],
  nothing boolean not null default false,
  verdict boolean,
  threshold_id int references rural.threshold,
  words text check (length(words) <= 2000),
  check (words is not null or kind not in ('return', 'wait')),
  check (kind in ('claim', 'verify', 'appraise') or figures is null),
  -- Two people who act on what both saw cannot both succeed.
  unique (unit_id, indicator_id, period, step)
);
comment on column rural.assessment.period is 'the first day of the month reported on';
comment on column rural.assessment.figures is 'in the order of the indicator''s parts';
comment on column rural.assessment.nothing is '"nếu có": there is nothing to assess';
comment on column rural.assessment.verdict is
  'whether the figures meet the rule of that day; null where no rule or a figure is lacking';
comment on column rural.assessment.words is 'reason of a return, whom a wait is for, a note';
create index assessment_review on rural.assessment (unit_id, indicator_id, period, step)
  where kind <> 'claim';
create index assessment_entry on rural.assessment (entry_id);

create table rural.evidence (
  id bigint generated always as identity primary key,
  entry_id bigint not null references rural.entry,
  unit_id int not null references place.unit,
  indicator_id int not null references rural.indicator,
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  size int not null check (size between 1 and 10485760),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  expires_on date,
  content bytea not null,
  -- The same file with another last day is another statement.
  unique nulls not distinct (unit_id, indicator_id, sha256, expires_on)
);
comment on column rural.evidence.expires_on is 'the last day it proves anything';

-- Where each indicator of each unit stands now. reached: 0 not met, 1 met as claimed, 2 verified,
-- 3 appraised.
create table rural.standing (
  unit_id int not null,
  indicator_id int not null,
  claim_id bigint,
  claim_period date,
  claim_on date,
  claimed boolean,
  figures numeric[],
  nothing boolean not null,
  verify_id bigint,
  verified boolean,
  appraise_id bigint,
  appraised boolean,
  return_id bigint,
  wait_id bigint,
  waiting_since date,
  expires_on date,
  last_period date not null,
  last_step int not null,
  reached smallint not null,
  primary key (unit_id, indicator_id)
);
create index standing_indicator on rural.standing (indicator_id, reached);

-- Whether whoever asks sits at the province's own level: a department sees every commune.
create function rural.sees_all() returns boolean
  language sql stable
  set search_path = pg_catalog
as $$
  select database.scope_whole()
         or exists (select from agency.body b
                     where b.id = any(database.scope_bodies())
                       and exists (select from place.version v
                                    where v.unit_id = b.place_id and v.parent_id is null))
$$;

create function rural.compare(value numeric, comparator text, bound numeric) returns boolean
  language sql immutable parallel safe
  return case comparator when '>=' then value >= bound when '<=' then value <= bound
                         when '>' then value > bound when '<' then value < bound
                         when '=' then value = bound else value <> bound end;

-- Comparisons with the place of their figure among the parts.
create view rural.rule_term with (security_invoker = true) as
  select t.threshold_id, t.clause, t.ordinal, p.place, t.comparator, t.bound,
         count(*) over (partition by t.threshold_id) = 1 as alone
    from rural.term t
    join rural.threshold h on h.id = t.threshold_id
    join (select indicator_id, code,
                 row_number() over (partition by indicator_id order by ordinal, id)::int as place
            from rural.part) p
      on p.indicator_id = h.indicator_id and p.code = t.part;

-- Whether figures meet a rule: null while a figure that decides is not there. One definition for
-- pages, sheets and recomputation; rural.standard.Rule tells the same and is held to it by a test.
create function rural.meets(rule int, figures numeric[]) returns boolean
  language sql stable
  set search_path = pg_catalog
as $$
  select case when bool_or(c.holds and not c.lacks) then true
              when bool_or(c.holds and c.lacks) then null
              when count(*) = 0 then null
              else false end
    from (select not coalesce(bool_or(not x.ok), false) as holds, bool_or(x.ok is null) as lacks
            from (select t.clause, rural.compare(figures[t.place], t.comparator, t.bound) as ok
                    from rural.rule_term t
                   where t.threshold_id = rule) x
           group by x.clause) c
$$;

-- The rule that counts in a month for an indicator and a group of units: that of a set in force that
-- fills in the indicator's own set, else the set's own.
create function rural.rules_in(month date)
  returns table (indicator_id int, unit_group text, threshold_id int)
  language sql stable
  set search_path = pg_catalog
as $$
  select distinct on (t.indicator_id, t.unit_group) t.indicator_id, t.unit_group, t.id
    from rural.threshold t
    join rural.indicator i on i.id = t.indicator_id
    left join rural.set_force f
      on f.set_id = t.set_id and f.days @> (month + interval '1 month' - interval '1 day')::date
   where t.years @> extract(year from month)::int and (t.set_id = i.set_id or f.set_id is not null)
   order by t.indicator_id, t.unit_group, t.set_id <> i.set_id desc, t.id desc
$$;

-- The group of units each belongs to on a day: its own, else that of the unit above.
create function rural.unit_groups(units int[], on_day date)
  returns table (unit_id int, unit_group text)
  language sql stable
  set search_path = pg_catalog
as $$
  with recursive up (unit_id, above, height) as (
    select u, u, 0 from unnest(units) u
    union all
    select up.unit_id, v.parent_id, up.height + 1
      from up join place.version v on v.unit_id = up.above and v.valid @> on_day
     where v.parent_id is not null)
  select distinct on (up.unit_id) up.unit_id, a.value
    from up
    join place.attribute a
      on a.unit_id = up.above and a.key = 'threshold_group' and a.valid @> on_day
   order by up.unit_id, up.height
$$;

-- Adds facts, each judged by the rule of its month. One way in for pages, workbooks and loads: the
-- arrays run side by side, figures as '{93.4,46.2}'. Several entries at once are judged and kept once.
create function rural.record(entries bigint[], units int[], indicators int[], months date[],
                             steps int[], kinds text[], figures text[], nothings boolean[],
                             words text[])
  returns bigint
  language plpgsql volatile
  set search_path = pg_catalog
as $$
declare
  added bigint;
begin
  with said as (
    select s.entry_id, e.on_day, s.unit_id, s.indicator_id, s.period, s.step, s.kind,
           s.figures::numeric[] as figures, s.nothing, s.words
      from unnest(entries, units, indicators, months, steps, kinds, figures, nothings, words)
           as s (entry_id, unit_id, indicator_id, period, step, kind, figures, nothing, words)
      join rural.entry e on e.id = s.entry_id),
  grouped as materialized (
    select m.period, g.unit_id, g.unit_group
      from (select period, array_agg(distinct unit_id) as units from said group by period) m,
           rural.unit_groups(m.units, m.period) g),
  ruled as materialized (
    select m.period, r.indicator_id, r.unit_group, r.threshold_id, t.place, t.comparator, t.bound
      from (select distinct period from said) m,
           rural.rules_in(m.period) r
      left join rural.rule_term t on t.threshold_id = r.threshold_id and t.alone)
  insert into rural.assessment (entry_id, unit_id, indicator_id, period, step, kind, on_day,
                                figures, nothing, verdict, threshold_id, words)
  select s.entry_id, s.unit_id, s.indicator_id, s.period, s.step, s.kind, s.on_day, s.figures,
         s.nothing,
         case when s.kind not in ('claim', 'verify', 'appraise') then null
              when s.nothing then true
              when r.place is not null then rural.compare(s.figures[r.place], r.comparator, r.bound)
              when r.threshold_id is not null then rural.meets(r.threshold_id, s.figures)
         end,
         case when s.kind in ('claim', 'verify', 'appraise') then r.threshold_id end, s.words
    from said s
    left join grouped g on g.period = s.period and g.unit_id = s.unit_id
    left join ruled r on r.period = s.period and r.indicator_id = s.indicator_id
                         and r.unit_group = g.unit_group;
  get diagnostics added = row_count;
  return added;
end
$$;

-- What the unit or whoever looks says next of an indicator after a fact; null when nothing.
create function rural.answer(of_unit int, of_indicator int, after date, step int, as_of date)
  returns text
  language sql stable
  set search_path = pg_catalog
as $$
  select f.kind from rural.assessment f
   where f.unit_id = of_unit and f.indicator_id = of_indicator and f.kind in ('claim', 'return')
     and (f.period, f.step) > (after, answer.step) and f.on_day <= as_of
   order by f.period, f.step limit 1
$$;

-- Where indicators stood at the end of a day. The claim of the latest month counts. What was found
-- good when it was looked at stands, whatever is claimed after it, until it is found otherwise at its
-- own stage or below, or given back itself: giving back a later claim leaves it. What was found
-- wanting stands until something new is said.
create function rural.fold(units int[], indicators int[], as_of date)
  returns setof rural.standing
  language sql stable
  set search_path = pg_catalog
as $$
  select f.unit_id, f.indicator_id, f.claim_id, f.claim_period, f.claim_on, f.claimed, f.figures,
         coalesce(f.nothing, false),
         case when f.verify_counts then f.verify_id end,
         case when f.verify_counts then f.verified end,
         case when f.appraise_counts then f.appraise_id end,
         case when f.appraise_counts then f.appraised end,
         f.return_id, f.wait_id, f.waiting_since, f.expires_on, f.last_period, f.last_step,
         case when f.appraise_counts then case when f.appraised then 3 else 0 end
              when f.verify_counts then case when f.verified then 2 else 0 end
              when f.return_id is not null then 0
              when f.claimed then 1
              else 0 end::smallint
    from (select p.unit_id, p.indicator_id, c.id as claim_id, c.period as claim_period,
                 c.on_day as claim_on, c.verdict as claimed, c.figures, c.nothing,
                 v.id as verify_id, v.verdict as verified,
                 v.id is not null
                   and ((v.period, v.step) > (c.period, c.step)
                        or coalesce(v.verdict and ((a.period, a.step) > (v.period, v.step)
                                                   and not a.verdict) is not true, false))
                   and not coalesce((r.period, r.step) > (v.period, v.step)
                                    and rural.answer(p.unit_id, p.indicator_id, v.period, v.step,
                                                     as_of) = 'return', false)
                   as verify_counts,
                 a.id as appraise_id, a.verdict as appraised,
                 a.id is not null
                   and ((a.period, a.step) > (c.period, c.step) or coalesce(a.verdict, false))
                   and not coalesce((v.period, v.step) > (a.period, a.step)
                                    and v.verdict is distinct from a.verdict, false)
                   and not coalesce((r.period, r.step) > (a.period, a.step)
                                    and rural.answer(p.unit_id, p.indicator_id, a.period, a.step,
                                                     as_of) = 'return', false)
                   as appraise_counts,
                 case when (r.period, r.step) > (c.period, c.step)
                           and ((v.period, v.step) > (r.period, r.step)) is not true
                      then r.id end as return_id,
                 case when w.kind = 'wait' then w.id end as wait_id,
                 case when w.kind = 'wait' then w.on_day end as waiting_since,
                 e.expires_on, l.period as last_period, l.step as last_step
            from unnest(units, indicators) p (unit_id, indicator_id)
            cross join lateral
                 (select f.period, f.step from rural.assessment f
                   where f.unit_id = p.unit_id and f.indicator_id = p.indicator_id
                     and f.on_day <= as_of
                   order by f.period desc, f.step desc limit 1) l
            left join lateral
                 (select f.id, f.period, f.step, f.on_day, f.verdict, f.figures, f.nothing
                    from rural.assessment f
                   where f.unit_id = p.unit_id and f.indicator_id = p.indicator_id
                     and f.kind = 'claim' and f.on_day <= as_of
                   order by f.period desc, f.step desc limit 1) c on true
            left join lateral
                 (select f.id, f.period, f.step, f.verdict from rural.assessment f
                   where f.unit_id = p.unit_id and f.indicator_id = p.indicator_id
                     and f.kind <> 'claim' and f.kind = 'verify' and f.on_day <= as_of
                   order by f.period desc, f.step desc limit 1) v on true
            left join lateral
                 (select f.id, f.period, f.step, f.verdict from rural.assessment f
                   where f.unit_id = p.unit_id and f.indicator_id = p.indicator_id
                     and f.kind <> 'claim' and f.kind = 'appraise' and f.on_day <= as_of
                   order by f.period desc, f.step desc limit 1) a on true
            left join lateral
                 (select f.id, f.period, f.step from rural.assessment f
                   where f.unit_id = p.unit_id and f.indicator_id = p.indicator_id
                     and f.kind <> 'claim' and f.kind = 'return' and f.on_day <= as_of
                   order by f.period desc, f.step desc limit 1) r on true
            left join lateral
                 (select f.id, f.kind, f.on_day from rural.assessment f
                   where f.unit_id = p.unit_id and f.indicator_id = p.indicator_id
                     and f.kind <> 'claim' and f.kind in ('wait', 'arrive') and f.on_day <= as_of
                   order by f.on_day desc, f.id desc limit 1) w on true
            left join lateral
                 (select max(x.expires_on) as expires_on
                    from rural.evidence x join rural.entry n on n.id = x.entry_id
                   where x.unit_id = p.unit_id and x.indicator_id = p.indicator_id
                     and n.on_day <= as_of) e on true) f
$$;

-- The same for every indicator of these units that anything was said of.
create function rural.standing_on(units int[], as_of date)
  returns setof rural.standing
  language sql stable
  set search_path = pg_catalog
as $$
  select f.*
    from (select array_agg(u.id) as units, array_agg(i.id) as indicators
            from unnest(units) u (id) cross join rural.indicator i) p,
         rural.fold(p.units, p.indicators, as_of) f
$$;

-- Keeps what stands for these pairs; who adds to the same unit at the same time waits.
create function rural.keep(units int[], indicators int[]) returns void
  language plpgsql volatile
  set search_path = pg_catalog
as $$
begin
  perform pg_advisory_xact_lock(hashtext('rural.standing'), k.bucket)
     from (select distinct u % 256 as bucket from unnest(units) u order by 1) k;
  insert into rural.standing
  select * from rural.fold(units, indicators, 'infinity')
  on conflict (unit_id, indicator_id) do update
     set claim_id = excluded.claim_id, claim_period = excluded.claim_period,
         claim_on = excluded.claim_on, claimed = excluded.claimed, figures = excluded.figures,
         nothing = excluded.nothing, verify_id = excluded.verify_id, verified = excluded.verified,
         appraise_id = excluded.appraise_id, appraised = excluded.appraised,
         return_id = excluded.return_id, wait_id = excluded.wait_id,
         waiting_since = excluded.waiting_since, expires_on = excluded.expires_on,
         last_period = excluded.last_period, last_step = excluded.last_step,
         reached = excluded.reached;
end
$$;

-- The order of stages, whoever writes: nobody looks at what was not claimed, appraises what was not
-- found good below, or judges what they said themselves. Loads of history carry no person.
create function rural.hold_order() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  wrong record;
begin
  for wrong in
    select a.id, a.kind, c.step as claimed_at, c.by_account as claimed_by, v.verdict as found,
           v.by_account as found_by, n.by_account
      from added a
      join rural.entry n on n.id = a.entry_id
      left join lateral
           (select f.step, m.by_account from rural.assessment f
              join rural.entry m on m.id = f.entry_id
             where f.unit_id = a.unit_id and f.indicator_id = a.indicator_id
               and f.period = a.period and f.kind = 'claim' and f.step < a.step
             order by f.step desc limit 1) c on true
      left join lateral
           (select f.verdict, m.by_account from rural.assessment f
              join rural.entry m on m.id = f.entry_id
             where f.unit_id = a.unit_id and f.indicator_id = a.indicator_id
               and f.period = a.period and f.kind = 'verify' and f.step < a.step
               and f.step > c.step
             order by f.step desc limit 1) v on true
     where a.kind in ('verify', 'appraise', 'return')
  loop
    if wrong.claimed_at is null or wrong.kind = 'appraise' and wrong.found is distinct from true then
      raise exception 'assessment % is out of order', wrong.id
        using errcode = 'integrity_constraint_violation', constraint = 'stages_in_order';
    end if;
    if wrong.by_account > 0 and (wrong.by_account = wrong.claimed_by
                                 or wrong.kind = 'appraise' and wrong.by_account = wrong.found_by) then
      raise exception 'assessment % is judged by who said it', wrong.id
        using errcode = 'integrity_constraint_violation', constraint = 'nobody_judges_own_words';
    end if;
  end loop;
  return null;
end
$$;
create trigger hold_order after insert on rural.assessment
  referencing new table as added for each statement execute function rural.hold_order();

-- Facts and evidence alike; on facts it comes behind their order, triggers going by their names.
create function rural.keep_touched() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  perform rural.keep(p.units, p.indicators)
     from (select array_agg(d.unit_id) as units, array_agg(d.indicator_id) as indicators
             from (select distinct unit_id, indicator_id from added) d
           having count(*) > 0) p;
  return null;
end
$$;
create trigger keep_touched after insert on rural.assessment
  referencing new table as added for each statement execute function rural.keep_touched();
create trigger keep_touched after insert on rural.evidence
  referencing new table as added for each statement execute function rural.keep_touched();

-- Everything anew, from the facts alone. Returns how many indicators of units stand.
create function rural.keep_all() returns bigint
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  kept bigint;
begin
  delete from rural.standing;
  insert into rural.standing
  select f.*
    from (select array_agg(d.unit_id) as units, array_agg(d.indicator_id) as indicators
            from (select distinct unit_id, indicator_id from rural.assessment) d
          having count(*) > 0) p,
         rural.fold(p.units, p.indicators, 'infinity') f;
  get diagnostics kept = row_count;
  return kept;
end
$$;
revoke execute on function rural.keep_all(), rural.keep(int[], int[]) from public;

-- A commune reads and writes its own rows, a district those within it, a department all.
alter table rural.entry enable row level security;
alter table rural.assessment enable row level security;
alter table rural.evidence enable row level security;
alter table rural.standing enable row level security;
create policy read on rural.entry for select using ((select database.scope_account()) <> 0);
create policy write on rural.entry for insert
  with check (by_account = (select database.scope_account()) and by_account <> 0);
do $$
declare
  name text;
begin
  foreach name in array array['assessment', 'evidence', 'standing'] loop
    execute format('create policy read on rural.%I for select using '
                   '((select rural.sees_all()) or unit_id = any((select database.scope_places())::int[]))',
                   name);
  end loop;
  foreach name in array array['assessment', 'evidence'] loop
    execute format('create policy write on rural.%I for insert with check '
                   '((select rural.sees_all()) or unit_id = any((select database.scope_places())::int[]))',
                   name);
  end loop;
end
$$;
grant select, insert on rural.entry, rural.assessment, rural.evidence to dondoc_app;
grant select on rural.standing, rural.rule_term to dondoc_app;

-- What "tỷ lệ giải ngân" means, the targets it is measured by, and where every line stood on any day.

-- ---- Definitions: numerator, denominator, cut-off and pools are data.

create table capital.rate_definition (
  code text primary key check (code ~ '^[A-Z][A-Z0-9]{0,9}$'),
  ordinal int not null unique,
  name_vi text not null check (length(name_vi) between 1 and 300),
  name_en text not null check (length(name_en) between 1 and 300),
  numerator text not null check (numerator in ('disbursed', 'work_done')),
  denominator text not null check (denominator in ('assigned_pm', 'assigned', 'plan')),
  vintages text[] not null
    check (vintages <@ array['this_year', 'carried', 'advanced'] and vintages <> '{}'),
  until_month int not null check (until_month between 1 and 12),
  until_day int not null check (until_day between 1 and 31),
  until_next_year boolean not null,
  added_month int check (added_month between 1 and 12),
  added_day int check (added_day between 1 and 31),
  without_code text,
  used_by_vi text not null,
  used_by_en text not null,
  assumed boolean not null,
  basis text not null,
  confidence text not null,
  check ((added_month is null) = (added_day is null)),
  constraint late_money_is_assigned check (added_month is null or denominator <> 'plan')
);
comment on column capital.rate_definition.until_day is 'cut-off: what is dated later is not counted';
comment on column capital.rate_definition.added_day is 'plan assigned after this day is left out';
comment on column capital.rate_definition.without_code is 'national code of a giant project left out';
comment on column capital.rate_definition.assumed is
  'taken for a target whose document names no denominator';

-- Mục tiêu giải ngân của năm: what a document asks for. It names its denominator and its day; an
-- assumption until a person confirms both.
create table capital.target (
  year int not null check (year between 2000 and 2100),
  step int not null check (step > 0),
  percent numeric(5, 2) not null check (percent > 0 and percent <= 100),
  definition_code text not null references capital.rate_definition,
  by_day date not null,
  clause text not null check (clause = btrim(clause) and length(clause) between 1 and 2000),
  document text not null check (document = btrim(document) and length(document) between 1 and 300),
  assumed boolean not null,
  why text check (length(why) between 1 and 1000),
  on_day date not null,
  at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null,
  check (step = 1 or why is not null),
  check (by_day between make_date(year, 1, 1) and make_date(year + 1, 12, 31)),
  -- Two people who act on what both saw cannot both succeed.
  primary key (year, step)
);
comment on column capital.target.clause is 'the words of the document';
create trigger only_added_to before update or delete or truncate on capital.target
  for each statement execute function capital.refuse_change();

-- ---- Sums of a line by month, kept beside the entries: a report of any past day adds up months and the
-- entries of one.

create table capital.line_month (
  line_id bigint not null references capital.line,
  month date not null check (extract(day from month) = 1),
  project_id bigint not null,
  pool_id int not null,
  plan bigint not null,
  entered bigint not null,
  outstanding bigint not null,
  volume bigint not null,
  planned_on date,
  moved_on date,
  primary key (line_id, month)
) with (fillfactor = 70);
comment on column capital.line_month.planned_on is 'the first day of the month plan was given';
comment on column capital.line_month.moved_on is 'the last day of the month money went out';
create index line_month_pool on capital.line_month (pool_id, month);
create index entry_assigned on capital.entry (pool_id, value_on) where kind = 'assign';

-- What was planned and what moved, in one place.
create function capital.plans(kind text, direction int) returns boolean
  language sql immutable parallel safe
  return direction = 1 and kind in ('allocate', 'adjust', 'transfer_in', 'carry_in');
create function capital.moves(kind text, direction int) returns boolean
  language sql immutable parallel safe
  return direction = 1 and kind in ('advance', 'payment');

-- Comes after hold_entries by its name: the lines are locked by then.
create function capital.keep_months() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  insert into capital.line_month as m (line_id, month, project_id, pool_id, plan, entered, outstanding,
                                       volume, planned_on, moved_on)
  select t.line_id, t.month, b.project_id, b.pool_id, t.plan, t.entered, t.outstanding, t.volume,
         t.planned_on, t.moved_on
    from (select a.line_id, date_trunc('month', a.value_on::timestamp)::date as month,
                 sum(a.direction * a.amount_vnd * capital.in_plan(a.kind)) as plan,
                 coalesce(sum(a.direction * a.amount_vnd) filter (where a.kind = 'enter'), 0)
                   as entered,
                 sum(a.direction * a.amount_vnd * capital.in_outstanding(a.kind)) as outstanding,
                 sum(a.direction * a.amount_vnd * capital.in_volume(a.kind)) as volume,
                 min(a.value_on) filter (where capital.plans(a.kind, a.direction)) as planned_on,
                 max(a.value_on) filter (where capital.moves(a.kind, a.direction)) as moved_on
            from added a
           where a.line_id is not null
           group by a.line_id, date_trunc('month', a.value_on::timestamp)) t
    join capital.line_balance b on b.line_id = t.line_id
   order by t.line_id, t.month
      on conflict (line_id, month) do update
     set plan = m.plan + excluded.plan, entered = m.entered + excluded.entered,
         outstanding = m.outstanding + excluded.outstanding, volume = m.volume + excluded.volume,
         planned_on = least(m.planned_on, excluded.planned_on),
         moved_on = greatest(m.moved_on, excluded.moved_on);
  return null;
end
$$;
create trigger keep_months after insert on capital.entry
  referencing new table as added
  for each statement execute function capital.keep_months();

-- What each line of a budget year changed by month up to a day: whole months as kept, the month of the
-- day from its entries.
create function capital.months_on(as_of date, year int)
  returns table (
    line_id bigint, project_id bigint, pool_id int, month date, plan bigint, entered bigint,
    outstanding bigint, volume bigint, planned_on date, moved_on date)
  language sql stable parallel safe
as $$
  select m.line_id, m.project_id, m.pool_id, m.month, m.plan, m.entered, m.outstanding, m.volume,
         m.planned_on, m.moved_on
    from capital.pool p
    join capital.line_month m on m.pool_id = p.id
   where p.budget_year = year
     and m.month < date_trunc('month', as_of::timestamp)::date
  union all
  select m.line_id, m.project_id, m.pool_id, m.month, t.plan, t.entered, t.outstanding, t.volume,
         t.planned_on, t.moved_on
    from capital.pool p
    join capital.line_month m on m.pool_id = p.id
   cross join lateral (
     select count(*) as entries,
            coalesce(sum(e.direction * e.amount_vnd * capital.in_plan(e.kind)), 0)::bigint as plan,
            coalesce(sum(e.direction * e.amount_vnd) filter (where e.kind = 'enter'), 0)::bigint
              as entered,
            coalesce(sum(e.direction * e.amount_vnd * capital.in_outstanding(e.kind)), 0)::bigint
              as outstanding,
            coalesce(sum(e.direction * e.amount_vnd * capital.in_volume(e.kind)), 0)::bigint as volume,
            min(e.value_on) filter (where capital.plans(e.kind, e.direction)) as planned_on,
            max(e.value_on) filter (where capital.moves(e.kind, e.direction)) as moved_on
       from capital.entry e
      where e.line_id = m.line_id and e.value_on >= m.month and e.value_on <= as_of) t
   where p.budget_year = year
     and m.month = date_trunc('month', as_of::timestamp)::date
     and t.entries > 0
$$;

-- Where each line of a budget year stood on a day, with what its month brought.
create function capital.figures_on(as_of date, year int)
  returns table (
    line_id bigint, project_id bigint, pool_id int, plan bigint, entered bigint, outstanding bigint,
    volume bigint, disbursed bigint, month_disbursed bigint, planned_on date, moved_on date)
  language sql stable parallel safe
as $$
  select l.id, l.project_id, l.pool_id, coalesce(s.plan, 0), coalesce(s.entered, 0),
         coalesce(s.outstanding, 0), coalesce(s.volume, 0), coalesce(s.outstanding + s.volume, 0),
         coalesce(s.month_disbursed, 0), s.planned_on, s.moved_on
    from capital.line l
    join capital.pool p on p.id = l.pool_id and p.budget_year = year
    left join (select m.line_id, sum(m.plan)::bigint as plan, sum(m.entered)::bigint as entered,
                      sum(m.outstanding)::bigint as outstanding, sum(m.volume)::bigint as volume,
                      (sum(m.outstanding + m.volume)
                         filter (where m.month = date_trunc('month', as_of::timestamp)::date))::bigint
                        as month_disbursed,
                      min(m.planned_on) as planned_on, max(m.moved_on) as moved_on
                 from capital.months_on(as_of, year) m
                group by m.line_id) s on s.line_id = l.id
$$;

-- What was assigned to each pool of a budget year by a day; with a second day, only what was assigned by
-- then.
create function capital.assigned_on(as_of date, year int, added_until date)
  returns table (pool_id int, assigned_pm bigint, assigned_province bigint)
  language sql stable parallel safe
as $$
  select p.id,
         coalesce(sum(e.direction * e.amount_vnd) filter (where e.authority = 'pm'), 0)::bigint,
         coalesce(sum(e.direction * e.amount_vnd) filter (where e.authority = 'province'), 0)::bigint
    from capital.pool p
    join capital.entry e
      on e.pool_id = p.id and e.kind = 'assign'
     and e.value_on <= least(as_of, coalesce(added_until, as_of))
   where p.budget_year = year
   group by p.id
$$;

-- Every line with what it is of: owner, sector, class of its year, source, programme, and the place
-- below the province it lies in on the map of a day: -1 for several. Units and what each lies in are
-- given.
create function capital.cockpit_on(as_of date, year int, about date, class_on date, units int[],
                                   tops int[])
  returns table (
    line_id bigint, project_id bigint, pool_id int, code text, name text, name_folded text,
    owner_id int, sector_code text, year_class text, place int, source_code text, vintage text,
    origin_year int, programme text, plan bigint, entered bigint, outstanding bigint, volume bigint,
    disbursed bigint, month_disbursed bigint, planned_on date, moved_on date)
  language sql stable
as $$
  with project as materialized (select * from project.on_day(about)),
  placed as (
    select p.project_id, case count(distinct t.top) when 1 then min(t.top) else -1 end as place
      from project p
     cross join unnest(p.places) u (unit)
      join unnest(units, tops) t (unit, top) on t.unit = u.unit
     group by p.project_id)
  select f.line_id, f.project_id, f.pool_id, p.code, p.name, p.name_folded, p.owner_id, p.sector_code,
         case when class_on = about then p.year_class else y.year_class end, a.place, l.source_code,
         l.vintage, l.origin_year, s.programme, f.plan, f.entered, f.outstanding, f.volume,
         f.disbursed, f.month_disbursed, f.planned_on, f.moved_on
    from capital.figures_on(as_of, year) f
    join capital.pool l on l.id = f.pool_id
    join capital.source s on s.code = l.source_code
    left join project p on p.project_id = f.project_id
    left join placed a on a.project_id = f.project_id
    left join project.on_day(class_on) y on y.project_id = f.project_id and class_on <> about
$$;

-- What blocks a line on a day and since when: an open blocker of its project's site clearance, or the
-- difficulty its owner last told of. A cause both tell counts once, from the first day.
create function capital.blocked_on(as_of date, year int)
  returns table (line_id bigint, cause text, since date)
  language sql stable
as $$
  select x.line_id, x.cause, min(x.since)
    from (
      select l.id as line_id, c.blocker as cause, c.blocked_since as since
        from project.clearances_on(as_of) c
        join capital.line l on l.project_id = c.project_id
        join capital.pool p on p.id = l.pool_id and p.budget_year = year
       where c.blocker is not null
      union all
      select r.line_id, r.cause,
             (select min(b.on_day) from capital.owner_report b
               where b.line_id = r.line_id and b.id <= r.id
                 and b.id > coalesce((select max(n.id) from capital.owner_report n
                                       where n.line_id = r.line_id and n.id < r.id
                                         and coalesce(n.blocker, case when n.difficulty is not null
                                                                      then 'khac' end)
                                             is distinct from r.cause), 0))
        from capital.line l
        join capital.pool p on p.id = l.pool_id and p.budget_year = year
       cross join lateral (
         select o.id, o.line_id,
                coalesce(o.blocker, case when o.difficulty is not null then 'khac' end) as cause
           from capital.owner_report o
          where o.line_id = l.id and o.on_day <= as_of
          order by o.month desc, o.id desc
          limit 1) r
       where r.cause is not null) x
   group by x.line_id, x.cause
$$;
comment on column capital.owner_report.disbursed_vnd is 'from 1/1 to the end of the month';
comment on column capital.owner_report.work_done_vnd is 'from 1/1 to the end of the month';

-- ---- Scope.

alter table capital.line_month enable row level security;
create policy read on capital.line_month for select
  using ((select project.sees_all())
         or project_id = any((select project.scope_projects())::bigint[]));
grant select on capital.line_month to dondoc_app;

alter table capital.rate_definition enable row level security;
create policy read on capital.rate_definition for select using (true);
create policy write on capital.rate_definition for insert with check ((select database.scope_whole()));
create policy correct on capital.rate_definition for update using ((select database.scope_whole()));
grant select, insert, update on capital.rate_definition to dondoc_app;

alter table capital.target enable row level security;
create policy read on capital.target for select using (true);
create policy write on capital.target for insert
  with check (by_account = (select database.scope_account()) and by_account <> 0
              and (select project.sees_all()));
grant select, insert on capital.target to dondoc_app;

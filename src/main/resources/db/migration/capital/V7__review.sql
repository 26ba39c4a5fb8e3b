-- The monthly review: when owners have to report, by which rules a line is slow, how promises are
-- weighed. All of it is reference data with its basis; what follows from it is computed.

create table capital.report_rule (
  kind text not null check (kind in ('estimate', 'actual')),
  from_on date not null,
  until_on date,
  due_day int not null check (due_day between 1 and 28),
  months_later int not null check (months_later between 0 and 3),
  basis text not null,
  confidence text not null,
  primary key (kind, from_on),
  constraint one_report_rule_a_day
    exclude using gist (kind with =, daterange(from_on, until_on) with &&)
);
comment on column capital.report_rule.months_later is 'after the month reported, the day is due';

create table capital.slow_rule (
  code text not null check (code ~ '^[a-z][a-z0-9-]*$'),
  from_on date not null,
  until_on date,
  ordinal int not null,
  measure text not null
    check (measure in ('below_province', 'zero', 'no_movement', 'below_rate', 'not_started',
                       'promise', 'advance', 'not_reported')),
  threshold numeric(6, 2),
  begins text not null check (begins ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
  name_vi text not null check (length(name_vi) between 1 and 100),
  name_en text not null check (length(name_en) between 1 and 100),
  clause text not null check (length(clause) between 1 and 2000),
  basis text not null,
  confidence text not null,
  primary key (code, from_on),
  constraint one_slow_rule_a_day
    exclude using gist (code with =, daterange(from_on, until_on) with &&),
  constraint measured_by_a_threshold
    check ((threshold is not null) = (measure in ('no_movement', 'below_rate', 'promise', 'advance')))
);
comment on column capital.slow_rule.threshold is
  'percent for rates and promises, days without movement, months for advances';
comment on column capital.slow_rule.begins is 'month and day of the year it counts from';
comment on column capital.slow_rule.clause is 'the words it comes from; a start rule quotes its own';

create table capital.review_rule (
  from_on date primary key,
  until_on date,
  tolerance_percent numeric(5, 2) not null check (tolerance_percent between 0 and 100),
  months int not null check (months between 1 and 24),
  comment_days int not null check (comment_days between 1 and 60),
  basis text not null,
  confidence text not null,
  constraint one_review_rule_a_day exclude using gist (daterange(from_on, until_on) with &&)
);
comment on column capital.review_rule.tolerance_percent is
  'by how much what came may stay below what was promised, and the promise is still kept';
comment on column capital.review_rule.months is 'how many months an owner''s reliability looks back';
comment on column capital.review_rule.comment_days is
  'how long a unit has to comment on a cut for slowness';

-- The day a report of a month is due; null while no rule says so.
create function capital.report_due(report_kind text, of_month date) returns date
  language sql stable
  set search_path = pg_catalog
as $$
  select (of_month + make_interval(months => r.months_later, days => r.due_day - 1))::date
    from capital.report_rule r
   where r.kind = report_kind and daterange(r.from_on, r.until_on) @> of_month
$$;

-- Until when a pool may be paid from, as it was known on a day.
create function capital.terms_on(as_of date)
  returns table (pool_id int, pay_until date, advance_until date, document text)
  language sql stable
  set search_path = pg_catalog
as $$
  select distinct on (t.pool_id) t.pool_id, t.pay_until, t.advance_until, t.document
    from capital.term t
   order by t.pool_id, (t.on_day <= as_of) desc, case when t.on_day <= as_of then t.id end desc, t.id
$$;

-- Lines that run on a day: with plan, in pools that are open and may still be paid from.
create function capital.running_on(as_of date)
  returns table (
    line_id bigint, project_id bigint, pool_id int, budget_year int, plan bigint, entered bigint,
    outstanding bigint, volume bigint, disbursed bigint, advance_until date, pay_until date)
  language sql stable
  set search_path = pg_catalog
as $$
  with open as (
    select p.id, p.budget_year, t.advance_until, t.pay_until
      from capital.pool p join capital.terms_on(as_of) t on t.pool_id = p.id
     where as_of between p.opens_on and t.pay_until)
  select l.line_id, l.project_id, l.pool_id, o.budget_year, l.plan, l.entered, l.outstanding,
         l.volume, l.disbursed, o.advance_until, o.pay_until
    from (select distinct budget_year from open) y
    cross join lateral capital.lines_on(as_of, y.budget_year) l
    join open o on o.id = l.pool_id
   where l.plan > 0
$$;

-- Plan and disbursement of the whole province, also for who sees only a part of it.
create function capital.province_on(as_of date)
  returns table (plan bigint, disbursed bigint)
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select coalesce(sum(r.plan), 0)::bigint, coalesce(sum(r.disbursed), 0)::bigint
    from capital.running_on(as_of) r
$$;

-- What owners promised for each month from one on, and what came of it by the Treasury's ledger. A
-- promise is the last one said by the day the month before had to be reported; where there is none, the
-- first said later, which is late.
create function capital.promises_on(as_of date, first_month date)
  returns table (
    line_id bigint, month date, promised_vnd bigint, said_on date, in_time boolean, came_vnd bigint,
    is_over boolean)
  language sql stable
  set search_path = pg_catalog
as $$
  with said as (
    select r.line_id, (r.month + interval '1 month')::date as month, r.promised_next_vnd, r.on_day, r.id,
           r.on_day <= coalesce(capital.report_due('actual', r.month),
                                (r.month + interval '1 month')::date) as in_time
      from capital.owner_report r
     where r.promised_next_vnd is not null and r.on_day <= as_of
       and r.month >= (first_month - interval '1 month')::date
       and r.month < date_trunc('month', as_of)::date),
  promise as (
    select distinct on (s.line_id, s.month) s.*
      from said s
     order by s.line_id, s.month, s.in_time desc, case when s.in_time then s.id end desc, s.id),
  came as (
    select e.line_id, date_trunc('month', e.value_on)::date as month,
           sum(e.direction * e.amount_vnd
               * (capital.in_outstanding(e.kind) + capital.in_volume(e.kind)))::bigint as amount
      from capital.entry e
     where e.value_on between first_month and as_of
       and e.kind in ('advance', 'payment', 'refund', 'refund_advance')
       and e.line_id in (select p.line_id from promise p)
     group by e.line_id, date_trunc('month', e.value_on))
  select p.line_id, p.month, p.promised_next_vnd, p.on_day, p.in_time, coalesce(c.amount, 0),
         (p.month + interval '1 month')::date <= as_of + 1
    from promise p left join came c on c.line_id = p.line_id and c.month = p.month
$$;

-- Which running lines break which rule on a day, each with the value, the threshold and the words of
-- the rule.
create function capital.slow_on(as_of date)
  returns table (
    rule_code text, line_id bigint, value numeric, threshold numeric, since date, clause text,
    basis text)
  language sql stable
  set search_path = pg_catalog
as $$
  with line as materialized (select * from capital.running_on(as_of)),
  province as materialized (select * from capital.province_on(as_of)),
  rule as materialized (
    select r.* from capital.slow_rule r
     where daterange(r.from_on, r.until_on) @> as_of and to_char(as_of, 'MM-DD') >= r.begins),
  moved as (
    select e.line_id,
           max(e.value_on) filter (where e.kind in ('advance', 'payment') and e.direction = 1) as last_on,
           min(e.value_on) filter (where capital.in_plan(e.kind) = 1) as planned_on
      from capital.entry e
     where e.value_on <= as_of and e.line_id in (select l.line_id from line l)
     group by e.line_id),
  given as (
    select e.line_id, e.value_on, sum(e.amount_vnd) over (partition by e.line_id
                                                          order by e.value_on, e.id) as running
      from capital.entry e
     where e.kind = 'advance' and e.direction = 1 and e.value_on <= as_of
       and e.line_id in (select l.line_id from line l where l.outstanding > 0)),
  cleared as (
    select e.line_id, sum(case when e.kind = 'advance' then e.amount_vnd
                               else e.direction * e.amount_vnd end) as amount
      from capital.entry e
     where (e.kind in ('recover', 'refund_advance') or e.kind = 'advance' and e.direction = -1)
       and e.value_on <= as_of and e.line_id in (select l.line_id from line l where l.outstanding > 0)
     group by e.line_id),
  oldest as (
    select g.line_id, min(g.value_on) as given_on
      from given g left join cleared c on c.line_id = g.line_id
     where g.running > coalesce(c.amount, 0)
     group by g.line_id),
  promise as (
    select distinct on (p.line_id) p.*
      from capital.promises_on(as_of, (date_trunc('month', as_of + 1) - interval '1 month')::date) p
     where p.is_over and p.promised_vnd > 0
     order by p.line_id, p.month desc),
  due as (
    select m.month::date, k.kind, capital.report_due(k.kind, m.month::date) as due_on
      from generate_series(date_trunc('month', as_of) - interval '3 months', date_trunc('month', as_of),
                           interval '1 month') m (month),
           (values ('estimate'), ('actual')) k (kind)),
  last_due as (
    select d.* from due d where d.due_on < as_of order by d.due_on desc, d.kind limit 1)
  select r.code, l.line_id, round(100.0 * l.disbursed / l.plan, 2),
         round(100.0 * p.disbursed / p.plan, 2), null::date, r.clause, r.basis
    from rule r, province p, line l
   where r.measure = 'below_province' and p.plan > 0
     and l.disbursed::numeric * p.plan < p.disbursed::numeric * l.plan
  union all
  select r.code, l.line_id, 0, 0, m.planned_on, r.clause, r.basis
    from rule r, line l left join moved m on m.line_id = l.line_id
   where r.measure = 'zero' and l.disbursed = 0
  union all
  select r.code, l.line_id, as_of - m.since, r.threshold, m.since, r.clause, r.basis
    from rule r, line l
    join (select d.line_id,
                 coalesce(d.last_on, greatest(d.planned_on, make_date(x.budget_year, 1, 1))) as since
            from moved d join line x on x.line_id = d.line_id) m on m.line_id = l.line_id
   where r.measure = 'no_movement' and l.disbursed < l.plan
     and as_of - m.since >= r.threshold
  union all
  select r.code, l.line_id, round(100.0 * l.disbursed / l.plan, 2), r.threshold, null, r.clause, r.basis
    from rule r, line l
   where r.measure = 'below_rate' and 100 * l.disbursed::numeric < r.threshold * l.plan
  union all
  select r.code, l.line_id, coalesce(b.started_on, as_of) - s.last_day, 0, s.last_day, s.clause, s.name
    from rule r, line l
    join project.started_by(as_of) b on b.project_id = l.project_id and b.state = 'late'
    join project.start_rules_on(as_of) s on s.rule_id = b.rule_id and not s.ended
   where r.measure = 'not_started'
  union all
  select r.code, l.line_id, round(100.0 * p.came_vnd / p.promised_vnd, 2), r.threshold, p.month,
         r.clause, r.basis
    from rule r, promise p join line l on l.line_id = p.line_id
   where r.measure = 'promise' and 100 * p.came_vnd::numeric < r.threshold * p.promised_vnd
  union all
  select r.code, l.line_id, as_of - o.given_on,
         (o.given_on + make_interval(months => r.threshold::int))::date - o.given_on, o.given_on,
         r.clause, r.basis
    from rule r, line l join oldest o on o.line_id = l.line_id
   where r.measure = 'advance'
     and (o.given_on + make_interval(months => r.threshold::int))::date < as_of
  union all
  select r.code, l.line_id, as_of - d.due_on, 0, d.due_on, r.clause, r.basis
    from rule r, last_due d, line l
   where r.measure = 'not_reported'
     and not exists (select from capital.owner_report o
                      where o.line_id = l.line_id and o.month = d.month and o.kind = d.kind
                        and o.on_day <= as_of)
$$;

-- How far an owner can be believed: of the promises of the last months, over and said in time, how many
-- were kept, and what came of what was promised.
create function capital.reliability_on(as_of date)
  returns table (
    owner_id int, promises bigint, kept bigint, late bigint, missing bigint, promised_vnd bigint,
    came_vnd bigint, first_month date, last_month date, tolerance_percent numeric)
  language sql stable
  set search_path = pg_catalog
as $$
  with rule as (
    select r.*, (date_trunc('month', as_of + 1) - make_interval(months => r.months))::date as first_month,
           (date_trunc('month', as_of + 1) - interval '1 month')::date as last_month
      from capital.review_rule r
     where daterange(r.from_on, r.until_on) @> as_of),
  owned as (
    select l.line_id, p.owner_id,
           (select min(e.value_on) from capital.entry e
             where e.line_id = l.line_id and capital.in_plan(e.kind) = 1) as planned_on
      from capital.running_on(as_of) l join project.on_day(as_of) p on p.project_id = l.project_id),
  weighed as (
    select o.owner_id, m.month::date, p.promised_vnd, p.came_vnd, p.in_time, r.tolerance_percent
      from rule r
      cross join owned o
      cross join lateral generate_series(r.first_month::timestamp, r.last_month::timestamp,
                                         interval '1 month') m (month)
      left join capital.promises_on(as_of, (select x.first_month from rule x)) p
        on p.line_id = o.line_id and p.month = m.month::date
     where o.planned_on < m.month)
  select w.owner_id,
         count(*) filter (where w.in_time and w.promised_vnd > 0),
         count(*) filter (where w.in_time and w.promised_vnd > 0
                            and 100 * w.came_vnd::numeric
                                >= (100 - w.tolerance_percent) * w.promised_vnd),
         count(*) filter (where not w.in_time),
         count(*) filter (where w.promised_vnd is null),
         coalesce(sum(w.promised_vnd) filter (where w.in_time and w.promised_vnd > 0), 0)::bigint,
         coalesce(sum(w.came_vnd) filter (where w.in_time and w.promised_vnd > 0), 0)::bigint,
         min(r.first_month), min(r.last_month), min(r.tolerance_percent)
    from weighed w cross join rule r
   group by w.owner_id
$$;

do $$
declare
  name text;
begin
  foreach name in array array['report_rule', 'slow_rule', 'review_rule'] loop
    execute format('alter table capital.%I enable row level security', name);
    execute format('create policy read on capital.%I for select using (true)', name);
    execute format('create policy write on capital.%I for insert '
                   'with check ((select database.scope_whole()))', name);
    execute format('create policy correct on capital.%I for update '
                   'using ((select database.scope_whole()))', name);
    execute format('grant select, insert, update on capital.%I to dondoc_app', name);
  end loop;
end
$$;
revoke all on function capital.province_on(date) from public;
grant execute on function capital.province_on(date) to dondoc_app;

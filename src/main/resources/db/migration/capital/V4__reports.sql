-- What pages, sheets and rates read: one row a line at the end of a day, and the same added up.

-- Where each line of a budget year stood: plan allocated, entered for payment, advances outstanding,
-- volume paid (with what was recovered), disbursed = both together.
create function capital.lines_on(as_of date, year int)
  returns table (
    line_id bigint, project_id bigint, pool_id int, allocated bigint, adjusted bigint,
    transferred_in bigint, transferred_out bigint, carried_in bigint, carried_out bigint,
    cancelled bigint, plan bigint, entered bigint, advanced bigint, recovered bigint, returned bigint,
    paid bigint, refunded bigint, outstanding bigint, volume bigint, disbursed bigint)
  language sql stable parallel safe
as $$
  select l.id, l.project_id, l.pool_id, coalesce(s.allocated, 0), coalesce(s.adjusted, 0),
         coalesce(s.transferred_in, 0), coalesce(s.transferred_out, 0), coalesce(s.carried_in, 0),
         coalesce(s.carried_out, 0), coalesce(s.cancelled, 0), coalesce(s.plan, 0),
         coalesce(s.entered, 0), coalesce(s.advanced, 0), coalesce(s.recovered, 0),
         coalesce(s.returned, 0), coalesce(s.paid, 0), coalesce(s.refunded, 0),
         coalesce(s.outstanding, 0), coalesce(s.volume, 0), coalesce(s.outstanding + s.volume, 0)
    from capital.line l
    join capital.pool p on p.id = l.pool_id and p.budget_year = year
    left join (
      select k.line_id,
             (sum(k.amount) filter (where k.kind = 'allocate'))::bigint as allocated,
             (sum(k.amount) filter (where k.kind = 'adjust'))::bigint as adjusted,
             (sum(k.amount) filter (where k.kind = 'transfer_in'))::bigint as transferred_in,
             (sum(k.amount) filter (where k.kind = 'transfer_out'))::bigint as transferred_out,
             (sum(k.amount) filter (where k.kind = 'carry_in'))::bigint as carried_in,
             (sum(k.amount) filter (where k.kind = 'carry_out'))::bigint as carried_out,
             (sum(k.amount) filter (where k.kind = 'cancel'))::bigint as cancelled,
             (sum(k.amount * capital.in_plan(k.kind)))::bigint as plan,
             (sum(k.amount) filter (where k.kind = 'enter'))::bigint as entered,
             (sum(k.amount) filter (where k.kind = 'advance'))::bigint as advanced,
             (sum(k.amount) filter (where k.kind = 'recover'))::bigint as recovered,
             (sum(k.amount) filter (where k.kind = 'refund_advance'))::bigint as returned,
             (sum(k.amount) filter (where k.kind = 'payment'))::bigint as paid,
             (sum(k.amount) filter (where k.kind = 'refund'))::bigint as refunded,
             (sum(k.amount * capital.in_outstanding(k.kind)))::bigint as outstanding,
             (sum(k.amount * capital.in_volume(k.kind)))::bigint as volume
        from (select e.line_id, e.kind, sum(e.direction * e.amount_vnd) as amount
                from capital.entry e
               where e.value_on <= as_of
                 and e.pool_id in (select q.id from capital.pool q where q.budget_year = year)
               group by e.line_id, e.kind) k
       where k.line_id is not null
       group by k.line_id) s on s.line_id = l.id
$$;

-- The same a pool: assigned by the Prime Minister, added by the province, allocated in detail, not yet
-- allocated, and its lines added up. What was carried in is of the pool as if it had been assigned.
create function capital.pools_on(as_of date, year int)
  returns table (
    pool_id int, assigned_pm bigint, assigned_province bigint, allocated bigint, unallocated bigint,
    carried_in bigint, carried_out bigint, cancelled bigint, plan bigint, entered bigint,
    outstanding bigint, volume bigint, disbursed bigint, lines bigint)
  language sql stable parallel safe
as $$
  select p.id, coalesce(a.pm, 0), coalesce(a.province, 0), coalesce(s.allocated, 0),
         coalesce(a.pm, 0) + coalesce(a.province, 0) - coalesce(s.allocated, 0),
         coalesce(s.carried_in, 0), coalesce(s.carried_out, 0), coalesce(s.cancelled, 0),
         coalesce(s.plan, 0), coalesce(s.entered, 0), coalesce(s.outstanding, 0),
         coalesce(s.volume, 0), coalesce(s.disbursed, 0), coalesce(s.lines, 0)
    from capital.pool p
    left join (select e.pool_id,
                      (sum(e.direction * e.amount_vnd) filter (where e.authority = 'pm'))::bigint as pm,
                      (sum(e.direction * e.amount_vnd)
                         filter (where e.authority = 'province'))::bigint as province
                 from capital.entry e
                where e.kind = 'assign' and e.value_on <= as_of
                group by e.pool_id) a on a.pool_id = p.id
    left join (select l.pool_id, count(*) as lines,
                      sum(l.allocated + l.adjusted + l.transferred_in - l.transferred_out)::bigint
                        as allocated,
                      sum(l.carried_in)::bigint as carried_in, sum(l.carried_out)::bigint as carried_out,
                      sum(l.cancelled)::bigint as cancelled, sum(l.plan)::bigint as plan,
                      sum(l.entered)::bigint as entered, sum(l.outstanding)::bigint as outstanding,
                      sum(l.volume)::bigint as volume, sum(l.disbursed)::bigint as disbursed
                 from capital.lines_on(as_of, year) l
                group by l.pool_id) s on s.pool_id = p.id
   where p.budget_year = year
$$;

-- The owner's truth: what an owner says of a line for a month, an estimate first, the actual later.
-- Said again, the last word counts; nothing said is a state of its own.
create table capital.owner_report (
  id bigint generated by default as identity primary key,
  line_id bigint not null references capital.line,
  month date not null check (extract(day from month) = 1),
  kind text not null check (kind in ('estimate', 'actual')),
  step int not null check (step > 0),
  disbursed_vnd bigint check (disbursed_vnd between 0 and 1000000000000000),
  work_done_vnd bigint check (work_done_vnd between 0 and 1000000000000000),
  accepted_vnd bigint check (accepted_vnd between 0 and 1000000000000000),
  promised_next_vnd bigint check (promised_next_vnd between 0 and 1000000000000000),
  expected_31_12_vnd bigint check (expected_31_12_vnd between 0 and 1000000000000000),
  expected_31_1_vnd bigint check (expected_31_1_vnd between 0 and 1000000000000000),
  blocker text check (blocker ~ '^[a-z][a-z-]*$'),
  difficulty text check (length(difficulty) <= 2000),
  proposal text check (length(proposal) <= 2000),
  authority text check (authority ~ '^[a-z][a-z-]*$'),
  import_id bigint,
  on_day date not null,
  reported_at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null,
  -- Two people who act on what both saw cannot both succeed.
  unique (line_id, month, kind, step)
);
create trigger only_added_to before update or delete or truncate on capital.owner_report
  for each statement execute function capital.refuse_change();

-- What owners had said by a day: of each line, month and kind the last.
create function capital.owner_reports_on(as_of date) returns setof capital.owner_report
  language sql stable
as $$
  select distinct on (r.line_id, r.month, r.kind) r.*
    from capital.owner_report r
   where r.on_day <= as_of
   order by r.line_id, r.month, r.kind, r.step desc
$$;

alter table capital.owner_report enable row level security;
create policy read on capital.owner_report for select
  using ((select project.sees_all()) or line_id in (select l.id from capital.line l));
-- An owner reports of its own projects, a department for those it brings in.
create policy write on capital.owner_report for insert
  with check (by_account = (select database.scope_account()) and by_account <> 0
              and ((select project.sees_all())
                   or line_id in (select l.id from capital.line l
                                   where l.project_id
                                         = any((select project.scope_owned())::bigint[]))));
grant select, insert on capital.owner_report to dondoc_app;
grant usage on all sequences in schema capital to dondoc_app;

-- Điều chuyển kế hoạch vốn: who may move what by when, as reference data; scenarios with their rules; what
-- the solver found; the one a person put forward; and what the authority decided of it.

-- ---- Reference data. A source, or a group of sources: the nearest one counts.
create table capital.move_authority (
  source_code text not null check (source_code ~ '^[A-Z][A-Z0-9]*(\.[A-Z0-9]+)*$'),
  what text not null check (what in ('annual', 'medium_term')),
  from_on date not null,
  until_on date,
  authority text not null check (authority ~ '^[a-z][a-z-]*$'),
  name_vi text not null check (length(name_vi) between 1 and 200),
  name_en text not null check (length(name_en) between 1 and 200),
  deadline text check (deadline ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
  lead_days int not null check (lead_days between 0 and 365),
  pay_days int not null check (pay_days between 0 and 365),
  clause text not null,
  basis text not null,
  confidence text not null,
  primary key (source_code, what, from_on),
  constraint one_authority_a_day
    exclude using gist (source_code with =, what with =, daterange(from_on, until_on) with &&)
);
comment on column capital.move_authority.deadline is 'the last day of the budget year it may decide';
comment on column capital.move_authority.lead_days is 'from a proposal to its decision';
comment on column capital.move_authority.pay_days is 'what has to be left to pay after the decision';

create table capital.receiver_rule (
  kind text not null check (kind in ('capital_years', 'rank', 'barred', 'needs_start')),
  key text not null check (length(key) between 1 and 40),
  from_on date not null,
  until_on date,
  number int not null check (number between 0 and 100),
  clause text not null,
  basis text not null,
  confidence text not null,
  primary key (kind, key, from_on),
  constraint one_receiver_rule_a_day
    exclude using gist (kind with =, key with =, daterange(from_on, until_on) with &&)
);
comment on column capital.receiver_rule.key is
  'group of the project, class of the plan year, or state it stands in';
comment on column capital.receiver_rule.number is 'years, or rank with the first 0';

-- Who decides a move within each pool of a year, and whether that leaves days to pay.
create function capital.move_authorities_on(as_of date, of_year int)
  returns table (
    pool_id int, what text, authority text, name_vi text, name_en text, deadline date, lead_days int,
    pay_days int, pay_until date, fits boolean, clause text, basis text)
  language sql stable
  set search_path = pg_catalog
as $$
  select distinct on (p.id, r.what) p.id, r.what, r.authority, r.name_vi, r.name_en, d.deadline,
         r.lead_days, r.pay_days, t.pay_until,
         (d.deadline is null or as_of + r.lead_days <= d.deadline)
           and as_of + r.lead_days + r.pay_days <= t.pay_until,
         r.clause, r.basis
    from capital.pool p
    join capital.terms_on(as_of) t on t.pool_id = p.id
    join capital.move_authority r
      on (p.source_code = r.source_code or p.source_code like r.source_code || '.%')
     and daterange(r.from_on, r.until_on) @> make_date(of_year, 12, 31)
    cross join lateral (
      select case when r.deadline = '02-29' then make_date(of_year, 3, 1) - 1
                  else to_date(of_year || '-' || r.deadline, 'YYYY-MM-DD') end as deadline) d
   where p.budget_year = of_year
   order by p.id, r.what, length(r.source_code) desc
$$;

-- ---- What a reallocation is computed from, set by set.
create function capital.plan_of(b capital.line_balance) returns bigint
  language sql immutable parallel safe
  return (b).allocated + (b).adjusted + (b).transferred_in - (b).transferred_out + (b).carried_in
         - (b).carried_out - (b).cancelled;

create function capital.reallocation_pools_on(as_of date, of_year int)
  returns table (
    pool_id int, source_code text, vintage text, programme text, loan_agreement text, sector_code text,
    assigned_pm bigint, assigned bigint, unallocated bigint, plan bigint, payable bigint,
    authority text, fits boolean, medium_authority text)
  language sql stable
  set search_path = pg_catalog
as $$
  select p.id, p.source_code, p.vintage, s.programme, p.loan_agreement, p.sector_code, b.assigned_pm,
         b.assigned_pm + b.assigned_province,
         greatest(b.assigned_pm + b.assigned_province - b.allocated, 0), coalesce(l.plan, 0)::bigint,
         case when s.as_collected then coalesce(l.entered, 0)::bigint end,
         a.authority, coalesce(a.fits, false), case when m.fits then m.authority end
    from capital.pool p
    join capital.source s on s.code = p.source_code
    join capital.pool_balance b on b.pool_id = p.id
    left join (select x.pool_id, sum(capital.plan_of(x)) as plan, sum(x.entered) as entered
                 from capital.line_balance x group by x.pool_id) l on l.pool_id = p.id
    left join capital.move_authorities_on(as_of, of_year) a on a.pool_id = p.id and a.what = 'annual'
    left join capital.move_authorities_on(as_of, of_year) m
      on m.pool_id = p.id and m.what = 'medium_term'
   where p.budget_year = of_year and as_of >= p.opens_on
   order by p.id
$$;

create function capital.reallocation_projects_on(as_of date, of_year int)
  returns table (
    project_id bigint, owner_id int, area int, group_code text, stage text, year_class text,
    total bigint, settlement bigint, accumulated bigint, standing text, rank int)
  language sql stable
  set search_path = pg_catalog
as $$
  with rule as (
    select * from capital.receiver_rule r
     where daterange(r.from_on, r.until_on) @> make_date(of_year, 12, 31)),
  money as (
    select b.project_id, min(p.budget_year) filter (where capital.plan_of(b) > 0) as first_year,
           coalesce(sum(capital.plan_of(b)) filter (where p.budget_year < of_year), 0)::bigint
             as accumulated
      from capital.line_balance b join capital.pool p on p.id = b.pool_id
     group by b.project_id),
  ceilinged as (
    select distinct c.project_id from capital.ceilings_on(as_of) c where c.years @> of_year)
  select p.project_id, p.owner_id, coalesce(p.places[1], 0), p.group_code, p.stage, p.year_class,
         i.total_vnd, i.settlement_vnd, m.accumulated,
         case when exists (select from rule r where r.kind = 'barred' and r.key = p.side_state)
                then 'SUSPENDED'
              when coalesce(i.settlement_vnd, i.total_vnd) is null then 'NO_INVESTMENT_DECISION'
              when exists (select from ceilinged)
                   and not exists (select from ceilinged c where c.project_id = p.project_id)
                then 'NOT_IN_MEDIUM_TERM'
              when exists (select from rule r where r.kind = 'needs_start' and r.key = p.year_class)
                   and not coalesce(s.started, false) then 'PROCEDURES_INCOMPLETE'
              when of_year - m.first_year + 1
                   > (select r.number from rule r where r.kind = 'capital_years' and r.key = p.group_code)
                then 'CAPITAL_TIME_OVER'
              else 'ELIGIBLE' end,
         coalesce((select r.number from rule r where r.kind = 'rank' and r.key = p.year_class),
                  (select max(r.number) + 1 from rule r where r.kind = 'rank'), 0)
    from project.on_day(as_of) p
    join money m on m.project_id = p.project_id
    left join project.investment_on(as_of) i on i.project_id = p.project_id
    left join project.state s on s.kind = 'stage' and s.code = p.stage
   where exists (select from capital.line l join capital.pool o on o.id = l.pool_id
                  where l.project_id = p.project_id and o.budget_year = of_year)
   order by p.project_id
$$;

-- Accepted and unpaid: what the owner last said was accepted in the year less the volume paid; where it
-- said nothing, acceptances of the project's contracts that nothing was paid for, its lines in turn. What
-- was carried over is of a year before and has no report of this one.
create function capital.reallocation_lines_on(as_of date, of_year int)
  returns table (
    line_id bigint, pool_id int, project_id bigint, plan bigint, disbursed bigint, outstanding bigint,
    unpaid bigint, accumulated bigint, medium_term bigint, medium_term_used bigint)
  language sql stable
  set search_path = pg_catalog
as $$
  with line as (
    select b.line_id, b.pool_id, b.project_id, p.source_code, capital.plan_of(b) as plan,
           b.advanced - b.recovered - b.returned as outstanding,
           b.recovered + b.paid - b.refunded as volume, p.budget_year
      from capital.line_balance b join capital.pool p on p.id = b.pool_id
     where p.budget_year <= of_year),
  said as (
    select distinct on (r.line_id) r.line_id, r.accepted_vnd
      from capital.owner_reports_on(as_of) r
     where r.accepted_vnd is not null and r.month >= make_date(of_year, 1, 1)
     order by r.line_id, r.month desc, r.id desc),
  accepted as (
    select c.project_id, sum(c.accepted_vnd)::bigint as amount
      from project.contracts_on(as_of) c group by c.project_id),
  paid as (
    select b.project_id, greatest(b.disbursed - b.given_back, 0) as amount from capital.project_balance b),
  owed as (
    select l.*,
           least(greatest(coalesce(s.accepted_vnd - l.volume,
                   coalesce(a.amount, 0) - coalesce(d.amount, 0)
                   - coalesce(sum(greatest(l.plan - l.outstanding - l.volume, 0)) over before, 0)), 0),
                 greatest(l.plan - l.outstanding - l.volume, 0)) as unpaid
      from line l
      left join said s on s.line_id = l.line_id
      left join accepted a on a.project_id = l.project_id
      left join paid d on d.project_id = l.project_id
     where l.budget_year = of_year
    window before as (partition by l.project_id order by l.line_id
                      rows between unbounded preceding and 1 preceding)),
  -- A ceiling of a group of sources stands for all its lines: the room goes to the one with most plan.
  held as (
    select distinct on (l.line_id) l.line_id, c.amount_vnd, c.source_code, c.years,
           row_number() over (partition by c.id order by l.plan desc, l.line_id) as place
      from line l
      join capital.ceilings_on(as_of) c
        on c.project_id = l.project_id and c.years @> of_year
       and (l.source_code = c.source_code or l.source_code like c.source_code || '.%')
     where l.budget_year = of_year
     order by l.line_id, length(c.source_code) desc)
  select o.line_id, o.pool_id, o.project_id, o.plan, o.outstanding + o.volume, o.outstanding, o.unpaid,
         coalesce((select sum(e.plan) from line e
                    where e.project_id = o.project_id and e.source_code = o.source_code
                      and e.budget_year < of_year), 0)::bigint,
         case when h.place > 1 then o.plan else h.amount_vnd end,
         case when h.place > 1 then 0
              else coalesce((select sum(e.plan) from line e
                              where e.project_id = o.project_id and e.line_id <> o.line_id
                                and h.years @> e.budget_year
                                and (e.source_code = h.source_code
                                     or e.source_code like h.source_code || '.%')), 0)::bigint end
    from owed o left join held h on h.line_id = o.line_id
   order by o.line_id
$$;

-- ---- Scenarios: named, each change of their rules a new step.
create table capital.scenario (
  id bigint generated by default as identity primary key,
  budget_year int not null check (budget_year between 2000 and 2100),
  name text not null check (name = btrim(name) and length(name) between 1 and 100),
  on_day date not null,
  at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null,
  constraint one_scenario_a_name unique (budget_year, name)
);
create table capital.scenario_step (
  scenario_id bigint not null references capital.scenario,
  step int not null check (step > 0),
  rules jsonb not null check (jsonb_typeof(rules) = 'object'),
  on_day date not null,
  at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null,
  -- Two people who act on what both saw cannot both succeed.
  primary key (scenario_id, step)
);

-- Solving in the background: claimed in the database; what it was asked with is frozen beside it, and the
-- best so far is kept, whatever becomes of the server.
create table capital.solve_job (
  id bigint generated always as identity primary key,
  scenario_id bigint not null,
  step int not null,
  state text not null default 'queued'
    check (state in ('queued', 'running', 'done', 'stopped', 'failed')),
  stop_asked boolean not null default false,
  attempts int not null default 0,
  interrupted_at timestamptz,
  claim uuid,
  claimed_until timestamptz,
  as_of date not null,
  instance jsonb,
  reached jsonb not null default '[]',
  proposal jsonb,
  chance_before numeric,
  chance_after numeric,
  problems text,
  whole boolean not null,
  bodies int[] not null,
  places int[] not null,
  asked_at timestamptz not null default clock_timestamp(),
  begun_at timestamptz,
  ended_at timestamptz,
  by_account bigint not null,
  by_name text not null,
  foreign key (scenario_id, step) references capital.scenario_step
);
comment on column capital.solve_job.interrupted_at is 'when a server died over it, the last time';
create unique index solve_job_going on capital.solve_job (scenario_id)
  where state in ('queued', 'running');
create index solve_job_of on capital.solve_job (scenario_id, id desc);

-- ---- What a person put forward, what the authority decided.
create table capital.reallocation (
  id bigint generated by default as identity primary key,
  job_id bigint not null references capital.solve_job,
  scenario_id bigint not null references capital.scenario,
  budget_year int not null,
  name text not null check (length(name) between 1 and 100),
  words text check (length(words) <= 2000),
  told jsonb not null,
  on_day date not null,
  at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null
);
comment on column capital.reallocation.told is 'where the province stood and would stand, as computed';
create table capital.reallocation_move (
  reallocation_id bigint not null references capital.reallocation,
  line_id bigint not null,
  pool_id int not null,
  amount_vnd bigint not null check (amount_vnd <> 0),
  plan_vnd bigint not null check (plan_vnd + amount_vnd >= 0),
  paid_vnd bigint not null,
  why text not null check (length(why) between 1 and 2000),
  documents text[] not null,
  cut_id bigint unique references capital.cut,
  primary key (reallocation_id, line_id),
  foreign key (line_id, pool_id) references capital.line (id, pool_id),
  constraint decrease_has_its_cut check ((amount_vnd < 0) = (cut_id is not null))
);
create index reallocation_move_line on capital.reallocation_move (line_id);
create table capital.reallocation_decision (
  id bigint generated by default as identity primary key,
  reallocation_id bigint not null references capital.reallocation,
  number text not null check (number = btrim(number) and length(number) between 1 and 60),
  issuer text not null check (issuer = btrim(issuer) and length(issuer) between 1 and 100),
  signer text not null check (signer = btrim(signer) and length(signer) between 1 and 200),
  signed_on date not null,
  on_day date not null,
  at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null,
  check (signed_on <= on_day),
  unique (reallocation_id, number, issuer)
);
-- What a decision says of each move: as proposed, a part, or nothing.
create table capital.reallocation_ruling (
  reallocation_id bigint not null,
  line_id bigint not null,
  decision_id bigint not null references capital.reallocation_decision,
  approved_vnd bigint not null check (approved_vnd >= 0),
  primary key (reallocation_id, line_id),
  foreign key (reallocation_id, line_id) references capital.reallocation_move
);
create table capital.reallocation_drop (
  reallocation_id bigint primary key references capital.reallocation,
  why text not null check (length(why) between 1 and 1000),
  on_day date not null,
  at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null
);

-- The same money is put forward once: who comes second waits for the first and is told by whom. Decreases
-- equal increases in each pool, but for what the pool has unallocated.
create function capital.hold_reallocation() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  told jsonb;
begin
  perform from capital.line l where l.id in (select a.line_id from added a)
    order by l.id for no key update;
  select jsonb_agg(jsonb_build_object('code', 'money_taken', 'line', m.line_id,
                                      'project', capital.project_words(l.project_id),
                                      'name', r.name, 'by', r.by_name, 'day', r.on_day,
                                      'amount', abs(m.amount_vnd)) order by m.line_id)
    into told
    from added a
    join capital.reallocation_move m
      on m.line_id = a.line_id and m.reallocation_id <> a.reallocation_id
    join capital.reallocation r on r.id = m.reallocation_id
    join capital.line l on l.id = m.line_id
   where not exists (select from capital.reallocation_ruling u
                      where u.reallocation_id = m.reallocation_id and u.line_id = m.line_id)
     and not exists (select from capital.reallocation_drop d
                      where d.reallocation_id = m.reallocation_id);
  if told is not null then
    raise exception 'money of line % is put forward already', told->0->>'line'
      using errcode = 'check_violation', constraint = 'money_taken', detail = told::text;
  end if;
  select jsonb_agg(jsonb_build_object('code', 'move_unbalanced', 'pool', p.code)) into told
    from (select a.pool_id, sum(a.amount_vnd) as more from added a group by a.pool_id) a
    join capital.pool p on p.id = a.pool_id
    join capital.pool_balance b on b.pool_id = a.pool_id
   where a.more <> 0
     and a.more not between 0 and b.assigned_pm + b.assigned_province - b.allocated;
  if told is not null then
    raise exception 'pool % is not balanced', told->0->>'pool'
      using errcode = 'check_violation', constraint = 'move_unbalanced', detail = told::text;
  end if;
  return null;
end
$$;
create trigger hold_reallocation after insert on capital.reallocation_move
  referencing new table as added for each statement execute function capital.hold_reallocation();

-- Nobody approves more than was put forward, nor anything of what was withdrawn.
create function capital.hold_ruling() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  m capital.reallocation_move;
  broken text;
begin
  perform from capital.reallocation r where r.id = new.reallocation_id for update;
  select * into m from capital.reallocation_move
   where reallocation_id = new.reallocation_id and line_id = new.line_id;
  broken := case
    when exists (select from capital.reallocation_drop d where d.reallocation_id = new.reallocation_id)
      then 'reallocation_over'
    when new.approved_vnd > abs(m.amount_vnd) then 'approved_above_proposed'
    when (select d.reallocation_id from capital.reallocation_decision d where d.id = new.decision_id)
         <> new.reallocation_id then 'decision_of_another' end;
  if broken is not null then
    raise exception 'reallocation % breaks %', new.reallocation_id, broken
      using errcode = 'check_violation', constraint = broken;
  end if;
  return new;
end
$$;
create trigger hold_ruling before insert on capital.reallocation_ruling
  for each row execute function capital.hold_ruling();

-- What was decided is not withdrawn.
create function capital.hold_drop() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  perform from capital.reallocation r where r.id = new.reallocation_id for update;
  if exists (select from capital.reallocation_move m
              where m.reallocation_id = new.reallocation_id)
     and not exists (select from capital.reallocation_move m
                      where m.reallocation_id = new.reallocation_id
                        and not exists (select from capital.reallocation_ruling u
                                         where u.reallocation_id = m.reallocation_id
                                           and u.line_id = m.line_id)) then
    raise exception 'reallocation % is decided', new.reallocation_id
      using errcode = 'check_violation', constraint = 'reallocation_over';
  end if;
  return new;
end
$$;
create trigger hold_drop before insert on capital.reallocation_drop
  for each row execute function capital.hold_drop();

-- A cut of a reallocation is booked or dropped by what is decided of that, not by itself.
create function capital.hold_cut_of_move() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if exists (select from capital.reallocation_move m
              where m.cut_id = new.cut_id
                and not exists (select from capital.reallocation_ruling u
                                 where u.reallocation_id = m.reallocation_id
                                   and u.line_id = m.line_id)
                and not exists (select from capital.reallocation_drop d
                                 where d.reallocation_id = m.reallocation_id)) then
    raise exception 'cut % is of a reallocation', new.cut_id
      using errcode = 'check_violation', constraint = 'cut_of_reallocation';
  end if;
  return new;
end
$$;
create trigger hold_cut_of_move before insert on capital.cut_end
  for each row execute function capital.hold_cut_of_move();

-- ---- Scope.
do $$
declare
  name text;
begin
  foreach name in array array['move_authority', 'receiver_rule'] loop
    execute format('alter table capital.%I enable row level security', name);
    execute format('create policy read on capital.%I for select using (true)', name);
    execute format('create policy write on capital.%I for insert '
                   'with check ((select database.scope_whole()))', name);
    execute format('create policy correct on capital.%I for update '
                   'using ((select database.scope_whole()))', name);
    execute format('grant select, insert, update on capital.%I to dondoc_app', name);
  end loop;
  foreach name in array array['scenario', 'scenario_step', 'solve_job', 'reallocation',
                              'reallocation_decision', 'reallocation_drop'] loop
    execute format('alter table capital.%I enable row level security', name);
    execute format('create policy write on capital.%I for insert with check '
                   '(by_account = (select database.scope_account()) and by_account <> 0 '
                   'and (select project.sees_all()))', name);
    execute format('grant select, insert on capital.%I to dondoc_app', name);
  end loop;
  foreach name in array array['reallocation_move', 'reallocation_ruling'] loop
    execute format('alter table capital.%I enable row level security', name);
    execute format('create policy write on capital.%I for insert with check '
                   '((select project.sees_all()))', name);
    execute format('grant select, insert on capital.%I to dondoc_app', name);
  end loop;
  foreach name in array array['scenario', 'scenario_step', 'solve_job'] loop
    execute format('create policy read on capital.%I for select '
                   'using ((select project.sees_all()))', name);
  end loop;
  foreach name in array array['scenario', 'scenario_step', 'reallocation', 'reallocation_move',
                              'reallocation_decision', 'reallocation_ruling',
                              'reallocation_drop'] loop
    execute format('create trigger only_added_to before update or delete or truncate on capital.%I '
                   'for each statement execute function capital.refuse_change()', name);
  end loop;
end
$$;
create policy work on capital.solve_job for update using ((select project.sees_all()));
grant update on capital.solve_job to dondoc_app;
-- A unit reads what was put forward of its own lines.
create policy read on capital.reallocation_move for select
  using ((select project.sees_all()) or line_id in (select l.id from capital.line l));
create policy read on capital.reallocation_ruling for select
  using ((select project.sees_all()) or line_id in (select l.id from capital.line l));
create policy read on capital.reallocation for select
  using ((select project.sees_all())
         or id in (select m.reallocation_id from capital.reallocation_move m));
create policy read on capital.reallocation_decision for select
  using ((select project.sees_all())
         or reallocation_id in (select m.reallocation_id from capital.reallocation_move m));
create policy read on capital.reallocation_drop for select
  using ((select project.sees_all())
         or reallocation_id in (select m.reallocation_id from capital.reallocation_move m));
grant usage on all sequences in schema capital to dondoc_app;

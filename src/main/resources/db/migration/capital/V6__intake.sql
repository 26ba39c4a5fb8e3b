-- Workbooks that come in: kept as they came, staged, looked at, and committed whole by a person.

create table capital.intake (
  id bigint generated always as identity primary key,
  content text not null check (content in ('treasury', 'vouchers', 'report', 'plan')),
  sender_id int not null references agency.body,
  issuer text not null check (length(issuer) between 1 and 100),
  file_name text not null check (length(file_name) between 1 and 255),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  bytes int not null check (bytes > 0),
  budget_year int not null check (budget_year between 2000 and 2100),
  cut_off date not null,
  report_kind text check (report_kind in ('estimate', 'actual')),
  document text check (length(document) between 1 and 60),
  annex text check (length(annex) between 1 and 30),
  on_day date not null,
  staged_at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null,
  constraint reports_are_of_a_kind check ((content = 'report') = (report_kind is not null)),
  constraint plans_have_a_document check ((content = 'plan') = (document is not null))
);
comment on column capital.intake.cut_off is 'ngày chốt số liệu; of a plan the day it was signed';
comment on column capital.intake.issuer is 'how vouchers of the sender are told apart';
create index intake_sender on capital.intake (sender_id, content, cut_off);
create index intake_digest on capital.intake (digest);

-- Tệp gốc: what came, byte for byte.
create table capital.intake_file (
  intake_id bigint primary key references capital.intake,
  content bytea not null
);

-- Sheets of the file, with what is merged in them and how numbers as text are written.
create table capital.intake_tab (
  intake_id bigint not null references capital.intake,
  name text not null,
  rows int not null,
  merged text not null,
  vietnamese int not null,
  english int not null,
  primary key (intake_id, name)
);

-- Rows as they stand in the file: cells as JSON, each with a letter for its kind before its text.
create table capital.intake_raw (
  intake_id bigint not null references capital.intake,
  ordinal int not null,
  tab text not null,
  number int not null,
  cells text not null,
  primary key (intake_id, ordinal)
);
create index intake_raw_tab on capital.intake_raw (intake_id, tab, ordinal);

-- How tables of a sender are read; the last row counts.
create table capital.intake_profile (
  id bigint generated always as identity primary key,
  sender_id int not null references agency.body,
  content text not null check (content in ('treasury', 'vouchers', 'report', 'plan')),
  mapping text not null check (length(mapping) <= 100000),
  made_at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null
);
create index intake_profile_of on capital.intake_profile (sender_id, content, id desc);

-- A file is read as often as its columns are told; the last reading that came to its end counts.
create table capital.intake_reading (
  id bigint generated always as identity primary key,
  intake_id bigint not null references capital.intake,
  mapping text not null check (length(mapping) <= 100000),
  remembered boolean not null,
  made_at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null
);
comment on column capital.intake_reading.remembered is 'the profile fitted, nobody was asked';
create index intake_reading_of on capital.intake_reading (intake_id, id desc);

-- Work in the background: claimed in the database, so that any server may do it; what was done when
-- one died is not done again.
create table capital.intake_job (
  id bigint generated always as identity primary key,
  intake_id bigint not null references capital.intake,
  task text not null check (task in ('unpack', 'read')),
  reading_id bigint references capital.intake_reading,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
  rows_done int not null default 0,
  rows_total int,
  attempts int not null default 0,
  claim uuid,
  claimed_until timestamptz,
  problems text,
  whole boolean not null,
  bodies int[] not null,
  places int[] not null,
  asked_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  by_account bigint not null,
  by_name text not null,
  constraint reads_something check ((task = 'read') = (reading_id is not null))
);
comment on column capital.intake_job.whole is 'how far who asked for it could see';
create index intake_job_waiting on capital.intake_job (id) where state in ('queued', 'running');
create index intake_job_of on capital.intake_job (intake_id, id desc);

-- Projects and pools as the file calls them, once each.
create table capital.intake_key (
  reading_id bigint not null references capital.intake_reading,
  number int not null,
  what text not null check (what in ('project', 'pool')),
  words text not null,
  code text,
  budget_code text,
  name text,
  owner text,
  owner_id int,
  pool_id int references capital.pool,
  why text,
  place text not null,
  primary key (reading_id, number)
);
comment on column capital.intake_key.words is 'what a decision about it is remembered by';
comment on column capital.intake_key.why is 'why no pool was found: unknown, several, another_year';

create table capital.intake_row (
  reading_id bigint not null references capital.intake_reading,
  number int not null,
  row int not null,
  place text not null,
  class text not null check (class in ('item', 'group', 'total', 'refused')),
  title text,
  project_key int,
  pool_key int,
  pool_id int references capital.pool,
  series text,
  document text,
  value_on date,
  entry_kind text,
  direction smallint,
  amount_vnd bigint,
  plan_vnd bigint,
  outstanding_vnd bigint,
  volume_vnd bigint,
  disbursed_vnd bigint,
  work_done_vnd bigint,
  accepted_vnd bigint,
  promised_next_vnd bigint,
  expected_31_12_vnd bigint,
  expected_31_1_vnd bigint,
  difficulty text,
  primary key (reading_id, number)
);

create table capital.intake_note (
  id bigint generated always as identity primary key,
  reading_id bigint not null references capital.intake_reading,
  stops boolean not null,
  place text not null,
  key text not null,
  arguments text not null
);
create index intake_note_of on capital.intake_note (reading_id, id);

-- What a person said words of a sender mean; the last word counts, for its next files too.
create table capital.intake_match (
  id bigint generated always as identity primary key,
  sender_id int not null references agency.body,
  what text not null check (what in ('project', 'pool')),
  words text not null,
  project_id bigint references project.project,
  pool_id int references capital.pool,
  made_at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null,
  constraint means_one check (project_id is null or pool_id is null)
);
comment on table capital.intake_match is 'neither project nor pool: it is left out';
create index intake_match_of on capital.intake_match (sender_id, what, words, id desc);

-- The report as it was when it was committed.
create table capital.intake_outcome (
  reading_id bigint not null references capital.intake_reading,
  number int not null,
  project_id bigint,
  pool_id int,
  line_id bigint,
  how text,
  state text not null,
  why text,
  was_outstanding bigint,
  was_volume bigint,
  was_vnd bigint,
  said_vnd bigint,
  plan_vnd bigint,
  other_vnd bigint,
  part int,
  primary key (reading_id, number)
);

create table capital.intake_end (
  intake_id bigint primary key references capital.intake,
  outcome text not null check (outcome in ('committed', 'dropped')),
  reading_id bigint references capital.intake_reading,
  posting_id bigint references capital.posting,
  reason text check (length(reason) between 1 and 1000),
  on_day date not null,
  ended_at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null
);
alter table capital.posting
  add foreign key (import_id) references capital.intake;
alter table capital.owner_report
  add foreign key (import_id) references capital.intake;

do $$
declare
  name text;
begin
  foreach name in array array['intake', 'intake_file', 'intake_tab', 'intake_raw', 'intake_profile',
                              'intake_reading', 'intake_key', 'intake_row', 'intake_note',
                              'intake_match', 'intake_outcome', 'intake_end'] loop
    execute format('create trigger only_added_to before update or delete or truncate on capital.%I '
                   'for each statement execute function capital.refuse_change()', name);
  end loop;
end
$$;

-- Which project each name of a reading means: by its codes, else as a person said, else by the same
-- name of the same owner. One that is left out has neither project nor question.
create function capital.intake_projects(reading bigint)
  returns table (key int, project_id bigint, how text)
  language sql stable
  set search_path = pg_catalog
as $$
  with k as (
    select k.*, i.sender_id
      from capital.intake_key k
      join capital.intake_reading r on r.id = k.reading_id
      join capital.intake i on i.id = r.intake_id
     where k.reading_id = reading and k.what = 'project'),
  p as materialized (
    select distinct on (v.project_id) v.project_id, v.code, v.budget_code, v.name_folded, v.owner_id
      from project.version v
     order by v.project_id, v.step desc),
  said as (
    select distinct on (m.words) m.words, m.project_id
      from capital.intake_match m
     where m.what = 'project' and m.sender_id = (select min(k.sender_id) from k)
     order by m.words, m.id desc),
  named as (
    select k.number, count(*) as several, min(p.project_id) as project_id,
           bool_or(k.code <> p.code or k.budget_code <> p.budget_code) as coded_else
      from k
      join p on p.name_folded = database.fold(k.name)
            and (k.owner_id = p.owner_id or k.owner_id is null and k.owner is null)
     group by k.number)
  select k.number,
         case when c.project_id <> b.project_id then null
              when coalesce(c.project_id, b.project_id) is not null
                then coalesce(c.project_id, b.project_id)
              when s.words is not null then s.project_id
              when n.several = 1 and n.coded_else is not true then n.project_id end,
         case when c.project_id <> b.project_id then 'codes_differ'
              when c.project_id is not null then 'code'
              when b.project_id is not null then 'budget_code'
              when s.words is not null and s.project_id is null then 'left_out'
              when s.words is not null then 'said'
              when n.several = 1 and n.coded_else is not true then 'name'
              else 'asked' end
    from k
    left join p c on c.code = k.code
    -- Senders put the budget code under any heading that speaks of a code.
    left join p b on b.budget_code = coalesce(k.budget_code, k.code)
    left join said s on s.words = k.words
    left join named n on n.number = k.number
$$;

create function capital.intake_pools(reading bigint)
  returns table (key int, pool_id int, how text)
  language sql stable
  set search_path = pg_catalog
as $$
  select k.number, coalesce(k.pool_id, s.pool_id),
         case when k.pool_id is not null then 'words'
              when k.why = 'another_year' then 'another_year'
              when s.words is not null and s.pool_id is null then 'left_out'
              when s.words is not null then 'said'
              else 'asked' end
    from capital.intake_key k
    join capital.intake_reading r on r.id = k.reading_id
    join capital.intake i on i.id = r.intake_id
    left join lateral (
      select m.words, m.pool_id
        from capital.intake_match m
       where m.what = 'pool' and m.sender_id = i.sender_id and m.words = k.words
       order by m.id desc limit 1) s on true
   where k.reading_id = reading and k.what = 'pool'
$$;

-- Each figure of a reading with the line it is of.
create function capital.intake_lines(reading bigint)
  returns table (number int, project_id bigint, pool_id int, line_id bigint, how text, state text,
                 why text)
  language sql stable
  set search_path = pg_catalog
as $$
  select w.number, w.project_id, w.pool_id, w.line_id, w.how,
         case when w.how = 'left_out' or w.pool_how = 'left_out' then 'left_out'
              when w.how = 'asked' then 'asked'
              when w.how = 'codes_differ' or w.pool_how = 'another_year' then 'refused'
              when w.pool_how = 'asked' then 'asked'
              when w.pool_id is null then 'refused' end,
         case when w.how = 'asked' then 'project'
              when w.how = 'codes_differ' then 'codes_differ'
              when w.pool_how = 'another_year' then 'another_year'
              when w.pool_how = 'asked' then 'pool'
              when w.pool_id is null and w.lines > 1 then 'pool_of_several'
              when w.pool_id is null then 'pool_missing' end
    from (
      select r.number, p.project_id, p.how, o.how as pool_how, a.lines,
             coalesce(r.pool_id, o.pool_id, a.pool_id) as pool_id, l.id as line_id
        from capital.intake_row r
        join capital.intake_reading g on g.id = r.reading_id
        join capital.intake i on i.id = g.intake_id
        left join capital.intake_projects(reading) p on p.key = r.project_key
        left join capital.intake_pools(reading) o on o.key = r.pool_key
        left join (
          select x.project_id, q.budget_year, count(*) as lines,
                 case when count(*) = 1 then min(x.pool_id) end as pool_id
            from capital.line x join capital.pool q on q.id = x.pool_id
           group by x.project_id, q.budget_year) a
          on a.project_id = p.project_id and a.budget_year = i.budget_year
         and r.pool_id is null and r.pool_key is null
        left join capital.line l
          on l.project_id = p.project_id
         and l.pool_id = coalesce(r.pool_id, o.pool_id, a.pool_id)
       where r.reading_id = reading and r.class = 'item') w
$$;

-- What the figures of a reading would do today.
create function capital.intake_plan(reading bigint)
  returns table (number int, project_id bigint, pool_id int, line_id bigint, how text, state text,
                 why text, was_outstanding bigint, was_volume bigint, was_vnd bigint,
                 said_vnd bigint, plan_vnd bigint, other_vnd bigint, part int)
  language plpgsql stable
  set search_path = pg_catalog
as $$
declare
  i capital.intake;
begin
  select x.* into i
    from capital.intake x join capital.intake_reading g on g.intake_id = x.id
   where g.id = reading;
  if i.content in ('treasury', 'report') then
    return query
      with r as (
        select t.*, n.project_id, n.pool_id as pool, n.line_id, n.how, n.state, n.why,
               count(*) filter (where n.state is null)
                 over (partition by n.project_id, n.pool_id, n.state is null) as times
          from capital.intake_row t
          join capital.intake_lines(reading) n on n.number = t.number
         where t.reading_id = reading),
      said as (
        select o.* from capital.owner_reports_on('infinity') o
         where o.month = date_trunc('month', i.cut_off)::date
           and (i.content = 'treasury' or o.kind = i.report_kind))
      select r.number, r.project_id, r.pool, r.line_id, r.how,
             case when r.state is not null then r.state
                  when r.times > 1 or r.line_id is null then 'refused'
                  when i.content = 'report' then
                    case when o.id is null then 'new'
                         when coalesce(r.disbursed_vnd, o.disbursed_vnd)
                                is not distinct from o.disbursed_vnd
                              and coalesce(r.work_done_vnd, o.work_done_vnd)
                                is not distinct from o.work_done_vnd
                              and coalesce(r.accepted_vnd, o.accepted_vnd)
                                is not distinct from o.accepted_vnd
                              and coalesce(r.promised_next_vnd, o.promised_next_vnd)
                                is not distinct from o.promised_next_vnd
                              and coalesce(r.expected_31_12_vnd, o.expected_31_12_vnd)
                                is not distinct from o.expected_31_12_vnd
                              and coalesce(r.expected_31_1_vnd, o.expected_31_1_vnd)
                                is not distinct from o.expected_31_1_vnd
                              and coalesce(r.difficulty, o.difficulty)
                                is not distinct from o.difficulty then 'same'
                         else 'changed' end
                  when coalesce(r.outstanding_vnd, s.outstanding) = s.outstanding
                       and coalesce(r.volume_vnd, s.volume) = s.volume
                       and coalesce(r.disbursed_vnd, s.disbursed) = s.disbursed then 'same'
                  when coalesce(r.disbursed_vnd,
                                coalesce(r.outstanding_vnd, s.outstanding)
                                  + coalesce(r.volume_vnd, s.volume)) < s.disbursed then 'lower'
                  when s.disbursed = 0 then 'new'
                  else 'changed' end,
             case when r.state is not null then r.why
                  when r.times > 1 then 'twice'
                  when r.line_id is null then 'no_line' end,
             s.outstanding, s.volume,
             case when i.content = 'report' then o.disbursed_vnd else s.disbursed end,
             coalesce(r.disbursed_vnd,
                      case when i.content = 'treasury'
                           then coalesce(r.outstanding_vnd, s.outstanding, 0)
                                + coalesce(r.volume_vnd, s.volume, 0) end),
             s.plan,
             case when i.content = 'report' then s.disbursed else o.disbursed_vnd end,
             null::int
        from r
        left join capital.lines_on(i.cut_off, i.budget_year) s on s.line_id = r.line_id
        left join lateral (
          select x.* from said x where x.line_id = r.line_id
           order by (x.kind = 'actual') desc limit 1) o on true;
    return;
  end if;
  return query
    with r as (
      select t.number, t.direction, t.amount_vnd, t.entry_kind, t.series, t.document, t.value_on,
             n.project_id, n.pool_id as pool, n.line_id, n.how, n.state, n.why,
             (row_number() over paper)::int as part,
             count(*) over whole as parts,
             min(t.value_on) over whole <> max(t.value_on) over whole as uneven
        from capital.intake_row t
        join capital.intake_lines(reading) n on n.number = t.number
       where t.reading_id = reading and n.state is distinct from 'left_out'
      window paper as (partition by t.document, t.series order by t.number),
             whole as (partition by t.document, t.series)),
    more as (
      select e.number as document, e.series, max(e.part) as parts
        from capital.entry e
       where e.issuer = i.issuer
         and (e.number, e.series) in (select r.document, r.series from r)
       group by e.number, e.series)
    select r.number, r.project_id, r.pool, r.line_id, r.how,
           case when r.state is not null then r.state
                when r.uneven or m.parts <> r.parts then 'refused'
                when e.id is not null
                  then case when (e.line_id, e.kind, e.direction, e.amount_vnd, e.value_on)
                                 is not distinct from
                                 (r.line_id, r.entry_kind, r.direction, r.amount_vnd, r.value_on)
                            then 'same' else 'refused' end
                when r.line_id is null and i.content = 'vouchers' then 'refused'
                when r.value_on <= capital.closed_until() then 'refused'
                else 'new' end,
           case when r.state is not null then r.why
                when r.uneven then 'days_differ'
                when m.parts <> r.parts then 'voucher_incomplete'
                when e.id is not null
                     and (e.line_id, e.kind, e.direction, e.amount_vnd, e.value_on)
                         is distinct from
                         (r.line_id, r.entry_kind, r.direction, r.amount_vnd, r.value_on)
                  then 'voucher_changed'
                when e.id is not null then null
                when r.line_id is null and i.content = 'vouchers' then 'no_line'
                when r.value_on <= capital.closed_until() then 'closed' end,
           null::bigint, null::bigint, e.direction * e.amount_vnd, r.direction * r.amount_vnd,
           b.allocated + b.adjusted + b.transferred_in - b.transferred_out + b.carried_in
             - b.carried_out - b.cancelled,
           null::bigint, r.part
      from r
      left join more m on m.document = r.document and m.series = r.series
      left join capital.entry e
        on e.number = r.document and e.series = r.series and e.issuer = i.issuer and e.part = r.part
      left join capital.line_balance b on b.line_id = r.line_id
    union all
    select n.number, n.project_id, n.pool_id, n.line_id, n.how, n.state, n.why, null, null, null,
           t.direction * t.amount_vnd, null, null, null
      from capital.intake_lines(reading) n
      join capital.intake_row t on t.reading_id = reading and t.number = n.number
     where n.state = 'left_out';
end
$$;

-- ---- Scope: who oversees all sees every file, a sender its own, whoever sent one in theirs.
do $$
declare
  name text;
  here text;
begin
  alter table capital.intake enable row level security;
  create policy read on capital.intake for select
    using ((select project.sees_all()) or by_account = (select database.scope_account())
           or sender_id = any((select database.scope_bodies())::int[]));
  create policy write on capital.intake for insert
    with check (by_account = (select database.scope_account()) and by_account <> 0
                and ((select project.sees_all())
                     or sender_id = any((select database.scope_bodies())::int[])));
  foreach name in array array['intake_profile', 'intake_match'] loop
    execute format('alter table capital.%I enable row level security', name);
    execute format('create policy read on capital.%I for select using ((select project.sees_all()) '
                   'or sender_id = any((select database.scope_bodies())::int[]))', name);
    execute format('create policy write on capital.%I for insert with check '
                   '(by_account = (select database.scope_account()) and by_account <> 0 and '
                   '((select project.sees_all()) '
                   'or sender_id = any((select database.scope_bodies())::int[])))', name);
  end loop;
  foreach name in array array['intake_file', 'intake_tab', 'intake_raw', 'intake_reading',
                              'intake_job', 'intake_end', 'intake_key', 'intake_row',
                              'intake_note', 'intake_outcome'] loop
    here := case when name in ('intake_key', 'intake_row', 'intake_note', 'intake_outcome')
                 then 'reading_id in (select g.id from capital.intake_reading g)'
                 else 'intake_id in (select i.id from capital.intake i)' end;
    execute format('alter table capital.%I enable row level security', name);
    execute format('create policy read on capital.%I for select using (%s)', name, here);
    execute format('create policy write on capital.%I for insert with check (%s)', name, here);
  end loop;
  create policy work on capital.intake_job for update
    using (intake_id in (select i.id from capital.intake i));
  foreach name in array array['intake', 'intake_file', 'intake_tab', 'intake_raw',
                              'intake_profile', 'intake_reading', 'intake_job', 'intake_key',
                              'intake_row', 'intake_note', 'intake_match', 'intake_outcome',
                              'intake_end'] loop
    execute format('grant select, insert on capital.%I to dondoc_app', name);
  end loop;
  grant update on capital.intake_job to dondoc_app;
end
$$;
grant usage on all sequences in schema capital to dondoc_app;

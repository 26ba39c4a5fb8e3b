-- Tasks: who owes what by when, whatever made them. What a task says is in its versions; a correction
-- is a new version, nothing is overwritten.
grant usage on schema task to dondoc_app;

-- Codes run without gaps within a year: the row is locked until the task is committed.
create table task.counter (
  year int primary key,
  last int not null check (last > 0)
);

create table task.task (
  id bigint generated always as identity primary key,
  year int not null,
  serial int not null,
  code text not null generated always as ('NV-' || year || '-' || lpad(serial::text, 4, '0')) stored,
  source_kind text not null,
  source_id bigint not null,
  source_key text not null,
  source_path text[] not null,
  ordinal int not null,
  made_at timestamptz not null default now(),
  unique (year, serial),
  -- The same source cannot make the same task twice.
  unique (source_kind, source_id, source_key)
);
create index task_source on task.task (source_kind, source_id, ordinal);

create table task.version (
  id bigint generated always as identity primary key,
  task_id bigint not null references task.task,
  number int not null check (number > 0),
  action text not null check (length(action) between 1 and 4000),
  quote text not null check (length(quote) <= 20000),
  consequence text,
  condition text,
  due_kind text not null check (due_kind in
    ('none', 'date', 'recurring', 'relative', 'event', 'soft', 'standing', 'conditional')),
  due_on date,
  due_time time,
  due_op text check (due_op in ('by', 'before')),
  due_every text,
  due_day int,
  due_within int,
  due_unit text,
  due_from text,
  due_text text,
  year_inferred boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by bigint not null,
  recorded_by_name text not null,
  why text,
  unique (task_id, number),
  check (due_kind <> 'date' or due_on is not null),
  check (due_kind <> 'recurring' or due_every is not null),
  check (number = 1 or why is not null)
);

create table task.party (
  id bigint generated always as identity primary key,
  version_id bigint not null references task.version,
  task_id bigint not null references task.task,
  body_id int not null references agency.body,
  part text not null check (part in ('lead', 'coordinate', 'implement', 'report_to')),
  as_written text not null,
  ordinal int not null,
  unique (version_id, body_id, part)
);
create index party_task on task.party (task_id);
create index party_body on task.party (body_id, task_id);

-- The version that counts today.
create view task.current with (security_invoker = true) as
  select distinct on (task_id) *
    from task.version
   order by task_id, number desc;

-- Tasks in which a body of the scope takes part. Runs as the owner: a policy on the parties that
-- looked into the parties would call itself.
create function task.scope_tasks() returns bigint[]
  language sql stable security definer
  set search_path = pg_catalog
  return (select coalesce(array_agg(distinct p.task_id), '{}')
            from task.party p
           where p.body_id = any((select database.scope_bodies())::int[])
             and p.part <> 'report_to');
revoke all on function task.scope_tasks() from public;
grant execute on function task.scope_tasks() to dondoc_app;

alter table task.counter enable row level security;
create policy counter_whole on task.counter
  using ((select database.scope_whole())) with check ((select database.scope_whole()));
alter table task.task enable row level security;
create policy task_seen on task.task for select
  using ((select database.scope_whole()) or id = any((select task.scope_tasks())::bigint[]));
create policy task_made on task.task for insert with check ((select database.scope_whole()));
alter table task.version enable row level security;
create policy version_seen on task.version for select
  using ((select database.scope_whole()) or task_id = any((select task.scope_tasks())::bigint[]));
create policy version_made on task.version for insert with check ((select database.scope_whole()));
alter table task.party enable row level security;
create policy party_seen on task.party for select
  using ((select database.scope_whole()) or task_id = any((select task.scope_tasks())::bigint[]));
create policy party_made on task.party for insert with check ((select database.scope_whole()));

grant select, insert, update on task.counter to dondoc_app;
grant select, insert on task.task, task.version, task.party to dondoc_app;
grant select on task.current to dondoc_app;

-- Many tasks at once: what was done together is kept together, so that it can be taken back
-- together; and sheets that were sent in wait in the database until somebody has looked at them.

-- A body that a correction takes in again owes anew: the duty that was cancelled stays as it is.
alter table task.duty add column round int not null default 1 check (round > 0);
alter table task.duty drop constraint duty_task_id_body_id_part_period_from_key;
alter table task.duty add constraint duty_once_a_round
  unique nulls not distinct (task_id, body_id, part, period_from, round);

-- Sheets and people name a task by its code: from the ten thousandth of a year on it has to be
-- longer, and no two bear the same.
alter table task.task drop column code;
alter table task.task add column code text not null unique generated always as
  ('NV-' || year || '-' || lpad(serial::text, greatest(4, length(serial::text)), '0')) stored;

create table task.batch (
  id bigint generated always as identity primary key,
  kind text not null check (kind in
    ('due_on', 'shift', 'add_coordinator', 'replace_coordinator', 'replace_lead', 'consequence',
     'sheet', 'undo')),
  why text not null check (length(why) between 1 and 500),
  undoes bigint unique references task.batch,
  made_at timestamptz not null default now(),
  made_by bigint not null,
  made_by_name text not null,
  check ((kind = 'undo') = (undoes is not null))
);
create table task.batch_task (
  batch_id bigint not null references task.batch,
  task_id bigint not null references task.task,
  before int not null,
  after int not null,
  primary key (batch_id, task_id),
  foreign key (task_id, before) references task.version (task_id, number),
  foreign key (task_id, after) references task.version (task_id, number),
  check (after > before)
);

create table task.sheet (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('task', 'duty')),
  file_name text not null check (length(file_name) between 1 and 255),
  staged_at timestamptz not null default now(),
  staged_by bigint not null,
  staged_by_name text not null
);
create index sheet_staged on task.sheet (staged_by, id);

-- The header with the column each of ours stands in, as JSON.
create table task.sheet_header (
  sheet_id bigint primary key references task.sheet,
  tab text not null,
  row_number int not null,
  titles text not null,
  columns text not null
);

-- A row as it was read: its cells as JSON, each with a letter for its kind before its text.
create table task.sheet_row (
  sheet_id bigint not null references task.sheet,
  number int not null,
  cells text not null,
  primary key (sheet_id, number)
);
create table task.sheet_finding (
  id bigint generated always as identity primary key,
  sheet_id bigint not null references task.sheet,
  kind text not null,
  tab text not null,
  row_number int not null,
  column_number int not null,
  shown text not null
);
create index sheet_finding_of on task.sheet_finding (sheet_id);

-- Which of the two is kept where both the sheet and the register changed; the last choice counts,
-- and only while the register stands as it was seen.
create table task.sheet_choice (
  id bigint generated always as identity primary key,
  sheet_id bigint not null references task.sheet,
  number int not null,
  seen int not null,
  keeps text not null check (keeps in ('sheet', 'register')),
  chosen_at timestamptz not null default now(),
  foreign key (sheet_id, number) references task.sheet_row (sheet_id, number)
);
create index sheet_choice_of on task.sheet_choice (sheet_id, number);

create table task.sheet_end (
  sheet_id bigint primary key references task.sheet,
  outcome text not null check (outcome in ('written', 'dropped')),
  batch_id bigint references task.batch,
  ended_at timestamptz not null default now()
);
create table task.sheet_fact (
  sheet_id bigint not null references task.sheet,
  number int not null,
  duty_id bigint not null,
  step int not null,
  primary key (sheet_id, number),
  foreign key (duty_id, step) references task.fact (duty_id, step)
);

alter table task.batch enable row level security;
alter table task.batch_task enable row level security;
create policy batch_seen on task.batch for select using ((select database.scope_whole()));
create policy batch_made on task.batch for insert with check ((select database.scope_whole()));
create policy batch_task_seen on task.batch_task for select
  using ((select database.scope_whole()));
create policy batch_task_made on task.batch_task for insert
  with check ((select database.scope_whole()));

-- What waits is seen by who sent it in, and by nobody else.
alter table task.sheet enable row level security;
create policy sheet_own on task.sheet for select
  using (staged_by = (select database.scope_account()));
create policy sheet_staged on task.sheet for insert
  with check (staged_by = (select database.scope_account()));
do $$
declare
  name text;
begin
  foreach name in array array['sheet_header', 'sheet_row', 'sheet_finding', 'sheet_choice',
                              'sheet_end', 'sheet_fact'] loop
    execute format('alter table task.%I enable row level security', name);
    execute format('create policy own on task.%I for select using '
                   '(exists (select from task.sheet s where s.id = sheet_id))', name);
    execute format('create policy added on task.%I for insert with check '
                   '(exists (select from task.sheet s where s.id = sheet_id))', name);
    execute format('grant select, insert on task.%I to dondoc_app', name);
  end loop;
end
$$;
grant select, insert on task.batch, task.batch_task, task.sheet to dondoc_app;

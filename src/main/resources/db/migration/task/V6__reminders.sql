-- Reminders: a ladder of days about a deadline, told once a rung; the letters that carry them; keys
-- of calendar feeds.
create table task.reminder_rung (
  id int generated always as identity primary key,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  days int not null check (days between -365 and 365),
  every int check (every between 1 and 365),
  audience text[] not null
    check (audience <@ array['body', 'parent', 'office'] and cardinality(audience) > 0)
);

-- A day is told once, however often it is announced.
create table task.reminder_day (
  day date primary key,
  at timestamptz not null default clock_timestamp()
);
create table task.reminder (
  duty_id bigint not null references task.duty,
  due date not null,
  rung_on date not null,
  told_on date not null references task.reminder_day check (told_on >= rung_on),
  audience text[] not null,
  primary key (duty_id, due, rung_on)
);

-- What other modules have been told about a deadline.
create table task.deadline_news (
  duty_id bigint not null references task.duty,
  due date not null,
  kind text not null check (kind in ('soon', 'overdue')),
  told_on date not null,
  primary key (duty_id, due, kind)
);

-- One letter a person and day. A letter is sent by whoever holds its row.
create table task.outbox (
  id bigint generated always as identity primary key,
  account_id bigint not null references identity.account,
  day date not null,
  name text not null,
  address text not null check (length(address) between 3 and 254),
  subject text not null check (length(subject) between 1 and 300),
  body text not null check (length(body) between 1 and 200000),
  message_id text not null unique check (length(message_id) <= 300),
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
  attempts int not null default 0 check (attempts >= 0),
  next_try_at timestamptz not null default clock_timestamp(),
  last_error text check (length(last_error) <= 500),
  made_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  check ((state = 'sent') = (sent_at is not null)),
  unique (account_id, day)
);
create index outbox_waiting on task.outbox (next_try_at, id) where state = 'queued';

-- Only a digest of the key is kept: the table opens nothing.
create table task.calendar_key (
  id bigint generated always as identity primary key,
  account_id bigint references identity.account,
  body_id int references agency.body,
  key_sha256 text not null unique check (key_sha256 ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null default clock_timestamp(),
  made_by text not null,
  revoked_at timestamptz,
  revoked_by text,
  check (num_nonnulls(account_id, body_id) = 1),
  check ((revoked_at is null) = (revoked_by is null))
);
create unique index calendar_key_account on task.calendar_key (account_id) where revoked_at is null;
create unique index calendar_key_body on task.calendar_key (body_id) where revoked_at is null;

alter table task.reminder_rung enable row level security;
create policy reminder_rung_read on task.reminder_rung for select using (true);
create policy reminder_rung_load on task.reminder_rung using ((select database.scope_whole()))
  with check ((select database.scope_whole()));
alter table task.reminder_day enable row level security;
create policy reminder_day_whole on task.reminder_day using ((select database.scope_whole()))
  with check ((select database.scope_whole()));
alter table task.reminder enable row level security;
create policy reminder_seen on task.reminder for select
  using ((select database.scope_whole())
         or exists (select from task.duty d where d.id = duty_id));
create policy reminder_told on task.reminder for insert
  with check ((select database.scope_whole()));
alter table task.deadline_news enable row level security;
create policy deadline_news_whole on task.deadline_news using ((select database.scope_whole()))
  with check ((select database.scope_whole()));
alter table task.outbox enable row level security;
create policy outbox_seen on task.outbox for select
  using ((select database.scope_whole()) or account_id = (select database.scope_account()));
create policy outbox_queued on task.outbox for insert
  with check ((select database.scope_whole()));
create policy outbox_tried on task.outbox for update
  using ((select database.scope_whole()));
alter table task.calendar_key enable row level security;
create policy calendar_key_own on task.calendar_key
  using ((select database.scope_whole()) or account_id = (select database.scope_account())
         or body_id = any((select database.scope_bodies())::int[]))
  with check ((select database.scope_whole()) or account_id = (select database.scope_account())
         or body_id = any((select database.scope_bodies())::int[]));

grant select, insert, delete on task.reminder_rung to dondoc_app;
grant select, insert on task.reminder_day, task.reminder, task.deadline_news to dondoc_app;
grant select, insert on task.outbox, task.calendar_key to dondoc_app;
grant update (state, attempts, next_try_at, last_error, sent_at) on task.outbox to dondoc_app;
grant update (revoked_at, revoked_by) on task.calendar_key to dondoc_app;

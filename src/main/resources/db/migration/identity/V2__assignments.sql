-- What an account may do and for whom lives in time: a change ends the row that held until now and
-- adds another. The clock is the real one, wherever a demonstration's day stands.
alter table identity.assignment drop constraint assignment_pkey;
alter table identity.assignment
  add column id bigint generated always as identity primary key,
  add column granted_at timestamptz not null default now(),
  add column granted_by text not null default '',
  add column withdrawn_at timestamptz,
  add column withdrawn_by text,
  add check ((withdrawn_at is null) = (withdrawn_by is null));
create unique index assignment_once on identity.assignment (account_id, role_code)
  where withdrawn_at is null;
create index assignment_role on identity.assignment (role_code);

create policy assignment_withdraw on identity.assignment for update
  using ((select database.scope_whole()));
grant update (withdrawn_at, withdrawn_by) on identity.assignment to dondoc_app;

create index account_words on identity.account
  using gin (database.fold(name || ' ' || login) gin_trgm_ops);

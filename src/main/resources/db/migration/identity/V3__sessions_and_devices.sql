-- Every password of an account has a number. A session belongs to the password it was opened with and
-- ends with it.
alter table identity.account add column password_no int not null default 1 check (password_no > 0);
grant update (password_no) on identity.account to dondoc_app;

-- Browsers an account has signed in on. Wrong passwords of strangers do not count against them, so
-- nobody can keep the owner out. Only a digest is kept: the table opens nothing.
create table identity.device (
  id bigint generated always as identity primary key,
  account_id bigint not null references identity.account,
  token_sha256 text not null check (token_sha256 ~ '^[0-9a-f]{64}$'),
  seen_at timestamptz not null default now(),
  unique (token_sha256, account_id)
);
create index device_account on identity.device (account_id, seen_at);
alter table identity.device enable row level security;
create policy device_whole on identity.device using ((select database.scope_whole()))
  with check ((select database.scope_whole()));
grant select, insert, delete on identity.device to dondoc_app;
grant update (seen_at) on identity.device to dondoc_app;

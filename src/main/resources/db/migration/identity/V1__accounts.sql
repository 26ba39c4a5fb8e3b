-- Accounts, roles and scopes. What a role may do is data, loaded from a file an administrator can
-- replace.
grant usage on schema identity to dondoc_app;

create table identity.role (
  code text primary key check (code ~ '^[a-z0-9-]+$'),
  name_vi text not null,
  name_en text not null,
  whole_province boolean not null
);
create table identity.role_right (
  role_code text not null references identity.role,
  right_code text not null check (right_code ~ '^[a-z]+\.[a-z_]+$'),
  primary key (role_code, right_code)
);

create table identity.account (
  id bigint generated always as identity primary key,
  login text not null unique check (login ~ '^[a-z0-9][a-z0-9.-]{2,49}$'),
  name text not null check (length(name) between 1 and 200),
  password text not null,
  must_change boolean not null default true,
  disabled_at timestamptz,
  opened_at timestamptz not null default now()
);
create table identity.assignment (
  account_id bigint not null references identity.account,
  role_code text not null references identity.role,
  body_id int references agency.body,
  place_id int references place.unit,
  primary key (account_id, role_code)
);

-- Wrong passwords, by account and by address; old rows are removed as new ones come.
create table identity.attempt (
  id bigint generated always as identity primary key,
  key text not null,
  at timestamptz not null default now()
);
create index attempt_key on identity.attempt (key, at);

alter table identity.role enable row level security;
create policy role_read on identity.role for select using (true);
create policy role_load on identity.role using ((select database.scope_whole()))
  with check ((select database.scope_whole()));
alter table identity.role_right enable row level security;
create policy role_right_read on identity.role_right for select using (true);
create policy role_right_load on identity.role_right using ((select database.scope_whole()))
  with check ((select database.scope_whole()));
alter table identity.account enable row level security;
create policy account_self on identity.account
  using ((select database.scope_whole()) or id = (select database.scope_account()))
  with check ((select database.scope_whole()) or id = (select database.scope_account()));
alter table identity.assignment enable row level security;
create policy assignment_self on identity.assignment for select
  using ((select database.scope_whole()) or account_id = (select database.scope_account()));
create policy assignment_made on identity.assignment for insert
  with check ((select database.scope_whole()));
alter table identity.attempt enable row level security;
create policy attempt_whole on identity.attempt using ((select database.scope_whole()))
  with check ((select database.scope_whole()));

grant select, insert, update, delete on identity.role_right to dondoc_app;
grant select, insert, update on identity.role to dondoc_app;
grant select, insert on identity.account, identity.assignment to dondoc_app;
grant update (name, password, must_change, disabled_at) on identity.account to dondoc_app;
grant select, insert, delete on identity.attempt to dondoc_app;

-- Sessions in the form Spring Session keeps them. No row policy: a session is looked up by its
-- secret id before anybody is known, and holds no more than who signed in.
create table identity.session (
  primary_id char(36) not null primary key,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create unique index session_id on identity.session (session_id);
create index session_expiry on identity.session (expiry_time);
create index session_principal on identity.session (principal_name);
create table identity.session_attributes (
  session_primary_id char(36) not null references identity.session (primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
grant select, insert, update, delete on identity.session, identity.session_attributes to dondoc_app;

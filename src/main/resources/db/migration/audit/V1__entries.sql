-- Who did what, why, and what changed: entries are added and never touched again. Each carries the
-- hash of the one before, so a change anywhere shows; anchors kept outside the database show a
-- chain that was written anew.
grant usage on schema audit to dondoc_app;

create table audit.entry (
  number bigint primary key check (number > 0),
  at timestamptz not null,
  account_id bigint not null,
  actor text not null,
  act text not null check (act ~ '^[a-z]+(\.[a-z_]+)+$'),
  subject_kind text not null,
  subject_id text not null,
  why text,
  -- json keeps the text exactly as hashed; jsonb would not.
  before json not null,
  after json not null,
  previous bytea not null check (length(previous) = 32),
  hash bytea not null unique check (length(hash) = 32)
);
create index entry_account on audit.entry (account_id, number);
create index entry_subject on audit.entry (subject_kind, subject_id, number);
create index entry_act on audit.entry (act, number);
create index entry_at on audit.entry (at);
create index entry_actor on audit.entry using gin (database.fold(actor) gin_trgm_ops);

-- A person sees what they did themselves; whoever sees the whole province sees all. Which of them
-- may open the page is the right audit.read.
alter table audit.entry enable row level security;
create policy entry_read on audit.entry for select
  using ((select database.scope_whole()) or account_id = (select database.scope_account()));
grant select on audit.entry to dondoc_app;

create function audit.refuse_change() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'audit entries are never changed' using errcode = 'insufficient_privilege';
end
$$;
create trigger entry_never_changes before update or delete on audit.entry
  for each row execute function audit.refuse_change();
create trigger entries_never_emptied before truncate on audit.entry
  for each statement execute function audit.refuse_change();

-- One field of the hashed text: its length in bytes, a colon, itself; "-" alone for nothing. No two
-- different entries give the same text.
create function audit.field(words text) returns text
  language sql immutable parallel safe
  return case when words is null then '-'
              else octet_length(convert_to(words, 'UTF8')) || ':' || words end;

-- Adds an entry at the end of the chain. One at a time: the lock is held until the transaction
-- ends. Its number is the place in the chain and not part of what is hashed.
create function audit.append(account_id bigint, actor text, act text, subject_kind text,
                             subject_id text, why text, before text, after text)
  returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  last_number bigint;
  last_hash bytea;
  happened_at timestamptz;
  hashed text;
begin
  perform pg_advisory_xact_lock(4710237115);
  select e.number, e.hash into last_number, last_hash
    from audit.entry e order by e.number desc limit 1;
  last_number := coalesce(last_number, 0) + 1;
  last_hash := coalesce(last_hash, decode(repeat('00', 32), 'hex'));
  happened_at := clock_timestamp();
  hashed := audit.field((extract(epoch from happened_at) * 1000000)::bigint::text)
         || audit.field(account_id::text) || audit.field(actor) || audit.field(act)
         || audit.field(subject_kind) || audit.field(subject_id) || audit.field(why)
         || audit.field(before) || audit.field(after);
  insert into audit.entry
  values (last_number, happened_at, account_id, actor, act, subject_kind, subject_id, why,
          before::json, after::json, last_hash, sha256(last_hash || convert_to(hashed, 'UTF8')));
  return last_number;
end
$$;
revoke execute on all functions in schema audit from public;
grant execute on function audit.append(bigint, text, text, text, text, text, text, text)
  to dondoc_app;

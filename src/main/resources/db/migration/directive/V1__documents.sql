-- Official documents taken in, what was read in them, and the review a person gives it.
grant usage on schema directive to dondoc_app;

create table directive.document (
  id bigint generated always as identity primary key,
  state text not null default 'reviewing' check (state in ('reviewing', 'confirmed')),
  kind text,
  number text,
  issued_on date,
  date_text text,
  place text,
  issuer text,
  subject text,
  signer_name text,
  signer_title text,
  signer_capacity text,
  recipients text[] not null,
  illustrative boolean not null default false,
  received_at timestamptz not null default now(),
  received_by bigint not null,
  received_by_name text not null,
  confirmed_at timestamptz,
  confirmed_by bigint,
  confirmed_by_name text,
  check ((state = 'confirmed') = (confirmed_at is not null)),
  check ((state = 'confirmed') = (confirmed_by_name is not null))
);

-- The file as it came and the text read from it. The same words are taken in once.
create table directive.file (
  id bigint generated always as identity primary key,
  document_id bigint not null references directive.document,
  name text not null check (length(name) <= 255),
  format text not null,
  bytes bytea not null check (octet_length(bytes) <= 20971520),
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  words_sha256 text not null unique check (words_sha256 ~ '^[0-9a-f]{64}$'),
  text text not null,
  received_at timestamptz not null default now()
);
create index file_document on directive.file (document_id);

create table directive.sentence (
  file_id bigint not null references directive.file,
  starts int not null,
  ends int not null check (ends > starts),
  kind text not null,
  primary key (file_id, starts)
);

create table directive.target (
  id bigint generated always as identity primary key,
  file_id bigint not null references directive.file,
  words text not null,
  starts int not null,
  low numeric not null,
  high numeric,
  unit text,
  op text not null,
  by_day date
);
create index target_file on directive.target (file_id);

create table directive.citation (
  id bigint generated always as identity primary key,
  file_id bigint not null references directive.file,
  words text not null,
  starts int not null,
  kind text,
  number text,
  dated date
);
create index citation_file on directive.citation (file_id);

-- A proposal is a draft, not a fact: it changes until the document is confirmed, each change with a
-- new revision and an act in the log.
create table directive.proposal (
  id bigint generated always as identity primary key,
  document_id bigint not null references directive.document,
  ordinal double precision not null,
  revision int not null default 1,
  state text not null default 'open' check (state in ('open', 'accepted', 'rejected', 'replaced')),
  content jsonb not null,
  reason text,
  changed_by text,
  changed_at timestamptz not null default now(),
  check (state <> 'rejected' or reason is not null)
);
create index proposal_document on directive.proposal (document_id, ordinal);

create table directive.review_act (
  id bigint generated always as identity primary key,
  document_id bigint not null references directive.document,
  act text not null,
  before jsonb not null,
  after jsonb not null,
  undone boolean not null default false,
  account bigint not null,
  account_name text not null,
  done_at timestamptz not null default now()
);
create index review_act_document on directive.review_act (document_id, id desc);

-- A document is seen by whoever sees the whole province, and by the bodies it gave tasks to.
create function directive.scope_documents() returns bigint[]
  language sql stable security definer
  set search_path = pg_catalog
  return (select coalesce(array_agg(distinct t.source_id), '{}')
            from task.task t
           where t.source_kind = 'directive.document'
             and t.id = any((select task.scope_tasks())::bigint[]));
revoke all on function directive.scope_documents() from public;
grant execute on function directive.scope_documents() to dondoc_app;

alter table directive.document enable row level security;
create policy document_seen on directive.document for select
  using ((select database.scope_whole())
         or id = any((select directive.scope_documents())::bigint[]));
create policy document_taken_in on directive.document for insert
  with check ((select database.scope_whole()));
create policy document_confirmed on directive.document for update
  using ((select database.scope_whole()));
alter table directive.file enable row level security;
create policy file_seen on directive.file for select
  using ((select database.scope_whole())
         or document_id = any((select directive.scope_documents())::bigint[]));
create policy file_taken_in on directive.file for insert with check ((select database.scope_whole()));

do $$
declare
  name text;
begin
  foreach name in array array['sentence', 'target', 'citation'] loop
    execute format('alter table directive.%I enable row level security', name);
    -- Seen with its file.
    execute format('create policy seen on directive.%I for select '
                   'using (file_id in (select id from directive.file))', name);
    execute format('create policy taken_in on directive.%I for insert '
                   'with check ((select database.scope_whole()))', name);
    execute format('grant select, insert on directive.%I to dondoc_app', name);
  end loop;
  foreach name in array array['proposal', 'review_act'] loop
    execute format('alter table directive.%I enable row level security', name);
    execute format('create policy whole on directive.%I using ((select database.scope_whole())) '
                   'with check ((select database.scope_whole()))', name);
    execute format('grant select, insert, update on directive.%I to dondoc_app', name);
  end loop;
end
$$;
grant select, insert, update on directive.document to dondoc_app;
grant select, insert on directive.file to dondoc_app;

-- Bodies: departments, committees, boards, the front, the press, and groups of them.

-- Comparison key of a body's name: no case, tones, spaces, hyphens or ampersands; the long words an
-- official text abbreviates at will are always abbreviated, so "Uỷ ban nhân dân" meets "UBND" and
-- "Sở KH & ĐT" meets "Sở KH-ĐT".
create function agency.key(words text) returns text
  language sql immutable parallel safe strict
  return replace(replace(replace(replace(replace(replace(replace(replace(replace(
    regexp_replace(regexp_replace(database.fold(words), '\mva\M', ' ', 'g'), '[^a-z0-9]', '', 'g'),
    'uybannhandan', 'ubnd'), 'hoidongnhandan', 'hdnd'), 'mattrantoquoc', 'mttq'),
    'khobacnhanuoc', 'kbnn'), 'banquanly', 'bql'), 'quanlyduan', 'qlda'), 'bqlduan', 'bqlda'),
    'thanhpho', 'tp'), 'vietnam', 'vn');

create table agency.body (
  id int generated always as identity primary key,
  code text not null unique check (code ~ '^[0-9A-Z@._-]{1,40}$'),
  kind text not null check (kind ~ '^[A-Z_]+$'),
  place_id int references place.unit,
  parent_id int references agency.body check (parent_id <> id),
  valid daterange not null default daterange('2004-08-31', null)
    check (not isempty(valid) and not lower_inf(valid)),
  source text not null,
  confidence text not null,
  illustrative boolean not null default false,
  note text
);
create index body_place on agency.body (place_id);
create index body_parent on agency.body (parent_id);

create table agency.name (
  id int generated always as identity primary key,
  body_id int not null references agency.body,
  name text not null check (name = btrim(name) and length(name) between 1 and 300),
  kind text not null check (kind in ('official', 'alias', 'abbreviation')),
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  key text not null generated always as (agency.key(name)) stored check (key <> ''),
  folded text not null generated always as (database.fold(name)) stored,
  constraint name_does_not_overlap
    exclude using gist (body_id with =, key with =, kind with =, valid with &&),
  constraint one_official_name_a_day
    exclude using gist (body_id with =, valid with &&) where (kind = 'official')
);
create index name_key on agency.name (key);
create index name_folded on agency.name using gin (folded gin_trgm_ops);

-- A post outlives its holder: the holder's name is optional.
create table agency.post (
  id int generated always as identity primary key,
  body_id int not null references agency.body,
  title text not null check (title <> ''),
  head boolean not null,
  holder text,
  valid daterange not null check (not isempty(valid)),
  constraint post_does_not_overlap
    exclude using gist (body_id with =, title with =, valid with &&),
  constraint one_head_a_day exclude using gist (body_id with =, valid with &&) where (head)
);

create table agency.membership (
  group_id int not null references agency.body,
  member_id int not null references agency.body,
  valid daterange not null check (not isempty(valid)),
  source text not null,
  illustrative boolean not null default false,
  check (group_id <> member_id),
  constraint membership_does_not_overlap
    exclude using gist (group_id with =, member_id with =, valid with &&)
);
create unique index membership_start on agency.membership (group_id, member_id, lower(valid));
create index membership_member on agency.membership (member_id);

-- Who carries on the work of a body that ceased.
create table agency.succession (
  body_id int not null references agency.body,
  successor_id int not null references agency.body,
  on_day date not null,
  share text not null check (share in ('whole', 'part')),
  legal_basis text not null,
  confidence text not null,
  primary key (body_id, successor_id),
  check (body_id <> successor_id)
);
create index succession_successor on agency.succession (successor_id);

-- Words around a name that do not change which body is meant: a post before it, the province after.
create table agency.trimming (
  words text primary key,
  at_end boolean not null,
  key text not null generated always as (agency.key(words)) stored check (key <> '')
);

-- Words that never name a body by themselves: a person has to say who is meant.
create table agency.vague (
  words text primary key,
  key text not null generated always as (agency.key(words)) stored check (key <> '')
);
create index vague_key on agency.vague (key);

do $$
declare
  name text;
begin
  foreach name in array
    array['body', 'name', 'post', 'membership', 'succession', 'trimming', 'vague'] loop
    execute format('alter table agency.%I enable row level security', name);
    execute format('create policy read on agency.%I for select using (true)', name);
    execute format('create policy write on agency.%I for insert '
                   'with check ((select database.scope_whole()))', name);
    execute format('create policy correct on agency.%I for update '
                   'using ((select database.scope_whole()))', name);
    execute format('grant select, insert, update on agency.%I to dondoc_app', name);
  end loop;
end
$$;
grant usage on schema agency to dondoc_app;

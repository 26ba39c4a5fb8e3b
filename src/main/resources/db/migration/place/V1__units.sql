-- Administrative units live in time: a unit is an identity, a version says what it was called, of
-- which type and under which parent during a range of days.

-- Levels and types of government are data: a reform closes a row and opens another.
create table place.level (
  code text primary key check (code ~ '^[a-z][a-z-]*$'),
  rank int not null unique check (rank between 1 and 9),
  name_vi text not null,
  name_en text not null,
  valid daterange not null check (not isempty(valid)),
  legal_basis text,
  confidence text not null
);

create table place.type (
  code text primary key check (code ~ '^[a-z][a-z-]*$'),
  level text not null references place.level,
  name_vi text not null,
  name_en text not null,
  valid daterange not null check (not isempty(valid)),
  legal_basis text,
  confidence text not null
);

create table place.unit (
  id int generated always as identity primary key,
  key text not null unique check (key ~ '^[0-9A-Za-z@._-]{1,40}$')
);
comment on column place.unit.key is
  'name of the unit in reference files: official code @ year it is known from; never shown';

create table place.version (
  id int generated always as identity primary key,
  unit_id int not null references place.unit,
  code text not null check (code ~ '^[0-9A-Z.-]{1,20}$'),
  name text not null check (name = btrim(name) and name <> ''),
  type text not null references place.type,
  parent_id int references place.unit check (parent_id <> unit_id),
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  legal_basis text,
  confidence text not null,
  note text,
  folded text not null generated always as (database.fold(name)) stored,
  constraint version_does_not_overlap exclude using gist (unit_id with =, valid with &&),
  constraint code_names_one_unit_a_day exclude using gist (code with =, valid with &&)
);
create unique index version_start on place.version (unit_id, lower(valid));
create index version_parent on place.version (parent_id);
create index version_folded on place.version using gin (folded gin_trgm_ops);

-- What became of a unit: its whole went to another, or a part of it did.
create table place.lineage (
  from_id int not null references place.unit,
  to_id int not null references place.unit,
  on_day date not null,
  share text not null check (share in ('whole', 'part')),
  legal_basis text not null,
  confidence text not null,
  note text,
  primary key (from_id, to_id, on_day),
  check (from_id <> to_id)
);
create index lineage_to on place.lineage (to_id);

-- The whole of a unit can go to one place only.
create unique index lineage_whole_once on place.lineage (from_id, on_day) where share = 'whole';

create table place.attribute (
  id int generated always as identity primary key,
  unit_id int not null references place.unit,
  key text not null check (key ~ '^[a-z][a-z_]*$'),
  value text not null check (value <> ''),
  valid daterange not null check (not isempty(valid)),
  source text not null,
  confidence text not null,
  illustrative boolean not null default false,
  constraint attribute_does_not_overlap
    exclude using gist (unit_id with =, key with =, value with =, valid with &&)
);
create index attribute_value on place.attribute (key, value);

-- A version stands on a parent that exists on its every day, and of a higher level.
create function place.check_parent() returns trigger
  language plpgsql set search_path = pg_catalog as $$
declare
  covered datemultirange;
  own_rank int;
  parent_rank int;
begin
  if tg_op = 'UPDATE' then
    select range_agg(v.valid) into covered from place.version v where v.unit_id = new.unit_id;
    if exists (select from place.version c
                where c.parent_id = new.unit_id and not covered @> c.valid) then
      raise exception 'unit % has children on days it does not exist', new.unit_id
        using errcode = 'integrity_constraint_violation', constraint = 'parent_exists_every_day';
    end if;
  end if;
  if new.parent_id is null then
    return new;
  end if;
  select range_agg(v.valid), max(l.rank) into covered, parent_rank
    from place.version v
    join place.type t on t.code = v.type
    join place.level l on l.code = t.level
   where v.unit_id = new.parent_id;
  select l.rank into own_rank
    from place.type t join place.level l on l.code = t.level where t.code = new.type;
  if covered is null or not covered @> new.valid then
    raise exception 'unit % has no version on every day of %', new.parent_id, new.valid
      using errcode = 'integrity_constraint_violation', constraint = 'parent_exists_every_day';
  end if;
  if parent_rank >= own_rank then
    raise exception 'unit % is not of a higher level', new.parent_id
      using errcode = 'integrity_constraint_violation', constraint = 'parent_is_of_higher_level';
  end if;
  return new;
end
$$;
create constraint trigger parent_exists after insert or update on place.version
  deferrable initially deferred for each row execute function place.check_parent();

-- Everybody may read the map; only who sees the whole province may write it.
do $$
declare
  name text;
begin
  foreach name in array array['level', 'type', 'unit', 'version', 'lineage', 'attribute'] loop
    execute format('alter table place.%I enable row level security', name);
    execute format('create policy read on place.%I for select using (true)', name);
    execute format('create policy write on place.%I for insert '
                   'with check ((select database.scope_whole()))', name);
    execute format('create policy correct on place.%I for update '
                   'using ((select database.scope_whole()))', name);
    execute format('grant select, insert, update on place.%I to dondoc_app', name);
  end loop;
end
$$;
grant usage on schema place to dondoc_app;

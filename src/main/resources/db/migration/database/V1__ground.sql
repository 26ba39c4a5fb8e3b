-- The group that may use the application's tables and owns none of them. The login role the server
-- runs with is made a member of it by whoever administers the PostgreSQL server.
do $$
begin
  if not exists (select from pg_roles where rolname = 'dondoc_app') then
    create role dondoc_app nologin;
  end if;
end
$$;

create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;
create extension if not exists btree_gist with schema public;

grant usage on schema database to dondoc_app;

-- Search key of a Vietnamese name: no case, no tones, no đ; spaces folded.
create function database.fold(words text) returns text
  language sql immutable parallel safe strict
  return regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary,
                                              normalize(words, nfc))), '\s+', ' ', 'g');

-- Scope of the running transaction. A setting once touched reads '' afterwards, hence nullif.
create function database.scope_whole() returns boolean
  language sql stable parallel safe
  return coalesce(nullif(current_setting('app.whole', true), '') = 't', false);

create function database.scope_account() returns bigint
  language sql stable parallel safe
  return nullif(current_setting('app.account', true), '')::bigint;

create function database.scope_bodies() returns int[]
  language sql stable parallel safe
  return nullif(current_setting('app.bodies', true), '')::int[];

create function database.scope_places() returns int[]
  language sql stable parallel safe
  return nullif(current_setting('app.places', true), '')::int[];

grant execute on all functions in schema database to dondoc_app;

-- The day a demonstration stands on; an empty table means today.
create table database.province_day (
  only_row boolean primary key default true check (only_row),
  day date not null
);
grant select, insert, update on database.province_day to dondoc_app;

-- Facts the public pages stand on. A correction is a new row; the latest said is the one shown.
grant usage on schema publication to dondoc_app;

create table publication.fact (
  id bigint generated always as identity primary key,
  code text not null check (code ~ '^[a-z_]+\.[a-z_]+$'),
  value numeric not null,
  unit text not null,
  period text not null,
  source text not null,
  as_of date not null,
  from_notice boolean not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null
);
create index fact_latest on publication.fact (code, as_of desc, id desc);

alter table publication.fact enable row level security;
create policy fact_read on publication.fact for select using (true);
create policy fact_record on publication.fact for insert
  with check ((select database.scope_whole()));
grant select, insert on publication.fact to dondoc_app;

-- The figure of a code as of any day: the last fact said for a day not after it.
create function publication.figures_on(day date)
  returns setof publication.fact
  language sql stable
begin atomic
  select distinct on (code) *
    from publication.fact
   where as_of <= day
   order by code, as_of desc, id desc;
end;
grant execute on function publication.figures_on(date) to dondoc_app;

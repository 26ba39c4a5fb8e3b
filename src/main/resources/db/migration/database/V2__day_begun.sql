-- Days whose work has been done, so that any number of servers does it once: whoever writes the row
-- does the work in the same transaction. A demonstration, whose day is moved, keeps none.
create table database.day_begun (
  day date primary key,
  begun_at timestamptz not null default now()
);
alter table database.day_begun enable row level security;
create policy whole on database.day_begun
  using ((select database.scope_whole())) with check ((select database.scope_whole()));
grant select, insert on database.day_begun to dondoc_app;

-- The bodies the actor speaks for; those it only sees, such as a district its communes, are left out.
create function database.scope_own() returns int[]
  language sql stable parallel safe
  return nullif(current_setting('app.own', true), '')::int[];
grant execute on function database.scope_own() to dondoc_app;

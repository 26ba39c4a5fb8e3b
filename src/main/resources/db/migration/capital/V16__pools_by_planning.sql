-- Pools are opened, their terms moved and plan assigned to them by whoever keeps the register: the Treasury
-- and others that oversee everything read them.
alter policy write on capital.pool
  with check (by_account = (select database.scope_account()) and by_account <> 0
              and (select project.writes_all()));
alter policy write on capital.term
  with check (by_account = (select database.scope_account()) and by_account <> 0
              and (select project.writes_all()));
alter policy write on capital.entry
  with check ((select project.sees_all()) and (kind <> 'assign' or (select project.writes_all())));

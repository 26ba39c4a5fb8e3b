-- The rules of slowness a scenario's lines broke when it was solved: what is entered later for days before
-- must not change the reasons of what was computed without it.
alter table capital.solve_job add column slow jsonb;
comment on column capital.solve_job.slow is 'by line; null for what was solved before it was kept';

-- A body takes part in a task while the version in force says so: one that a correction removed no
-- longer sees it, nor what was made of it since.
create or replace function task.scope_tasks() returns bigint[]
  language sql stable security definer
  set search_path = pg_catalog
  return (select coalesce(array_agg(distinct p.task_id), '{}')
            from task.party p
            join task.version v on v.id = p.version_id
           where p.body_id = any((select database.scope_bodies())::int[])
             and p.part <> 'report_to'
             and not exists (select from task.version later
                              where later.task_id = v.task_id and later.number > v.number));

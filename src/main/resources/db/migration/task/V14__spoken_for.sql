-- A body records about its own duty; whoever stands above it sees it and says nothing in its name.
create or replace function task.may_record(duty bigint, fact_kind text) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  return (select case
      when fact_kind in ('receive', 'hand_back', 'progress', 'report', 'ask_extension')
        then d.body_id = any((select database.scope_own())::int[])
      when fact_kind in ('accept_hand', 'refuse_hand')
        then (select database.scope_whole())
             or (select f.other_body from task.fact f
                  where f.duty_id = d.id and f.kind = 'hand_back'
                  order by f.step desc limit 1) = any((select database.scope_own())::int[])
      else (select database.scope_whole())
           and not d.body_id = any((select database.scope_bodies())::int[])
    end from task.duty d where d.id = duty);

create or replace function task.may_word_part(duty bigint) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  return (select d.part = 'coordinate'
             and ((select database.scope_whole())
                  or exists (select from task.duty l
                              where l.task_id = d.task_id and l.part = 'lead'
                                and l.period_from is not distinct from d.period_from
                                and l.body_id = any((select database.scope_own())::int[])))
            from task.duty d where d.id = duty);

alter policy charge_given on task.charge
  with check (body_id = any((select database.scope_own())::int[])
              and body_id = (select d.body_id from task.duty d where d.id = duty_id));
alter policy explanation_filed on task.explanation
  with check (body_id = any((select database.scope_own())::int[])
              and body_id = (select d.body_id from task.duty d where d.id = duty_id));
alter policy explanation_file_added on task.explanation_file
  with check (body_id = any((select database.scope_own())::int[])
              and body_id = (select e.body_id from task.explanation e where e.id = explanation_id));

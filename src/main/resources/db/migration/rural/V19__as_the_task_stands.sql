-- Where the tasks of a plan stand on a day: who leads them now where that is another than it was given
-- to, by when, and when they were taken back. It tells whoever sees the line: a task itself knows no plan.
create function rural.followed(tasks bigint[], as_of date)
  returns table (task_id bigint, body_id int, due date, ended text, ended_on date)
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select distinct on (l.task_id) l.task_id,
         nullif(l.body_id, (select d.body_id from task.duty d
                             where d.task_id = l.task_id and d.part = 'lead'
                             order by d.id limit 1)),
         l.due,
         case when l.state in ('withdrawn', 'void') then l.state end,
         case when l.state in ('withdrawn', 'void')
              then (select max(f.on_day) from task.fact f
                     where f.duty_id = l.id and f.kind in ('withdraw', 'cancel')
                       and f.on_day <= as_of)
         end
    from task.duties_on(as_of) l
   where l.task_id = any(tasks) and l.part = 'lead' and l.state <> 'transferred'
     and exists (select from rural.plan_change c
                  where c.task_id = l.task_id
                    and ((select rural.sees_all())
                         or c.unit_id = any((select database.scope_places())::int[])))
   order by l.task_id, l.state in ('withdrawn', 'void'), l.id desc
$$;
revoke all on function rural.followed(bigint[], date) from public;
grant execute on function rural.followed(bigint[], date) to dondoc_app;

-- As before, but a line that is followed as a task is owed by whom it was handed to, by its day, wherever both were
-- moved; one whose task was withdrawn or cancelled is followed as none, and says which it was.
do $$
declare
  old text := 'rural.plan_lines(int, int, date, int[], int[], bigint[], int[], text[], int[])';
  source text := pg_get_functiondef(old::regprocedure);
  pair text[];
begin
  foreach pair slice 1 in array array[
    ['asked_body_id integer)',
     'asked_body_id integer, ended_task_id bigint, ended text, ended_on date)'],
    ['owner as (select * from unnest',
     'followed as materialized (
    select * from rural.followed((select array_agg(c.task_id) from changed c
                                   where c.task_id is not null), as_of)),
  owner as (select * from unnest'],
    ['left join changed c on c.unit_id = u.unit_id and c.indicator_id = i.id',
     'left join changed c on c.unit_id = u.unit_id and c.indicator_id = i.id
      left join followed f on f.task_id = c.task_id'],
    ['c.cost, c.project, c.blocked_by, c.blocked_until, c.task_id,',
     'c.cost, c.project, c.blocked_by, c.blocked_until,
           case when f.ended is null then c.task_id end as task_id,
           case when f.ended is not null then c.task_id end as ended_task_id,
           f.ended, f.ended_on, f.body_id as lead_id, f.due as task_due,
           f.task_id is not null and f.ended is null as followed,'],
    ['l.body_id, l.post, l.due_on, l.cost, l.project',
     'case when l.followed then coalesce(l.lead_id, l.body_id) else l.body_id end,
         case when not l.followed or l.lead_id is null then l.post end,
         case when l.followed then l.task_due else l.due_on end, l.cost, l.project'],
    ['l.unit_body_id, l.parent_body_id, l.asked_body_id',
     'l.unit_body_id, l.parent_body_id, l.asked_body_id, l.ended_task_id, l.ended, l.ended_on']]
  loop
    if position(pair[1] in source) = 0 then
      raise exception 'plan_lines does not tell % as it did', pair[1];
    end if;
    source := replace(source, pair[1], pair[2]);
  end loop;
  execute 'drop function ' || old;
  execute source;
end
$$;

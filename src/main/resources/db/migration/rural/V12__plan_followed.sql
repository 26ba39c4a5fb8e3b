-- A line of the plan that is followed as a task: who follows the plan of a place sees the task with it,
-- and so does whoever coordinates the programme. A task itself knows no plan.
create function rural.coordinates() returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  return exists (select from identity.assignment a
                   join identity.role_right r on r.role_code = a.role_code
                  where a.account_id = database.scope_account()
                    and r.right_code = 'rural.appraise_any');
create function rural.followed_tasks() returns bigint[]
  language sql stable security definer
  set search_path = pg_catalog
  return (select coalesce(array_agg(distinct c.task_id), '{}')
            from rural.plan_change c
           where c.task_id is not null
             and ((select rural.coordinates())
                  or c.unit_id = any((select database.scope_places())::int[])));
revoke all on function rural.coordinates(), rural.followed_tasks() from public;
grant execute on function rural.coordinates(), rural.followed_tasks() to dondoc_app;
create policy followed_in_plan on task.task for select
  using (id = any((select rural.followed_tasks())::bigint[]));
create policy followed_in_plan on task.version for select
  using (task_id = any((select rural.followed_tasks())::bigint[]));
create policy followed_in_plan on task.party for select
  using (task_id = any((select rural.followed_tasks())::bigint[]));
create policy followed_in_plan on task.duty for select
  using (task_id = any((select rural.followed_tasks())::bigint[]));

-- As before, with whose turn it is: what was given back is put right by the unit, whoever gave it back
-- and whoever owes the indicator. What is met is proposed to be renewed before its evidence ends.
drop function rural.plan_lines(int, int, date, int[], int[], bigint[], int[]);
create function rural.plan_lines(of_set int, in_year int, as_of date, owned int[], owners int[],
                                 seen bigint[] default '{}', steps int[] default '{}')
  returns table (
    unit_id int, unit_name text, district_id int, district_name text, due boolean,
    indicator_id int, kind text, reported boolean, reached smallint, figures numeric[],
    returned boolean, waiting_since date, expires_on date, action text, body_id int, post text,
    due_on date, cost bigint, project text, blocked_by text, blocked_until date, task_id bigint,
    step int, unit_group text, said text, turn_body_id int)
  language sql stable
  set search_path = pg_catalog
as $$
  with units as materialized (
    select v.unit_id, v.name, v.parent_id, p.name as parent_name,
           exists (select from place.attribute a
                    where a.unit_id = v.unit_id and a.key = 'due_year'
                      and a.value = in_year::text and a.valid @> as_of) as due,
           b.id as body_id, pb.id as parent_body_id
      from rural.criteria_set s
      join place.version v on v.type = s.kind and v.valid @> as_of
      left join place.version p on p.unit_id = v.parent_id and p.valid @> as_of
      left join agency.body b
        on b.place_id = v.unit_id and b.kind = 'PEOPLES_COMMITTEE' and b.valid @> as_of
      left join agency.body pb
        on pb.place_id = v.parent_id and pb.kind = 'PEOPLES_COMMITTEE' and pb.valid @> as_of
     where s.id = of_set
       and ((select rural.sees_all())
            or v.unit_id = any((select database.scope_places())::int[]))),
  stands as materialized (
    select * from rural.standing_at((select array_agg(u.unit_id) from units u), of_set, as_of)),
  grouped as materialized (
    select * from rural.unit_groups((select array_agg(u.unit_id) from units u), as_of)),
  changed as (
    select distinct on (c.unit_id, c.indicator_id) c.*
      from rural.plan_change c
      left join unnest(seen, steps) o (key, step)
        on o.key = c.unit_id::bigint * 1000000 + c.indicator_id
     where c.year = in_year and c.on_day <= as_of and (o.step is null or c.step <= o.step)
     order by c.unit_id, c.indicator_id, c.step desc),
  owner as (select * from unnest(owned, owners) o (indicator_id, body_id))
  select u.unit_id, u.name, u.parent_id, u.parent_name, u.due, i.id,
         case when coalesce(s.reached, 0) > 0 then 'keep' else 'missing' end,
         s.claim_id is not null, coalesce(s.reached, 0::smallint), s.figures,
         s.return_id is not null, s.waiting_since, s.expires_on, c.action,
         coalesce(c.body_id,
                  case w.level when 'commune' then u.body_id
                               when 'district' then coalesce(u.parent_body_id, u.body_id)
                               else coalesce(o.body_id, u.parent_body_id) end),
         coalesce(c.post, w.post),
         coalesce(c.due_on,
                  least(make_date(in_year, d.month, d.day),
                        case when s.reached > 0 and s.expires_on >= as_of
                              and date_part('year', s.expires_on) = in_year
                             then s.expires_on end)),
         c.cost, c.project, c.blocked_by, c.blocked_until, c.task_id, coalesce(c.step, 0),
         g.unit_group,
         case when coalesce(s.return_id, s.wait_id) is not null
              then (select a.words from rural.assessment a
                     where a.unit_id = s.unit_id and a.indicator_id = s.indicator_id
                       and a.id = coalesce(s.return_id, s.wait_id))
         end,
         case when s.return_id is not null then u.body_id end
    from units u
    cross join rural.indicator i
    left join stands s on s.unit_id = u.unit_id and s.indicator_id = i.id
    left join grouped g on g.unit_id = u.unit_id
    left join changed c on c.unit_id = u.unit_id and c.indicator_id = i.id
    left join rural.owed w on w.indicator_id = i.id
    left join rural.plan_day d on d.kind = case when u.due then 'due' else 'other' end
    left join owner o on o.indicator_id = i.id
   where i.set_id = of_set
$$;

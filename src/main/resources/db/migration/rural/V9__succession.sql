-- A set may take force in the middle of a year. What nobody has reported by it is a state and no zero:
-- it is in no band and in no mean, and a target measured by it has no value.

-- As before, but units that reported nothing by the set are counted apart, under the band
-- 'unreported', and means are those of the units that reported; null where none did.
create or replace function rural.rollup(units int[], keys text[], criteria_set int, as_of date,
                                        required int)
  returns table (key text, criterion_id int, band text, units int, met int, mean numeric)
  language sql stable
as $$
  with member as materialized (
    select distinct m.unit_id, m.key from unnest(rollup.units, rollup.keys) m (unit_id, key)),
  cell as materialized (
    select c.unit_id, c.criterion_id, c.met = c.indicators as met, c.reported
      from rural.criteria_at((select array_agg(distinct m.unit_id) from member m),
                             rollup.criteria_set, rollup.as_of, rollup.required) c),
  scored as materialized (
    select c.unit_id, count(*) filter (where c.met)::int as met, count(*)::int as criteria,
           sum(c.reported) > 0 as reported
      from cell c group by c.unit_id)
  select m.key, null::int, null::text, count(*)::int, sum(s.met)::int,
         round(sum(s.met)::numeric / nullif(count(*) filter (where s.reported), 0), 2)
    from member m join scored s on s.unit_id = m.unit_id
   group by m.key
  union all
  select m.key, c.criterion_id, null, count(*)::int, count(*) filter (where c.met)::int, null
    from member m join cell c on c.unit_id = m.unit_id
   group by m.key, c.criterion_id
  union all
  select m.key, null, b.code, count(*)::int, sum(s.met)::int, null
    from member m
    join scored s on s.unit_id = m.unit_id and s.reported
    join rural.band b on case when b.least is null then s.met = s.criteria
                              else s.met < s.criteria and s.met between b.least and b.most end
   group by m.key, b.code
  union all
  select m.key, null, 'unreported', count(*)::int, 0, null
    from member m join scored s on s.unit_id = m.unit_id and not s.reported
   group by m.key
$$;

-- Null where no unit of the target has reported anything by the set.
create or replace function rural.targets_on(in_year int, criteria_set int, as_of date, required int)
  returns table (target_id int, value numeric)
  language sql stable
  set search_path = pg_catalog
as $$
  with member as materialized (
    select u.target_id, u.unit_id
      from rural.target_unit u join rural.target t on t.id = u.target_id
     where t.year = in_year),
  scored as materialized (
    select c.unit_id, count(*) filter (where c.met = c.indicators) as met, count(*) as criteria
      from rural.criteria_at((select array_agg(distinct m.unit_id) from member m), criteria_set,
                             as_of, required) c
     group by c.unit_id
    having sum(c.reported) > 0)
  select t.id,
         case when t.measure = 'counted'
              then (select c.value from rural.target_count c
                     where c.target_id = t.id and c.on_day <= as_of
                     order by c.on_day desc, c.id desc limit 1)
              when count(s.unit_id) = 0 then null
              when t.measure = 'whole'
              then t.base + count(*) filter (where s.met = s.criteria)
              when t.measure = 'at_least'
              then t.base + count(*) filter (where s.met >= t.criteria)
              else round(avg(s.met), 2)
         end
    from rural.target t
    left join member m on m.target_id = t.id
    left join scored s on s.unit_id = m.unit_id
   where t.year = in_year
   group by t.id
$$;

-- The plan as it stood on a day, also by a set that has ended since; with the group of the unit, whose
-- rule counts, and the words of a return or of what is waited for.
drop function rural.plan_lines(int, int, date, int[], int[], bigint[], int[]);
create function rural.plan_lines(of_set int, in_year int, as_of date, owned int[], owners int[],
                                 seen bigint[] default '{}', steps int[] default '{}')
  returns table (
    unit_id int, unit_name text, district_id int, district_name text, due boolean,
    indicator_id int, kind text, reported boolean, reached smallint, figures numeric[],
    returned boolean, waiting_since date, expires_on date, action text, body_id int, post text,
    due_on date, cost bigint, project text, blocked_by text, blocked_until date, task_id bigint,
    step int, unit_group text, said text)
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
         coalesce(c.due_on, make_date(in_year, d.month, d.day)),
         c.cost, c.project, c.blocked_by, c.blocked_until, c.task_id, coalesce(c.step, 0),
         g.unit_group,
         case when coalesce(s.return_id, s.wait_id) is not null
              then (select a.words from rural.assessment a
                     where a.unit_id = s.unit_id and a.indicator_id = s.indicator_id
                       and a.id = coalesce(s.return_id, s.wait_id))
         end
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

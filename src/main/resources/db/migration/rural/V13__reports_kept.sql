-- What was reported of a target stays: another figure for a day that has one names the one it stands
-- for, so that of two people who report at once only one is last. A target may be about each unit by
-- itself: then every figure names its unit.
alter table rural.target drop constraint target_measure_check;
alter table rural.target add constraint target_measure_check
  check (measure in ('whole', 'mean', 'at_least', 'counted', 'each'));
comment on column rural.target.measure is
  'whole: units that meet every criterion; mean: criteria a unit; at_least: units that meet so many; counted: as reported; each: units whose own reported figure reaches the aim';
alter table rural.target_count
  add column unit_id int references place.unit,
  add column replaces bigint unique references rural.target_count;
comment on column rural.target_count.unit_id is 'of a target about each unit; null for one total';
comment on column rural.target_count.replaces is
  'the figure of the same day it stands for; null for the first of the day';
update rural.target_count c
   set replaces = b.id
  from (select o.id, lag(o.id) over (partition by o.target_id, o.on_day order by o.id) as before
          from rural.target_count o) p
  join rural.target_count b on b.id = p.before
 where c.id = p.id;
create unique index target_count_first on rural.target_count (target_id, on_day, coalesce(unit_id, 0))
  where replaces is null;

-- As before, with targets about each unit: how many of its units have reached the aim, by what was
-- last reported of each; null where nothing was.
create or replace function rural.targets_over(in_year int, criteria_set int, days date[],
                                              required int)
  returns table (day date, target_id int, value numeric)
  language sql stable
  set search_path = pg_catalog
as $$
  with member as materialized (
    select u.target_id, u.unit_id
      from rural.target_unit u join rural.target t on t.id = u.target_id
     where t.year = in_year and t.measure in ('whole', 'mean', 'at_least')),
  whole as materialized (
    select i.criterion_id, count(*) as indicators
      from rural.indicator i
     where i.set_id = targets_over.criteria_set
     group by i.criterion_id),
  stood as materialized (
    select o.day, o.unit_id, i.criterion_id, count(o.claim_id) as reported,
           count(*) filter (where o.reached >= targets_over.required) as met
      from rural.standing_over((select array_agg(distinct m.unit_id) from member m),
                               targets_over.criteria_set, targets_over.days) o
      join rural.indicator i on i.id = o.indicator_id
     group by o.day, o.unit_id, i.criterion_id),
  scored as materialized (
    select s.day, s.unit_id, count(*) filter (where s.met = w.indicators) as met,
           (select count(*) from whole) as criteria
      from stood s join whole w on w.criterion_id = s.criterion_id
     group by s.day, s.unit_id
    having sum(s.reported) > 0)
  select d.day, t.id,
         case when t.measure = 'counted'
              then (select c.value from rural.target_count c
                     where c.target_id = t.id and c.on_day <= d.day
                     order by c.on_day desc, c.id desc limit 1)
              when t.measure = 'each'
              then (select case when count(*) > 0
                                then count(*) filter (where l.value >= t.low) end
                      from (select distinct on (c.unit_id) c.value
                              from rural.target_count c
                             where c.target_id = t.id and c.on_day <= d.day
                             order by c.unit_id, c.on_day desc, c.id desc) l)
              when count(s.unit_id) = 0 then null
              when t.measure = 'whole'
              then t.base + count(*) filter (where s.met = s.criteria)
              when t.measure = 'at_least'
              then t.base + count(*) filter (where s.met >= t.criteria)
              else round(avg(s.met), 2)
         end
    from rural.target t
    cross join unnest(targets_over.days) d (day)
    left join member m on m.target_id = t.id
    left join scored s on s.unit_id = m.unit_id and s.day = d.day
   where t.year = in_year
   group by d.day, t.id
$$;

-- Bands are those of sets of a size: 15-18 says nothing of a set of ten criteria, which has only the
-- band of those who meet it whole until an installation sets its own.
alter table rural.band add column criteria int check (criteria > 0);
alter table rural.band drop constraint band_ordinal_key;
update rural.band set criteria = 19 where least is not null;
alter table rural.band
  add unique nulls not distinct (criteria, ordinal),
  add check ((criteria is null) = (least is null)),
  add check (most < criteria);
comment on column rural.band.criteria is
  'of sets with so many criteria; null in the band of those who meet the whole set, which every set has';

-- What cells that were worked out come to for groups of units, in the bands of the set: arrays side by
-- side say which unit counts under which key, and which criterion of which unit is met. Units that
-- reported nothing are under the band 'unreported', and means are of those that did.
create function rural.rollup_of(units int[], keys text[], cell_units int[], cell_criteria int[],
                                cell_met boolean[], cell_reported int[])
  returns table (key text, criterion_id int, band text, units int, met int, mean numeric)
  language sql stable
as $$
  with member as materialized (
    select distinct m.unit_id, m.key
      from unnest(rollup_of.units, rollup_of.keys) m (unit_id, key)),
  cell as materialized (
    select c.unit_id, c.criterion_id, c.met, c.reported
      from unnest(rollup_of.cell_units, rollup_of.cell_criteria, rollup_of.cell_met,
                  rollup_of.cell_reported) c (unit_id, criterion_id, met, reported)),
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
                              else b.criteria = s.criteria and s.met < s.criteria
                                   and s.met between b.least and b.most end
   group by m.key, b.code
  union all
  select m.key, null, 'unreported', count(*)::int, 0, null
    from member m join scored s on s.unit_id = m.unit_id and not s.reported
   group by m.key
$$;

-- As before, of cells worked out for it.
create or replace function rural.rollup(units int[], keys text[], criteria_set int, as_of date,
                                        required int)
  returns table (key text, criterion_id int, band text, units int, met int, mean numeric)
  language sql stable
as $$
  select r.key, r.criterion_id, r.band, r.units, r.met, r.mean
    from (select array_agg(c.unit_id) as of_units, array_agg(c.criterion_id) as of_criteria,
                 array_agg(c.met = c.indicators) as met, array_agg(c.reported) as reported
            from rural.criteria_at((select array_agg(distinct u) from unnest(rollup.units) u),
                                   rollup.criteria_set, rollup.as_of, rollup.required) c) a,
         rural.rollup_of(rollup.units, rollup.keys, a.of_units, a.of_criteria, a.met,
                         a.reported) r
$$;

-- Who owes a line does not hand it on alone: they ask, and who stands above, who is to have it or who
-- coordinates the programme gives it.
alter table rural.plan_change add column asked_body_id int references agency.body;
comment on column rural.plan_change.asked_body_id is
  'the body that is asked to take the line over; body_id stays who owes it until that is agreed';
create function rural.may_hand(of_unit int, of_indicator int, of_year int, of_step int, of_day date,
                               to_body int) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  return to_body is not distinct from
           (select c.body_id from rural.plan_change c
             where c.unit_id = of_unit and c.indicator_id = of_indicator and c.year = of_year
               and c.step = of_step - 1)
         or database.scope_whole() or rural.coordinates()
         or to_body = any(database.scope_own())
         or exists (select from place.version v
                      join agency.body b
                        on b.place_id = v.parent_id and b.kind = 'PEOPLES_COMMITTEE'
                     where v.unit_id = of_unit and v.valid @> of_day
                       and b.id = any(database.scope_own()));
revoke all on function rural.may_hand(int, int, int, int, date, int) from public;
grant execute on function rural.may_hand(int, int, int, int, date, int) to dondoc_app;
drop policy write on rural.plan_change;
create policy write on rural.plan_change for insert
  with check (((select rural.sees_all()) or unit_id = any((select database.scope_places())::int[]))
              and rural.may_hand(unit_id, indicator_id, year, step, on_day, body_id));

-- Results that are waited for are few among all that was said.
create index assessment_wait on rural.assessment (on_day) where kind = 'wait';

-- As before, with who holds the result a line waits for, who is asked to take it over, and the bodies
-- of its unit and of the one above. told, holders: the words of waits and the bodies they name.
drop function rural.plan_lines(int, int, date, int[], int[], bigint[], int[]);
create function rural.plan_lines(of_set int, in_year int, as_of date, owned int[], owners int[],
                                 seen bigint[] default '{}', steps int[] default '{}',
                                 told text[] default '{}', holders int[] default '{}')
  returns table (
    unit_id int, unit_name text, district_id int, district_name text, due boolean,
    indicator_id int, kind text, reported boolean, reached smallint, figures numeric[],
    returned boolean, waiting_since date, expires_on date, action text, body_id int, post text,
    due_on date, cost bigint, project text, blocked_by text, blocked_until date, task_id bigint,
    step int, unit_group text, said text, turn_body_id int, unit_body_id int, above_body_id int,
    asked_body_id int)
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
  owner as (select * from unnest(owned, owners) o (indicator_id, body_id)),
  line as (
    select u.unit_id, u.name as unit_name, u.parent_id, u.parent_name, u.due, i.id as indicator_id,
           case when coalesce(s.reached, 0) > 0 then 'keep' else 'missing' end as kind,
           s.claim_id is not null as reported, coalesce(s.reached, 0::smallint) as reached,
           s.figures, s.return_id is not null as returned, s.waiting_since, s.expires_on, c.action,
           coalesce(c.body_id,
                    case w.level when 'commune' then u.body_id
                                 when 'district' then coalesce(u.parent_body_id, u.body_id)
                                 else coalesce(o.body_id, u.parent_body_id) end) as body_id,
           coalesce(c.post, w.post) as post,
           coalesce(c.due_on,
                    least(make_date(in_year, d.month, d.day),
                          case when s.reached > 0 and s.expires_on >= as_of
                                and date_part('year', s.expires_on) = in_year
                               then s.expires_on end)) as due_on,
           c.cost, c.project, c.blocked_by, c.blocked_until, c.task_id,
           coalesce(c.step, 0) as step, g.unit_group,
           case when coalesce(s.return_id, s.wait_id) is not null
                then (select a.words from rural.assessment a
                       where a.unit_id = s.unit_id and a.indicator_id = s.indicator_id
                         and a.id = coalesce(s.return_id, s.wait_id))
           end as said,
           o.body_id as data_body_id, u.body_id as unit_body_id, u.parent_body_id, c.asked_body_id
      from units u
      cross join rural.indicator i
      left join stands s on s.unit_id = u.unit_id and s.indicator_id = i.id
      left join grouped g on g.unit_id = u.unit_id
      left join changed c on c.unit_id = u.unit_id and c.indicator_id = i.id
      left join rural.owed w on w.indicator_id = i.id
      left join rural.plan_day d on d.kind = case when u.due then 'due' else 'other' end
      left join owner o on o.indicator_id = i.id
     where i.set_id = of_set)
  select l.unit_id, l.unit_name, l.parent_id, l.parent_name, l.due, l.indicator_id, l.kind,
         l.reported, l.reached, l.figures, l.returned, l.waiting_since, l.expires_on, l.action,
         l.body_id, l.post, l.due_on, l.cost, l.project, l.blocked_by, l.blocked_until, l.task_id,
         l.step, l.unit_group, l.said,
         case when l.returned then l.unit_body_id
              when l.kind = 'missing' and l.waiting_since is not null
              then coalesce((select h.body_id from unnest(told, holders) h (words, body_id)
                              where h.words = l.said),
                            l.data_body_id)
         end,
         l.unit_body_id, l.parent_body_id, l.asked_body_id
    from line l
$$;

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

-- As before, in the bands of the set.
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
                              else b.criteria = s.criteria and s.met < s.criteria
                                   and s.met between b.least and b.most end
   group by m.key, b.code
  union all
  select m.key, null, 'unreported', count(*)::int, 0, null
    from member m join scored s on s.unit_id = m.unit_id and not s.reported
   group by m.key
$$;

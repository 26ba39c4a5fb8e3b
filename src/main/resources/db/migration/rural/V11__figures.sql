-- Where indicators stood, as before. What was said after a return is asked for only where something
-- was returned: asked of every indicator, it took nine tenths of the time of a page of a past day.
create or replace function rural.fold(units int[], indicators int[], as_of date)
  returns setof rural.standing
  language sql stable
  set search_path = pg_catalog
as $$
  select f.unit_id, f.indicator_id, f.claim_id, f.claim_period, f.claim_on, f.claimed, f.figures,
         coalesce(f.nothing, false),
         case when f.verify_counts then f.verify_id end,
         case when f.verify_counts then f.verified end,
         case when f.appraise_counts then f.appraise_id end,
         case when f.appraise_counts then f.appraised end,
         f.return_id, f.wait_id, f.waiting_since, f.expires_on, f.last_period, f.last_step,
         case when f.appraise_counts then case when f.appraised then 3 else 0 end
              when f.verify_counts then case when f.verified then 2 else 0 end
              when f.return_id is not null then 0
              when f.claimed then 1
              else 0 end::smallint
    from (select p.unit_id, p.indicator_id, c.id as claim_id, c.period as claim_period,
                 c.on_day as claim_on, c.verdict as claimed, c.figures, c.nothing,
                 v.id as verify_id, v.verdict as verified,
                 v.id is not null
                   and ((v.period, v.step) > (c.period, c.step)
                        or coalesce(v.verdict and ((a.period, a.step) > (v.period, v.step)
                                                   and not a.verdict) is not true, false))
                   and case when (r.period, r.step) > (v.period, v.step)
                            then rural.answer(p.unit_id, p.indicator_id, v.period, v.step, as_of)
                                 is distinct from 'return'
                            else true end
                   as verify_counts,
                 a.id as appraise_id, a.verdict as appraised,
                 a.id is not null
                   and ((a.period, a.step) > (c.period, c.step) or coalesce(a.verdict, false))
                   and not coalesce((v.period, v.step) > (a.period, a.step)
                                    and v.verdict is distinct from a.verdict, false)
                   and case when (r.period, r.step) > (a.period, a.step)
                            then rural.answer(p.unit_id, p.indicator_id, a.period, a.step, as_of)
                                 is distinct from 'return'
                            else true end
                   as appraise_counts,
                 case when (r.period, r.step) > (c.period, c.step)
                           and ((v.period, v.step) > (r.period, r.step)) is not true
                      then r.id end as return_id,
                 case when w.kind = 'wait' then w.id end as wait_id,
                 case when w.kind = 'wait' then w.on_day end as waiting_since,
                 e.expires_on, l.period as last_period, l.step as last_step
            from unnest(units, indicators) p (unit_id, indicator_id)
            cross join lateral
                 (select f.period, f.step from rural.assessment f
                   where f.unit_id = p.unit_id and f.indicator_id = p.indicator_id
                     and f.on_day <= as_of
                   order by f.period desc, f.step desc limit 1) l
            left join lateral
                 (select f.id, f.period, f.step, f.on_day, f.verdict, f.figures, f.nothing
                    from rural.assessment f
                   where f.unit_id = p.unit_id and f.indicator_id = p.indicator_id
                     and f.kind = 'claim' and f.on_day <= as_of
                     and not exists (select from rural.assessment w
                                      where w.withdraws = f.id and w.on_day <= as_of)
                   order by f.period desc, f.step desc limit 1) c on true
            left join lateral
                 (select f.id, f.period, f.step, f.verdict from rural.assessment f
                   where f.unit_id = p.unit_id and f.indicator_id = p.indicator_id
                     and f.kind <> 'claim' and f.kind = 'verify' and f.on_day <= as_of
                   order by f.period desc, f.step desc limit 1) v on true
            left join lateral
                 (select f.id, f.period, f.step, f.verdict from rural.assessment f
                   where f.unit_id = p.unit_id and f.indicator_id = p.indicator_id
                     and f.kind <> 'claim' and f.kind = 'appraise' and f.on_day <= as_of
                   order by f.period desc, f.step desc limit 1) a on true
            left join lateral
                 (select f.id, f.period, f.step from rural.assessment f
                   where f.unit_id = p.unit_id and f.indicator_id = p.indicator_id
                     and f.kind <> 'claim' and f.kind = 'return' and f.on_day <= as_of
                   order by f.period desc, f.step desc limit 1) r on true
            left join lateral
                 (select f.id, f.kind, f.on_day from rural.assessment f
                   where f.unit_id = p.unit_id and f.indicator_id = p.indicator_id
                     and f.kind <> 'claim' and f.kind in ('wait', 'arrive') and f.on_day <= as_of
                   order by f.on_day desc, f.id desc limit 1) w on true
            left join
                 (select x.unit_id, x.indicator_id, max(x.expires_on) as expires_on
                    from unnest(units, indicators) q (unit_id, indicator_id)
                    join rural.evidence x
                      on x.unit_id = q.unit_id and x.indicator_id = q.indicator_id
                    join rural.entry n on n.id = x.entry_id and n.on_day <= as_of
                   group by x.unit_id, x.indicator_id) e
              on e.unit_id = p.unit_id and e.indicator_id = p.indicator_id) f
$$;

-- What a figure can be, where that was left open: a figure in another unit is then asked about.
-- Houses are counted, and a part is never larger than what it is a part of.
alter table rural.part add column part_of text check (part_of <> code);
comment on column rural.part.part_of is
  'code of the figure of the same indicator it can never be larger than';
update rural.part set value_type = 'count' where value_type = 'number' and unit = 'nhà';
update rural.part set most = 20000 where most is null and value_type = 'count' and unit = 'nhà';
update rural.part set most = 100 where most is null and value_type = 'count' and unit = 'trường';
update rural.part set most = 1000
 where most is null and unit in ('triệu đồng/người/năm', 'm2/người');
update rural.part p set part_of = 'gia_tri'
 where p.code = 'nuoc_sach' and p.value_type = 'percent'
   and exists (select from rural.part w
                where w.indicator_id = p.indicator_id and w.code = 'gia_tri'
                  and w.value_type = 'percent');

-- Whether indicators of a set were met at the end of each of these days: worked out once for each
-- day after which more was said of them, not for every day anew. It tells what standing_at tells.
create function rural.standing_over(units int[], criteria_set int, days date[])
  returns table (day date, unit_id int, indicator_id int, claim_id bigint, reached smallint)
  language sql stable
  set search_path = pg_catalog
as $$
  with span as materialized (select distinct d.day from unnest(standing_over.days) d (day)),
  said as materialized (
    select distinct a.unit_id, a.indicator_id, a.on_day
      from rural.assessment a
      join rural.indicator i on i.id = a.indicator_id and i.set_id = standing_over.criteria_set
     where a.unit_id = any(standing_over.units)),
  seen as materialized (
    select o.on_day, coalesce(min(p.day), 'infinity') as day
      from (select distinct s.on_day from said s) o
      left join span p on p.day >= o.on_day
     group by o.on_day),
  step as materialized (
    select t.*, lead(t.day) over (partition by t.unit_id, t.indicator_id order by t.day) as next
      from (select distinct s.unit_id, s.indicator_id, n.day
              from said s join seen n on n.on_day = s.on_day) t),
  known as materialized (
    select t.day, t.unit_id, t.indicator_id, s.claim_id, s.reached
      from step t
      join rural.standing s on s.unit_id = t.unit_id and s.indicator_id = t.indicator_id
     where t.next is null and t.day < 'infinity'
    union all
    select p.day, f.unit_id, f.indicator_id, f.claim_id, f.reached
      from (select t.day, array_agg(t.unit_id) as units, array_agg(t.indicator_id) as indicators
              from step t
             where t.next is not null
             group by t.day) p,
           rural.fold(p.units, p.indicators, p.day) f)
  select p.day, k.unit_id, k.indicator_id, k.claim_id, k.reached
    from known k
    join step t
      on t.unit_id = k.unit_id and t.indicator_id = k.indicator_id and t.day = k.day
    join span p on p.day >= t.day and (t.next is null or p.day < t.next)
$$;

-- Where every target of a year stands at the end of each of these days; null where no unit of the
-- target has reported anything by the set.
drop function rural.targets_on(int, int, date, int);
create function rural.targets_over(in_year int, criteria_set int, days date[], required int)
  returns table (day date, target_id int, value numeric)
  language sql stable
  set search_path = pg_catalog
as $$
  with member as materialized (
    select u.target_id, u.unit_id
      from rural.target_unit u join rural.target t on t.id = u.target_id
     where t.year = in_year),
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

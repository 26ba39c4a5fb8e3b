-- Where indicators stood, as before. What was said after a return is asked for only where something was
-- returned: asked of every indicator, it took nine tenths of the time of a page of a past day.
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
            left join lateral
                 (select max(x.expires_on) as expires_on
                    from rural.evidence x join rural.entry n on n.id = x.entry_id
                   where x.unit_id = p.unit_id and x.indicator_id = p.indicator_id
                     and n.on_day <= as_of) e on true) f
$$;

-- What a figure can be, where that was left open: a figure in another unit is then asked about. Houses
-- are counted, and a part is never larger than what it is a part of.
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

-- Evidence proves what was said of its month: that of June ends nothing that August says. What came
-- before this was kept without a month and is read as it was.
alter table rural.evidence
  add column period date check (extract(day from period) = 1),
  drop constraint evidence_unit_id_indicator_id_sha256_expires_on_key,
  -- The same file for another month, or with another last day, is another statement.
  add unique nulls not distinct (unit_id, indicator_id, period, sha256, expires_on);
comment on column rural.evidence.period is
  'the first day of the month it was sent for; null of what was kept before that was noted';

-- Where indicators stood, as before, but: the wait that counts is that of the latest month, as with
-- what is given back, whenever an older month is spoken of again; a result ends with the last of the
-- evidence of its own month, and does not end while one of them has no last day.
do $$
declare
  source text := pg_get_functiondef('rural.fold(int[], int[], date)'::regprocedure);
  waits text := 'order by f.on_day desc, f.id desc limit 1) w on true';
  told text := 'e.expires_on, l.period as last_period';
  kept text := 'max(x.expires_on) as expires_on';
begin
  if position(waits in source) = 0 or position(told in source) = 0
     or position(kept in source) = 0 then
    raise exception 'fold does not tell waits and evidence as it did';
  end if;
  source := replace(source, waits, 'order by f.period desc, f.step desc limit 1) w on true');
  source := replace(source, kept,
                    'array_agg(x.period) as periods, array_agg(x.expires_on) as days');
  execute replace(source, told,
                  'case when e.days is not null
                      then (select case when bool_and(u.day is not null) then max(u.day) end
                              from unnest(e.periods, e.days) u (period, day)
                             where u.period is null or u.period = c.period) end as expires_on,
                 l.period as last_period');
end
$$;

-- What is kept of these says so.
select rural.keep(array_agg(d.unit_id), array_agg(d.indicator_id))
  from (select x.unit_id, x.indicator_id from rural.evidence x
        union
        select a.unit_id, a.indicator_id from rural.assessment a
         where a.kind in ('wait', 'arrive')) d
having count(*) > 0;

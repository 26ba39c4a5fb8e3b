-- What was last said of a file counts, an earlier last day included: said again it is another statement.
-- Where nothing was sent for the month of the claim, the newest evidence before it counts with its last
-- day: sent again without any, a claim proves no more than it did.
do $$
declare
  rule text := (select conname from pg_constraint
                 where conrelid = 'rural.evidence'::regclass and contype = 'u');
begin
  execute format('alter table rural.evidence drop constraint %I', rule);
end
$$;
create index evidence_said on rural.evidence (unit_id, indicator_id, sha256, id);

do $$
declare
  source text := pg_get_functiondef('rural.fold(int[], int[], date)'::regprocedure);
  told text := 'where u.period is null or u.period = c.period';
  kept text := 'join rural.entry n on n.id = x.entry_id and n.on_day <= as_of';
begin
  if position(told in source) = 0 or position(kept in source) = 0 then
    raise exception 'fold does not tell evidence as it did';
  end if;
  source := replace(source, told,
                    'where u.period is null
                                or u.period = (select max(o.period) from unnest(e.periods) o (period)
                                                where o.period <= c.period)');
  execute replace(source, kept,
                  kept || '
                   where not exists
                         (select from rural.evidence y
                            join rural.entry m on m.id = y.entry_id and m.on_day <= as_of
                           where y.unit_id = x.unit_id and y.indicator_id = x.indicator_id
                             and y.sha256 = x.sha256 and y.id > x.id
                             and y.period is not distinct from x.period)');
end
$$;

-- What is kept of these says so.
select rural.keep(array_agg(d.unit_id), array_agg(d.indicator_id))
  from (select distinct x.unit_id, x.indicator_id from rural.evidence x) d
having count(*) > 0;

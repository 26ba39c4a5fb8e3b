-- The order of stages, whoever writes, as before, but: what the province found of a claim is not found
-- otherwise or given back below, only what is claimed anew; what was given back is not given back again
-- before it is looked at or claimed anew; whom a place is not within gives back what the district found
-- good, nothing before. What is loaded by the system keeps the first two as well.
create or replace function rural.hold_order() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  wrong record;
begin
  for wrong in
    select a.id, a.kind, a.unit_id, c.step as claimed_at, c.by_account as claimed_by,
           v.step as found_at, v.verdict as found, v.by_account as found_by, n.by_account,
           o.appraised_at, coalesce(o.returned_at, 0) as returned_at
      from added a
      join rural.entry n on n.id = a.entry_id
      left join lateral
           (select f.step, m.by_account from rural.assessment f
              join rural.entry m on m.id = f.entry_id
             where f.unit_id = a.unit_id and f.indicator_id = a.indicator_id
               and f.period = a.period and f.kind = 'claim' and f.step < a.step
               and not exists (select from rural.assessment w where w.withdraws = f.id)
             order by f.step desc limit 1) c on true
      left join lateral
           (select f.step, f.verdict, m.by_account from rural.assessment f
              join rural.entry m on m.id = f.entry_id
             where f.unit_id = a.unit_id and f.indicator_id = a.indicator_id
               and f.period = a.period and f.kind = 'verify' and f.step < a.step
               and f.step > c.step
             order by f.step desc limit 1) v on true
      left join lateral
           (select max(f.step) filter (where f.kind = 'appraise') as appraised_at,
                   max(f.step) filter (where f.kind = 'return') as returned_at
              from rural.assessment f
             where f.unit_id = a.unit_id and f.indicator_id = a.indicator_id
               and f.period = a.period and f.kind <> 'claim' and f.step < a.step
               and f.step > c.step) o on true
     where a.kind in ('verify', 'appraise', 'return')
  loop
    if wrong.claimed_at is null
       or wrong.kind = 'appraise'
          and (wrong.found is distinct from true or wrong.found_at < wrong.returned_at)
       or wrong.kind in ('verify', 'return') and wrong.appraised_at > wrong.returned_at
       or wrong.kind = 'return' and wrong.returned_at > coalesce(wrong.found_at, 0)
       or wrong.kind = 'return' and wrong.by_account > 0
          and wrong.found is distinct from true and not database.scope_whole()
          and wrong.unit_id <> all(coalesce(database.scope_places()::int[], '{}')) then
      raise exception 'assessment % is out of order', wrong.id
        using errcode = 'integrity_constraint_violation', constraint = 'stages_in_order';
    end if;
    if wrong.by_account > 0 and (wrong.by_account = wrong.claimed_by
                                 or wrong.kind = 'appraise' and wrong.by_account = wrong.found_by) then
      raise exception 'assessment % is judged by who said it', wrong.id
        using errcode = 'integrity_constraint_violation', constraint = 'nobody_judges_own_words';
    end if;
  end loop;
  return null;
end
$$;

-- A unit takes back what it said and nobody has looked at yet. What was said stays where it is; that it
-- is taken back is a fact of its own, which names it. Then what was said before counts, or nothing.

alter table rural.assessment drop constraint assessment_kind_check;
alter table rural.assessment
  add column withdraws bigint references rural.assessment,
  add constraint assessment_kind_check
    check (kind in ('claim', 'verify', 'appraise', 'return', 'wait', 'arrive', 'withdraw')),
  add constraint assessment_withdrawal check ((kind = 'withdraw') = (withdraws is not null)),
  add constraint assessment_withdrawal_reason
    check (kind <> 'withdraw' or length(trim(words)) > 0);
create unique index assessment_withdrawn on rural.assessment (withdraws) where withdraws is not null;
comment on column rural.assessment.withdraws is 'the claim that is taken back';

-- Which claim it is, the database says: the latest of the month that stands. Only those who speak for
-- the unit take it back, or whoever said it, and only while nobody has looked.
create function rural.name_withdrawn() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  said record;
begin
  select f.id, f.step, n.by_account into said
    from rural.assessment f join rural.entry n on n.id = f.entry_id
   where f.unit_id = new.unit_id and f.indicator_id = new.indicator_id and f.period = new.period
     and f.kind = 'claim' and f.step < new.step
     and not exists (select from rural.assessment w where w.withdraws = f.id)
   order by f.step desc limit 1;
  if said.id is null
     or exists (select from rural.assessment f
                 where f.unit_id = new.unit_id and f.indicator_id = new.indicator_id
                   and f.period = new.period and f.kind in ('verify', 'appraise', 'return')
                   and f.step > said.step) then
    raise exception 'nothing of indicator % is there to take back', new.indicator_id
      using errcode = 'integrity_constraint_violation', constraint = 'stages_in_order';
  end if;
  if database.scope_account() >= 0 and said.by_account <> database.scope_account()
     and not exists (select from agency.body b
                      where b.place_id = new.unit_id and b.id = any(database.scope_own())) then
    raise exception 'indicator % is not theirs to take back', new.indicator_id
      using errcode = 'insufficient_privilege';
  end if;
  new.withdraws := said.id;
  return new;
end
$$;
create trigger name_withdrawn before insert on rural.assessment
  for each row when (new.kind = 'withdraw') execute function rural.name_withdrawn();

-- What was taken back is no answer.
create or replace function rural.answer(of_unit int, of_indicator int, after date, step int, as_of date)
  returns text
  language sql stable
  set search_path = pg_catalog
as $$
  select f.kind from rural.assessment f
   where f.unit_id = of_unit and f.indicator_id = of_indicator and f.kind in ('claim', 'return')
     and (f.period, f.step) > (after, answer.step) and f.on_day <= as_of
     and not exists (select from rural.assessment w
                      where w.withdraws = f.id and w.on_day <= as_of)
   order by f.period, f.step limit 1
$$;

-- As before, but a claim that was taken back by that day does not count.
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
                   and not coalesce((r.period, r.step) > (v.period, v.step)
                                    and rural.answer(p.unit_id, p.indicator_id, v.period, v.step,
                                                     as_of) = 'return', false)
                   as verify_counts,
                 a.id as appraise_id, a.verdict as appraised,
                 a.id is not null
                   and ((a.period, a.step) > (c.period, c.step) or coalesce(a.verdict, false))
                   and not coalesce((v.period, v.step) > (a.period, a.step)
                                    and v.verdict is distinct from a.verdict, false)
                   and not coalesce((r.period, r.step) > (a.period, a.step)
                                    and rural.answer(p.unit_id, p.indicator_id, a.period, a.step,
                                                     as_of) = 'return', false)
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

-- The order of stages, whoever writes: what was taken back is not claimed.
create or replace function rural.hold_order() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  wrong record;
begin
  for wrong in
    select a.id, a.kind, c.step as claimed_at, c.by_account as claimed_by, v.verdict as found,
           v.by_account as found_by, n.by_account
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
           (select f.verdict, m.by_account from rural.assessment f
              join rural.entry m on m.id = f.entry_id
             where f.unit_id = a.unit_id and f.indicator_id = a.indicator_id
               and f.period = a.period and f.kind = 'verify' and f.step < a.step
               and f.step > c.step
             order by f.step desc limit 1) v on true
     where a.kind in ('verify', 'appraise', 'return')
  loop
    if wrong.claimed_at is null or wrong.kind = 'appraise' and wrong.found is distinct from true then
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

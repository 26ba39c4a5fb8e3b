-- What holds whoever writes. A statement's entries are weighed together, on every day they touch, with
-- the balances they change locked in the order of their ids: lines, then pools, then projects. All that
-- is wrong is told at once, as the detail of one exception.

-- Goes by index whatever the planner believes of a batch: what was planned for one entry then serves
-- for a hundred thousand.
create function capital.hold_entries() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
  set enable_seqscan = off
  set enable_hashjoin = off
  set enable_mergejoin = off
as $$
declare
  lines bigint[];
  paying bigint[];
  pools int[];
  projects bigint[];
  parts int;
  closed date;
  told jsonb;
  problems jsonb := '[]';
begin
  select array_agg(distinct line_id) filter (where line_id is not null),
         array_agg(distinct line_id)
           filter (where kind in ('advance', 'payment', 'refund', 'refund_advance')),
         array_agg(distinct pool_id)
           filter (where kind in ('assign', 'allocate', 'adjust', 'transfer_out', 'transfer_in')),
         max(part)
    into lines, paying, pools, parts
    from added;
  if parts is null then
    return null;
  end if;
  perform pg_advisory_xact_lock_shared(hashtext('capital.closing'));
  closed := capital.closed_until();
  if lines is not null then
    perform from capital.line_balance b where b.line_id = any(lines)
      order by b.line_id for no key update;
  end if;
  if pools is not null then
    perform from capital.pool_balance b where b.pool_id = any(pools)
      order by b.pool_id for no key update;
  end if;
  if paying is not null then
    select array_agg(distinct b.project_id) into projects
      from capital.line_balance b where b.line_id = any(paying);
    perform from capital.project_balance b where b.project_id = any(projects)
      order by b.project_id for no key update;
  end if;

  -- Nothing is dated into a closed period, before its pool opens, after its deadline or ahead of the
  -- day it is booked on.
  select jsonb_agg(jsonb_build_object(
           'code', w.code, 'pool', p.code, 'day', w.day, 'limit_day', w.limit_day,
           'document', (select a.number from added a
                         where a.pool_id = g.pool_id and a.value_on = w.day limit 1)))
    into told
    from (select a.pool_id, a.posting_id, min(a.value_on) as first_on, max(a.value_on) as last_on,
                 max(a.value_on) filter (where a.kind = 'advance' and a.direction = 1) as advance_on,
                 max(a.value_on)
                   filter (where a.kind in ('payment', 'recover') and a.direction = 1) as payment_on
            from added a
           group by a.pool_id, a.posting_id) g
    join capital.posting n on n.id = g.posting_id
    join capital.pool p on p.id = g.pool_id
    left join lateral (select t.pay_until, t.advance_until from capital.term t
                        where t.pool_id = g.pool_id order by t.id desc limit 1) t on true
    cross join lateral (values
      ('closed_period', g.first_on, closed, g.first_on <= closed),
      ('before_pool_opens', g.first_on, p.opens_on, g.first_on < p.opens_on),
      ('dated_ahead', g.last_on, n.on_day, g.last_on > n.on_day),
      ('advance_too_late', g.advance_on, t.advance_until,
       g.advance_on > coalesce(t.advance_until, '-infinity')),
      ('payment_too_late', g.payment_on, t.pay_until,
       g.payment_on > coalesce(t.pay_until, '-infinity'))) w (code, day, limit_day, broken)
   where w.broken;
  problems := problems || coalesce(told, '[]');

  -- A voucher comes whole: its rows are 1 to n, and row 1 comes once.
  if parts > 1 then
    select jsonb_agg(x.told) into told
      from (select jsonb_build_object('code', 'voucher_incomplete', 'document', a.number,
                                      'source', a.issuer) as told
              from added a
             group by a.number, a.series, a.issuer
            having min(a.part) <> 1 or max(a.part) <> count(*)
             limit 200) x;
    problems := problems || coalesce(told, '[]');
  end if;

  -- Lines: on no day is more disbursed than entered, more entered than planned, more recovered than
  -- advanced, more given back than paid.
  with batch as (
    select a.line_id, min(a.value_on) as first_on,
           sum(a.direction * a.amount_vnd * capital.in_plan(a.kind)) as plan,
           sum(a.direction * a.amount_vnd) filter (where a.kind = 'enter') as entered,
           sum(a.direction * a.amount_vnd * capital.in_outstanding(a.kind)) as outstanding,
           sum(a.direction * a.amount_vnd * capital.in_volume(a.kind)) as volume
      from added a
     where a.line_id is not null
     group by a.line_id),
  last as (
    select t.line_id, t.first_on,
           b.allocated + b.adjusted + b.transferred_in - b.transferred_out + b.carried_in
             - b.carried_out - b.cancelled + t.plan as plan,
           b.entered + coalesce(t.entered, 0) as entered,
           b.advanced - b.recovered - b.returned + t.outstanding as outstanding,
           b.paid + b.recovered - b.refunded + t.volume as volume
      from batch t join capital.line_balance b on b.line_id = t.line_id),
  daily as (
    select l.line_id, l.plan as last_plan, l.entered as last_entered,
           l.outstanding as last_outstanding, l.volume as last_volume, d.*
      from last l
      cross join lateral (
        select e.value_on,
               sum(e.direction * e.amount_vnd * capital.in_plan(e.kind)) as plan,
               coalesce(sum(e.direction * e.amount_vnd) filter (where e.kind = 'enter'), 0) as entered,
               sum(e.direction * e.amount_vnd * capital.in_outstanding(e.kind)) as outstanding,
               sum(e.direction * e.amount_vnd * capital.in_volume(e.kind)) as volume
          from capital.entry e
         where e.line_id = l.line_id and e.value_on >= l.first_on
         group by e.value_on) d),
  run as (
    select line_id, value_on,
           last_plan - coalesce(sum(plan) over later, 0) as plan,
           last_entered - coalesce(sum(entered) over later, 0) as entered,
           last_outstanding - coalesce(sum(outstanding) over later, 0) as outstanding,
           last_volume - coalesce(sum(volume) over later, 0) as volume
      from daily
    window later as (partition by line_id order by value_on desc
                     rows between unbounded preceding and 1 preceding)),
  wrong as (
    select distinct on (r.line_id, w.code) r.line_id, r.value_on, w.*
      from (select * from run
             where plan < 0 or entered not between 0 and plan or outstanding < 0 or volume < 0
                   or outstanding + volume > entered) r
      cross join lateral (values
        ('negative_plan', 0, r.plan, r.plan < 0),
        ('negative_entered', 0, r.entered, r.entered < 0),
        ('entered_above_plan', r.entered, r.plan, r.plan >= 0 and r.entered > r.plan),
        ('paid_above_plan', r.outstanding + r.volume, r.plan,
         r.plan >= 0 and r.outstanding + r.volume > r.plan),
        ('paid_above_entered', r.outstanding + r.volume, r.entered,
         r.outstanding + r.volume > r.entered and r.outstanding + r.volume <= r.plan),
        ('recovered_above_advanced', 0, r.outstanding, r.outstanding < 0),
        ('refunded_above_paid', 0, r.volume, r.volume < 0)) w (code, amount, most, broken)
     where w.broken
     order by r.line_id, w.code, r.value_on
     limit 200)
  select jsonb_agg(jsonb_build_object(
           'code', w.code, 'line', w.line_id, 'project', capital.project_words(b.project_id),
           'pool', p.code, 'day', w.value_on, 'amount', w.amount, 'most', w.most,
           'excess', w.amount - w.most))
    into told
    from wrong w
    join capital.line_balance b on b.line_id = w.line_id
    join capital.pool p on p.id = b.pool_id;
  problems := problems || coalesce(told, '[]');

  -- Pools: on no day is more allocated than assigned.
  if pools is not null then
    with batch as (
      select a.pool_id, min(a.value_on) as first_on,
             coalesce(sum(a.direction * a.amount_vnd)
                        filter (where a.kind = 'assign' and a.authority = 'pm'), 0) as pm,
             coalesce(sum(a.direction * a.amount_vnd)
                        filter (where a.kind = 'assign' and a.authority = 'province'), 0) as province,
             sum(a.direction * a.amount_vnd * capital.in_allocated(a.kind)) as allocated
        from added a
       where a.kind in ('assign', 'allocate', 'adjust', 'transfer_out', 'transfer_in')
       group by a.pool_id),
    last as (
      select t.pool_id, t.first_on, b.assigned_pm + t.pm as pm,
             b.assigned_province + t.province as province, b.allocated + t.allocated as allocated
        from batch t join capital.pool_balance b on b.pool_id = t.pool_id),
    daily as (
      select l.pool_id, l.pm as last_pm, l.province as last_province, l.allocated as last_allocated, d.*
        from last l
        cross join lateral (
          select e.value_on,
                 coalesce(sum(e.direction * e.amount_vnd)
                            filter (where e.kind = 'assign' and e.authority = 'pm'), 0) as pm,
                 coalesce(sum(e.direction * e.amount_vnd)
                            filter (where e.kind = 'assign' and e.authority = 'province'), 0)
                   as province,
                 sum(e.direction * e.amount_vnd * capital.in_allocated(e.kind)) as allocated
            from capital.entry e
           where e.pool_id = l.pool_id and e.value_on >= l.first_on
             and e.kind in ('assign', 'allocate', 'adjust', 'transfer_out', 'transfer_in')
           group by e.value_on) d),
    run as (
      select pool_id, value_on, last_pm - coalesce(sum(pm) over later, 0) as pm,
             last_province - coalesce(sum(province) over later, 0) as province,
             last_allocated - coalesce(sum(allocated) over later, 0) as allocated
        from daily
      window later as (partition by pool_id order by value_on desc
                       rows between unbounded preceding and 1 preceding))
    select jsonb_agg(x.told) into told
      from (select distinct on (r.pool_id, w.code)
                   jsonb_build_object('code', w.code, 'pool', p.code, 'day', r.value_on,
                                      'amount', w.amount, 'most', w.most,
                                      'excess', w.amount - w.most) as told
              from (select * from run
                     where allocated > pm + province or allocated < 0 or pm < 0 or province < 0) r
              join capital.pool p on p.id = r.pool_id
              cross join lateral (values
                ('negative_assigned', 0, least(r.pm, r.province), least(r.pm, r.province) < 0),
                ('negative_allocated', 0, r.allocated, r.allocated < 0),
                ('allocated_above_assigned', r.allocated, r.pm + r.province,
                 r.allocated > r.pm + r.province)) w (code, amount, most, broken)
             where w.broken
             order by r.pool_id, w.code, r.value_on
             limit 200) x;
    problems := problems || coalesce(told, '[]');
  end if;

  -- Projects: nothing more is disbursed above the total investment, or the value settled. One that
  -- stays below the lowest limit it ever had needs no look at its days; what takes away is never
  -- refused because a limit was lowered under what is paid already.
  if projects is not null then
    with batch as (
      select b.project_id,
             min(a.value_on) filter (where a.direction * k.sign > 0) as first_on,
             sum(a.amount_vnd) filter (where a.direction * k.sign > 0) as more,
             sum(a.direction * k.sign * a.amount_vnd) as net
        from added a
        join capital.line_balance b on b.line_id = a.line_id
        cross join lateral (select case when a.kind in ('advance', 'payment') then 1 else -1 end) k (sign)
       where a.kind in ('advance', 'payment', 'refund', 'refund_advance')
       group by b.project_id),
    near as (
      select t.project_id, t.first_on, b.disbursed - b.given_back + t.net as amount
        from batch t
        join capital.project_balance b on b.project_id = t.project_id
        left join lateral (
          select min(d.value_vnd) as least_vnd, min(d.signed_on) as since
            from project.decision d
            join project.decision_kind k
              on k.code = d.kind and k.effect in ('policy', 'total', 'settlement')
           where d.project_id = t.project_id and d.value_vnd is not null and not d.void
             and not exists (select from project.decision c where c.corrects_id = d.id)) l on true
       where t.more > 0
         and (b.disbursed + t.more > coalesce(l.least_vnd, -1) or l.since > t.first_on)),
    daily as (
      select m.project_id, m.value_on, max(m.last_amount) as last_amount, sum(m.amount) as amount,
             sum(m.fresh) as fresh
        from (select n.project_id, e.value_on, n.amount as last_amount,
                     e.direction * e.amount_vnd
                       * (case when e.kind in ('advance', 'payment') then 1 else -1 end) as amount,
                     0 as fresh
                from near n
                join capital.line_balance b on b.project_id = n.project_id
                cross join lateral (
                  select x.value_on, x.direction, x.amount_vnd, x.kind
                    from capital.entry x
                   where x.line_id = b.line_id and x.value_on >= n.first_on
                     and x.kind in ('advance', 'payment', 'refund', 'refund_advance')
                  offset 0) e
              union all
              -- A limit lowered later holds from its day on, also against what is dated before.
              select n.project_id, d.signed_on, n.amount, 0, 0
                from near n
                join project.decision d on d.project_id = n.project_id and d.signed_on >= n.first_on
              union all
              select b.project_id, a.value_on, null, 0,
                     a.direction * a.amount_vnd
                       * (case when a.kind in ('advance', 'payment') then 1 else -1 end)
                from added a
                join capital.line_balance b on b.line_id = a.line_id
               where a.kind in ('advance', 'payment', 'refund', 'refund_advance')
                 and exists (select from near)) m
       group by m.project_id, m.value_on),
    run as (
      select project_id, value_on, sum(fresh) over earlier as fresh,
             last_amount
               - coalesce(sum(amount) over (partition by project_id order by value_on desc
                                            rows between unbounded preceding and 1 preceding), 0)
               as amount
        from daily
      window earlier as (partition by project_id order by value_on)),
    wrong as (
      select distinct on (r.project_id) r.project_id, r.value_on, r.amount, l.most
        from (select * from run where fresh > 0 and amount is not null) r,
             lateral (select capital.limit_on(r.project_id, r.value_on) as most) l
       where r.amount > coalesce(l.most, 0)
       order by r.project_id, r.value_on
       limit 200)
    select jsonb_agg(jsonb_build_object(
             'code', case when w.most is null then 'nothing_decided' else 'paid_above_investment' end,
             'project', capital.project_words(w.project_id), 'day', w.value_on, 'amount', w.amount,
             'most', coalesce(w.most, 0), 'excess', w.amount - coalesce(w.most, 0)))
      into told
      from wrong w;
    problems := problems || coalesce(told, '[]');
  end if;

  if problems <> '[]' then
    raise exception 'the ledger refuses: %', problems->0->>'code'
      using errcode = 'check_violation', constraint = problems->0->>'code', detail = problems::text;
  end if;

  if lines is not null then
    update capital.line_balance b
       set allocated = b.allocated + t.allocated, adjusted = b.adjusted + t.adjusted,
           transferred_in = b.transferred_in + t.transferred_in,
           transferred_out = b.transferred_out + t.transferred_out,
           carried_in = b.carried_in + t.carried_in, carried_out = b.carried_out + t.carried_out,
           cancelled = b.cancelled + t.cancelled, entered = b.entered + t.entered,
           advanced = b.advanced + t.advanced, recovered = b.recovered + t.recovered,
           returned = b.returned + t.returned, paid = b.paid + t.paid,
           refunded = b.refunded + t.refunded
      from (select a.line_id,
                   coalesce(sum(a.amount) filter (where a.kind = 'allocate'), 0) as allocated,
                   coalesce(sum(a.amount) filter (where a.kind = 'adjust'), 0) as adjusted,
                   coalesce(sum(a.amount) filter (where a.kind = 'transfer_in'), 0) as transferred_in,
                   coalesce(sum(a.amount) filter (where a.kind = 'transfer_out'), 0) as transferred_out,
                   coalesce(sum(a.amount) filter (where a.kind = 'carry_in'), 0) as carried_in,
                   coalesce(sum(a.amount) filter (where a.kind = 'carry_out'), 0) as carried_out,
                   coalesce(sum(a.amount) filter (where a.kind = 'cancel'), 0) as cancelled,
                   coalesce(sum(a.amount) filter (where a.kind = 'enter'), 0) as entered,
                   coalesce(sum(a.amount) filter (where a.kind = 'advance'), 0) as advanced,
                   coalesce(sum(a.amount) filter (where a.kind = 'recover'), 0) as recovered,
                   coalesce(sum(a.amount) filter (where a.kind = 'refund_advance'), 0) as returned,
                   coalesce(sum(a.amount) filter (where a.kind = 'payment'), 0) as paid,
                   coalesce(sum(a.amount) filter (where a.kind = 'refund'), 0) as refunded
              from (select line_id, kind, sum(direction * amount_vnd) as amount
                      from added
                     where line_id is not null
                     group by line_id, kind) a
             group by a.line_id) t
     where b.line_id = t.line_id;
  end if;
  if pools is not null then
    update capital.pool_balance b
       set assigned_pm = b.assigned_pm + t.pm, assigned_province = b.assigned_province + t.province,
           allocated = b.allocated + t.allocated
      from (select a.pool_id,
                   coalesce(sum(a.direction * a.amount_vnd) filter (where a.authority = 'pm'), 0) as pm,
                   coalesce(sum(a.direction * a.amount_vnd)
                              filter (where a.authority = 'province'), 0) as province,
                   sum(a.direction * a.amount_vnd * capital.in_allocated(a.kind)) as allocated
              from added a
             group by a.pool_id) t
     where b.pool_id = t.pool_id and b.pool_id = any(pools);
  end if;
  if projects is not null then
    update capital.project_balance b
       set disbursed = b.disbursed + t.disbursed, given_back = b.given_back + t.given_back
      from (select l.project_id,
                   coalesce(sum(a.amount_vnd) filter (where a.kind in ('advance', 'payment')
                                                            and a.direction = 1), 0) as disbursed,
                   coalesce(sum(a.amount_vnd) filter (where a.kind in ('advance', 'payment')
                                                            and a.direction = -1), 0)
                     + coalesce(sum(a.direction * a.amount_vnd)
                                  filter (where a.kind in ('refund', 'refund_advance')), 0)
                     as given_back
              from added a join capital.line_balance l on l.line_id = a.line_id
             where a.kind in ('advance', 'payment', 'refund', 'refund_advance')
             group by l.project_id) t
     where b.project_id = t.project_id;
  end if;
  return null;
end
$$;
create trigger hold_entries after insert on capital.entry
  referencing new table as added for each statement execute function capital.hold_entries();

-- What several rows say together is weighed when the act is complete, at the latest when it is
-- committed: a movement balances and keeps to its pools, a correction answers to one entry and one
-- person.
create function capital.hold_acts() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  m record;
  o capital.entry;
  broken text;
  told jsonb;
begin
  if new.movement_id is not null
     and new.id = (select max(e.id) from capital.entry e where e.movement_id = new.movement_id) then
    select v.*, p.code as pool, q.code as pool_in, t.amount_out, t.amount_in, t.strange, t.uneven
      into m
      from capital.movement v
      join capital.pool p on p.id = v.pool_out
      join capital.pool q on q.id = v.pool_in
      cross join lateral (
        select coalesce(sum(s.amount_out), 0) as amount_out, coalesce(sum(s.amount_in), 0) as amount_in,
               bool_or(s.strange) as strange, bool_or(s.amount_out <> s.amount_in) as uneven
          from (select coalesce(sum(e.amount_vnd) filter (where e.kind like '%out'), 0) as amount_out,
                       coalesce(sum(e.amount_vnd) filter (where e.kind like '%in'), 0) as amount_in,
                       bool_or(e.kind not like v.kind || '%'
                               or e.pool_id <> case when e.kind like '%out' then v.pool_out
                                                    else v.pool_in end) as strange
                  from capital.entry e join capital.line l on l.id = e.line_id
                 where e.movement_id = v.id
                 group by l.project_id) s) t
     where v.id = new.movement_id;
    broken := case when m.strange then 'moved_across_the_ring'
                   when m.amount_out <> m.amount_in then 'movement_unbalanced'
                   when m.kind = 'carry' and m.uneven then 'carried_to_another_project' end;
    told := jsonb_build_object('code', broken, 'pool', m.pool, 'source', m.pool_in,
                               'document', m.document, 'amount', m.amount_out, 'most', m.amount_in,
                               'excess', abs(m.amount_out - m.amount_in));
  end if;
  if new.corrects_id is not null then
    select * into o from capital.entry where id = new.corrects_id;
    broken := case
      when (o.line_id, o.pool_id, o.kind, o.direction, o.authority)
             is distinct from (new.line_id, new.pool_id, new.kind, (-new.direction)::smallint,
                               new.authority)
           or o.corrects_id is not null or o.movement_id is not null then 'correction_of_another'
      when new.value_on < o.value_on then 'correction_before_entry'
      when (select sum(e.amount_vnd) from capital.entry e where e.corrects_id = o.id) > o.amount_vnd
        then 'correction_above_entry'
      when (select n.signed_by from capital.posting n where n.id = new.posting_id) is null
        then 'correction_unsigned' end;
    told := jsonb_build_object('code', broken, 'document', o.number, 'line', o.line_id,
                               'amount', (select sum(e.amount_vnd) from capital.entry e
                                           where e.corrects_id = o.id),
                               'most', o.amount_vnd, 'day', new.value_on, 'limit_day', o.value_on,
                               'excess', (select sum(e.amount_vnd) from capital.entry e
                                           where e.corrects_id = o.id) - o.amount_vnd);
  end if;
  if broken is not null then
    raise exception 'the ledger refuses: %', broken
      using errcode = 'check_violation', constraint = broken,
            detail = jsonb_build_array(told)::text;
  end if;
  return null;
end
$$;
create constraint trigger hold_acts after insert on capital.entry deferrable initially deferred
  for each row when (new.movement_id is not null or new.corrects_id is not null)
  execute function capital.hold_acts();

-- From one vintage of a source to the next of the same: what was carried keeps its origin.
create function capital.hold_movement() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  o capital.pool;
  i capital.pool;
begin
  select * into o from capital.pool where id = new.pool_out;
  select * into i from capital.pool where id = new.pool_in;
  if i.vintage <> 'carried' or i.budget_year <> o.budget_year + 1 or i.origin_year <> o.origin_year
     or (o.source_code, o.sector_code, o.tier, o.loan_agreement)
          is distinct from (i.source_code, i.sector_code, i.tier, i.loan_agreement) then
    raise exception 'pool % is not the next vintage of pool %', i.code, o.code
      using errcode = 'check_violation', constraint = 'wrong_vintage',
            detail = jsonb_build_array(jsonb_build_object(
              'code', 'wrong_vintage', 'pool', o.code, 'source', i.code, 'year', o.budget_year + 1,
              'from', o.origin_year))::text;
  end if;
  return new;
end
$$;
create trigger hold_movement before insert on capital.movement
  for each row when (new.kind = 'carry') execute function capital.hold_movement();

-- Adds entries; the arrays run side by side, a pool is told where there is no line. What came before under the same voucher is passed over when
-- it says the same, and refused when it does not. Returns how many are new.
create function capital.post(posting bigint, lines bigint[], pools int[], kinds text[],
                             directions int[], amounts bigint[], days date[], issuers text[],
                             series_of text[], numbers text[], parts int[], notes text[],
                             movements bigint[], corrects bigint[], authorities text[])
  returns bigint
  language plpgsql volatile
  set search_path = pg_catalog
  set enable_seqscan = off
  set enable_hashjoin = off
  set enable_mergejoin = off
as $$
declare
  fresh bigint;
  told jsonb;
begin
  insert into capital.entry (posting_id, line_id, pool_id, kind, direction, amount_vnd, value_on, issuer,
                             series, number, part, note, movement_id, corrects_id, authority)
  select posting, s.line_id, coalesce(s.pool_id, l.pool_id), s.kind, s.direction, s.amount_vnd,
         s.value_on, s.issuer, s.series, s.number, s.part, s.note, s.movement_id, s.corrects_id,
         s.authority
    from unnest(lines, pools, kinds, directions, amounts, days, issuers, series_of, numbers, parts,
                notes, movements, corrects, authorities)
         as s (line_id, pool_id, kind, direction, amount_vnd, value_on, issuer, series, number, part,
               note, movement_id, corrects_id, authority)
    left join capital.line l on l.id = s.line_id
      on conflict (number, series, issuer, part) do nothing;
  get diagnostics fresh = row_count;
  if fresh = cardinality(numbers) then
    return fresh;
  end if;
  -- Some were there: they have to be the same, row for row.
  select jsonb_agg(x.told) into told
    from (
      select jsonb_build_object('code', 'voucher_changed', 'document', s.number, 'source', s.issuer,
                                'amount', s.amount_vnd, 'most', e.amount_vnd,
                                'excess', s.amount_vnd - e.amount_vnd, 'day', s.value_on,
                                'limit_day', e.value_on, 'line', e.line_id) as told
        from unnest(lines, pools, kinds, directions, amounts, days, issuers, series_of, numbers, parts)
             as s (line_id, pool_id, kind, direction, amount_vnd, value_on, issuer, series, number, part)
        join capital.entry e
          on e.number = s.number and e.series = s.series and e.issuer = s.issuer and e.part = s.part
       where (e.line_id, coalesce(s.pool_id, e.pool_id), e.kind, e.direction, e.amount_vnd, e.value_on)
             is distinct from (s.line_id, e.pool_id, s.kind, s.direction, s.amount_vnd, s.value_on)
      union all
      select jsonb_build_object('code', 'voucher_incomplete', 'document', s.number, 'source', s.issuer)
        from (select u.number, u.series, u.issuer, max(u.part) as parts
                from unnest(numbers, series_of, issuers, parts) as u (number, series, issuer, part)
               group by u.number, u.series, u.issuer) s
       where exists (select from capital.entry e
                      where e.number = s.number and e.series = s.series and e.issuer = s.issuer
                        and e.part > s.parts)
       limit 200) x;
  if told is not null then
    raise exception 'the ledger refuses: %', told->0->>'code'
      using errcode = 'check_violation', constraint = told->0->>'code', detail = told::text;
  end if;
  return fresh;
end
$$;

-- Locks the balances of these lines, for who reads them and posts by what it read.
create function capital.lock_lines(lines bigint[]) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
begin
  perform from capital.line_balance b where b.line_id = any(lines)
    order by b.line_id for no key update;
end
$$;

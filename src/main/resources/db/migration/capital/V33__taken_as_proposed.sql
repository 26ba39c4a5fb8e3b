-- A decision takes from what a pool has unallocated no more than its proposal does, and nothing another open
-- proposal holds; what else was found when it was booked.
alter table capital.reallocation_move
  add column unpaid_vnd bigint check (unpaid_vnd >= 0);
comment on column capital.reallocation_move.unpaid_vnd is
  'accepted and unpaid when it was put forward; null of proposals before it was kept';
alter table capital.reallocation_decision
  add column medium_lines bigint[] not null default '{}',
  add column late_pools int[] not null default '{}';
comment on column capital.reallocation_decision.medium_lines is
  'lines it raises above the medium-term plan as that stood when it was booked';
comment on column capital.reallocation_decision.late_pools is
  'pools whose deadline was over when it was signed';

-- What was decided of a proposal in part is not asked for again, and no decision may take more than was asked.
create or replace view capital.open_takes with (security_invoker = true) as
  select x.reallocation_id, x.pool_id, least(x.open, x.asked - x.taken)::bigint as amount_vnd
    from (select m.reallocation_id, m.pool_id, sum(m.amount_vnd) as asked,
                 coalesce(sum(m.amount_vnd) filter (where u.line_id is null), 0) as open,
                 coalesce(sum(case when m.amount_vnd > 0 then u.approved_vnd
                                   else -u.approved_vnd end), 0) as taken
            from capital.reallocation_move m
            left join capital.reallocation_ruling u
              on u.reallocation_id = m.reallocation_id and u.line_id = m.line_id
           where not exists (select from capital.reallocation_drop d
                              where d.reallocation_id = m.reallocation_id)
           group by m.reallocation_id, m.pool_id) x
   where least(x.open, x.asked - x.taken) > 0;
grant select on capital.open_takes to dondoc_app;

create function capital.hold_taken() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  told jsonb;
begin
  -- In the order of whoever puts forward: lines, then pools.
  perform from capital.line l where l.id in (select a.line_id from added a)
    order by l.id for no key update;
  perform from capital.pool p
    where p.id in (select m.pool_id from added a
                     join capital.reallocation_move m
                       on m.reallocation_id = a.reallocation_id and m.line_id = a.line_id)
    order by p.id for no key update;
  with spoken as (
    select distinct m.reallocation_id, m.pool_id
      from added a
      join capital.reallocation_move m
        on m.reallocation_id = a.reallocation_id and m.line_id = a.line_id),
  sums as (
    select s.pool_id, greatest(sum(m.amount_vnd), 0)::bigint as asked,
           coalesce(sum(case when m.amount_vnd > 0 then u.approved_vnd
                             else -u.approved_vnd end), 0)::bigint as taken
      from spoken s
      join capital.reallocation_move m
        on m.reallocation_id = s.reallocation_id and m.pool_id = s.pool_id
      left join capital.reallocation_ruling u
        on u.reallocation_id = m.reallocation_id and u.line_id = m.line_id
     group by s.reallocation_id, s.pool_id)
  select jsonb_agg(jsonb_build_object('code', 'taken_above_proposed', 'pool', p.name,
                                      'taken', s.taken, 'asked', s.asked) order by p.code)
    into told
    from sums s join capital.pool p on p.id = s.pool_id
   where s.taken > s.asked;
  if told is not null then
    raise exception 'more unallocated money of pool % is decided than was proposed', told->0->>'pool'
      using errcode = 'check_violation', constraint = 'taken_above_proposed', detail = told::text;
  end if;
  with net as (
    select a.reallocation_id, m.pool_id,
           sum(case when m.amount_vnd > 0 then a.approved_vnd else -a.approved_vnd end)::bigint as more
      from added a
      join capital.reallocation_move m
        on m.reallocation_id = a.reallocation_id and m.line_id = a.line_id
     group by a.reallocation_id, m.pool_id),
  other as (
    select n.pool_id, o.reallocation_id, o.amount_vnd
      from net n
      join capital.open_takes o
        on o.pool_id = n.pool_id and o.reallocation_id <> n.reallocation_id
     where n.more > 0),
  short as (
    select n.pool_id, n.more, b.assigned_pm + b.assigned_province - b.allocated as unallocated, h.held
      from net n
      join capital.pool_balance b on b.pool_id = n.pool_id
     cross join lateral (select coalesce(sum(o.amount_vnd), 0)::bigint as held
                           from other o where o.pool_id = n.pool_id) h
     where n.more > 0
       and n.more + h.held > b.assigned_pm + b.assigned_province - b.allocated)
  select jsonb_agg(jsonb_build_object('code', 'unallocated_held', 'pool', p.name, 'taken', s.more,
                                      'unallocated', s.unallocated,
                                      'left', greatest(s.unallocated - s.held, 0),
                                      'name', r.name, 'by', r.by_name, 'day', r.on_day,
                                      'amount', o.amount_vnd)
                   order by p.code, r.id)
    into told
    from short s
    join capital.pool p on p.id = s.pool_id
    left join other o on o.pool_id = s.pool_id
    left join capital.reallocation r on r.id = o.reallocation_id;
  if told is not null then
    raise exception 'unallocated money of pool % is held by another proposal', told->0->>'pool'
      using errcode = 'check_violation', constraint = 'unallocated_held', detail = told::text;
  end if;
  return null;
end
$$;
create trigger hold_taken after insert on capital.reallocation_ruling
  referencing new table as added for each statement execute function capital.hold_taken();

-- How a proposal as a whole stands, also for who sees only some of its lines.
create function capital.reallocation_state(of_id bigint) returns text
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select case when exists (select from capital.reallocation_drop d where d.reallocation_id = of_id)
                then 'DROPPED'
              when count(*) = count(u.line_id) then 'DECIDED'
              when count(u.line_id) > 0 then 'PARTLY'
              else 'WAITING' end
    from capital.reallocation_move m
    left join capital.reallocation_ruling u
      on u.reallocation_id = m.reallocation_id and u.line_id = m.line_id
   where m.reallocation_id = of_id
$$;
-- A unit reads the decisions that speak of its own lines.
drop policy read on capital.reallocation_decision;
create policy read on capital.reallocation_decision for select
  using ((select project.sees_all())
         or id in (select u.decision_id from capital.reallocation_ruling u));

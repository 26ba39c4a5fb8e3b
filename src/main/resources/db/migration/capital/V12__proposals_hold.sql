-- What a pool has unallocated is put forward once, as the money of a line is: who comes second is told by
-- whom. A line that is put forward is not cut by itself.

-- What an open proposal takes from what its pools have unallocated.
create view capital.open_takes with (security_invoker = true) as
  select m.reallocation_id, m.pool_id, sum(m.amount_vnd)::bigint as amount_vnd
    from capital.reallocation_move m
   where not exists (select from capital.reallocation_ruling u
                      where u.reallocation_id = m.reallocation_id and u.line_id = m.line_id)
     and not exists (select from capital.reallocation_drop d
                      where d.reallocation_id = m.reallocation_id)
   group by m.reallocation_id, m.pool_id
  having sum(m.amount_vnd) > 0;

create or replace function capital.hold_reallocation() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  told jsonb;
begin
  perform from capital.line l where l.id in (select a.line_id from added a)
    order by l.id for no key update;
  -- Whoever takes from what a pool has unallocated waits for whoever does the same.
  perform from capital.pool p where p.id in (select a.pool_id from added a)
    order by p.id for no key update;
  select jsonb_agg(jsonb_build_object('code', 'money_taken', 'line', m.line_id,
                                      'project', capital.project_words(l.project_id),
                                      'name', r.name, 'by', r.by_name, 'day', r.on_day,
                                      'amount', abs(m.amount_vnd)) order by m.line_id)
    into told
    from added a
    join capital.reallocation_move m
      on m.line_id = a.line_id and m.reallocation_id <> a.reallocation_id
    join capital.reallocation r on r.id = m.reallocation_id
    join capital.line l on l.id = m.line_id
   where not exists (select from capital.reallocation_ruling u
                      where u.reallocation_id = m.reallocation_id and u.line_id = m.line_id)
     and not exists (select from capital.reallocation_drop d
                      where d.reallocation_id = m.reallocation_id);
  if told is not null then
    raise exception 'money of line % is put forward already', told->0->>'line'
      using errcode = 'check_violation', constraint = 'money_taken', detail = told::text;
  end if;
  select jsonb_agg(jsonb_build_object('code', 'move_unbalanced', 'pool', p.code)) into told
    from (select a.pool_id, sum(a.amount_vnd) as more from added a group by a.pool_id) a
    join capital.pool p on p.id = a.pool_id
    join capital.pool_balance b on b.pool_id = a.pool_id
   where a.more <> 0
     and a.more not between 0 and b.assigned_pm + b.assigned_province - b.allocated;
  if told is not null then
    raise exception 'pool % is not balanced', told->0->>'pool'
      using errcode = 'check_violation', constraint = 'move_unbalanced', detail = told::text;
  end if;
  with taken as (
    select a.pool_id, sum(a.amount_vnd)::bigint as more from added a group by a.pool_id
    having sum(a.amount_vnd) > 0),
  other as (
    select o.* from capital.open_takes o
     where o.pool_id in (select t.pool_id from taken t)
       and o.reallocation_id not in (select a.reallocation_id from added a)),
  short as (
    select t.pool_id, t.more, b.assigned_pm + b.assigned_province - b.allocated as unallocated
      from taken t join capital.pool_balance b on b.pool_id = t.pool_id
     where t.more + (select coalesce(sum(o.amount_vnd), 0) from other o where o.pool_id = t.pool_id)
           > b.assigned_pm + b.assigned_province - b.allocated)
  select jsonb_agg(jsonb_build_object('code', 'unallocated_taken', 'pool', p.name, 'name', r.name,
                                      'by', r.by_name, 'day', r.on_day, 'amount', o.amount_vnd,
                                      'asked', s.more, 'unallocated', s.unallocated)
                   order by p.code, r.id)
    into told
    from short s
    join other o on o.pool_id = s.pool_id
    join capital.pool p on p.id = s.pool_id
    join capital.reallocation r on r.id = o.reallocation_id;
  if told is not null then
    raise exception 'unallocated money of pool % is put forward already', told->0->>'pool'
      using errcode = 'check_violation', constraint = 'unallocated_taken', detail = told::text;
  end if;
  return null;
end
$$;

-- The proposal that holds a line and is not decided of it; whoever asks waits for who just puts it forward.
create function capital.proposal_of_line(of_line bigint)
  returns table (name text, by_name text, on_day date)
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
begin
  if not project.sees_all() then
    return;
  end if;
  perform from capital.line l where l.id = of_line for no key update;
  return query
    select r.name, r.by_name, r.on_day
      from capital.reallocation_move m
      join capital.reallocation r on r.id = m.reallocation_id
     where m.line_id = of_line
       and not exists (select from capital.reallocation_ruling u
                        where u.reallocation_id = m.reallocation_id and u.line_id = m.line_id)
       and not exists (select from capital.reallocation_drop d
                        where d.reallocation_id = m.reallocation_id)
     order by r.id
     limit 1;
end
$$;

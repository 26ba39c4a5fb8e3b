-- The entries of a project's lines are few beside the ledger: they are found line by line.
create or replace function capital.paid_by_day(project bigint)
  returns table (value_on date, paid_vnd bigint)
  language sql stable
  set search_path = pg_catalog
as $$
  select x.value_on, (sum(sum(x.amount)) over (order by x.value_on))::bigint
    from capital.line l
    cross join lateral (
      select e.value_on,
             e.direction * e.amount_vnd
               * case when e.kind in ('advance', 'payment') then 1 else -1 end as amount
        from capital.entry e
       where e.line_id = l.id and e.kind in ('advance', 'payment', 'refund', 'refund_advance')
      offset 0) x
   where l.project_id = project
   group by x.value_on
$$;

-- A ledger nobody has counted yet looks empty to the planner, which then weighs every entry again for every
-- line there is: what is found once is kept, and balances are looked up one by one.
do $$
declare
  source text := pg_get_functiondef('capital.hold_entries()'::regprocedure);
  old text;
begin
  foreach old in array array[
    'with batch as (', 'run as (', 'wrong as (',
    'from batch t join capital.line_balance b on b.line_id = t.line_id',
    'from batch t join capital.pool_balance b on b.pool_id = t.pool_id'] loop
    if position(old in source) = 0 then
      raise exception 'hold_entries has no “%”', old;
    end if;
  end loop;
  source := replace(source, 'with batch as (', 'with batch as materialized (');
  source := replace(source, 'run as (', 'run as materialized (');
  source := replace(source, 'wrong as (', 'wrong as materialized (');
  source := replace(source, 'from batch t join capital.line_balance b on b.line_id = t.line_id',
    'from batch t cross join lateral (
         select x.* from capital.line_balance x where x.line_id = t.line_id offset 0) b');
  source := replace(source, 'from batch t join capital.pool_balance b on b.pool_id = t.pool_id',
    'from batch t cross join lateral (
         select x.* from capital.pool_balance x where x.pool_id = t.pool_id offset 0) b');
  execute source;
end
$$;

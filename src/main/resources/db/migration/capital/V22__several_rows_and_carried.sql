-- A voucher that pays one line twice by the same kind with two amounts may be two rows of it, or a figure
-- that was mended and left standing: whoever takes the file in says so once for a voucher of a sender.
create table capital.intake_several (
  id bigint generated always as identity primary key,
  sender_id int not null references agency.body,
  number_key text collate "C" not null,
  series text collate "C" not null,
  number_year smallint not null,
  made_at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null,
  constraint several_said_once unique (sender_id, number_key, series, number_year)
);
comment on table capital.intake_several is 'vouchers with several rows of one line and kind, as a person said';
create trigger only_added_to before update or delete or truncate on capital.intake_several
  for each statement execute function capital.refuse_change();
alter table capital.intake_several enable row level security;
create policy read on capital.intake_several for select
  using ((select project.sees_all()) or sender_id = any((select database.scope_bodies())::int[]));
create policy write on capital.intake_several for insert
  with check (by_account = (select database.scope_account()) and by_account <> 0
              and ((select project.sees_all())
                   or sender_id = any((select database.scope_bodies())::int[])));
grant select, insert on capital.intake_several to dondoc_app;

do $$
declare
  source text := pg_get_functiondef('capital.intake_plan(bigint)'::regprocedure);
  said text[];
begin
  -- What stands there, and what shall stand there.
  foreach said slice 1 in array array[
    ['             count(*) over alike as times,',
     '             count(*) over alike as times,
             min(t.amount_vnd) over kindred <> max(t.amount_vnd) over kindred as several,'],
    ['             alike as (partition by t.number_key, t.series, t.year, n.project_id, n.pool_id, t.entry_kind,',
     '             kindred as (partition by t.number_key, t.series, t.year, n.project_id, n.pool_id,
                                      t.entry_kind, t.direction),
             alike as (partition by t.number_key, t.series, t.year, n.project_id, n.pool_id, t.entry_kind,'],
    ['                when r.value_on <= capital.closed_until() then ''refused''
                else ''new'' end,',
     '                when r.value_on <= capital.closed_until() then ''refused''
                when r.several and k.id is null then ''asked''
                else ''new'' end,'],
    ['                when r.value_on <= capital.closed_until() then ''closed'' end,',
     '                when r.value_on <= capital.closed_until() then ''closed''
                when r.several and k.id is null then ''several_rows'' end,'],
    ['      left join capital.line_balance b on b.line_id = r.line_id
    union all',
     '      left join capital.line_balance b on b.line_id = r.line_id
      left join capital.intake_several k
        on k.sender_id = i.sender_id and k.number_key = r.number_key and k.series = r.series
       and k.number_year = r.year
    union all']] loop
    if position(said[1] in source) = 0 then
      raise exception 'intake_plan does not say: %', said[1];
    end if;
    source := replace(source, said[1], said[2]);
  end loop;
  execute source;
end
$$;

-- What lines of a pool brought from another year, and what left them for the next or lapsed: of the pool's
-- plan, and never of what was assigned to it. A pool is told whole to whoever is signed in.
create function capital.carried_of_pools() returns table (pool_id int, carried bigint, gone bigint)
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select b.pool_id, sum(b.carried_in)::bigint, sum(b.carried_out + b.cancelled)::bigint
    from capital.line_balance b
   where (select database.scope_account()) <> 0
   group by b.pool_id
$$;
revoke all on function capital.carried_of_pools() from public;
grant execute on function capital.carried_of_pools() to dondoc_app;

-- Triggers of every posting and every decision go by index whatever the planner believed of an empty
-- ledger: a plan made then read all entries for each move and each total. What moves nothing is not
-- looked at.
create or replace function capital.hold_ends() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
  set enable_seqscan = off
  set enable_hashjoin = off
  set enable_mergejoin = off
as $$
declare
  told jsonb;
begin
  if not exists (select from added a where a.kind in ('transfer_out', 'transfer_in')) then
    return null;
  end if;
  -- One look at each movement: "exists" may be answered by a table of every transfer there is.
  select jsonb_agg(jsonb_build_object(
           'code', 'moved_to_itself', 'line', e.line_id, 'pool', p.code,
           'project', capital.project_words(l.project_id), 'document', e.number,
           'amount', e.amount_vnd))
    into told
    from (select a.line_id, a.movement_id, min(a.number) as number, max(a.amount_vnd) as amount_vnd
            from added a
           where a.kind in ('transfer_out', 'transfer_in')
           group by a.line_id, a.movement_id
          having (select count(distinct o.kind) from capital.entry o
                   where o.movement_id = a.movement_id and o.line_id = a.line_id
                     and o.kind in ('transfer_out', 'transfer_in')) = 2
           limit 200) e
    join capital.line l on l.id = e.line_id
    join capital.pool p on p.id = l.pool_id;
  if told is not null then
    raise exception 'the ledger refuses: moved_to_itself'
      using errcode = 'check_violation', constraint = 'moved_to_itself', detail = told::text;
  end if;
  return null;
end
$$;
alter function capital.hold_total() set enable_seqscan = off;
alter function capital.hold_total() set enable_hashjoin = off;
alter function capital.hold_total() set enable_mergejoin = off;

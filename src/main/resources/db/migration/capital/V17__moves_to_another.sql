-- A line gives nothing to itself: no line is at both ends of a transfer.
create function capital.hold_ends() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  told jsonb;
begin
  select jsonb_agg(jsonb_build_object(
           'code', 'moved_to_itself', 'line', e.line_id, 'pool', p.code,
           'project', capital.project_words(l.project_id), 'document', e.number,
           'amount', e.amount_vnd))
    into told
    from (select a.line_id, a.movement_id, min(a.number) as number, max(a.amount_vnd) as amount_vnd
            from added a
           where a.kind in ('transfer_out', 'transfer_in')
           group by a.line_id, a.movement_id
          having exists (select from capital.entry o
                          where o.movement_id = a.movement_id and o.line_id = a.line_id
                            and o.kind = 'transfer_out')
             and exists (select from capital.entry i
                          where i.movement_id = a.movement_id and i.line_id = a.line_id
                            and i.kind = 'transfer_in')
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
create trigger hold_ends after insert on capital.entry
  referencing new table as added for each statement execute function capital.hold_ends();

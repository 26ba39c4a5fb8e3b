-- A transfer that told its ground is explained. For slowness alone the unit is heard first: that takes a
-- cut, whatever way the money went.
create or replace function capital.unexplained_cuts_on(as_of date)
  returns table (entry_id bigint, line_id bigint, amount_vnd bigint, value_on date, document text)
  language sql stable
  set search_path = pg_catalog
as $$
  select e.id, e.line_id, e.amount_vnd, e.value_on, e.number
    from capital.entry e
    left join capital.movement m on m.id = e.movement_id
   where e.value_on <= as_of and e.corrects_id is null
     and (e.kind = 'adjust' and e.direction = -1 or e.kind = 'transfer_out' and m.ground = 'slow')
     and not exists (select from capital.cut c where c.entry_id = e.id)
     and not exists (select from capital.cut c join capital.cut_end d on d.cut_id = c.id
                      where c.line_id = e.line_id and d.posting_id = e.posting_id)
     and not exists (select from capital.entry k where k.corrects_id = e.id)
$$;

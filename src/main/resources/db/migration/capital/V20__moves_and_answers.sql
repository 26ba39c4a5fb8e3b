-- Plan that a transfer took from a line for a ground it told: no cut stands behind it, and it is listed
-- beside the cuts.
create function capital.moved_away_on(as_of date)
  returns table (entry_id bigint, line_id bigint, amount_vnd bigint, value_on date, document text,
                 issuer text, ground text, reason text)
  language sql stable
  set search_path = pg_catalog
as $$
  select e.id, e.line_id, e.amount_vnd, e.value_on, m.document, e.issuer, m.ground, m.reason
    from capital.entry e
    join capital.movement m on m.id = e.movement_id
   where e.value_on <= as_of and e.kind = 'transfer_out' and m.kind = 'transfer' and m.ground <> 'slow'
     and not exists (select from capital.cut c where c.entry_id = e.id)
     and not exists (select from capital.cut c join capital.cut_end d on d.cut_id = c.id
                      where c.line_id = e.line_id and d.posting_id = e.posting_id)
$$;

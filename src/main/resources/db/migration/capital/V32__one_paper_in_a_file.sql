-- Two rows of one file that differ only by a series may be one voucher, too: the row without it is asked
-- about beside the one that has it, as one that is booked is.
create or replace function capital.intake_plan(reading bigint)
  returns table (number int, project_id bigint, pool_id int, line_id bigint, how text, state text,
                 why text, was_outstanding bigint, was_volume bigint, was_vnd bigint,
                 said_vnd bigint, plan_vnd bigint, other_vnd bigint, part int)
  language plpgsql stable rows 20000
  set search_path = pg_catalog
as $$
#variable_conflict use_column
declare
  i capital.intake;
begin
  select x.* into i
    from capital.intake x join capital.intake_reading g on g.intake_id = x.id
   where g.id = $1;
  if i.content is distinct from 'vouchers' then
    return query select x.* from capital.intake_weighed($1) x;
    return;
  end if;
  return query
    with p as materialized (
      select w.*, r.value_on, r.entry_kind, r.direction, r.amount_vnd,
             capital.paper_key(r.document, coalesce(r.series, '')) as said_key
        from capital.intake_weighed($1) w
       cross join lateral (
         select y.* from capital.intake_row y
          where y.reading_id = $1 and y.number = w.number offset 0) r),
    -- By its number without what stands behind it: rows of one amount and day may be many.
    beside as materialized (
      select distinct on (x.number) x.number, y.said_key as paper_key
        from p x
        join p y on split_part(y.said_key, '/', 1) = split_part(x.said_key, '/', 1)
                and y.line_id = x.line_id and y.value_on = x.value_on
                and y.entry_kind = x.entry_kind and y.direction = x.direction
                and y.amount_vnd = x.amount_vnd
       where x.state = 'new' and y.state in ('new', 'asked')
         and starts_with(y.said_key, x.said_key || '/')
       order by x.number, y.number)
    select p.number, p.project_id, p.pool_id, p.line_id, p.how,
           case when t.paper_key is null or a.same is false then p.state
                when a.same then 'left_out' else 'asked' end,
           case when t.paper_key is null or a.same is false then p.why else 'one_paper' end,
           p.was_outstanding, p.was_volume, p.was_vnd, p.said_vnd, p.plan_vnd, p.other_vnd, p.part
      from p
      left join lateral (
        select f.paper_key
          from capital.papers_like(p.line_id, p.value_on, p.entry_kind, p.direction, p.amount_vnd,
                                   p.said_key, capital.issuer_key(i.issuer)) f
         where p.state = 'new') f on true
      left join beside b on b.number = p.number
      left join lateral (select coalesce(f.paper_key, b.paper_key) as paper_key) t on true
      left join lateral (
        select x.same
          from capital.intake_twin x
         where x.sender_id = i.sender_id and x.said_key = p.said_key and x.booked_key = t.paper_key
           and x.value_on = p.value_on
         order by x.id desc limit 1) a on true;
end
$$;

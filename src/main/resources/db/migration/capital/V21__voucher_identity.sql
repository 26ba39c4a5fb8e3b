-- What makes a voucher the same one: who issued it, the year it counts from, its series, and its number
-- however it is spelled. The Treasury begins its numbers anew every year, and a sheet that keeps numbers as
-- figures loses the zeros before them. Rows of a voucher are told apart by what they book, not by where they
-- stand in a file; the same row twice in a file is asked about.

-- A number without spaces, in capitals, its figures without zeros before them; by no language's rules, so
-- that a key that is kept and one that is asked for are made alike.
create function capital.voucher_key(number text) returns text
  language sql immutable strict parallel safe
  return replace(upper(regexp_replace(regexp_replace(number collate "C", '\s+', '', 'g'),
                                      '(^|[^0-9])0+(?=[0-9])', '\1', 'g')), 'đ', 'Đ');

alter table capital.entry
  add column number_key text collate "C" not null
    generated always as (capital.voucher_key(number)) stored,
  add column number_year smallint not null
    generated always as (extract(year from value_on)::smallint) stored;
comment on column capital.entry.number_key is 'its number however it is spelled';
comment on column capital.entry.number_year is 'of its value date: numbers begin anew every year';

alter table capital.entry drop constraint voucher_comes_once;
do $$
declare
  last bigint;
begin
  -- Vouchers booked before under two spellings stay as they are: what comes from now on comes once.
  if exists (select from capital.entry e
              group by e.number_key, e.series, e.issuer, e.number_year, e.part having count(*) > 1) then
    select max(e.id) into last from capital.entry e;
    execute format('create unique index voucher_comes_once on capital.entry '
                   '(number_key, series, issuer, number_year, part) where id > %s', last);
    create unique index voucher_came_once on capital.entry (number, series, issuer, number_year, part);
  else
    create unique index voucher_comes_once on capital.entry (number_key, series, issuer, number_year, part);
  end if;
end
$$;

-- A voucher comes whole, within its year.
do $$
declare
  source text := pg_get_functiondef('capital.hold_entries()'::regprocedure);
  grouped text := 'group by a.number, a.series, a.issuer';
  called text := '''voucher_incomplete'', ''document'', a.number,';
begin
  if position(grouped in source) = 0 or position(called in source) = 0 then
    raise exception 'hold_entries does not tell vouchers by their numbers';
  end if;
  execute replace(replace(source, grouped, 'group by a.number_key, a.series, a.issuer, a.number_year'), called,
                  '''voucher_incomplete'', ''document'', min(a.number),');
end
$$;

create or replace function capital.post(posting bigint, lines bigint[], pools int[], kinds text[],
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
      on conflict do nothing;
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
          on e.number_key = capital.voucher_key(s.number) and e.series = s.series
         and e.issuer = s.issuer and e.number_year = extract(year from s.value_on)::smallint
         and e.part = s.part
       where (e.line_id, coalesce(s.pool_id, e.pool_id), e.kind, e.direction, e.amount_vnd, e.value_on)
             is distinct from (s.line_id, e.pool_id, s.kind, s.direction, s.amount_vnd, s.value_on)
      union all
      select jsonb_build_object('code', 'voucher_incomplete', 'document', s.number, 'source', s.issuer)
        from (select capital.voucher_key(u.number) as number_key, u.series, u.issuer,
                     extract(year from u.value_on)::smallint as year, min(u.number) as number,
                     max(u.part) as parts
                from unnest(numbers, series_of, issuers, parts, days)
                     as u (number, series, issuer, part, value_on)
               group by 1, 2, 3, 4) s
       where exists (select from capital.entry e
                      where e.number_key = s.number_key and e.series = s.series
                        and e.issuer = s.issuer and e.number_year = s.year and e.part > s.parts)
       limit 200) x;
  if told is not null then
    raise exception 'the ledger refuses: %', told->0->>'code'
      using errcode = 'check_violation', constraint = told->0->>'code', detail = told::text;
  end if;
  return fresh;
end
$$;

-- What the figures of a reading would do today.
create or replace function capital.intake_plan(reading bigint)
  returns table (number int, project_id bigint, pool_id int, line_id bigint, how text, state text,
                 why text, was_outstanding bigint, was_volume bigint, was_vnd bigint,
                 said_vnd bigint, plan_vnd bigint, other_vnd bigint, part int)
  language plpgsql stable rows 20000
  set search_path = pg_catalog
as $$
declare
  i capital.intake;
begin
  select x.* into i
    from capital.intake x join capital.intake_reading g on g.intake_id = x.id
   where g.id = reading;
  if i.content in ('treasury', 'report') then
    return query
      with r as (
        select t.*, n.project_id, n.pool_id as pool, n.line_id, n.how, n.state, n.why,
               count(*) filter (where n.state is null)
                 over (partition by n.project_id, n.pool_id, n.state is null) as times
          from capital.intake_row t
          join capital.intake_lines(reading) n on n.number = t.number
         where t.reading_id = reading),
      said as (
        select o.* from capital.owner_reports_on('infinity') o
         where o.month = date_trunc('month', i.cut_off)::date
           and (i.content = 'treasury' or o.kind = i.report_kind))
      select r.number, r.project_id, r.pool, r.line_id, r.how,
             case when r.state is not null then r.state
                  when r.times > 1 or r.line_id is null then 'refused'
                  when i.content = 'report' then
                    case when o.id is null then 'new'
                         when coalesce(r.disbursed_vnd, o.disbursed_vnd)
                                is not distinct from o.disbursed_vnd
                              and coalesce(r.work_done_vnd, o.work_done_vnd)
                                is not distinct from o.work_done_vnd
                              and coalesce(r.accepted_vnd, o.accepted_vnd)
                                is not distinct from o.accepted_vnd
                              and coalesce(r.promised_next_vnd, o.promised_next_vnd)
                                is not distinct from o.promised_next_vnd
                              and coalesce(r.expected_31_12_vnd, o.expected_31_12_vnd)
                                is not distinct from o.expected_31_12_vnd
                              and coalesce(r.expected_31_1_vnd, o.expected_31_1_vnd)
                                is not distinct from o.expected_31_1_vnd
                              and coalesce(r.difficulty, o.difficulty)
                                is not distinct from o.difficulty then 'same'
                         else 'changed' end
                  when coalesce(r.outstanding_vnd, s.outstanding) = s.outstanding
                       and coalesce(r.volume_vnd, s.volume) = s.volume
                       and coalesce(r.disbursed_vnd, s.disbursed) = s.disbursed then 'same'
                  when coalesce(r.disbursed_vnd,
                                coalesce(r.outstanding_vnd, s.outstanding)
                                  + coalesce(r.volume_vnd, s.volume)) < s.disbursed then 'lower'
                  when s.disbursed = 0 then 'new'
                  else 'changed' end,
             case when r.state is not null then r.why
                  when r.times > 1 then 'twice'
                  when r.line_id is null then 'no_line' end,
             s.outstanding, s.volume,
             case when i.content = 'report' then o.disbursed_vnd else s.disbursed end,
             coalesce(r.disbursed_vnd,
                      case when i.content = 'treasury'
                           then coalesce(r.outstanding_vnd, s.outstanding, 0)
                                + coalesce(r.volume_vnd, s.volume, 0) end),
             s.plan,
             case when i.content = 'report' then s.disbursed else o.disbursed_vnd end,
             null::int
        from r
        left join capital.lines_on(i.cut_off, i.budget_year) s on s.line_id = r.line_id
        left join lateral (
          select x.* from said x where x.line_id = r.line_id
           order by (x.kind = 'actual') desc limit 1) o on true;
    return;
  end if;
  return query
    with t as (
      select x.*, capital.voucher_key(x.document) as number_key,
             extract(year from x.value_on)::smallint as year
        from capital.intake_row x
       where x.reading_id = reading),
    r as (
      select t.number, t.number_key, t.year, t.series, t.direction, t.amount_vnd, t.entry_kind, t.value_on,
             n.project_id, n.pool_id as pool, n.line_id, n.how, n.state, n.why,
             (row_number() over paper)::int as part,
             row_number() over booked as rank,
             count(*) over whole as parts,
             count(*) over alike as times,
             min(t.value_on) over whole <> max(t.value_on) over whole as uneven
        from t
        join capital.intake_lines(reading) n on n.number = t.number
       where n.state is distinct from 'left_out'
      window paper as (partition by t.number_key, t.series, t.year order by t.number),
             booked as (partition by t.number_key, t.series, t.year
                        order by n.line_id, t.entry_kind collate "C", t.direction, t.amount_vnd, t.number),
             whole as (partition by t.number_key, t.series, t.year),
             alike as (partition by t.number_key, t.series, t.year, n.project_id, n.pool_id, t.entry_kind,
                                    t.direction, t.amount_vnd, t.value_on)),
    -- Rows of a voucher stand in any order in a file: each is held to the one that books the same.
    e as materialized (
      select x.*, count(*) over whole as parts,
             row_number() over (partition by x.number_key, x.series, x.number_year
                                order by x.line_id, x.kind, x.direction, x.amount_vnd, x.part) as rank
        from capital.entry x
       where x.issuer = i.issuer
         and (x.number_key, x.series, x.number_year) in (select r.number_key, r.series, r.year from r)
      window whole as (partition by x.number_key, x.series, x.number_year)),
    more as (
      select distinct e.number_key, e.series, e.number_year, e.parts from e)
    select r.number, r.project_id, r.pool, r.line_id, r.how,
           case when r.state is not null then r.state
                when r.uneven or m.parts <> r.parts then 'refused'
                when e.id is not null
                  then case when (e.line_id, e.kind, e.direction, e.amount_vnd, e.value_on)
                                 is not distinct from
                                 (r.line_id, r.entry_kind, r.direction, r.amount_vnd, r.value_on)
                            then 'same' else 'refused' end
                when r.times > 1 then 'refused'
                when r.line_id is null and i.content = 'vouchers' then 'refused'
                when r.value_on <= capital.closed_until() then 'refused'
                else 'new' end,
           case when r.state is not null then r.why
                when r.uneven then 'days_differ'
                when r.times > 1 and m.parts is distinct from r.parts then 'row_twice'
                when m.parts <> r.parts then 'voucher_incomplete'
                when e.id is not null
                     and (e.line_id, e.kind, e.direction, e.amount_vnd, e.value_on)
                         is distinct from
                         (r.line_id, r.entry_kind, r.direction, r.amount_vnd, r.value_on)
                  then 'voucher_changed'
                when e.id is not null then null
                when r.line_id is null and i.content = 'vouchers' then 'no_line'
                when r.value_on <= capital.closed_until() then 'closed' end,
           null::bigint, null::bigint, e.direction * e.amount_vnd, r.direction * r.amount_vnd,
           b.allocated + b.adjusted + b.transferred_in - b.transferred_out + b.carried_in
             - b.carried_out - b.cancelled,
           null::bigint, coalesce(e.part, r.part)::int
      from r
      left join more m
        on m.number_key = r.number_key and m.series = r.series and m.number_year = r.year
      left join e
        on e.number_key = r.number_key and e.series = r.series and e.number_year = r.year and e.rank = r.rank
      left join capital.line_balance b on b.line_id = r.line_id
    union all
    select n.number, n.project_id, n.pool_id, n.line_id, n.how, n.state, n.why, null, null, null,
           t.direction * t.amount_vnd, null, null, null
      from capital.intake_lines(reading) n
      join capital.intake_row t on t.reading_id = reading and t.number = n.number
     where n.state = 'left_out';
end
$$;

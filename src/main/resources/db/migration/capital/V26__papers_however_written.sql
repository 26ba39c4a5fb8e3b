-- The same paper is the same however its series and its issuer are spelled, and whether its series stands
-- in a field of its own or behind its number: it is not paid a second time.

-- In capitals, by no language's rules: a key that is kept and one that is asked for are made alike on
-- every server.
create function capital.in_capitals(words text) returns text
  language sql immutable strict parallel safe
  return translate(upper(normalize(words) collate "C"),
    'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ',
    'ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ');

-- Number and series as one, as a key; "Z1/KB-2020" is number Z1 of series KB-2020.
create function capital.paper_key(number text, series text) returns text
  language sql immutable strict parallel safe
  return rtrim(regexp_replace(
           regexp_replace(capital.in_capitals(number || '/' || series), '\s+', '', 'g'),
           '(^|[^0-9])0+(?=[0-9])', '\1', 'g'), '/');

-- An issuer without regard to capitals, spaces and full stops.
create function capital.issuer_key(issuer text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(capital.in_capitals(issuer), '[\s.,-]+', '', 'g');

alter table capital.entry
  add column paper_key text collate "C" not null
    generated always as (capital.paper_key(number, series)) stored,
  add column issuer_key text collate "C" not null
    generated always as (capital.issuer_key(issuer)) stored,
  add column twin smallint not null default 0;
comment on column capital.entry.paper_key is 'its number and series however they are spelled';
comment on column capital.entry.issuer_key is 'its issuer however it is spelled';
comment on column capital.entry.twin is 'above zero: came again under another spelling before that was refused';

-- Papers booked before under two spellings stay as they are; verify-ledger tells them.
alter table capital.entry disable trigger user;
update capital.entry e
   set twin = t.twin
  from (select x.id, row_number() over (partition by x.paper_key, x.issuer_key, x.number_year, x.part
                                        order by x.id) - 1 as twin
          from capital.entry x) t
 where t.id = e.id and t.twin > 0;
alter table capital.entry enable trigger user;
alter table capital.entry add constraint comes_without_twin check (twin = 0) not valid;
drop index capital.voucher_comes_once;
drop index if exists capital.voucher_came_once;
create unique index voucher_comes_once
  on capital.entry (paper_key, issuer_key, number_year, part, twin);
alter table capital.entry drop column number_key;

do $$
declare
  source text;
  said text[];
begin
  -- The function, what stands there, and what shall stand there.
  foreach said slice 1 in array array[
    ['capital.hold_entries()', 'group by a.number_key, a.series, a.issuer, a.number_year',
     'group by a.paper_key, a.issuer_key, a.number_year'],
    ['capital.hold_entries()', '''source'', a.issuer)', '''source'', min(a.issuer))'],
    ['capital.intake_plan(bigint)', 'capital.voucher_key(x.document) as number_key',
     'capital.paper_key(x.document, coalesce(x.series, '''')) as number_key'],
    ['capital.intake_plan(bigint)', 't.number_key, t.series, t.year', 't.number_key, t.year'],
    ['capital.intake_plan(bigint)', 'partition by x.number_key, x.series, x.number_year',
     'partition by x.paper_key, x.number_year'],
    ['capital.intake_plan(bigint)', 'where x.issuer = i.issuer',
     'where x.issuer_key = capital.issuer_key(i.issuer)'],
    ['capital.intake_plan(bigint)',
     '(x.number_key, x.series, x.number_year) in (select r.number_key, r.series, r.year from r)',
     '(x.paper_key, x.number_year) in (select r.number_key, r.year from r)'],
    ['capital.intake_plan(bigint)', 'distinct e.number_key, e.series, e.number_year, e.parts',
     'distinct e.paper_key, e.number_year, e.parts'],
    ['capital.intake_plan(bigint)',
     'm.number_key = r.number_key and m.series = r.series and m.number_year = r.year',
     'm.paper_key = r.number_key and m.number_year = r.year'],
    ['capital.intake_plan(bigint)',
     'e.number_key = r.number_key and e.series = r.series and e.number_year = r.year',
     'e.paper_key = r.number_key and e.number_year = r.year'],
    ['capital.intake_plan(bigint)', '    more as (',
     '    k as materialized (
      select distinct true as id, capital.paper_key(x.number_key, x.series) as number_key, x.number_year
        from capital.intake_several x
       where x.sender_id = i.sender_id),
    more as ('],
    ['capital.intake_plan(bigint)',
     'left join capital.intake_several k
        on k.sender_id = i.sender_id and k.number_key = r.number_key and k.series = r.series
       and k.number_year = r.year',
     'left join k on k.number_key = r.number_key and k.number_year = r.year']] loop
    source := pg_get_functiondef(said[1]::regprocedure);
    if position(said[2] in source) = 0 then
      raise exception '% does not say: %', said[1], said[2];
    end if;
    execute replace(source, said[2], said[3]);
  end loop;

  source := pg_get_functiondef('capital.post(bigint,bigint[],int[],text[],int[],bigint[],date[],text[],text[],'
                               'text[],int[],text[],bigint[],bigint[],text[])'::regprocedure);
  foreach said slice 1 in array array[
    ['e.number_key = capital.voucher_key(s.number) and e.series = s.series
         and e.issuer = s.issuer and',
     'e.paper_key = capital.paper_key(s.number, s.series)
         and e.issuer_key = capital.issuer_key(s.issuer) and'],
    ['select capital.voucher_key(u.number) as number_key, u.series, u.issuer,',
     'select capital.paper_key(u.number, u.series) as paper_key,
                     capital.issuer_key(u.issuer) as issuer_key, min(u.issuer) as issuer,'],
    ['group by 1, 2, 3, 4) s', 'group by 1, 2, 4) s'],
    ['e.number_key = s.number_key and e.series = s.series
                        and e.issuer = s.issuer and',
     'e.paper_key = s.paper_key
                        and e.issuer_key = s.issuer_key and']] loop
    if position(said[1] in source) = 0 then
      raise exception 'post does not say: %', said[1];
    end if;
    source := replace(source, said[1], said[2]);
  end loop;
  execute source;
end
$$;

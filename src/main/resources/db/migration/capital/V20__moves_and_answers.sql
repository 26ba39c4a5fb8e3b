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

-- What people said names of a sender mean is told on a page, and forgotten with a reason: the name is asked
-- about again in the sender's next file. What was committed by it stays.
create table capital.intake_match_end (
  match_id bigint primary key references capital.intake_match,
  why text not null check (length(why) between 3 and 1000),
  on_day date not null,
  at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null
);
create trigger only_added_to before update or delete or truncate on capital.intake_match_end
  for each statement execute function capital.refuse_change();
alter table capital.intake_match_end enable row level security;
create policy read on capital.intake_match_end for select
  using (match_id in (select m.id from capital.intake_match m));
create policy write on capital.intake_match_end for insert
  with check (by_account = (select database.scope_account()) and by_account <> 0
              and match_id in (select m.id from capital.intake_match m));
grant select, insert on capital.intake_match_end to dondoc_app;

-- The last word on every name of every sender, unless it was forgotten.
create view capital.intake_said with (security_invoker = true) as
  select x.*
    from (select distinct on (m.sender_id, m.what, m.words) m.*
            from capital.intake_match m
           order by m.sender_id, m.what, m.words, m.id desc) x
   where not exists (select from capital.intake_match_end e where e.match_id = x.id);
grant select on capital.intake_said to dondoc_app;
-- How a file wrote what is remembered in small letters.
create index intake_key_words on capital.intake_key using hash (words);

do $$
declare
  one text;
  source text;
begin
  foreach one in array array['capital.intake_projects(bigint)', 'capital.intake_pools(bigint)'] loop
    source := pg_get_functiondef(one::regprocedure);
    if position('from capital.intake_match m' in source) = 0 then
      raise exception '% does not ask what was said', one;
    end if;
    execute replace(source, 'from capital.intake_match m', 'from capital.intake_said m');
  end loop;
end
$$;

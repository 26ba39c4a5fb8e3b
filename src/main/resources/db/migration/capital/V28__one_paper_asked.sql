-- Why a figure goes down is said line by line, and kept with what the file did.
alter table capital.intake_outcome
  add column reason text check (length(reason) between 1 and 300);
comment on column capital.intake_outcome.reason is 'why it goes down; null where it does not';

-- A voucher whose series is missing on one side, or that another spelling of its issuer booked: the same
-- number, day, line and amount. Whoever takes the file in says whether it is one; the last word counts.
create table capital.intake_twin (
  id bigint generated always as identity primary key,
  sender_id int not null references agency.body,
  said_key text collate "C" not null,
  booked_key text collate "C" not null,
  value_on date not null,
  same boolean not null,
  made_at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null
);
comment on table capital.intake_twin is 'whether two spellings of a voucher are one, as a person said';
comment on column capital.intake_twin.said_key is 'number and series as the file has them';
comment on column capital.intake_twin.booked_key is 'number and series as the ledger has them';
create index intake_twin_of on capital.intake_twin (sender_id, said_key, booked_key, value_on, id desc);
create trigger only_added_to before update or delete or truncate on capital.intake_twin
  for each statement execute function capital.refuse_change();
alter table capital.intake_twin enable row level security;
create policy read on capital.intake_twin for select
  using ((select project.sees_all()) or sender_id = any((select database.scope_bodies())::int[]));
create policy write on capital.intake_twin for insert
  with check (by_account = (select database.scope_account()) and by_account <> 0
              and ((select project.sees_all())
                   or sender_id = any((select database.scope_bodies())::int[])));
grant select, insert on capital.intake_twin to dondoc_app;

-- The entry that may be the same voucher under another spelling: found by its number, with or without a
-- series behind it. One that is taken back stands for nothing.
create function capital.papers_like(line bigint, on_day date, of_kind text, way int, amount bigint,
                                    paper text, issued text)
  returns table (id bigint, paper_key text, number text, series text, issuer text, value_on date)
  language sql stable
as $$
  select e.id, e.paper_key, e.number, e.series, e.issuer, e.value_on
    from capital.entry e
   where (e.paper_key = any (array[$6, regexp_replace($6, '/[^/]*$', '')])
          or e.paper_key >= $6 || '/' and e.paper_key < $6 || '0')
     and e.line_id = $1 and e.value_on = $2 and e.kind = $3 and e.direction = $4 and e.amount_vnd = $5
     and (e.paper_key <> $6 or e.issuer_key <> $7)
     and e.corrects_id is null
     and not exists (select from capital.entry c where c.corrects_id = e.id)
   order by e.id
   limit 1
$$;

alter function capital.intake_plan(bigint) rename to intake_weighed;

-- What the figures of a reading would do today, with what has to be asked of them.
create function capital.intake_plan(reading bigint)
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
    select p.number, p.project_id, p.pool_id, p.line_id, p.how,
           case when t.paper_key is null or a.same is false then p.state
                when a.same then 'left_out' else 'asked' end,
           case when t.paper_key is null or a.same is false then p.why else 'one_paper' end,
           p.was_outstanding, p.was_volume, p.was_vnd, p.said_vnd, p.plan_vnd, p.other_vnd, p.part
      from capital.intake_weighed($1) p
      left join lateral (
        select r.said_key, f.paper_key, f.value_on
          from (select y.*, capital.paper_key(y.document, coalesce(y.series, '')) as said_key
                  from capital.intake_row y
                 where y.reading_id = $1 and y.number = p.number and p.state = 'new'
                offset 0) r
         cross join lateral capital.papers_like(p.line_id, r.value_on, r.entry_kind, r.direction,
                                                r.amount_vnd, r.said_key,
                                                capital.issuer_key(i.issuer)) f) t on true
      left join lateral (
        select x.same
          from capital.intake_twin x
         where x.sender_id = i.sender_id and x.said_key = t.said_key and x.booked_key = t.paper_key
           and x.value_on = t.value_on
         order by x.id desc limit 1) a on true;
end
$$;

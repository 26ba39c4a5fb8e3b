-- The province's day on which a version begins to count; one without counts from the beginning, as
-- those recorded before days were kept.
alter table task.version add column on_day date;

-- Who within a body is in charge of a duty: given, given to another, taken back.
create table task.charge (
  id bigint generated always as identity primary key,
  duty_id bigint not null references task.duty,
  body_id int not null references agency.body,
  step int not null check (step > 0),
  kind text not null check (kind in ('give', 'take_back')),
  account_id bigint references identity.account,
  account_name text,
  words text check (length(words) <= 1000),
  on_day date not null,
  at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null,
  check ((kind = 'give') = (account_id is not null)),
  check ((account_id is null) = (account_name is null)),
  unique (duty_id, step)
);
create index charge_account on task.charge (account_id);

-- Who is in charge at the end of a day; nobody is where there is no row.
create function task.charges_on(as_of date)
  returns table (duty_id bigint, account_id bigint, account_name text)
  language sql stable
as $$
  select c.duty_id, c.account_id, c.account_name
    from (select distinct on (h.duty_id) h.duty_id, h.kind, h.account_id, h.account_name
            from task.charge h
           where h.on_day <= as_of
           order by h.duty_id, h.step desc) c
   where c.kind = 'give'
$$;

-- The people of a body, for whoever acts for it: an account sees no other account by itself.
create function task.people_of(body int) returns table (account_id bigint, name text)
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select distinct a.id, a.name
    from identity.account a
    join identity.assignment s on s.account_id = a.id and s.withdrawn_at is null
   where s.body_id = body and a.disabled_at is null
     and ((select database.scope_whole()) or body = any((select database.scope_bodies())::int[]))
   order by a.name, a.id
$$;
revoke all on function task.people_of(int) from public;
grant execute on function task.people_of(int) to dondoc_app;

-- What of the whole a helper has to do, in the words of the office or of the body that leads.
create table task.part_words (
  id bigint generated always as identity primary key,
  duty_id bigint not null references task.duty,
  step int not null check (step > 0),
  words text not null check (length(words) between 1 and 2000),
  on_day date not null,
  at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null,
  unique (duty_id, step)
);

create function task.may_word_part(duty bigint) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  return (select d.part = 'coordinate'
             and ((select database.scope_whole())
                  or exists (select from task.duty l
                              where l.task_id = d.task_id and l.part = 'lead'
                                and l.period_from is not distinct from d.period_from
                                and l.body_id = any((select database.scope_bodies())::int[])))
            from task.duty d where d.id = duty);
revoke all on function task.may_word_part(bigint) from public;
grant execute on function task.may_word_part(bigint) to dondoc_app;

-- What a body says about its lateness, and what the competent authority decided. Proposed by nobody,
-- decided elsewhere: kept as words and the number of a paper.
create table task.explanation (
  id bigint generated always as identity primary key,
  duty_id bigint not null references task.duty,
  body_id int not null references agency.body,
  words text not null check (length(words) between 1 and 10000),
  document text check (length(document) <= 200),
  on_day date not null,
  at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null
);
create index explanation_duty on task.explanation (duty_id);
create table task.explanation_file (
  id bigint generated always as identity primary key,
  explanation_id bigint not null references task.explanation,
  body_id int not null references agency.body,
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  size int not null check (size between 1 and 10485760),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null
);
create index explanation_file_of on task.explanation_file (explanation_id);
create table task.outcome (
  id bigint generated always as identity primary key,
  duty_id bigint not null references task.duty,
  body_id int not null references agency.body,
  kind text not null check (kind in ('reviewed', 'not_needed', 'held')),
  words text not null check (length(words) between 1 and 10000),
  document text not null check (length(document) between 1 and 200),
  on_day date not null,
  at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null
);
create index outcome_duty on task.outcome (duty_id);
-- Matters other modules were told of.
create table task.head_told (
  duty_id bigint primary key references task.duty,
  body_id int not null references agency.body,
  on_day date not null
);

-- Matters in the files of the heads at the end of a day: duties that were late on some day up to it
-- while the words in force told a consequence. What is recorded cuts the life of a duty into spans in
-- which nothing changes but the day; task.duties_on tells where it stood on the first day of each.
-- A matter stays whatever comes later, and leaves only with a duty that is void or withdrawn.
create function task.head_matters_on(as_of date)
  returns table (duty_id bigint, task_id bigint, body_id int, post_id int, version_id bigint,
                 late_on date, most_late int)
  language sql stable
as $$
  select m.id, m.task_id, m.body_id, p.id, m.version_id, m.late_on, m.most_late
    from (select d.id, d.task_id, d.body_id, min(l.first_late) as late_on,
                 max(l.days) as most_late,
                 (array_agg(v.id order by s.since) filter (where l.first_late is not null))[1]
                   as version_id
            from task.duty d
            cross join lateral (
              select c.since, coalesce(lead(c.since) over (order by c.since) - 1, as_of) as last_day
                from (select d.opened_on as since
                      union
                      select f.on_day from task.fact f
                       where f.duty_id = d.id and f.on_day between d.opened_on and as_of
                      union
                      select w.on_day from task.version w
                       where w.task_id = d.task_id and w.on_day between d.opened_on and as_of) c) s
            join lateral (
              select w.id, w.consequence from task.version w
               where w.task_id = d.task_id
                 and (w.number = 1 or w.on_day is null or w.on_day <= s.since)
               order by w.number desc limit 1) v on btrim(v.consequence) <> ''
            join lateral (
              select x.due, x.timing, x.late_days from task.duties_on(s.since) x where x.id = d.id) x
              on true
            cross join lateral (
              select case when x.timing in ('overdue', 'reported_late', 'done_late') then s.since
                          when x.timing in ('in_time', 'due_soon') and x.due < s.last_day
                            then x.due + 1 end as first_late,
                     case when x.timing in ('reported_late', 'done_late') then x.late_days
                          when x.timing in ('overdue', 'in_time', 'due_soon')
                            then greatest(0, s.last_day - x.due)
                          else 0 end as days) l
           where d.opened_on <= as_of
             and exists (select from task.version w
                          where w.task_id = d.task_id and w.consequence is not null)
             and ((select database.scope_whole())
                  or d.body_id = any((select database.scope_bodies())::int[]))
             and not exists (select from task.fact f
                              where f.duty_id = d.id and f.kind in ('withdraw', 'cancel')
                                and f.on_day <= as_of)
           group by d.id, d.task_id, d.body_id) m
    left join agency.post p on p.body_id = m.body_id and p.head and p.valid @> m.late_on
   where m.late_on is not null
$$;
create index version_consequence on task.version (task_id) where consequence is not null;

alter table task.charge enable row level security;
create policy charge_seen on task.charge for select
  using ((select database.scope_whole())
         or body_id = any((select database.scope_bodies())::int[]));
create policy charge_given on task.charge for insert
  with check (body_id = any((select database.scope_bodies())::int[])
              and body_id = (select d.body_id from task.duty d where d.id = duty_id));
alter table task.part_words enable row level security;
create policy part_words_seen on task.part_words for select
  using ((select database.scope_whole())
         or exists (select from task.duty d where d.id = duty_id));
create policy part_words_said on task.part_words for insert
  with check ((select task.may_word_part(duty_id)));
alter table task.explanation enable row level security;
create policy explanation_seen on task.explanation for select
  using ((select database.scope_whole())
         or body_id = any((select database.scope_bodies())::int[]));
create policy explanation_filed on task.explanation for insert
  with check (body_id = any((select database.scope_bodies())::int[])
              and body_id = (select d.body_id from task.duty d where d.id = duty_id));
alter table task.explanation_file enable row level security;
create policy explanation_file_seen on task.explanation_file for select
  using ((select database.scope_whole())
         or body_id = any((select database.scope_bodies())::int[]));
create policy explanation_file_added on task.explanation_file for insert
  with check (body_id = any((select database.scope_bodies())::int[])
              and body_id = (select e.body_id from task.explanation e where e.id = explanation_id));
alter table task.outcome enable row level security;
create policy outcome_seen on task.outcome for select
  using ((select database.scope_whole())
         or body_id = any((select database.scope_bodies())::int[]));
-- Nobody records what was decided about the head of a body of their own.
create policy outcome_recorded on task.outcome for insert
  with check ((select database.scope_whole())
              and not body_id = any(coalesce((select database.scope_bodies()), '{}')::int[])
              and body_id = (select d.body_id from task.duty d where d.id = duty_id));
alter table task.head_told enable row level security;
create policy head_told_whole on task.head_told using ((select database.scope_whole()))
  with check ((select database.scope_whole()));

grant select, insert on task.charge, task.part_words, task.explanation, task.explanation_file,
  task.outcome, task.head_told to dondoc_app;
grant execute on function task.charges_on(date), task.head_matters_on(date) to dondoc_app;

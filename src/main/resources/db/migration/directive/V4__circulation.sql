-- Whom a document was sent to, who opened it, who says it was received, and who passed it on. Facts
-- are added, never changed: a mistake is withdrawn by another fact, and what is sent after that
-- begins a new round.

-- A part of the lines "Nơi nhận" that names one body or one group of them.
create table directive.addressee (
  id bigint generated always as identity primary key,
  document_id bigint not null references directive.document,
  ordinal int not null check (ordinal > 0),
  words text not null check (length(words) between 1 and 500),
  line text not null check (length(line) <= 2000),
  -- The words that ask the recipient to pass the document on.
  onward text check (onward <> ''),
  suggestions int[] not null,
  unique (document_id, ordinal)
);

-- Who is meant: the directory's reading confirmed with the tasks, or what a person of the office
-- chose. The last one counts.
create table directive.addressee_choice (
  id bigint generated always as identity primary key,
  addressee_id bigint not null references directive.addressee,
  body_id int references agency.body,
  why text,
  on_day date not null,
  chosen_at timestamptz not null default now(),
  by_account bigint not null,
  by_name text not null,
  -- To say that nobody is meant needs a reason.
  check (body_id is not null or why is not null)
);
create index addressee_choice_of on directive.addressee_choice (addressee_id, id desc);

create table directive.circulation (
  id bigint generated always as identity primary key,
  document_id bigint not null references directive.document,
  body_id int not null references agency.body,
  round int not null check (round > 0),
  kind text not null check (kind in ('sent', 'opened', 'acknowledged', 'withdrawn')),
  -- Who passed it on; null for the office.
  from_body int references agency.body check (from_body <> body_id),
  addressee_id bigint references directive.addressee,
  on_day date not null,
  due_on date,
  why text,
  recorded_at timestamptz not null default now(),
  by_account bigint not null,
  by_name text not null,
  -- Repeating an act adds nothing.
  unique (document_id, body_id, round, kind),
  check ((kind = 'sent') = (due_on is not null)),
  check (kind <> 'withdrawn' or why is not null)
);
create index circulation_body on directive.circulation (body_id, kind);
create index circulation_from on directive.circulation (from_body) where from_body is not null;

-- The functions below run as the owner: a policy on a table that looked into it would call itself.

-- The round a document is in for a body, whether it is there or was withdrawn.
create function directive.round_of(document bigint, body int) returns int
  language sql stable security definer
  set search_path = pg_catalog
  return (select 1 + count(*)::int
            from directive.circulation w
           where w.document_id = document and w.body_id = body and w.kind = 'withdrawn');

create function directive.has_fact(document bigint, body int, fact_kind text) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  return exists (select from directive.circulation c
                  where c.document_id = document and c.body_id = body and c.kind = fact_kind
                    and c.round = directive.round_of(document, body));

-- Whether the actor speaks for a body: one of its own, and not one in charge of a place below its own
-- place. A district sees what its communes do and says nothing in their name.
create function directive.acts_for(body int) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  return body = any((select database.scope_bodies())::int[])
         and not exists (select from agency.body b
                           join place.version v on v.unit_id = b.place_id
                          where b.id = body
                            and v.parent_id = any((select database.scope_places())::int[]));

-- Bodies below another: those in charge of a place right below its own, and those that belong to it.
-- The ones of its own kind are those it passes a document on to as a rule.
create function directive.bodies_below(above int, as_of date)
  returns table (body_id int, by_rule boolean)
  language sql stable
begin atomic
  select b.id, bool_or(b.kind = a.kind and v.unit_id is not null)
    from agency.body a
    join agency.body b on b.id <> a.id and b.kind <> 'GROUP' and b.valid @> as_of
    left join place.version v
      on v.unit_id = b.place_id and v.parent_id = a.place_id and v.valid @> as_of
   where a.id = above and (v.unit_id is not null or b.parent_id = a.id)
   group by b.id;
end;

-- The district of a body in charge of a commune: communes of two districts may bear one name.
create function directive.district_of(body int, as_of date) returns text
  language sql stable
begin atomic
  select t.name_vi || ' ' || up.name
    from agency.body b
    join place.version v on v.unit_id = b.place_id and v.valid @> as_of
    join place.version up
      on up.unit_id = v.parent_id and up.valid @> as_of and up.parent_id is not null
    join place.type t on t.code = up.type
   where b.id = body;
end;

create function directive.may_circulate(document bigint, body int, sender int, fact_kind text)
  returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  return (select case
      when fact_kind = 'sent' and sender is null then database.scope_whole()
      when fact_kind = 'sent'
        then directive.acts_for(sender) and directive.has_fact(document, sender, 'acknowledged')
             and exists (select from directive.bodies_below(sender, current_date) w
                          where w.body_id = body
                         union all
                         select from database.province_day p
                           cross join lateral directive.bodies_below(sender, p.day) w
                          where w.body_id = body)
      when fact_kind = 'withdrawn'
        then database.scope_whole() or sender is not null and directive.acts_for(sender)
      else directive.acts_for(body) and directive.has_fact(document, body, 'sent')
    end);

-- How a document stands with everybody it is with, as of a day.
create function directive.receipts_on(as_of date)
  returns table (
    id bigint, document_id bigint, body_id int, round int, from_body int, addressee_id bigint,
    sent_on date, sent_by text, due_on date, opened_on date, opened_by text, acknowledged_on date,
    acknowledged_at timestamptz, acknowledged_by text, state text, late_days int)
  language sql stable
begin atomic
  select s.id, s.document_id, s.body_id, s.round, s.from_body, s.addressee_id, s.on_day, s.by_name,
         s.due_on, o.on_day, o.by_name, a.on_day, a.recorded_at, a.by_name,
         case when a.id is not null then 'received'
              when o.id is not null then 'opened'
              else 'unopened' end,
         greatest(0, coalesce(a.on_day, as_of) - s.due_on)
    from directive.circulation s
    left join directive.circulation o
      on o.document_id = s.document_id and o.body_id = s.body_id and o.round = s.round
     and o.kind = 'opened' and o.on_day <= as_of
    left join directive.circulation a
      on a.document_id = s.document_id and a.body_id = s.body_id and a.round = s.round
     and a.kind = 'acknowledged' and a.on_day <= as_of
   where s.kind = 'sent' and s.on_day <= as_of
     and not exists (select from directive.circulation w
                      where w.document_id = s.document_id and w.body_id = s.body_id
                        and w.round = s.round and w.kind = 'withdrawn' and w.on_day <= as_of);
end;

-- A document is seen by whoever sees the whole province, by the bodies it gave tasks to, and by those
-- it was sent or passed on to.
create or replace function directive.scope_documents() returns bigint[]
  language sql stable security definer
  set search_path = pg_catalog
  return (select coalesce(array_agg(distinct seen.id), '{}')
            from (select t.source_id as id
                    from task.task t
                   where t.source_kind = 'directive.document'
                     and t.id = any((select task.scope_tasks())::bigint[])
                  union all
                  select s.document_id
                    from directive.circulation s
                   where s.body_id = any((select database.scope_bodies())::int[])
                     and s.kind = 'sent'
                     and s.round = directive.round_of(s.document_id, s.body_id)) seen);

do $$
declare
  name text;
begin
  foreach name in array array['round_of(bigint, int)', 'has_fact(bigint, int, text)',
                              'acts_for(int)', 'may_circulate(bigint, int, int, text)'] loop
    execute format('revoke all on function directive.%s from public', name);
    execute format('grant execute on function directive.%s to dondoc_app', name);
  end loop;
end
$$;
grant execute on function directive.bodies_below(int, date), directive.district_of(int, date),
  directive.receipts_on(date) to dondoc_app;

alter table directive.addressee enable row level security;
create policy addressee_seen on directive.addressee for select
  using ((select database.scope_whole())
         or document_id = any((select directive.scope_documents())::bigint[]));
create policy addressee_read on directive.addressee for insert
  with check ((select database.scope_whole()));
alter table directive.addressee_choice enable row level security;
create policy choice_seen on directive.addressee_choice for select
  using (addressee_id in (select id from directive.addressee));
create policy choice_made on directive.addressee_choice for insert
  with check ((select database.scope_whole()));
-- A body sees how a document stands with itself and with those it passed it on to.
alter table directive.circulation enable row level security;
create policy circulation_seen on directive.circulation for select
  using ((select database.scope_whole())
         or body_id = any((select database.scope_bodies())::int[])
         or from_body = any((select database.scope_bodies())::int[]));
create policy circulation_told on directive.circulation for insert
  with check (directive.may_circulate(document_id, body_id, from_body, kind));
grant select, insert on directive.addressee, directive.addressee_choice, directive.circulation
  to dondoc_app;

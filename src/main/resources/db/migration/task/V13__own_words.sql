-- What a body says about its work, and the proof of it, is read by the body, by the office, by the
-- body that leads a helper, and by a body the duty was handed to. The others who have a part in the
-- same task see where it stands, and on which days: that stays with the fact.
create table task.fact_words (
  duty_id bigint not null,
  step int not null,
  words text check (length(words) <= 10000),
  document text check (length(document) <= 200),
  primary key (duty_id, step),
  foreign key (duty_id, step) references task.fact (duty_id, step),
  check (num_nonnulls(words, document) > 0)
);
insert into task.fact_words (duty_id, step, words, document)
  select duty_id, step, words, document from task.fact
   where num_nonnulls(words, document) > 0;
alter table task.fact drop column words, drop column document;

create function task.may_read(duty bigint) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  return (select (select database.scope_whole())
             or d.body_id = any((select database.scope_bodies())::int[])
             or d.part = 'coordinate'
                and exists (select from task.duty l
                             where l.task_id = d.task_id and l.part = 'lead'
                               and l.period_from is not distinct from d.period_from
                               and l.told_state not in ('void', 'withdrawn', 'transferred')
                               and l.body_id = any((select database.scope_bodies())::int[]))
             or exists (select from task.fact h
                         where h.duty_id = d.id and h.kind in ('hand_back', 'accept_hand')
                           and h.other_body = any((select database.scope_bodies())::int[])
                           and not exists (select from task.fact later
                                            where later.duty_id = h.duty_id and later.step > h.step
                                              and later.kind in ('hand_back', 'refuse_hand')))
            from task.duty d where d.id = duty);
revoke all on function task.may_read(bigint) from public;
grant execute on function task.may_read(bigint) to dondoc_app;

alter table task.fact_words enable row level security;
create policy fact_words_seen on task.fact_words for select
  using ((select database.scope_whole())
         or (task.may_read(duty_id) and exists (select from task.duty d where d.id = duty_id)));
create policy fact_words_said on task.fact_words for insert
  with check ((select task.may_record(duty_id, 'report'))
              or (select task.may_record(duty_id, 'accept_hand'))
              or (select task.may_record(duty_id, 'confirm')));
drop policy evidence_seen on task.evidence;
create policy evidence_seen on task.evidence for select
  using ((select database.scope_whole())
         or (task.may_read(duty_id) and exists (select from task.duty d where d.id = duty_id)));
grant select, insert on task.fact_words to dondoc_app;

create or replace function task.recount(
    duties bigint[], steps int[], dues date[], on_day date, words text, account bigint, name text)
  returns int
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  moved int;
begin
  if not (select database.scope_whole()) then
    raise exception 'only who sees the whole province counts again'
      using errcode = 'insufficient_privilege';
  end if;
  insert into task.fact (duty_id, step, kind, on_day, until, by_account, by_name)
    select n.duty, n.step, 'set_date', recount.on_day, n.due, recount.account, recount.name
      from unnest(duties, steps, dues) with ordinality as n (duty, step, due, place)
     order by n.place;
  get diagnostics moved = row_count;
  insert into task.fact_words (duty_id, step, words)
    select n.duty, n.step, recount.words from unnest(duties, steps) as n (duty, step);
  return moved;
end
$$;

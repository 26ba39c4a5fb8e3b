-- ---- Site clearance: which figures a stage can have, and why a body outside the place answers.

create table project.clearance_stage (
  code text primary key,
  list text not null generated always as ('clearance') stored,
  hands boolean not null,
  whole boolean not null,
  foreign key (list, code) references project.choice (list, code),
  check (hands or not whole)
);
comment on column project.clearance_stage.hands is 'households may be paid and land handed over by then';
comment on column project.clearance_stage.whole is 'all of it is handed over and nothing blocks';
alter table project.clearance_stage enable row level security;
create policy read on project.clearance_stage for select using (true);
create policy write on project.clearance_stage for insert
  with check ((select database.scope_whole()));
create policy correct on project.clearance_stage for update
  using ((select database.scope_whole()));
grant select, insert, update on project.clearance_stage to dondoc_app;

alter table project.clearance_fact
  add column body_why text check (length(body_why) between 1 and 1000);
comment on column project.clearance_fact.body_why is
  'why a body outside the place answers for it, where whoever answers for the place says so';

drop function project.clearances_on(date);
create function project.clearances_on(as_of date)
  returns table (
    clearance_id bigint, project_id bigint, unit_id int, part text, step int, stage text,
    area_m2 bigint, area_handed_m2 bigint, households int, households_paid int,
    households_handed int, approved_vnd bigint, paid_vnd bigint, blocker text, blocker_words text,
    blocked_since date, body_id int, due_on date, said_on date, said_by text, body_why text)
  language sql stable
  set search_path = pg_catalog
as $$
  select c.id, c.project_id, c.unit_id, c.part, f.step, f.stage, f.area_m2, f.area_handed_m2,
         f.households, f.households_paid, f.households_handed, f.approved_vnd, f.paid_vnd,
         f.blocker, f.blocker_words,
         case when f.blocker is not null then
           (select min(b.on_day) from project.clearance_fact b
             where b.clearance_id = c.id and b.blocker is not null and b.step <= f.step
               and not exists (select from project.clearance_fact n
                                where n.clearance_id = c.id and n.step between b.step and f.step
                                  and n.blocker is distinct from f.blocker)) end,
         f.body_id, f.due_on, f.on_day, f.by_name, f.body_why
    from project.clearance c
    join (select distinct on (x.clearance_id) x.*
            from project.clearance_fact x
           where x.on_day <= as_of
           order by x.clearance_id, x.step desc) f on f.clearance_id = c.id
$$;

-- ---- Contracts: none is signed after what was accepted of it. Whoever takes an acceptance back is not
-- held up.

create function project.hold_signed() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  signed date;
begin
  select v.signed_on into signed from project.contract_version v
   where v.contract_id = new.contract_id order by v.step desc limit 1;
  if exists (select from project.acceptances_on('infinity') a
              where a.contract_id = new.contract_id and a.accepted_on < signed
                and (tg_table_name = 'contract_version' or a.id = (to_jsonb(new) ->> 'id')::bigint))
  then
    raise exception 'contract % is signed on %, accepted before', new.contract_id, signed
      using errcode = 'check_violation', constraint = 'signed_before_accepted';
  end if;
  return null;
end
$$;
-- After hold_accepted, which makes those who write at the same time wait.
create trigger hold_signed after insert on project.acceptance
  for each row execute function project.hold_signed();
create trigger hold_signed after insert on project.contract_version
  for each row execute function project.hold_signed();

-- ---- Photos: one put away can come back; what was said stays.

alter table project.photo_put_away
  add column step int not null default 1 check (step > 0),
  add column kept boolean not null default false,
  alter column why drop not null,
  add check (kept or why is not null),
  drop constraint photo_put_away_pkey,
  add primary key (photo_id, step);
comment on column project.photo_put_away.kept is 'it came back';

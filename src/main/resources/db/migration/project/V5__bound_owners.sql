-- A start-by rule binds whom its clause binds: the bodies it names and the members of the groups it names.
-- Null binds every owner.
alter table project.start_rule_fact
  add column owners int[] check (cardinality(owners) between 1 and 200);
comment on column project.start_rule_fact.owners is 'bodies and groups that are bound; null for every owner';

drop function project.start_rules_on(date);
create function project.start_rules_on(as_of date)
  returns table (
    rule_id bigint, task_id bigint, step int, name text, clause text, year int, class_code text,
    last_day date, ended boolean, owners int[])
  language sql stable
  set search_path = pg_catalog
as $$
  select distinct on (r.id) r.id, r.task_id, f.step, f.name, f.clause, f.year, f.class_code,
         f.last_day, f.ended, f.owners
    from project.start_rule r
    join project.start_rule_fact f on f.rule_id = r.id
   where f.on_day <= as_of
   order by r.id, f.step desc
$$;

-- A body that is named, that is of a group named, or that is under one of these.
create function project.is_bound(owner int, owners int[], as_of date) returns boolean
  language sql stable
  set search_path = pg_catalog
as $$
  select owners is null
         or owner = any(owners)
         or exists (select from agency.body b where b.id = owner and b.parent_id = any(owners))
         or exists (select from agency.membership m
                     where m.member_id = owner and m.group_id = any(owners) and m.valid @> as_of)
$$;

create or replace function project.started_by(as_of date)
  returns table (
    rule_id bigint, project_id bigint, owner_id int, by_person boolean, why text, started_on date,
    state text)
  language sql stable
  set search_path = pg_catalog
as $$
  with rule as (
    select * from project.start_rules_on(as_of)),
  said as (
    select distinct on (e.rule_id, e.project_id) e.rule_id, e.project_id, e.inside, e.why
      from project.start_exception e
     where e.on_day <= as_of
     order by e.rule_id, e.project_id, e.step desc),
  classed as (
    select distinct on (y.project_id, y.year) y.project_id, y.year, y.class_code
      from project.year_class y
     where y.on_day <= as_of
     order by y.project_id, y.year, y.step desc),
  under as (
    select r.rule_id, c.project_id, false as by_person, null::text as why
      from rule r
      join classed c on c.year = r.year and c.class_code = r.class_code
     where not exists (select from said s
                        where s.rule_id = r.rule_id and s.project_id = c.project_id)
    union all
    select s.rule_id, s.project_id, true, s.why from said s where s.inside)
  select u.rule_id, u.project_id, p.owner_id, u.by_person, u.why, b.started_on,
         case when b.started_on <= r.last_day then 'started'
              when b.started_on is not null then 'started_late'
              when as_of > r.last_day then 'late'
              else 'waiting' end
    from under u
    join rule r on r.rule_id = u.rule_id
    join project.on_day(as_of) p on p.project_id = u.project_id
    left join project.starts_on(as_of) b on b.project_id = u.project_id
   where u.by_person or project.is_bound(p.owner_id, r.owners, as_of)
$$;

-- Those of these bodies that own a project, themselves or through whoever is of them.
create function project.owning(bodies int[], as_of date) returns int[]
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select coalesce(array_agg(b.id), '{}')
    from unnest(bodies) b (id)
   where exists (select from project.on_day(as_of) p
                  where project.is_bound(p.owner_id, array[b.id], as_of))
$$;
revoke all on function project.owning(int[], date) from public;
grant execute on function project.owning(int[], date) to dondoc_app;

-- An owner that changes the class of its project does not take it out of a start-by rule by that: whoever
-- keeps the register does, or says that it is so. Of older rows nobody knows who was which.
alter table project.year_class add column overseen boolean not null default false;
alter table project.year_class alter column overseen set default project.writes_all();
comment on column project.year_class.overseen is 'said by whoever keeps the register, not by an owner';
create policy overseen on project.year_class as restrictive for insert
  with check (not overseen or (select project.writes_all()));

-- Why a rule says it otherwise than its task.
alter table project.start_rule_fact add column differs text check (length(differs) between 1 and 1000);
comment on column project.start_rule_fact.differs is
  'why clause, last day or who is bound are not as the task has them; null where they are';

drop function project.start_rules_on(date);
create function project.start_rules_on(as_of date)
  returns table (
    rule_id bigint, task_id bigint, step int, name text, clause text, year int, class_code text,
    last_day date, ended boolean, owners int[], differs text)
  language sql stable
  set search_path = pg_catalog
as $$
  select distinct on (r.id) r.id, r.task_id, f.step, f.name, f.clause, f.year, f.class_code,
         f.last_day, f.ended, f.owners, f.differs
    from project.start_rule r
    join project.start_rule_fact f on f.rule_id = r.id
   where f.on_day <= as_of
   order by r.id, f.step desc
$$;

-- The class each project last left in a year, or is of, and whether whoever keeps the register said so.
create function project.classed_on(as_of date)
  returns table (
    project_id bigint, year int, class_code text, left_on date, left_at timestamptz, left_to text,
    left_why text, left_by text, freed boolean)
  language sql stable
as $$
  select distinct on (y.project_id, y.year, y.class_code)
         y.project_id, y.year, y.class_code, y.left_on, y.left_at, y.left_to, y.left_why, y.left_by,
         coalesce(y.freed, false)
    from (select c.*, lead(c.on_day) over later as left_on, lead(c.at) over later as left_at,
                 lead(c.class_code) over later as left_to, lead(c.why) over later as left_why,
                 lead(c.by_name) over later as left_by,
                 bool_or(c.overseen) over (partition by c.project_id, c.year order by c.step
                                           rows between 1 following and unbounded following) as freed
            from project.year_class c
           where c.on_day <= as_of
          window later as (partition by c.project_id, c.year order by c.step)) y
   order by y.project_id, y.year, y.class_code, y.step desc
$$;

-- Since when a rule is of the class and the year it is of.
create function project.rule_since(rule bigint, as_of date)
  returns table (on_day date, at timestamptz)
  language sql stable
as $$
  select f.on_day, f.at
    from project.start_rules_on(as_of) r
    join project.start_rule_fact f
      on f.rule_id = r.rule_id and f.year = r.year and f.class_code = r.class_code
   where r.rule_id = rule and f.on_day <= as_of
   order by f.step
   limit 1
$$;

-- Bound is what was of the class when the rule was made or came to be of it later.
drop function project.started_by(date);
create function project.started_by(as_of date)
  returns table (
    rule_id bigint, project_id bigint, owner_id int, by_person boolean, why text, started_on date,
    state text, left_on date, left_to text, left_why text, left_by text)
  language sql stable
  set search_path = pg_catalog
as $$
  with rule as (
    select r.*, f.on_day as since_day, f.at as since_at
      from project.start_rules_on(as_of) r
      cross join lateral project.rule_since(r.rule_id, as_of) f),
  said as (
    select distinct on (e.rule_id, e.project_id) e.rule_id, e.project_id, e.inside, e.why
      from project.start_exception e
     where e.on_day <= as_of
     order by e.rule_id, e.project_id, e.step desc),
  under as (
    select r.rule_id, c.project_id, false as by_person, null::text as why, c.left_on, c.left_to,
           c.left_why, c.left_by
      from rule r
      join project.classed_on(as_of) c on c.year = r.year and c.class_code = r.class_code
     where (c.left_on is null
            or not c.freed and (c.left_on, c.left_at) >= (r.since_day, r.since_at))
       and not exists (select from said s
                        where s.rule_id = r.rule_id and s.project_id = c.project_id)
    union all
    select s.rule_id, s.project_id, true, s.why, null, null, null, null from said s where s.inside)
  select u.rule_id, u.project_id, p.owner_id, u.by_person, u.why, b.started_on,
         case when b.started_on <= r.last_day then 'started'
              when b.started_on is not null then 'started_late'
              when as_of > r.last_day then 'late'
              else 'waiting' end,
         u.left_on, u.left_to, u.left_why, u.left_by
    from under u
    join rule r on r.rule_id = u.rule_id
    join project.on_day(as_of) p on p.project_id = u.project_id
    left join project.starts_on(as_of) b on b.project_id = u.project_id
   where u.by_person or project.is_bound(p.owner_id, r.owners, as_of)
$$;

-- What a rule bound and binds no more: left out by a person, or of another class as whoever keeps the
-- register says.
create function project.let_go(rule bigint, as_of date)
  returns table (
    project_id bigint, owner_id int, class_code text, why text, on_day date, by_name text)
  language sql stable
  set search_path = pg_catalog
as $$
  with gone as (
    select e.project_id, null::text as class_code, e.why, e.on_day, e.by_name, e.inside
      from (select distinct on (x.project_id) x.*
              from project.start_exception x
             where x.rule_id = rule and x.on_day <= as_of
             order by x.project_id, x.step desc) e
    union all
    select c.project_id, z.class_code, z.why, z.on_day, z.by_name, false
      from project.start_rules_on(as_of) r
      cross join lateral project.rule_since(r.rule_id, as_of) f
      join project.classed_on(as_of) c on c.year = r.year and c.class_code = r.class_code and c.freed
      cross join lateral (select y.*
                            from project.year_class y
                           where y.project_id = c.project_id and y.year = c.year and y.overseen
                             and y.on_day <= as_of and y.at >= c.left_at
                           order by y.step
                           limit 1) z
     where r.rule_id = rule and (c.left_on, c.left_at) >= (f.on_day, f.at)
       and not exists (select from project.start_exception e
                        where e.rule_id = rule and e.project_id = c.project_id
                          and e.on_day <= as_of))
  select g.project_id, p.owner_id, g.class_code, g.why, g.on_day, g.by_name
    from gone g
    join project.on_day(as_of) p on p.project_id = g.project_id
    join project.start_rules_on(as_of) r on r.rule_id = rule
   where not g.inside
     and (g.class_code is null or project.is_bound(p.owner_id, r.owners, as_of))
$$;

-- Communes by criteria: what of a set each unit meets on a day, and what that comes to for a district,
-- the province or a group. Pages, sheets and other modules read it here and nowhere else.

-- Bands that reports count units by; an installation may set others.
create table rural.band (
  code text primary key check (code ~ '^[a-z0-9-]{1,20}$'),
  ordinal int not null unique,
  least int check (least >= 0),
  most int check (most >= least),
  check ((least is null) = (most is null))
);
comment on column rural.band.least is 'criteria met; null in the band of those who meet the whole set';
insert into rural.band (code, ordinal, least, most)
values ('du', 1, null, null), ('15-18', 2, 15, 18), ('10-14', 3, 10, 14), ('5-9', 4, 5, 9),
       ('duoi-5', 5, 0, 4);
alter table rural.band enable row level security;
create policy read on rural.band for select using (true);
grant select on rural.band to dondoc_app;

-- What was said after a day is looked for by the day.
create index assessment_day on rural.assessment (on_day);
create index entry_day on rural.entry (on_day);
create index evidence_entry on rural.evidence (entry_id);

-- Functions without a path of their own are laid out inside the question that asks them, so that its
-- conditions reach the indexes; every name in them is written in full.

-- Units of a kind on the map of a day, as far as whoever asks may see, with what holds of them.
create function rural.units_on(kind text, day date)
  returns table (unit_id int, code text, name text, above_id int, above text, due boolean,
                 border boolean, difficult boolean, pilot boolean)
  language sql stable
as $$
  select u.unit_id, u.code, u.name, d.unit_id, d.name, coalesce(a.due, false),
         coalesce(a.border, false), coalesce(a.difficult, false), coalesce(a.pilot, false)
    from place.known_unit u
    left join place.known_unit d on d.unit_id = u.parent_id and d.valid @> units_on.day
    left join (select k.unit_id,
                      bool_or(k.key = 'due_year'
                              and k.value = extract(year from units_on.day)::text) as due,
                      bool_or(k.key = 'border') as border,
                      bool_or(k.key = 'especially_difficult') as difficult,
                      bool_or(k.key = 'pilot') as pilot
                 from place.known_attribute k
                where k.key in ('due_year', 'border', 'especially_difficult', 'pilot')
                  and k.valid @> units_on.day
                group by k.unit_id) a on a.unit_id = u.unit_id
   where u.type = units_on.kind and u.valid @> units_on.day
     and ((select rural.sees_all()) or u.unit_id = any((select database.scope_places())::int[]))
$$;

-- Where the indicators of a set stood at the end of a day: what is kept, but for those of which
-- something was said later.
create function rural.standing_at(units int[], criteria_set int, as_of date)
  returns setof rural.standing
  language sql stable
as $$
  with later as materialized (
    select a.unit_id, a.indicator_id
      from rural.assessment a
     where a.on_day > standing_at.as_of and a.unit_id = any(standing_at.units)
    union
    select x.unit_id, x.indicator_id
      from rural.entry n join rural.evidence x on x.entry_id = n.id
     where n.on_day > standing_at.as_of and x.unit_id = any(standing_at.units))
  select s.*
    from rural.standing s
    join rural.indicator i on i.id = s.indicator_id and i.set_id = standing_at.criteria_set
   where s.unit_id = any(standing_at.units)
     and not exists (select from later l
                      where l.unit_id = s.unit_id and l.indicator_id = s.indicator_id)
  union all
  select f.*
    from (select array_agg(l.unit_id) as of_units, array_agg(l.indicator_id) as of_indicators
            from later l
            join rural.indicator i on i.id = l.indicator_id and i.set_id = standing_at.criteria_set
          having count(*) > 0) p,
         rural.fold(p.of_units, p.of_indicators, standing_at.as_of) f
$$;

-- Criteria of a set by unit. A criterion is met when all its indicators are; what nothing was said of
-- is there with nothing reported, which is a state and no zero. pending: not met, but waiting for
-- another's result or found good at a stage before the required one.
create function rural.criteria_at(units int[], criteria_set int, as_of date, required int)
  returns table (unit_id int, criterion_id int, indicators int, met int, pending int, returned int,
                 reported int, expired int)
  language sql stable
as $$
  select u.unit_id, c.criterion_id, c.indicators, coalesce(s.met, 0), coalesce(s.pending, 0),
         coalesce(s.returned, 0), coalesce(s.reported, 0), coalesce(s.expired, 0)
    from unnest(criteria_at.units) u (unit_id)
    cross join (select i.criterion_id, count(*)::int as indicators
                  from rural.indicator i
                 where i.set_id = criteria_at.criteria_set
                 group by i.criterion_id) c
    left join (select t.unit_id, i.criterion_id,
                      count(*) filter (where t.reached >= criteria_at.required)::int as met,
                      count(*) filter (where t.reached < criteria_at.required
                                         and t.return_id is null
                                         and (t.wait_id is not null or t.reached > 0))::int as pending,
                      count(t.return_id)::int as returned,
                      count(t.claim_id)::int as reported,
                      count(*) filter (where t.reached >= criteria_at.required
                                         and t.expires_on < criteria_at.as_of)::int as expired
                 from rural.standing_at(criteria_at.units, criteria_at.criteria_set,
                                        criteria_at.as_of) t
                 join rural.indicator i on i.id = t.indicator_id
                group by t.unit_id, i.criterion_id) s
      on s.unit_id = u.unit_id and s.criterion_id = c.criterion_id
$$;

-- What that comes to for groups of units: arrays side by side say which unit counts under which key.
-- One row a key; one a key and criterion with the units that meet it; one a key and band.
create function rural.rollup(units int[], keys text[], criteria_set int, as_of date, required int)
  returns table (key text, criterion_id int, band text, units int, met int, mean numeric)
  language sql stable
as $$
  with member as materialized (
    select distinct m.unit_id, m.key from unnest(rollup.units, rollup.keys) m (unit_id, key)),
  cell as materialized (
    select c.unit_id, c.criterion_id, c.met = c.indicators as met
      from rural.criteria_at((select array_agg(distinct m.unit_id) from member m),
                             rollup.criteria_set, rollup.as_of, rollup.required) c),
  scored as materialized (
    select c.unit_id, count(*) filter (where c.met)::int as met, count(*)::int as criteria
      from cell c group by c.unit_id)
  select m.key, null::int, null::text, count(*)::int, sum(s.met)::int,
         round(sum(s.met)::numeric / count(*), 2)
    from member m join scored s on s.unit_id = m.unit_id
   group by m.key
  union all
  select m.key, c.criterion_id, null, count(*)::int, count(*) filter (where c.met)::int, null
    from member m join cell c on c.unit_id = m.unit_id
   group by m.key, c.criterion_id
  union all
  select m.key, null, b.code, count(*)::int, sum(s.met)::int, null
    from member m
    join scored s on s.unit_id = m.unit_id
    join rural.band b on case when b.least is null then s.met = s.criteria
                              else s.met < s.criteria and s.met between b.least and b.most end
   group by m.key, b.code
$$;

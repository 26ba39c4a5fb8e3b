-- Which project each name of a reading means, as before; but a code that stands beside the name of
-- another project, or beside a long name that shares next to nothing with that of its own, is asked
-- about until a person said which of the two is meant.
create or replace function capital.intake_projects(reading bigint)
  returns table (key int, project_id bigint, how text)
  language sql stable
  set search_path = pg_catalog
as $$
  with k as (
    select k.*, i.sender_id, database.fold(k.name) as name_folded
      from capital.intake_key k
      join capital.intake_reading r on r.id = k.reading_id
      join capital.intake i on i.id = r.intake_id
     where k.reading_id = reading and k.what = 'project'),
  p as materialized (
    select distinct on (v.project_id) v.project_id, v.code, v.budget_code, v.name_folded, v.owner_id
      from project.version v
     order by v.project_id, v.step desc),
  said as (
    select distinct on (m.words) m.words, m.project_id
      from capital.intake_match m
     where m.what = 'project' and m.sender_id = (select min(k.sender_id) from k)
     order by m.words, m.id desc),
  named as (
    select k.number, count(*) as several, min(p.project_id) as project_id,
           bool_or(k.code <> p.code or k.budget_code <> p.budget_code) as coded_else
      from k
      join p on p.name_folded = k.name_folded
            and (k.owner_id = p.owner_id or k.owner_id is null and k.owner is null)
     group by k.number),
  called as (
    select distinct p.name_folded from p),
  coded as (
    select k.number, k.words, c.project_id as code_id, b.project_id as budget_id,
           x.name_folded <> k.name_folded
             and (e.name_folded is not null
                  or length(k.name_folded) >= 12
                     and public.similarity(x.name_folded, k.name_folded) < 0.15) as apart
      from k
      left join p c on c.code = k.code
      -- Senders put the budget code under any heading that speaks of a code.
      left join p b on b.budget_code = coalesce(k.budget_code, k.code)
      left join p x on x.project_id = coalesce(c.project_id, b.project_id)
      left join called e on e.name_folded = k.name_folded)
  select d.number,
         case when d.code_id <> d.budget_id then null
              when d.code_id is null and d.budget_id is null
                then case when s.words is not null then s.project_id
                          when n.several = 1 and n.coded_else is not true then n.project_id end
              when d.apart then s.project_id
              else coalesce(d.code_id, d.budget_id) end,
         case when d.code_id <> d.budget_id then 'codes_differ'
              when d.apart is not true and d.code_id is not null then 'code'
              when d.apart is not true and d.budget_id is not null then 'budget_code'
              when s.words is not null and s.project_id is null then 'left_out'
              when s.words is not null then 'said'
              when d.code_id is null and d.budget_id is null
                   and n.several = 1 and n.coded_else is not true then 'name'
              else 'asked' end
    from coded d
    left join said s on s.words = d.words
    left join named n on n.number = d.number
$$;

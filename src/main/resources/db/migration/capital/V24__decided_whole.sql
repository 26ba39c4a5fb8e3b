-- A raise above the medium-term plan needs the decision of whoever changes that plan; what a decision was
-- booked against, and why after its deadline; reasons in both languages.
alter table capital.reallocation_decision
  add column medium_number text
    check (medium_number = btrim(medium_number) and length(medium_number) between 1 and 60),
  add column medium_issuer text
    check (medium_issuer = btrim(medium_issuer) and length(medium_issuer) between 1 and 100),
  add column medium_signed_on date,
  add column late_why text check (late_why = btrim(late_why) and length(late_why) between 1 and 1000),
  add column changed_lines bigint[] not null default '{}',
  add constraint medium_term_whole
    check (num_nonnulls(medium_number, medium_issuer, medium_signed_on) in (0, 3)),
  add constraint medium_term_signed check (medium_signed_on <= on_day);
comment on column capital.reallocation_decision.medium_number is
  'decision of whoever changes the medium-term plan, where a raise goes above it';
comment on column capital.reallocation_decision.late_why is 'why it counts though signed after the deadline';
comment on column capital.reallocation_decision.changed_lines is
  'lines whose plan or payments changed since the proposal, looked at again by whoever booked it';

alter table capital.reallocation_move
  add column why_en text check (length(why_en) between 1 and 2000);

-- No raise above the medium-term plan is approved by the decision of the year's plan alone.
create function capital.hold_medium_term() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  one record;
  told jsonb;
begin
  for one in
    select d.id, d.on_day, r.budget_year
      from capital.reallocation_decision d join capital.reallocation r on r.id = d.reallocation_id
     where d.medium_number is null
       and d.id in (select a.decision_id
                      from added a
                      join capital.reallocation_move m
                        on m.reallocation_id = a.reallocation_id and m.line_id = a.line_id
                     where a.approved_vnd > 0 and m.amount_vnd > 0)
  loop
    select jsonb_agg(jsonb_build_object('project', capital.project_words(f.project_id),
                                        'amount', a.approved_vnd, 'medium', f.medium_term)
                     order by f.line_id)
      into told
      from added a
      join capital.reallocation_move m
        on m.reallocation_id = a.reallocation_id and m.line_id = a.line_id
      join capital.reallocation_lines_on(one.on_day, one.budget_year) f on f.line_id = a.line_id
     where a.decision_id = one.id and a.approved_vnd > 0 and m.amount_vnd > 0
       and f.plan + a.approved_vnd + f.medium_term_used > f.medium_term;
    if told is not null then
      raise exception 'decision % raises above the medium-term plan', one.id
        using errcode = 'check_violation', constraint = 'medium_term_undecided', detail = told::text;
    end if;
  end loop;
  return null;
end
$$;
create trigger hold_medium_term after insert on capital.reallocation_ruling
  referencing new table as added for each statement execute function capital.hold_medium_term();

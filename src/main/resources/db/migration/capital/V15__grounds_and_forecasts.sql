-- Slowness is not called surplus: surplus has its evidence, and the unit may be asked whatever the reason
-- is called; who is asked is heard before the cut.
alter table capital.cut add column evidence text check (length(evidence) between 1 and 300);
comment on column capital.cut.evidence is 'the document, or what of the register, shows the surplus';
alter table capital.cut drop constraint asked_when_slow;
alter table capital.cut add constraint asked_when_slow
  check (reason <> 'slow' or answer_by is not null);
-- What was recorded before says so in its words only.
alter table capital.cut add constraint surplus_has_its_evidence
  check ((reason = 'slow') = (evidence is null)) not valid;

create or replace function capital.hold_cut_end() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  c capital.cut;
  broken text;
begin
  select * into c from capital.cut where id = new.cut_id for update;
  broken := case
    when new.done and new.on_day <= c.answer_by
         and not exists (select from capital.cut_comment m where m.cut_id = c.id)
      then 'comment_first'
    when new.booked_vnd > c.amount_vnd then 'booked_within_proposed'
    when new.done
         and not exists (select from capital.entry e
                          where e.posting_id = new.posting_id and e.line_id = c.line_id
                            and e.amount_vnd = new.booked_vnd
                            and coalesce(e.id = c.entry_id, true)
                            and (e.kind = 'adjust' and e.direction = -1 or e.kind = 'transfer_out'))
      then 'cut_is_booked' end;
  if broken is not null then
    raise exception 'cut % breaks %', new.cut_id, broken
      using errcode = 'check_violation', constraint = broken;
  end if;
  return new;
end
$$;

-- The province's rate by the forecast's own page, of the same throws, beside the sum of lines that the
-- solver measures.
alter table capital.solve_job add column forecast_before numeric, add column forecast_after numeric;
comment on column capital.solve_job.forecast_before is
  'median of the sum of all lines over their plans, as a ratio';

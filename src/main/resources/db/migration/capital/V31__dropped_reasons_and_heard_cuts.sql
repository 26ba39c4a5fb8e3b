-- A reason that was dropped explains nothing: the entry is asked about again, and may get another. A cut is
-- booked by a decision signed after it was proposed and its unit heard; one booked before its reason was
-- told, by the document it was booked by.

alter table capital.cut drop constraint cut_entry_id_key;
create index cut_entry on capital.cut (entry_id) where entry_id is not null;

-- Whether a reason was told for an entry, and not dropped since.
create function capital.entry_has_reason(entry bigint) returns boolean
  language sql stable
  set search_path = pg_catalog
as $$
  select exists (select from capital.cut c
                  where c.entry_id = entry
                    and not exists (select from capital.cut_end d
                                     where d.cut_id = c.id and not d.done))
$$;

create or replace function capital.hold_cut() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  -- Two people who tell a reason for one entry wait for each other.
  perform from capital.entry e where e.id = new.entry_id for no key update;
  if capital.entry_has_reason(new.entry_id) then
    raise exception 'entry % has a reason', new.entry_id
      using errcode = 'unique_violation', constraint = 'one_reason_an_entry';
  end if;
  if not exists (select from capital.entry e
                  where e.id = new.entry_id and e.line_id = new.line_id
                    and e.amount_vnd = new.amount_vnd
                    and (e.kind = 'adjust' and e.direction = -1 or e.kind = 'transfer_out')) then
    raise exception 'entry % takes nothing from line %', new.entry_id, new.line_id
      using errcode = 'check_violation', constraint = 'cut_of_its_entry';
  end if;
  return new;
end
$$;

create or replace function capital.unexplained_cuts_on(as_of date)
  returns table (entry_id bigint, line_id bigint, amount_vnd bigint, value_on date, document text)
  language sql stable
  set search_path = pg_catalog
as $$
  select e.id, e.line_id, e.amount_vnd, e.value_on, e.number
    from capital.entry e
    left join capital.movement m on m.id = e.movement_id
   where e.value_on <= as_of and e.corrects_id is null
     and (e.kind = 'adjust' and e.direction = -1 or e.kind = 'transfer_out' and m.ground = 'slow')
     and not capital.entry_has_reason(e.id)
     and not exists (select from capital.cut c join capital.cut_end d on d.cut_id = c.id
                      where c.line_id = e.line_id and d.posting_id = e.posting_id)
     and not exists (select from capital.entry k where k.corrects_id = e.id)
$$;

create or replace function capital.moved_away_on(as_of date)
  returns table (entry_id bigint, line_id bigint, amount_vnd bigint, value_on date, document text,
                 issuer text, ground text, reason text)
  language sql stable
  set search_path = pg_catalog
as $$
  select e.id, e.line_id, e.amount_vnd, e.value_on, m.document, e.issuer, m.ground, m.reason
    from capital.entry e
    join capital.movement m on m.id = e.movement_id
   where e.value_on <= as_of and e.kind = 'transfer_out' and m.kind = 'transfer' and m.ground <> 'slow'
     and not capital.entry_has_reason(e.id)
     and not exists (select from capital.cut c join capital.cut_end d on d.cut_id = c.id
                      where c.line_id = e.line_id and d.posting_id = e.posting_id)
$$;

-- The first day a decision of a cut may be signed: it was proposed, and its unit has spoken or said nothing
-- while it could.
create function capital.cut_decided_from(of_cut bigint) returns date
  language sql stable
  set search_path = pg_catalog
as $$
  select case when c.answer_by is null then c.on_day
              else greatest(c.on_day,
                     coalesce((select min(m.on_day) from capital.cut_comment m where m.cut_id = c.id),
                              c.answer_by + 1)) end
    from capital.cut c
   where c.id = of_cut
$$;

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
      then 'cut_is_booked'
    when new.done and c.entry_id is null and new.signed_on < capital.cut_decided_from(c.id)
      then 'signed_before_heard'
    when new.done and c.entry_id is not null
         and not exists (select from capital.entry e
                          where e.id = c.entry_id and e.value_on = new.signed_on
                            and capital.paper_key(new.document, '')
                                in (e.paper_key, capital.paper_key(e.number, '')))
      then 'cut_by_its_paper' end;
  if broken is not null then
    raise exception 'cut % breaks %', new.cut_id, broken
      using errcode = 'check_violation', constraint = broken;
  end if;
  return new;
end
$$;

-- A proposal to close that nobody is to sign any more: its proposer took it back, or whoever should have
-- signed declined. It stays, with the reason.

create table capital.closing_end (
  closing_id bigint primary key references capital.closing,
  reason text not null check (length(reason) between 3 and 1000),
  on_day date not null,
  at timestamptz not null default clock_timestamp(),
  by_account bigint not null,
  by_name text not null
);

-- Whoever signs and whoever ends a proposal wait for each other: only one of them happens.
create function capital.hold_closing_end() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  ended capital.closing_end;
begin
  perform pg_advisory_xact_lock(hashtext('capital.closing'));
  select * into ended from capital.closing_end where closing_id = new.closing_id;
  if found then
    raise exception 'closing % was ended', new.closing_id
      using errcode = 'check_violation', constraint = 'closing_ended',
            detail = jsonb_build_array(jsonb_build_object(
              'code', 'closing_ended', 'day', ended.on_day, 'document', ended.by_name))::text;
  end if;
  if exists (select from capital.signature s where s.closing_id = new.closing_id) then
    raise exception 'closing % is signed', new.closing_id
      using errcode = 'check_violation', constraint = 'closing_signed',
            detail = (select jsonb_build_array(jsonb_build_object(
                        'code', 'closing_signed', 'day', c.until_day, 'document', s.by_name))::text
                        from capital.closing c join capital.signature s on s.closing_id = c.id
                       where c.id = new.closing_id);
  end if;
  return new;
end
$$;
create trigger hold_closing_end before insert on capital.closing_end
  for each row execute function capital.hold_closing_end();

create function capital.refuse_ended_closing() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  ended capital.closing_end;
begin
  select * into ended from capital.closing_end where closing_id = new.closing_id;
  if found then
    raise exception 'closing % was ended', new.closing_id
      using errcode = 'check_violation', constraint = 'closing_ended',
            detail = jsonb_build_array(jsonb_build_object(
              'code', 'closing_ended', 'day', ended.on_day, 'document', ended.by_name))::text;
  end if;
  return new;
end
$$;
-- By its name it comes after the trigger that takes the lock.
create trigger refuse_ended_closing before insert on capital.signature
  for each row execute function capital.refuse_ended_closing();

create trigger only_added_to before update or delete or truncate on capital.closing_end
  for each statement execute function capital.refuse_change();
alter table capital.closing_end enable row level security;
create policy read on capital.closing_end for select
  using ((select database.scope_account()) <> 0);
create policy write on capital.closing_end for insert
  with check (by_account = (select database.scope_account()) and by_account <> 0
              and (select project.sees_all()));
grant select, insert on capital.closing_end to dondoc_app;

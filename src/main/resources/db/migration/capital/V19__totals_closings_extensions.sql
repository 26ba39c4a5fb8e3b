-- A total is not decided below what is paid already, a month is proposed for closing once, and who asks for an
-- extension does not decide it.

-- What the total investment says of a day, else what the policy foresees; without one decision where that
-- is asked. A value settled is no total: below what was paid it orders money back.
create function capital.total_on(project bigint, as_of date, without bigint default null) returns bigint
  language sql stable
  set search_path = pg_catalog
as $$
  select d.value_vnd
    from project.decision d
    join project.decision_kind k on k.code = d.kind and k.effect in ('policy', 'total')
   where d.project_id = project and d.signed_on <= as_of and d.value_vnd is not null and not d.void
     and d.id is distinct from without
     and not exists (select from project.decision c
                      where c.corrects_id = d.id and c.id is distinct from without)
   order by case k.effect when 'total' then 1 else 2 end, d.signed_on desc, d.id desc
   limit 1
$$;

-- Whoever decides a total and whoever pays wait for each other. Projects nobody pays yet are held as well.
create function capital.hold_project(project bigint) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
begin
  insert into capital.project_balance (project_id) values (project) on conflict do nothing;
  perform from capital.project_balance b where b.project_id = project for no key update;
end
$$;
revoke all on function capital.hold_project(bigint) from public;
grant execute on function capital.hold_project(bigint) to dondoc_app;

-- What is paid in all at the end of every day on which that changed, as known now.
create function capital.paid_by_day(project bigint) returns table (value_on date, paid_vnd bigint)
  language sql stable
  set search_path = pg_catalog
as $$
  select e.value_on,
         (sum(sum(e.direction * e.amount_vnd
                  * case when e.kind in ('advance', 'payment') then 1 else -1 end))
            over (order by e.value_on))::bigint
    from capital.entry e
    join capital.line l on l.id = e.line_id
   where l.project_id = project
     and e.kind in ('advance', 'payment', 'refund', 'refund_advance')
   group by e.value_on
$$;

-- On no day whose total this decision changes is more paid than the total says.
create function capital.hold_total() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  since date;
  told jsonb;
begin
  select min(d.signed_on) into since
    from project.decision d
    join project.decision_kind k on k.code = d.kind and k.effect in ('policy', 'total')
   where d.id in (new.id, new.corrects_id);
  if since is null then
    return null;
  end if;
  perform capital.hold_project(new.project_id);
  with paid as materialized (
    select * from capital.paid_by_day(new.project_id)),
  days as (
    select p.value_on as day from paid p where p.value_on > since
    union
    select d.signed_on from project.decision d
     where d.project_id = new.project_id and d.signed_on >= since),
  stand as (
    select y.day, capital.total_on(new.project_id, y.day) as total,
           capital.total_on(new.project_id, y.day, new.id) as was,
           (select p.paid_vnd from paid p where p.value_on <= y.day
             order by p.value_on desc limit 1) as paid
      from days y)
  select jsonb_build_array(jsonb_build_object(
           'code', 'total_below_paid', 'project', capital.project_words(new.project_id), 'day', s.day,
           'amount', s.paid, 'most', coalesce(s.total, 0), 'excess', s.paid - coalesce(s.total, 0),
           'document', new.number))
    into told
    from stand s
   where s.paid > coalesce(s.total, 0) and s.total is distinct from s.was
   order by s.day
   limit 1;
  if told is not null then
    raise exception 'project % is decided below what is paid', new.project_id
      using errcode = 'check_violation', constraint = 'total_below_paid', detail = told::text;
  end if;
  return null;
end
$$;
create trigger hold_total after insert on project.decision
  for each row execute function capital.hold_total();

-- A month waits for one signature at a time: who proposes it a second time is told by whom it was.
create function capital.hold_closing() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  opened capital.closing;
begin
  perform pg_advisory_xact_lock(hashtext('capital.closing'));
  if new.until_day <= capital.closed_until() then
    raise exception 'until % is closed', new.until_day
      using errcode = 'check_violation', constraint = 'closed_already',
            detail = jsonb_build_array(jsonb_build_object(
              'code', 'closed_already', 'day', new.until_day,
              'limit_day', capital.closed_until()))::text;
  end if;
  select * into opened
    from capital.closing c
   where c.until_day = new.until_day
     and not exists (select from capital.signature s where s.closing_id = c.id)
     and not exists (select from capital.closing_end e where e.closing_id = c.id)
   order by c.id
   limit 1;
  if found then
    raise exception 'closing until % is proposed already', new.until_day
      using errcode = 'check_violation', constraint = 'closing_proposed',
            detail = jsonb_build_array(jsonb_build_object(
              'code', 'closing_proposed', 'day', new.until_day, 'limit_day', opened.on_day,
              'document', opened.by_name))::text;
  end if;
  return new;
end
$$;
create trigger hold_closing before insert on capital.closing
  for each row execute function capital.hold_closing();

-- Whoever asks for an extension does not decide it as well.
create or replace function capital.hold_extension() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  asked capital.extension_request;
  allowed capital.extension_decision;
  broken text;
begin
  select * into asked from capital.extension_request where id = new.request_id;
  if tg_table_name = 'extension_decision' then
    broken := case
      when new.by_account = asked.by_account and new.by_account >= 0 then 'two_persons_extend'
      when new.amount_vnd > asked.amount_vnd or new.until_day > asked.until_day
        then 'decided_above_asked' end;
  else
    select * into allowed from capital.extension_decision where request_id = new.request_id;
    broken := case
      when not allowed.accepted then 'carried_not_allowed'
      when not exists (select from capital.entry e
                        where e.posting_id = new.posting_id and e.line_id = asked.line_id
                          and e.kind = 'carry_out' and e.amount_vnd = allowed.amount_vnd)
        then 'carried_another_amount' end;
  end if;
  if broken is not null then
    raise exception 'extension % breaks %', new.request_id, broken
      using errcode = 'check_violation', constraint = broken;
  end if;
  return new;
end
$$;

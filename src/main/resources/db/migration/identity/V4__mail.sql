-- Where an account is written to, and whether it wants to be reminded of what is due.
alter table identity.account
  add column email text check (length(email) between 3 and 254 and email ~ '^[^[:space:]@]+@[^[:space:]@]+$'),
  add column reminders boolean not null default true;
grant update (email, reminders) on identity.account to dondoc_app;

-- Published: who can be written to and wants to be, with the body they stand for now and their rights.
create view identity.mailbox with (security_invoker = true) as
  select a.id as account_id, a.name, a.email, s.body_id,
         array_agg(distinct r.right_code) as rights
    from identity.account a
    join identity.assignment s on s.account_id = a.id and s.withdrawn_at is null
    join identity.role_right r on r.role_code = s.role_code
   where a.disabled_at is null and a.email is not null and a.reminders
   group by a.id, a.name, a.email, s.body_id;
grant select on identity.mailbox to dondoc_app;

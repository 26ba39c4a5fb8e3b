-- A row that was taken for a project may begin a group: whoever takes the file in says so once for a sender.
alter table capital.intake_match
  add column heading boolean not null default false,
  add constraint heading_means_nothing_else
    check (not heading or what = 'project' and project_id is null and pool_id is null);
comment on column capital.intake_match.heading is 'its row begins a group, it is no project';
create or replace view capital.intake_said with (security_invoker = true) as
  select x.*
    from (select distinct on (m.sender_id, m.what, m.words) m.*
            from capital.intake_match m
           order by m.sender_id, m.what, m.words, m.id desc) x
   where not exists (select from capital.intake_match_end e where e.match_id = x.id);

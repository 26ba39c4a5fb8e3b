-- Where in the text the words of a task stand, for everybody who reads the document: proposals are the
-- office's own.
create table directive.passage (
  document_id bigint not null references directive.document,
  -- As the task names its source.
  source_key text not null,
  starts int not null check (starts >= 0),
  ends int not null check (ends >= starts),
  primary key (document_id, source_key)
);
insert into directive.passage (document_id, source_key, starts, ends)
select p.document_id, 'p' || p.id, (p.content #>> '{span,start}')::int,
       (p.content #>> '{span,end}')::int
  from directive.proposal p
  join directive.document d on d.id = p.document_id and d.state = 'confirmed'
 where p.state = 'accepted' and p.content #>> '{span,start}' is not null;

alter table directive.passage enable row level security;
create policy passage_seen on directive.passage for select
  using ((select database.scope_whole())
         or document_id = any((select directive.scope_documents())::bigint[]));
create policy passage_told on directive.passage for insert
  with check ((select database.scope_whole()));
grant select, insert on directive.passage to dondoc_app;

-- Another text with the number, day and issuer of a document that is there: a person tells whether it
-- is a new version of it or another document.
alter table directive.document
  add column twin_of bigint references directive.document,
  add column version_of bigint references directive.document,
  add column told_apart text,
  add column superseded_at timestamptz,
  add check (version_of is null or version_of = twin_of),
  add check (told_apart is null or version_of is null),
  add check (superseded_at is null or state = 'reviewing');
create index document_paper on directive.document (lower(number), issued_on)
  where number is not null and issued_on is not null;
create index document_version on directive.document (version_of) where version_of is not null;

-- The same words come again without the number, or with a slip of a scanner: what a text says is
-- compared sentence by sentence, without its head, recipients and signature.
create function directive.print(words text) returns text
  language sql immutable parallel safe strict
  set search_path = pg_catalog
  return md5(nullif(regexp_replace(lower(normalize(words, nfc)), '[\s[:punct:]]+', '', 'g'), ''));

alter table directive.sentence
  add column print text check (print ~ '^[0-9a-f]{32}$');
update directive.sentence s
   set print = directive.print(substr(f.text, s.starts + 1, s.ends - s.starts))
  from directive.file f
 where f.id = s.file_id and s.kind not in ('header', 'recipient', 'signature');
create index sentence_print on directive.sentence (print) where print is not null;
grant execute on function directive.print(text) to dondoc_app;

-- A text that is the document it is like makes no review of its own.
alter table directive.document
  add column same_as bigint references directive.document,
  add check (same_as is null
             or same_as = twin_of and version_of is null and told_apart is null
                and superseded_at is not null);

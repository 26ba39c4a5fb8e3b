-- Workbooks of figures: what was sent in waits here until somebody has looked at it.

-- What workbooks are signed with: made with the database, known to nobody outside it. A new row
-- signs from then on; those before it still prove what they signed.
create table rural.book_key (
  id int generated always as identity primary key,
  secret bytea not null check (length(secret) = 32),
  made_at timestamptz not null default now()
);
insert into rural.book_key (secret)
select sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
              || uuid_send(gen_random_uuid()));

-- How the columns of a body's own sheet are to be read; the last row of a name counts.
create table rural.book_profile (
  id bigint generated always as identity primary key,
  body_id int not null references agency.body,
  name text not null check (length(name) between 1 and 100),
  mapping text not null check (length(mapping) <= 100000),
  made_at timestamptz not null default now(),
  made_by bigint not null,
  made_by_name text not null
);
create index book_profile_of on rural.book_profile (body_id, name, id desc);
comment on column rural.book_profile.mapping is 'sheet, header row and what each column holds, JSON';

create table rural.book (
  id bigint generated always as identity primary key,
  way text not null check (way in ('workbook', 'sheet')),
  file_name text not null check (length(file_name) between 1 and 255),
  month date not null check (extract(day from month) = 1),
  staged_at timestamptz not null default now(),
  staged_by bigint not null,
  staged_by_name text not null
);
create index book_staged on rural.book (staged_by, id);

-- A sheet of somebody's own as it was read, until its columns are told: cells as JSON, each with a
-- letter for its kind before its text.
create table rural.book_raw (
  book_id bigint not null references rural.book,
  ordinal int not null,
  tab text not null,
  number int not null,
  cells text not null,
  primary key (book_id, ordinal)
);

-- A workbook is read once, a sheet of somebody's own as often as its columns are told anew; the last
-- reading counts.
create table rural.book_reading (
  id bigint generated always as identity primary key,
  book_id bigint not null references rural.book,
  profile_id bigint references rural.book_profile,
  read_at timestamptz not null default now()
);
create index book_reading_of on rural.book_reading (book_id, id desc);

create table rural.book_unit (
  reading_id bigint not null references rural.book_reading,
  unit_id int not null references place.unit,
  name text not null,
  tab text not null,
  same int not null,
  primary key (reading_id, unit_id)
);
comment on column rural.book_unit.same is 'indicators that came back as they went out';

-- An indicator that came back with something else than it went out with.
create table rural.book_row (
  reading_id bigint not null,
  number int not null,
  unit_id int not null,
  indicator_id int not null references rural.indicator,
  place text not null,
  kind text not null check (kind in ('claim', 'wait', 'arrive')),
  arrived boolean not null,
  seen int not null check (seen >= 0),
  was numeric[],
  was_nothing boolean not null,
  figures numeric[],
  nothing boolean not null,
  words text,
  primary key (reading_id, number),
  foreign key (reading_id, unit_id) references rural.book_unit
);
comment on column rural.book_row.arrived is 'a claim that ends a wait';
comment on column rural.book_row.seen is 'how many facts of the month there were when it went out';

create table rural.book_note (
  id bigint generated always as identity primary key,
  reading_id bigint not null references rural.book_reading,
  unit_id int,
  stops boolean not null,
  place text not null,
  key text not null,
  arguments text not null
);
create index book_note_of on rural.book_note (reading_id, id);
comment on column rural.book_note.stops is 'it has to be mended; else it is only to be looked at';

-- What was chosen where it could not be told; the last choice counts, and only while the register
-- stands as it was seen.
create table rural.book_choice (
  id bigint generated always as identity primary key,
  reading_id bigint not null,
  number int not null,
  seen int not null,
  keeps text not null check (keeps in ('sheet', 'register', 'hundredfold')),
  reason text check (length(reason) between 1 and 2000),
  chosen_at timestamptz not null default now(),
  foreign key (reading_id, number) references rural.book_row
);
create index book_choice_of on rural.book_choice (reading_id, number, id desc);

create table rural.book_written (
  book_id bigint not null references rural.book,
  unit_id int not null references place.unit,
  entry_id bigint not null references rural.entry,
  rows int not null,
  primary key (book_id, unit_id)
);
create table rural.book_end (
  book_id bigint primary key references rural.book,
  outcome text not null check (outcome in ('written', 'dropped')),
  ended_at timestamptz not null default now()
);

-- What waits is seen by who sent it in, and of it what is said of places within their sight.
alter table rural.book_key enable row level security;
alter table rural.book_profile enable row level security;
alter table rural.book enable row level security;
create policy read on rural.book_key for select using ((select database.scope_account()) <> 0);
create policy read on rural.book_profile for select using
  ((select rural.sees_all()) or body_id = any((select database.scope_bodies())::int[]));
create policy write on rural.book_profile for insert with check
  (made_by = (select database.scope_account())
   and body_id = any((select database.scope_bodies())::int[]));
create policy own on rural.book for select using
  (staged_by = (select database.scope_account()));
create policy staged on rural.book for insert with check
  (staged_by = (select database.scope_account()) and staged_by <> 0);
do $$
declare
  name text;
  here text;
begin
  foreach name in array array['book_raw', 'book_reading', 'book_written', 'book_end', 'book_unit',
                              'book_row', 'book_note', 'book_choice'] loop
    here := case when name in ('book_raw', 'book_reading', 'book_written', 'book_end')
                 then 'exists (select from rural.book b where b.id = book_id)'
                 else 'exists (select from rural.book_reading r where r.id = reading_id)' end;
    if name in ('book_unit', 'book_row', 'book_written') then
      here := here || ' and ((select rural.sees_all())'
                   || ' or unit_id = any((select database.scope_places())::int[]))';
    end if;
    execute format('alter table rural.%I enable row level security', name);
    execute format('create policy own on rural.%I for select using (%s)', name, here);
    execute format('create policy added on rural.%I for insert with check (%s)', name, here);
    execute format('grant select, insert on rural.%I to dondoc_app', name);
  end loop;
end
$$;
grant select on rural.book_key to dondoc_app;
grant select, insert on rural.book_profile, rural.book to dondoc_app;

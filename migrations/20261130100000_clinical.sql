-- Diagnoses, notes and what makes a visit billable on the clinician's side.
-- compatible: new tables only

-- The public ICD-10-CM file, loaded by `kept codes import`; which codes may stand on a claim, and since when.
create table kernel.icd10_codes (
  code text primary key check (code ~ '^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$'),
  billable boolean not null,
  title text not null,
  from_day date not null,
  until_day date
);
select kernel.enroll('kernel.icd10_codes');

-- What a clinician found, dated and ranked: the first one is why the client is seen.
create table kept.diagnoses (
  practice_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  code text not null check (code ~ '^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$'),
  rank smallint not null check (rank between 1 and 12),
  from_day date not null,
  until_day date,
  noted_by uuid not null,
  noted_at timestamptz not null default clock_timestamp(),
  ended_by uuid,
  version int not null default 1,
  primary key (practice_id, id),
  check (until_day is null or until_day >= from_day),
  check ((until_day is null) = (ended_by is null)),
  foreign key (practice_id, client_id) references kept.clients,
  foreign key (practice_id, noted_by) references kernel.memberships,
  foreign key (practice_id, ended_by) references kernel.memberships
);
create unique index diagnoses_one on kept.diagnoses (practice_id, client_id, code) where until_day is null;
create index diagnoses_client on kept.diagnoses (practice_id, client_id, rank);
create index diagnoses_noted_by on kept.diagnoses (practice_id, noted_by);
create index diagnoses_ended_by on kept.diagnoses (practice_id, ended_by);
select kernel.enroll('kept.diagnoses');

-- One note per visit. A draft is saved while someone types; a signed one stays as it was signed, amendments stand beside it.
create table kept.notes (
  practice_id uuid not null,
  id uuid not null,
  visit_id uuid not null,
  client_id uuid not null,
  author_id uuid not null,
  state text not null,
  subjective text not null default '',
  objective text not null default '',
  assessment text not null default '',
  plan text not null default '',
  -- attested: when the session really began and ended
  began_at timestamptz,
  ended_at timestamptz,
  signed_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  version int not null default 1,
  primary key (practice_id, id),
  unique (practice_id, visit_id),
  check ((state = 'signed') = (signed_at is not null)),
  check (state <> 'signed' or began_at is not null and ended_at is not null),
  check (began_at is null or ended_at is null or began_at < ended_at),
  foreign key (practice_id, visit_id) references kept.visits,
  foreign key (practice_id, client_id) references kept.clients,
  foreign key (practice_id, author_id) references kept.staff
);
create index notes_client on kept.notes (practice_id, client_id, created_at);
create index notes_author on kept.notes (practice_id, author_id, created_at);
select kernel.enroll('kept.notes');
create trigger state_check before insert or update of state on kept.notes for each row execute function kernel.check_state('note');

-- The diagnoses that a note was signed with, in their order.
create table kept.note_diagnoses (
  practice_id uuid not null,
  note_id uuid not null,
  rank smallint not null check (rank between 1 and 12),
  client_id uuid not null,
  code text not null check (code ~ '^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$'),
  primary key (practice_id, note_id, rank),
  unique (practice_id, note_id, code),
  foreign key (practice_id, note_id) references kept.notes,
  foreign key (practice_id, client_id) references kept.clients
);
create index note_diagnoses_client on kept.note_diagnoses (practice_id, client_id);
select kernel.enroll('kept.note_diagnoses');
create trigger append_only before update or delete on kept.note_diagnoses for each row execute function kernel.refuse();

create table kept.note_amendments (
  practice_id uuid not null,
  id uuid not null,
  note_id uuid not null,
  client_id uuid not null,
  author_id uuid not null,
  body text not null check (body <> ''),
  at timestamptz not null default clock_timestamp(),
  primary key (practice_id, id),
  foreign key (practice_id, note_id) references kept.notes,
  foreign key (practice_id, client_id) references kept.clients,
  foreign key (practice_id, author_id) references kept.staff
);
create index note_amendments_note on kept.note_amendments (practice_id, note_id, at);
create index note_amendments_client on kept.note_amendments (practice_id, client_id);
create index note_amendments_author on kept.note_amendments (practice_id, author_id);
select kernel.enroll('kept.note_amendments');
create trigger append_only before update or delete on kept.note_amendments for each row execute function kernel.refuse();

set local role kept_kernel;
insert into kernel.entity_states (entity, from_state, event, to_state) values
  ('note', '', 'draft', 'draft'), ('note', 'draft', 'write', 'draft'), ('note', 'draft', 'sign', 'signed');

create function kernel.keep_signed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.state = 'signed' then raise exception 'signed' using errcode = 'KE003'; end if;
  return new;
end $$;
grant execute on function kernel.keep_signed() to kept_owner;

-- Whether a code may stand on a claim for a day. Code sets are no secret, but kernel tables are read through functions.
create function kernel.icd10(p_codes text[], p_day date) returns table (code text, billable boolean, title text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.code, c.billable, c.title from kernel.icd10_codes c
   where c.code = any (p_codes) and c.from_day <= p_day and (c.until_day is null or c.until_day >= p_day) $$;
create function kernel.search_icd10(p_text text, p_limit int) returns table (code text, title text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.code, c.title from kernel.icd10_codes c
   where c.billable and c.until_day is null
     and (starts_with(replace(c.code, '.', ''), upper(replace(p_text, '.', ''))) or strpos(lower(c.title), lower(p_text)) > 0)
   order by not starts_with(replace(c.code, '.', ''), upper(replace(p_text, '.', ''))), c.code limit p_limit $$;
-- Loads one piece of a file. Codes that a later file lacks are ended by its own row, never removed.
create function kernel.import_icd10(p_rows jsonb) returns int
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with rows as (
    insert into kernel.icd10_codes as c (code, billable, title, from_day, until_day)
    select r.code, r.billable, r.title, r.from_day, r.until_day
      from jsonb_to_recordset(p_rows) as r(code text, billable boolean, title text, from_day date, until_day date)
    on conflict (code) do update set billable = excluded.billable, title = excluded.title,
      from_day = least(c.from_day, excluded.from_day), until_day = excluded.until_day
    returning 1)
  select count(*)::int from rows $$;
grant execute on function kernel.icd10(text[], date), kernel.search_icd10(text, int) to kept_app, kept_worker;
grant execute on function kernel.import_icd10(jsonb) to kept_worker;
set local role kept_owner;
create trigger keep_signed before update on kept.notes for each row execute function kernel.keep_signed();

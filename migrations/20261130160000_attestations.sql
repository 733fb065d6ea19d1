-- What billing may know of a signed note: who held the session, and when it really began and ended.
-- compatible: a new table and a new column only

-- The id is the note's. Billing proposes charges from it and never reads the note.
create table kept.attestations (
  practice_id uuid not null,
  id uuid not null,
  visit_id uuid not null,
  client_id uuid not null,
  clinician_id uuid not null,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  at timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, visit_id),
  check (began_at < ended_at),
  foreign key (practice_id, id) references kept.notes,
  foreign key (practice_id, visit_id) references kept.visits,
  foreign key (practice_id, client_id) references kept.clients,
  foreign key (practice_id, clinician_id) references kept.staff
);
create index attestations_client on kept.attestations (practice_id, client_id);
create index attestations_clinician on kept.attestations (practice_id, clinician_id);
select kernel.enroll('kept.attestations');
create trigger append_only before update or delete on kept.attestations for each row execute function kernel.refuse();

-- When a draft was saved last.
alter table kept.notes add column written_at timestamptz;

-- Payers, coverages, fees, charges, claims and the files that carry them.
-- compatible: new tables only

-- Who bills: the practice as payers know it. Never edited: a change is a new row, the latest that has begun holds.
create table kept.billing_profiles (
  practice_id uuid not null references kernel.practices,
  id uuid not null,
  from_day date not null,
  legal_name text not null check (legal_name <> ''),
  npi text not null check (npi ~ '^[12][0-9]{9}$'),
  tax_id text not null check (tax_id ~ '^[0-9]{9}$'),
  taxonomy text not null check (taxonomy ~ '^[0-9A-Z]{10}$'),
  -- 837P asks for a street, not a post office box, and nine digits
  street text not null, city text not null, region text not null check (region ~ '^[A-Z]{2}$'),
  postal_code text not null check (postal_code ~ '^[0-9]{9}$'),
  pay_to jsonb,
  contact_name text not null, contact_phone text not null,
  -- who we are to the clearinghouse: ISA06 and ISA08 with their qualifiers, GS02 and GS03
  sender_id text not null, sender_qualifier text not null default 'ZZ',
  receiver_id text not null, receiver_qualifier text not null default 'ZZ', receiver_name text not null,
  test boolean not null default false,
  set_by uuid not null,
  primary key (practice_id, id),
  unique (practice_id, from_day),
  foreign key (practice_id, set_by) references kernel.memberships
);
create index billing_profiles_set_by on kept.billing_profiles (practice_id, set_by);
select kernel.enroll('kept.billing_profiles');

-- The id is the clinician's.
create table kept.clinician_billing (
  practice_id uuid not null,
  id uuid not null,
  first_name text not null, last_name text not null,
  npi text not null check (npi ~ '^[12][0-9]{9}$'),
  taxonomy text not null check (taxonomy ~ '^[0-9A-Z]{10}$'),
  supervisor_id uuid,
  version int not null default 1,
  primary key (practice_id, id),
  foreign key (practice_id, id) references kept.staff,
  foreign key (practice_id, supervisor_id) references kept.staff
);
create index clinician_billing_supervisor on kept.clinician_billing (practice_id, supervisor_id);
select kernel.enroll('kept.clinician_billing');

create table kept.payers (
  practice_id uuid not null references kernel.practices,
  id uuid not null,
  name text not null check (name <> ''),
  -- as the clearinghouse knows it (NM109 of 2010BB)
  payer_id text not null check (payer_id ~ '^[0-9A-Z]{2,80}$'),
  filing_indicator text not null check (filing_indicator ~ '^[0-9A-Z]{2}$'),
  -- how the payer wants video and telephone said
  telehealth_place text not null default '10' check (telehealth_place in ('02', '10')),
  telehealth_modifier text check (telehealth_modifier in ('95', 'GT', '93')),
  filing_days int not null check (filing_days between 1 and 1000),
  correction_days int not null check (correction_days between 1 and 1000),
  appeal_days int not null check (appeal_days between 1 and 1000),
  adjudication_days int not null default 30 check (adjudication_days between 1 and 365),
  ended_at timestamptz,
  version int not null default 1,
  primary key (practice_id, id)
);
create unique index payers_one on kept.payers (practice_id, payer_id, name) where ended_at is null;
select kernel.enroll('kept.payers');

-- What billing must know of a client and others need not.
create table kept.client_billing (
  practice_id uuid not null,
  id uuid not null,
  sex text not null check (sex in ('F', 'M', 'U')),
  street text not null, street2 text, city text not null, region text not null check (region ~ '^[A-Z]{2}$'),
  postal_code text not null check (postal_code ~ '^[0-9]{5}([0-9]{4})?$'),
  version int not null default 1,
  primary key (practice_id, id),
  foreign key (practice_id, id) references kept.clients
);
select kernel.enroll('kept.client_billing');

-- A client's insurance, for the days it holds. `subscriber` is null where the client is the subscriber.
create table kept.coverages (
  practice_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  payer_id uuid not null,
  rank smallint not null check (rank between 1 and 3),
  member_id text not null check (member_id ~ '^[0-9A-Za-z-]{2,80}$'),
  group_number text,
  plan_name text,
  -- the client's relation to the subscriber, as X12 1069 has it; 18 is self
  relationship text not null check (relationship in ('18', '01', '19', '20', '21', '39', '40', '53', 'G8')),
  subscriber jsonb,
  copay_cents int check (copay_cents >= 0),
  assigned boolean not null default true,
  from_day date not null,
  until_day date,
  created_by uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  version int not null default 1,
  primary key (practice_id, id),
  check ((relationship = '18') = (subscriber is null)),
  check (until_day is null or until_day >= from_day),
  foreign key (practice_id, client_id) references kept.clients,
  foreign key (practice_id, payer_id) references kept.payers,
  foreign key (practice_id, created_by) references kernel.memberships,
  -- on one day a client has at most one coverage of each rank
  constraint coverages_one_of_rank exclude using gist
    (practice_id with =, client_id with =, rank with =, daterange(from_day, until_day, '[]') with &&)
);
create index coverages_client on kept.coverages (practice_id, client_id, from_day);
create index coverages_payer on kept.coverages (practice_id, payer_id);
create index coverages_member on kept.coverages (practice_id, member_id);
create index coverages_created_by on kept.coverages (practice_id, created_by);
select kernel.enroll('kept.coverages');

create table kept.authorizations (
  practice_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  coverage_id uuid not null,
  number text not null check (number <> ''),
  from_day date not null,
  until_day date not null,
  visits int check (visits > 0),
  created_by uuid not null,
  version int not null default 1,
  primary key (practice_id, id),
  check (until_day >= from_day),
  foreign key (practice_id, client_id) references kept.clients,
  foreign key (practice_id, coverage_id) references kept.coverages,
  foreign key (practice_id, created_by) references kernel.memberships
);
create index authorizations_client on kept.authorizations (practice_id, client_id);
create index authorizations_coverage on kept.authorizations (practice_id, coverage_id, from_day);
create index authorizations_created_by on kept.authorizations (practice_id, created_by);
select kernel.enroll('kept.authorizations');

-- What a service costs: for one payer, or (payer null) for everyone. Never edited: the latest that has begun holds.
create table kept.fees (
  practice_id uuid not null references kernel.practices,
  id uuid not null,
  payer_id uuid,
  code text not null check (code ~ '^[0-9A-Z]{5}$'),
  cents int not null check (cents > 0),
  from_day date not null,
  set_by uuid not null,
  primary key (practice_id, id),
  foreign key (practice_id, payer_id) references kept.payers,
  foreign key (practice_id, set_by) references kernel.memberships
);
create unique index fees_one on kept.fees (practice_id, code, from_day, payer_id) nulls not distinct;
create index fees_payer on kept.fees (practice_id, payer_id);
create index fees_set_by on kept.fees (practice_id, set_by);
select kernel.enroll('kept.fees');

-- What Kept proposes to bill for a visit, by the signed note. A person approves it, changes it, or takes it out.
create table kept.charges (
  practice_id uuid not null,
  id uuid not null,
  visit_id uuid not null,
  note_id uuid,
  client_id uuid not null,
  clinician_id uuid not null,
  coverage_id uuid,
  state text not null,
  service_day date not null,
  code text not null check (code ~ '^[0-9A-Z]{5}$'),
  modifiers text[] not null default '{}' check (cardinality(modifiers) <= 4),
  units smallint not null default 1 check (units between 1 and 99),
  minutes int check (minutes > 0),
  place_of_service text not null check (place_of_service ~ '^[0-9]{2}$'),
  cents int not null check (cents > 0),
  diagnoses text[] not null check (cardinality(diagnoses) between 1 and 12),
  -- REF 6R of every claim of this charge: how a remittance names the line
  line_control text not null check (line_control ~ '^[0-9A-Za-z-]{1,30}$'),
  created_at timestamptz not null default clock_timestamp(),
  version int not null default 1,
  primary key (practice_id, id),
  unique (practice_id, line_control),
  foreign key (practice_id, visit_id) references kept.visits,
  foreign key (practice_id, note_id) references kept.notes,
  foreign key (practice_id, client_id) references kept.clients,
  foreign key (practice_id, clinician_id) references kept.staff,
  foreign key (practice_id, coverage_id) references kept.coverages
);
create index charges_visit on kept.charges (practice_id, visit_id);
create index charges_note on kept.charges (practice_id, note_id);
create index charges_client on kept.charges (practice_id, client_id, service_day);
create index charges_clinician on kept.charges (practice_id, clinician_id, service_day);
create index charges_coverage on kept.charges (practice_id, coverage_id);
create index charges_open on kept.charges (practice_id, service_day) where state = 'proposed';
select kernel.enroll('kept.charges');
create trigger state_check before insert or update of state on kept.charges for each row execute function kernel.check_state('charge');

-- Every file that came or went, byte for byte in the file store, before anything reads it.
create table kept.edi_files (
  practice_id uuid not null references kernel.practices,
  id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  kind text check (kind in ('835', '837', '999', '277', 'TA1', '271', '277CA', 'report')),
  name text not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  bytes bigint not null check (bytes > 0),
  storage_key text not null,
  came_by text not null check (came_by in ('upload', 'clearinghouse', 'command', 'kept')),
  state text not null,
  reason text,
  ordered_by uuid,
  at timestamptz not null default clock_timestamp(),
  version int not null default 1,
  primary key (practice_id, id),
  foreign key (practice_id, ordered_by) references kernel.memberships
);
create unique index edi_files_once on kept.edi_files (practice_id, direction, sha256);
create index edi_files_recent on kept.edi_files (practice_id, at);
create index edi_files_ordered_by on kept.edi_files (practice_id, ordered_by);
select kernel.enroll('kept.edi_files');
create trigger state_check before insert or update of state on kept.edi_files for each row execute function kernel.check_state('edi_file');

-- Claims that leave together. Control numbers come from a locked row and are stored before anything is sent.
create table kept.claim_batches (
  practice_id uuid not null references kernel.practices,
  id uuid not null,
  state text not null,
  interchange_control bigint not null check (interchange_control between 1 and 999999999),
  group_control bigint not null check (group_control between 1 and 999999999),
  file_id uuid,
  ordered_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  version int not null default 1,
  primary key (practice_id, id),
  unique (practice_id, interchange_control),
  foreign key (practice_id, file_id) references kept.edi_files,
  foreign key (practice_id, ordered_by) references kernel.memberships
);
create index claim_batches_file on kept.claim_batches (practice_id, file_id);
create index claim_batches_ordered_by on kept.claim_batches (practice_id, ordered_by);
create index claim_batches_recent on kept.claim_batches (practice_id, created_at);
select kernel.enroll('kept.claim_batches');
create trigger state_check before insert or update of state on kept.claim_batches for each row execute function kernel.check_state('claim_batch');

-- One claim per visit and payer. The state is derived from the events below.
create table kept.claims (
  practice_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  coverage_id uuid not null,
  payer_id uuid not null,
  rank smallint not null check (rank between 1 and 3),
  -- CLM01: how every answer names it
  control_number text not null check (control_number ~ '^[0-9A-Za-z-]{1,20}$'),
  state text not null,
  version_no smallint not null default 1,
  -- the payer's own number (CLP07), as its latest answer said
  payer_control_number text,
  charge_cents int not null check (charge_cents > 0),
  service_day date not null,
  created_at timestamptz not null default clock_timestamp(),
  version int not null default 1,
  primary key (practice_id, id),
  unique (practice_id, control_number),
  foreign key (practice_id, client_id) references kept.clients,
  foreign key (practice_id, coverage_id) references kept.coverages,
  foreign key (practice_id, payer_id) references kept.payers
);
create index claims_client on kept.claims (practice_id, client_id, service_day);
create index claims_coverage on kept.claims (practice_id, coverage_id);
create index claims_payer on kept.claims (practice_id, payer_id, state);
create index claims_state on kept.claims (practice_id, state, service_day);
create index claims_payer_number on kept.claims (practice_id, payer_control_number);
create index claims_loose on kept.claims (practice_id, (lower(replace(control_number, '-', ''))));
select kernel.enroll('kept.claims');
create trigger state_check before insert or update of state on kept.claims for each row execute function kernel.check_state('claim');

-- The lines of a claim, in their order.
create table kept.claim_lines (
  practice_id uuid not null,
  claim_id uuid not null,
  line_no smallint not null check (line_no between 1 and 50),
  charge_id uuid not null,
  client_id uuid not null,
  primary key (practice_id, claim_id, line_no),
  unique (practice_id, claim_id, charge_id),
  foreign key (practice_id, claim_id) references kept.claims,
  foreign key (practice_id, charge_id) references kept.charges,
  foreign key (practice_id, client_id) references kept.clients
);
create index claim_lines_charge on kept.claim_lines (practice_id, charge_id);
create index claim_lines_client on kept.claim_lines (practice_id, client_id);
select kernel.enroll('kept.claim_lines');
create trigger append_only before update or delete on kept.claim_lines for each row execute function kernel.refuse();

-- What was said to the payer, version by version; never edited. `content` is the claim in the words of the TR3.
create table kept.claim_versions (
  practice_id uuid not null,
  claim_id uuid not null,
  version_no smallint not null check (version_no between 1 and 99),
  client_id uuid not null,
  frequency text not null check (frequency in ('1', '7', '8')),
  content jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null default clock_timestamp(),
  primary key (practice_id, claim_id, version_no),
  foreign key (practice_id, claim_id) references kept.claims,
  foreign key (practice_id, client_id) references kept.clients,
  foreign key (practice_id, made_by) references kernel.memberships
);
create index claim_versions_client on kept.claim_versions (practice_id, client_id);
create index claim_versions_made_by on kept.claim_versions (practice_id, made_by);
select kernel.enroll('kept.claim_versions');
create trigger append_only before update or delete on kept.claim_versions for each row execute function kernel.refuse();

-- Where in a batch's file a version of a claim stands: the range of bytes from its CLM, and its transaction.
create table kept.claim_sendings (
  practice_id uuid not null,
  batch_id uuid not null,
  claim_id uuid not null,
  version_no smallint not null,
  client_id uuid not null,
  transaction_control text not null,
  from_byte bigint not null,
  until_byte bigint not null,
  primary key (practice_id, batch_id, claim_id),
  check (from_byte < until_byte),
  foreign key (practice_id, batch_id) references kept.claim_batches,
  foreign key (practice_id, claim_id, version_no) references kept.claim_versions,
  foreign key (practice_id, client_id) references kept.clients
);
create index claim_sendings_claim on kept.claim_sendings (practice_id, claim_id, version_no);
create index claim_sendings_client on kept.claim_sendings (practice_id, client_id);
select kernel.enroll('kept.claim_sendings');
create trigger append_only before update or delete on kept.claim_sendings for each row execute function kernel.refuse();

-- What happened to a claim. An answer that comes again, in whatever file, is the same event: `evidence_key`.
create table kept.claim_events (
  practice_id uuid not null,
  id uuid not null,
  claim_id uuid not null,
  client_id uuid not null,
  version_no smallint not null,
  kind text not null check (kind ~ '^[a-z_]+$'),
  at timestamptz not null default clock_timestamp(),
  evidence_key text not null,
  file_id uuid,
  offset_bytes bigint,
  params jsonb not null default '{}',
  actor_id uuid,
  primary key (practice_id, id),
  unique (practice_id, claim_id, kind, evidence_key),
  foreign key (practice_id, claim_id) references kept.claims,
  foreign key (practice_id, client_id) references kept.clients,
  foreign key (practice_id, file_id) references kept.edi_files,
  foreign key (practice_id, actor_id) references kernel.memberships
);
create index claim_events_claim on kept.claim_events (practice_id, claim_id, at);
create index claim_events_client on kept.claim_events (practice_id, client_id);
create index claim_events_file on kept.claim_events (practice_id, file_id);
create index claim_events_actor on kept.claim_events (practice_id, actor_id);
select kernel.enroll('kept.claim_events');
create trigger append_only before update or delete on kept.claim_events for each row execute function kernel.refuse();

set local role kept_kernel;
insert into kernel.entity_states (entity, from_state, event, to_state) values
  ('charge', '', 'propose', 'proposed'), ('charge', 'proposed', 'change', 'proposed'), ('charge', 'proposed', 'approve', 'approved'),
  ('charge', 'proposed', 'void', 'void'), ('charge', 'approved', 'void', 'void'), ('charge', 'approved', 'reopen', 'proposed'),
  ('edi_file', '', 'store', 'stored'), ('edi_file', 'stored', 'read', 'read'), ('edi_file', 'stored', 'quarantine', 'quarantined'),
  ('edi_file', 'stored', 'repeat', 'duplicate'), ('edi_file', 'quarantined', 'retry', 'stored'), ('edi_file', 'quarantined', 'dismiss', 'dismissed'),
  ('edi_file', '', 'write', 'written'),
  ('claim_batch', '', 'open', 'open'), ('claim_batch', 'open', 'write', 'written'), ('claim_batch', 'written', 'send', 'sending'),
  ('claim_batch', 'sending', 'send', 'sending'), ('claim_batch', 'sending', 'deliver', 'sent'), ('claim_batch', 'sending', 'lose', 'unknown'),
  ('claim_batch', 'unknown', 'send', 'sending'), ('claim_batch', 'unknown', 'deliver', 'sent'),
  ('claim_batch', 'sent', 'accept', 'accepted'), ('claim_batch', 'sent', 'refuse', 'refused'), ('claim_batch', 'open', 'void', 'void'),
  ('claim', '', 'make', 'ready'), ('claim', 'ready', 'scrub_fail', 'blocked'), ('claim', 'blocked', 'mend', 'ready'), ('claim', 'ready', 'mend', 'ready'),
  ('claim', 'ready', 'submit', 'submitted'), ('claim', 'submitted', 'reject', 'rejected'), ('claim', 'accepted', 'reject', 'rejected'),
  ('claim', 'submitted', 'accept', 'accepted'), ('claim', 'submitted', 'adjudicate', 'adjudicated'), ('claim', 'accepted', 'adjudicate', 'adjudicated'),
  ('claim', 'rejected', 'adjudicate', 'adjudicated'), ('claim', 'submitted', 'deny', 'denied'), ('claim', 'accepted', 'deny', 'denied'),
  ('claim', 'rejected', 'deny', 'denied'), ('claim', 'denied', 'adjudicate', 'adjudicated'), ('claim', 'adjudicated', 'deny', 'denied'),
  ('claim', 'adjudicated', 'adjudicate', 'adjudicated'), ('claim', 'denied', 'deny', 'denied'), ('claim', 'adjudicated', 'reverse', 'accepted'),
  ('claim', 'denied', 'reverse', 'accepted'),
  ('claim', 'rejected', 'mend', 'ready'), ('claim', 'denied', 'mend', 'ready'), ('claim', 'adjudicated', 'mend', 'ready'),
  ('claim', 'ready', 'void', 'void'), ('claim', 'blocked', 'void', 'void'), ('claim', 'rejected', 'void', 'void'),
  ('claim', 'adjudicated', 'close', 'closed'), ('claim', 'denied', 'close', 'closed'), ('claim', 'closed', 'adjudicate', 'adjudicated'),
  ('claim', 'closed', 'reverse', 'accepted'), ('claim', 'closed', 'mend', 'ready');
set local role kept_owner;

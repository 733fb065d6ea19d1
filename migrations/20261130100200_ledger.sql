-- Remittances as they came, and the ledger: double entry, append-only, every entry sums to zero.
-- compatible: new tables only

-- One payment of a payer (one ST of an 835). `trace_key` is what makes it the same payment in another file: payer, number,
-- amount, method and payee.
create table kept.remittances (
  practice_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  ordinal int not null check (ordinal > 0),
  state text not null,
  trace_number text not null,
  trace_key text not null,
  payer_name text not null,
  payer_identifier text,
  payee_npi text,
  method text not null,
  handling text not null,
  paid_cents bigint not null,
  claims int not null default 0,
  paid_on date,
  offset_bytes bigint not null,
  content_hash bytea not null,
  reason text,
  posted_at timestamptz,
  undone_at timestamptz,
  version int not null default 1,
  primary key (practice_id, id),
  unique (practice_id, file_id, ordinal),
  foreign key (practice_id, file_id) references kept.edi_files
);
create unique index remittances_once on kept.remittances (practice_id, trace_key) where state in ('posting', 'posted');
create index remittances_trace on kept.remittances (practice_id, trace_number);
select kernel.enroll('kept.remittances');
create trigger state_check before insert or update of state on kept.remittances for each row execute function kernel.check_state('remittance');

-- What a payer said of one claim (one CLP), with the claim that it was matched to or the one that a person should look at.
create table kept.remittance_claims (
  practice_id uuid not null,
  id uuid not null,
  remittance_id uuid not null,
  ordinal int not null check (ordinal > 0),
  state text not null,
  control_number text not null,
  payer_control_number text,
  status text not null,
  charge_cents int not null,
  paid_cents int not null,
  patient_cents int not null,
  -- which payer in turn speaks: 1 first, 2 second; a reversal speaks as the one it takes back
  sequence smallint not null default 1 check (sequence between 1 and 3),
  reverses_id uuid,
  offset_bytes bigint not null,
  until_byte bigint not null,
  -- lines, adjustments and names as read; what is posted is worked out from it again
  content jsonb not null,
  claim_id uuid,
  candidate_id uuid,
  client_id uuid,
  reason text,
  resolved_by uuid,
  version int not null default 1,
  primary key (practice_id, id),
  unique (practice_id, remittance_id, ordinal),
  foreign key (practice_id, reverses_id) references kept.remittance_claims,
  foreign key (practice_id, remittance_id) references kept.remittances,
  foreign key (practice_id, claim_id) references kept.claims,
  foreign key (practice_id, candidate_id) references kept.claims,
  foreign key (practice_id, client_id) references kept.clients,
  foreign key (practice_id, resolved_by) references kernel.memberships
);
create index remittance_claims_claim on kept.remittance_claims (practice_id, claim_id);
create index remittance_claims_candidate on kept.remittance_claims (practice_id, candidate_id);
create index remittance_claims_client on kept.remittance_claims (practice_id, client_id);
create index remittance_claims_reverses on kept.remittance_claims (practice_id, reverses_id);
create index remittance_claims_payer_number on kept.remittance_claims (practice_id, payer_control_number);
create index remittance_claims_review on kept.remittance_claims (practice_id, remittance_id, ordinal) where state = 'review';
create index remittance_claims_resolved_by on kept.remittance_claims (practice_id, resolved_by);
select kernel.enroll('kept.remittance_claims');
create trigger state_check before insert or update of state on kept.remittance_claims for each row execute function kernel.check_state('remittance_claim');

-- PLB: what the payer moved beside the claims. A positive amount reduces the payment.
create table kept.remittance_adjustments (
  practice_id uuid not null,
  remittance_id uuid not null,
  ordinal int not null check (ordinal > 0),
  code text not null,
  reference text,
  cents bigint not null,
  offset_bytes bigint not null,
  primary key (practice_id, remittance_id, ordinal),
  foreign key (practice_id, remittance_id) references kept.remittances
);
select kernel.enroll('kept.remittance_adjustments');
create trigger append_only before update or delete on kept.remittance_adjustments for each row execute function kernel.refuse();

-- Money that a client gave at the desk or sent.
create table kept.client_payments (
  practice_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  visit_id uuid,
  method text not null check (method in ('cash', 'check', 'card', 'other')),
  cents int not null check (cents > 0),
  reference text,
  taken_at timestamptz not null,
  taken_by uuid not null,
  voided_at timestamptz,
  voided_by uuid,
  version int not null default 1,
  primary key (practice_id, id),
  check ((voided_at is null) = (voided_by is null)),
  foreign key (practice_id, client_id) references kept.clients,
  foreign key (practice_id, visit_id) references kept.visits,
  foreign key (practice_id, taken_by) references kernel.memberships,
  foreign key (practice_id, voided_by) references kernel.memberships
);
create index client_payments_client on kept.client_payments (practice_id, client_id, taken_at);
create index client_payments_visit on kept.client_payments (practice_id, visit_id);
create index client_payments_taken_by on kept.client_payments (practice_id, taken_by);
create index client_payments_voided_by on kept.client_payments (practice_id, voided_by);
select kernel.enroll('kept.client_payments');

-- One event of money. `posting_key` makes it happen once: the charge, the claim of a remittance, the payment, the undoing.
create table kept.ledger_entries (
  practice_id uuid not null references kernel.practices,
  id uuid not null,
  kind text not null check (kind in ('charge', 'charge_void', 'remittance', 'remittance_claim', 'provider_adjustment', 'client_payment',
    'client_payment_void', 'write_off', 'transfer', 'undo')),
  posting_key text not null,
  day date not null,
  at timestamptz not null default clock_timestamp(),
  undoes_id uuid,
  remittance_id uuid,
  remittance_claim_id uuid,
  payment_id uuid,
  reason text,
  actor_id uuid not null,
  tx xid8 not null default pg_current_xact_id(),
  primary key (practice_id, id),
  unique (practice_id, posting_key),
  check ((kind = 'undo') = (undoes_id is not null)),
  foreign key (practice_id, undoes_id) references kept.ledger_entries,
  foreign key (practice_id, remittance_id) references kept.remittances,
  foreign key (practice_id, remittance_claim_id) references kept.remittance_claims,
  foreign key (practice_id, payment_id) references kept.client_payments,
  foreign key (practice_id, actor_id) references kernel.memberships
);
create index ledger_entries_undoes on kept.ledger_entries (practice_id, undoes_id);
create index ledger_entries_remittance on kept.ledger_entries (practice_id, remittance_id);
create index ledger_entries_remittance_claim on kept.ledger_entries (practice_id, remittance_claim_id);
create index ledger_entries_payment on kept.ledger_entries (practice_id, payment_id);
create index ledger_entries_actor on kept.ledger_entries (practice_id, actor_id);
create index ledger_entries_day on kept.ledger_entries (practice_id, day);
select kernel.enroll('kept.ledger_entries');
create trigger append_only before update or delete on kept.ledger_entries for each row execute function kernel.refuse();
create trigger no_truncate before truncate on kept.ledger_entries for each statement execute function kernel.refuse();

-- Positive is debit. What a client, a payer or a claim owes is the sum of its lines, worked out, never stored.
create table kept.ledger_lines (
  practice_id uuid not null,
  entry_id uuid not null,
  line_no smallint not null check (line_no > 0),
  account text not null check (account in ('insurer', 'client', 'contractual', 'denial', 'write_off', 'unapplied', 'payer_balance', 'cash', 'revenue')),
  cents bigint not null check (cents <> 0),
  client_id uuid,
  claim_id uuid,
  charge_id uuid,
  payer_id uuid,
  -- why: the adjustment's group and reason, or the provider adjustment's code
  reason text,
  primary key (practice_id, entry_id, line_no),
  check (account not in ('client', 'insurer', 'contractual', 'denial') or client_id is not null),
  foreign key (practice_id, entry_id) references kept.ledger_entries,
  foreign key (practice_id, client_id) references kept.clients,
  foreign key (practice_id, claim_id) references kept.claims,
  foreign key (practice_id, charge_id) references kept.charges,
  foreign key (practice_id, payer_id) references kept.payers
);
create index ledger_lines_client on kept.ledger_lines (practice_id, client_id, account);
create index ledger_lines_claim on kept.ledger_lines (practice_id, claim_id, account);
create index ledger_lines_charge on kept.ledger_lines (practice_id, charge_id, account);
create index ledger_lines_payer on kept.ledger_lines (practice_id, payer_id, account);
create index ledger_lines_account on kept.ledger_lines (practice_id, account);
select kernel.enroll('kept.ledger_lines');
create trigger append_only before update or delete on kept.ledger_lines for each row execute function kernel.refuse();
create trigger no_truncate before truncate on kept.ledger_lines for each statement execute function kernel.refuse();

set local role kept_kernel;
insert into kernel.entity_states (entity, from_state, event, to_state) values
  ('remittance', '', 'find', 'found'), ('remittance', 'found', 'post', 'posting'), ('remittance', 'found', 'quarantine', 'quarantined'),
  ('remittance', 'found', 'repeat', 'duplicate'), ('remittance', 'posting', 'finish', 'posted'), ('remittance', 'posting', 'undo', 'undone'),
  ('remittance', 'posted', 'undo', 'undone'), ('remittance', 'found', 'inform', 'informed'),
  ('remittance_claim', '', 'find', 'found'), ('remittance_claim', 'found', 'post', 'posted'), ('remittance_claim', 'found', 'review', 'review'),
  ('remittance_claim', 'found', 'inform', 'informed'), ('remittance_claim', 'review', 'post', 'posted'), ('remittance_claim', 'review', 'set_aside', 'set_aside'),
  ('remittance_claim', 'posted', 'undo', 'undone'), ('remittance_claim', 'review', 'undo', 'undone'), ('remittance_claim', 'informed', 'undo', 'undone'),
  ('remittance_claim', 'set_aside', 'undo', 'undone'), ('remittance_claim', 'found', 'undo', 'undone');

-- An entry's lines sum to zero and there are at least two; they are written in the entry's own transaction. Checked at commit.
create function kernel.check_entry() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare p uuid := new.practice_id; e uuid; total bigint; n int;
begin
  if tg_table_name = 'ledger_entries' then e := to_jsonb(new) ->> 'id'; else e := to_jsonb(new) ->> 'entry_id'; end if;
  select coalesce(sum(cents), 0), count(*) into total, n from kept.ledger_lines where practice_id = p and entry_id = e;
  if total <> 0 or n < 2 then
    raise exception 'entry does not balance' using errcode = 'KE004', detail = format('%s: %s over %s lines', e, total, n);
  end if;
  return null;
end $$;
create function kernel.own_entry() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select 1 from kept.ledger_entries where practice_id = new.practice_id and id = new.entry_id and tx = pg_current_xact_id()) then
    raise exception 'a line joins only an entry of its own transaction' using errcode = 'KE004';
  end if;
  return new;
end $$;
grant execute on function kernel.check_entry(), kernel.own_entry() to kept_owner;

-- Control numbers for interchanges, groups and claims: under the counter's lock, so that none is given twice.
create or replace function kernel.take_numbers(p_kind text, p_count int) returns bigint
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into kept.counters as c (practice_id, kind, next) values (authz.practice_id(), p_kind, 1 + p_count)
  on conflict (practice_id, kind) do update set next = c.next + p_count
  returning next - p_count $$;
grant execute on function kernel.take_numbers(text, int) to kept_app, kept_worker;
set local role kept_owner;
create constraint trigger balances after insert on kept.ledger_entries deferrable initially deferred for each row execute function kernel.check_entry();
create constraint trigger balances after insert on kept.ledger_lines deferrable initially deferred for each row execute function kernel.check_entry();
create trigger own_entry after insert on kept.ledger_lines for each row execute function kernel.own_entry();

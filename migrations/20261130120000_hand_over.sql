-- How a batch of claims is handed over: who is at it, until when, and when it is tried again.
-- compatible: adds columns and steps that the build before neither writes nor needs

alter table kept.claim_batches
  -- rises with each try: what an earlier try says of "not sent" does not count
  add column attempts int not null default 0,
  add column lease_until timestamptz,
  add column next_at timestamptz,
  -- why it waits, by code
  add column reason text;

set local role kept_kernel;
insert into kernel.entity_states (entity, from_state, event, to_state) values
  ('claim_batch', 'written', 'deliver', 'sent'), ('claim_batch', 'sending', 'release', 'written'),
  ('claim_batch', 'unknown', 'release', 'written'),
  ('claim_batch', 'sending', 'return', 'returned'), ('claim_batch', 'returned', 'void', 'void');

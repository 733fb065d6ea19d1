-- The same payment twice is asked about; what was set aside may come back; a quarantined file or payment may be read again.
-- compatible: a column with a default, further states and steps

alter table kept.client_payments add column again boolean not null default false;

set local role kept_kernel;
insert into kernel.entity_states (entity, from_state, event, to_state) values
  ('remittance_claim', 'set_aside', 'reopen', 'review'),
  ('remittance', 'quarantined', 'release', 'found');
set local role kept_owner;

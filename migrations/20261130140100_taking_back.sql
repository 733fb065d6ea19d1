-- A payment is taken back claim by claim; a reversal whose payment is taken back waits for it again.
-- compatible: further states and steps

set local role kept_kernel;
insert into kernel.entity_states (entity, from_state, event, to_state) values
  ('remittance', 'posting', 'take_back', 'undoing'),
  ('remittance', 'posted', 'take_back', 'undoing'),
  ('remittance', 'undoing', 'undo', 'undone'),
  ('remittance_claim', 'posted', 'wait', 'review');
set local role kept_owner;

-- A claim that the payer has may be corrected and taken back, and any that left or could not leave may be given up.
-- compatible: more steps in tables of states

set local role kept_kernel;
insert into kernel.entity_states (entity, from_state, event, to_state) values
  ('claim', 'accepted', 'mend', 'ready'), ('claim', 'closed', 'deny', 'denied'),
  ('claim', 'submitted', 'withdraw', 'void'), ('claim', 'accepted', 'withdraw', 'void'), ('claim', 'rejected', 'withdraw', 'void'),
  ('claim', 'adjudicated', 'withdraw', 'void'), ('claim', 'denied', 'withdraw', 'void'),
  ('claim', 'blocked', 'close', 'closed'), ('claim', 'submitted', 'close', 'closed'), ('claim', 'rejected', 'close', 'closed'),
  ('claim', 'accepted', 'close', 'closed');
set local role kept_owner;

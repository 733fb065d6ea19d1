-- Holding an appointment still holds its plan too: whoever plans or acts does so one after the other, in one round trip.
-- compatible: the function keeps its name and answer; what locks the plan again afterwards finds it locked by itself
set local role kept_kernel;

-- The appointment FOR SHARE first (a command takes it FOR UPDATE), then its plan: everyone locks in this order, then messages.
create or replace function kernel.hold_still(p_kind text, p_id uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_found boolean;
begin
  if p_kind = 'appointment' then
    perform 1 from kept.appointments where practice_id = authz.practice_id() and id = p_id for share;
  else
    raise exception 'hold_still knows no %', p_kind;
  end if;
  v_found := found;
  perform 1 from kept.next_steps where practice_id = authz.practice_id() and id = p_id for update;
  return v_found;
end $$;

set local role kept_owner;

-- What every long-lived thing has: a next step, messages, a timeline, work items. And the request's own rows.
-- compatible: first schema

-- One row per thing that a workflow keeps: what happens next, as the workflow planned it and as screens show it.
-- The id is that of the thing. `wanted_version` rises with each command, `planned_version` with each plan: where they differ
-- for long, nobody told the workflow, and the sweep does.
create table kept.next_steps (
  practice_id uuid not null references kernel.practices,
  id uuid not null,
  entity text not null check (entity ~ '^[a-z_]+$'),
  client_id uuid,
  wanted_version int not null,
  wanted_at timestamptz not null default clock_timestamp(),
  planned_version int not null default 0,
  planned_at timestamptz,
  kind text not null default 'unplanned' check (kind in ('unplanned', 'step', 'nothing_more')),
  step text,
  occurrence int,
  due_at timestamptz,
  params jsonb not null default '{}',
  tries int not null default 0,
  paused_until timestamptz,
  -- a person asked for this step at once
  hurried_step text,
  hurried_occurrence int,
  ordered_by uuid,
  primary key (practice_id, id),
  check ((kind = 'step') = (step is not null)),
  check ((hurried_step is null) = (ordered_by is null)),
  foreign key (practice_id, client_id) references kept.clients,
  foreign key (practice_id, ordered_by) references kernel.memberships
);
create index next_steps_due on kept.next_steps (practice_id, due_at) where kind = 'step';
create index next_steps_unplanned on kept.next_steps (practice_id, wanted_at) where planned_version < wanted_version;
create index next_steps_client on kept.next_steps (practice_id, client_id);
create index next_steps_ordered_by on kept.next_steps (practice_id, ordered_by);
select kernel.enroll('kept.next_steps');

-- Every message to a client, one row per business key, claimed before the vendor is called. The text is fixed at the first claim.
create table kept.messages (
  practice_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  appointment_id uuid,
  occurrence int not null,
  kind text not null check (kind ~ '^[a-z0-9_]+$'),
  channel text not null check (channel in ('sms', 'email')),
  state text not null,
  to_address text,
  subject text,
  body text,
  -- rises only after a definite "not sent"; row and number are the vendor's idempotency key and callback reference
  send_no int not null default 1,
  attempts int not null default 0,
  claimed_at timestamptz,
  lease_until timestamptz,
  next_at timestamptz,
  vendor text,
  vendor_id text,
  reason text,
  ordered_by uuid,
  settled_at timestamptz,
  delivered_at timestamptz,
  failed_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  version int not null default 1,
  primary key (practice_id, id),
  unique (practice_id, appointment_id, occurrence, kind, channel),
  foreign key (practice_id, client_id) references kept.clients,
  foreign key (practice_id, appointment_id) references kept.appointments,
  foreign key (practice_id, ordered_by) references kernel.memberships
);
create index messages_id on kept.messages (id);
create index messages_client on kept.messages (practice_id, client_id, created_at);
create index messages_recent on kept.messages (practice_id, created_at);
create index messages_ordered_by on kept.messages (practice_id, ordered_by);
select kernel.enroll('kept.messages');
create trigger state_check before insert or update of state on kept.messages for each row execute function kernel.check_state('message');

-- What happened, to which record, by whom or by which rule. Codes and parameters; sentences are made at the edge.
create table kept.timeline (
  practice_id uuid not null references kernel.practices,
  id uuid not null,
  at timestamptz not null,
  entity text not null,
  ref_id uuid not null,
  client_id uuid,
  code text not null check (code ~ '^[a-z_.]+$'),
  params jsonb not null default '{}',
  actor_id uuid,
  rule text,
  evidence_kind text,
  evidence_id uuid,
  primary key (practice_id, id),
  check ((evidence_kind is null) = (evidence_id is null)),
  foreign key (practice_id, client_id) references kept.clients,
  foreign key (practice_id, actor_id) references kernel.memberships
);
create index timeline_record on kept.timeline (practice_id, entity, ref_id, at);
create index timeline_client on kept.timeline (practice_id, client_id, at);
create index timeline_actor on kept.timeline (practice_id, actor_id);
select kernel.enroll('kept.timeline');
create trigger append_only before update or delete on kept.timeline for each row execute function kernel.refuse();
create trigger no_truncate before truncate on kept.timeline for each statement execute function kernel.refuse();

-- What needs a person. One open item per cause and record; the same cause makes a group.
create table kept.work_items (
  practice_id uuid not null references kernel.practices,
  id uuid not null,
  cause text not null check (cause ~ '^[a-z_]+$'),
  entity text not null,
  ref_id uuid not null,
  client_id uuid,
  state text not null,
  queue text not null check (queue in ('front_desk', 'clinician', 'billing', 'practice')),
  owner_id uuid,
  due_at timestamptz,
  params jsonb not null default '{}',
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  resolution text,
  version int not null default 1,
  primary key (practice_id, id),
  foreign key (practice_id, client_id) references kept.clients,
  foreign key (practice_id, owner_id) references kernel.memberships,
  foreign key (practice_id, closed_by) references kernel.memberships
);
create unique index work_items_one_open on kept.work_items (practice_id, cause, ref_id) where state = 'open';
create index work_items_open on kept.work_items (practice_id, queue, cause, opened_at) where state = 'open';
create index work_items_record on kept.work_items (practice_id, entity, ref_id);
create index work_items_client on kept.work_items (practice_id, client_id);
create index work_items_owner on kept.work_items (practice_id, owner_id);
create index work_items_closed_by on kept.work_items (practice_id, closed_by);
select kernel.enroll('kept.work_items');
create trigger state_check before insert or update of state on kept.work_items for each row execute function kernel.check_state('work_item');

-- A write that comes twice is answered from here: which record it changed, not what was said.
create table kept.idempotency_keys (
  practice_id uuid not null,
  membership_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status int,
  ref_id uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (practice_id, membership_id, key),
  foreign key (practice_id, membership_id) references kernel.memberships
);
create index idempotency_keys_at on kept.idempotency_keys (practice_id, at);
select kernel.enroll('kept.idempotency_keys');

-- What a person arranged for herself: theme, columns. Allow-listed keys, never typed text.
create table kept.preferences (
  practice_id uuid not null,
  membership_id uuid not null,
  key text not null,
  value jsonb not null,
  primary key (practice_id, membership_id, key),
  foreign key (practice_id, membership_id) references kernel.memberships
);
select kernel.enroll('kept.preferences');

set local role kept_kernel;
insert into kernel.entity_states (entity, from_state, event, to_state) values
  ('message', '', 'plan', 'planned'), ('message', '', 'claim', 'claimed'), ('message', '', 'skip', 'skipped'),
  ('message', 'planned', 'claim', 'claimed'), ('message', 'planned', 'skip', 'skipped'), ('message', 'planned', 'accept', 'sent'),
  ('message', 'claimed', 'claim', 'claimed'), ('message', 'claimed', 'accept', 'sent'), ('message', 'claimed', 'refuse', 'refused'),
  ('message', 'claimed', 'release', 'planned'), ('message', 'claimed', 'lose', 'unknown'), ('message', 'claimed', 'skip', 'skipped'),
  ('message', 'unknown', 'accept', 'sent'),
  ('work_item', '', 'open', 'open'), ('work_item', 'open', 'finish', 'done'), ('work_item', 'open', 'dismiss', 'dismissed');

-- A command changed a thing that a workflow keeps: note the wanted version beside its plan, and tell.
create function kernel.tell(p_kind text, p_ref uuid, p_version int, p_client uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into kept.next_steps as n (practice_id, id, entity, client_id, wanted_version) values (authz.practice_id(), p_ref, p_kind, p_client, p_version)
  on conflict (practice_id, id) do update set wanted_version = greatest(n.wanted_version, excluded.wanted_version),
    wanted_at = case when excluded.wanted_version > n.wanted_version then clock_timestamp() else n.wanted_at end;
  select kernel.announce(p_kind, p_ref) $$;

create function kernel.practice_of_message(p_id uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select practice_id from kept.messages where id = p_id $$;

-- Keeps a thing as it is until the transaction ends, for services that may read but not change it: a command locks it FOR
-- UPDATE, so that a claim and a cancellation have an order. (A FOR SHARE of theirs would need the right to update.)
create function kernel.hold_still(p_kind text, p_id uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if p_kind = 'appointment' then
    perform 1 from kept.appointments where practice_id = authz.practice_id() and id = p_id for share;
  else
    raise exception 'hold_still knows no %', p_kind;
  end if;
  return found;
end $$;

-- Practices in which something is overdue or was told to nobody for longer than p_after.
create function kernel.practices_overdue(p_after interval) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id from kernel.practices p
   where p.closed_at is null and exists (
     select 1 from kept.next_steps n where n.practice_id = p.id
        and (n.kind = 'step' and n.due_at < clock_timestamp() - p_after
          or n.planned_version < n.wanted_version and n.wanted_at < clock_timestamp() - p_after)) $$;

-- Tells again what is overdue and not already waiting in the outbox. In the context of one practice.
create function kernel.sweep(p_after interval, p_limit int) returns int
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with overdue as (
    select n.practice_id, n.entity, n.id from kept.next_steps n
     where n.practice_id = authz.practice_id()
       and (n.kind = 'step' and n.due_at < clock_timestamp() - p_after
         or n.planned_version < n.wanted_version and n.wanted_at < clock_timestamp() - p_after)
       and not exists (select 1 from kernel.outbox o where o.key = n.entity || '/' || n.id and o.parked_at is null)
     limit p_limit),
  told as (insert into kernel.outbox (practice_id, key, kind, ref_id) select practice_id, entity || '/' || id, entity, id from overdue returning 1)
  select count(*)::int from told $$;

create function kernel.forget_old_keys(p_before timestamptz) returns int
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (delete from kept.idempotency_keys where practice_id = authz.practice_id() and at < p_before returning 1) select count(*)::int from gone $$;

grant execute on function kernel.tell(text, uuid, int, uuid), kernel.hold_still(text, uuid) to kept_app, kept_worker;
grant execute on function kernel.practice_of_message(uuid) to kept_app;
grant execute on function kernel.practices_overdue(interval), kernel.sweep(interval, int), kernel.forget_old_keys(timestamptz) to kept_worker;
set local role kept_owner;
grant delete on kept.idempotency_keys to kept_kernel;

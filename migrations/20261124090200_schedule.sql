-- Appointments, the time they hold, and visits.
-- compatible: first schema

-- A booking. `starts_at` is the instant; `local_start` and `zone` win when the rules of a zone change.
create table kept.appointments (
  practice_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  clinician_id uuid not null,
  type_id uuid not null,
  room_id uuid,
  modality text not null check (modality in ('office', 'telehealth')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  local_start timestamp not null,
  zone text not null,
  state text not null,
  -- rises with every write
  version int not null default 1,
  -- rises only when what a reminder states changes
  occurrence int not null default 1,
  -- since when this occurrence is planned: no reminder of it is due before
  occurrence_at timestamptz not null default clock_timestamp(),
  confirmed_at timestamptz,
  cancelled_at timestamptz,
  cancel_kind text check (cancel_kind in ('in_time', 'late')),
  cancel_reason text,
  cancelled_by_client boolean,
  -- the client had been told of this occurrence, so the cancellation is told too
  notice_owed boolean not null default false,
  created_at timestamptz not null default clock_timestamp(),
  created_by uuid not null,
  primary key (practice_id, id),
  check (starts_at < ends_at),
  check ((cancelled_at is null) = (cancel_kind is null)),
  foreign key (practice_id, client_id) references kept.clients,
  foreign key (practice_id, clinician_id) references kept.staff,
  foreign key (practice_id, type_id) references kept.appointment_types,
  foreign key (practice_id, room_id) references kept.rooms,
  foreign key (practice_id, created_by) references kernel.memberships
);
create index appointments_day on kept.appointments (practice_id, starts_at);
create index appointments_client on kept.appointments (practice_id, client_id, starts_at);
create index appointments_clinician on kept.appointments (practice_id, clinician_id, starts_at);
create index appointments_type on kept.appointments (practice_id, type_id);
create index appointments_room on kept.appointments (practice_id, room_id);
create index appointments_created_by on kept.appointments (practice_id, created_by);
select kernel.enroll('kept.appointments');
create trigger state_check before insert or update of state on kept.appointments for each row execute function kernel.check_state('appointment');

-- Time that a clinician or a room is not to be booked: lunch, meeting, leave.
create table kept.blocks (
  practice_id uuid not null references kernel.practices,
  id uuid not null,
  resource_id uuid not null,
  kind text not null check (kind in ('lunch', 'meeting', 'leave', 'training', 'personal', 'holiday', 'other')),
  title text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  created_by uuid not null,
  version int not null default 1,
  primary key (practice_id, id),
  check (starts_at < ends_at),
  foreign key (practice_id, created_by) references kernel.memberships
);
create index blocks_resource on kept.blocks (practice_id, resource_id, starts_at);
create index blocks_created_by on kept.blocks (practice_id, created_by);
select kernel.enroll('kept.blocks');

-- Time held by people and rooms: one constraint for all of them. A permitted double booking takes the next lane.
create table kept.time_holds (
  practice_id uuid not null,
  id uuid not null,
  resource_id uuid not null,
  lane smallint not null default 0 check (lane >= 0),
  during tstzrange not null,
  appointment_id uuid,
  block_id uuid,
  client_id uuid,
  released_at timestamptz,
  primary key (practice_id, id),
  check (not isempty(during) and lower_inc(during) and not upper_inc(during) and not lower_inf(during) and not upper_inf(during)
    and isfinite(lower(during)) and isfinite(upper(during))),
  check (num_nonnulls(appointment_id, block_id) = 1),
  check ((appointment_id is null) = (client_id is null)),
  foreign key (practice_id, appointment_id) references kept.appointments,
  foreign key (practice_id, block_id) references kept.blocks,
  foreign key (practice_id, client_id) references kept.clients,
  constraint time_holds_free exclude using gist (practice_id with =, resource_id with =, lane with =, during with &&) where (released_at is null)
);
create index time_holds_appointment on kept.time_holds (practice_id, appointment_id);
create index time_holds_block on kept.time_holds (practice_id, block_id);
create index time_holds_client on kept.time_holds (practice_id, client_id);
select kernel.enroll('kept.time_holds');

-- Someone came: made by the check-in, moves its appointment along with itself.
create table kept.visits (
  practice_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  client_id uuid not null,
  clinician_id uuid not null,
  modality text not null check (modality in ('office', 'telehealth')),
  state text not null,
  arrived_at timestamptz not null,
  seen_at timestamptz,
  began_at timestamptz,
  ended_at timestamptz,
  checked_out_at timestamptz,
  -- begin or end were not tapped by anyone but taken from the plan
  times_assumed boolean not null default false,
  checked_in_by uuid not null,
  version int not null default 1,
  primary key (practice_id, id),
  check (began_at is null or began_at >= arrived_at),
  check (ended_at is null or ended_at >= arrived_at),
  foreign key (practice_id, appointment_id) references kept.appointments,
  foreign key (practice_id, client_id) references kept.clients,
  foreign key (practice_id, clinician_id) references kept.staff,
  foreign key (practice_id, checked_in_by) references kernel.memberships
);
create unique index visits_one_open on kept.visits (practice_id, appointment_id) where state <> 'left';
create index visits_appointment on kept.visits (practice_id, appointment_id);
create index visits_client on kept.visits (practice_id, client_id);
create index visits_clinician on kept.visits (practice_id, clinician_id, arrived_at);
create index visits_checked_in_by on kept.visits (practice_id, checked_in_by);
select kernel.enroll('kept.visits');
create trigger state_check before insert or update of state on kept.visits for each row execute function kernel.check_state('visit');

set local role kept_kernel;
insert into kernel.entity_states (entity, from_state, event, to_state) values
  ('appointment', '', 'request', 'requested'), ('appointment', '', 'book', 'scheduled'),
  ('appointment', 'requested', 'accept', 'scheduled'), ('appointment', 'requested', 'decline', 'declined'),
  ('appointment', 'scheduled', 'confirm', 'confirmed'), ('appointment', 'scheduled', 'move', 'scheduled'), ('appointment', 'confirmed', 'move', 'scheduled'),
  ('appointment', 'scheduled', 'arrive', 'arrived'), ('appointment', 'confirmed', 'arrive', 'arrived'), ('appointment', 'no_show', 'arrive', 'arrived'),
  ('appointment', 'scheduled', 'cancel', 'cancelled'), ('appointment', 'confirmed', 'cancel', 'cancelled'), ('appointment', 'arrived', 'leave', 'cancelled'),
  ('appointment', 'scheduled', 'miss', 'no_show'), ('appointment', 'confirmed', 'miss', 'no_show'),
  ('appointment', 'arrived', 'begin', 'in_session'), ('appointment', 'in_session', 'complete', 'completed'),
  ('appointment', 'cancelled', 'restore', 'scheduled'), ('appointment', 'no_show', 'restore', 'scheduled'),
  ('visit', '', 'check_in', 'waiting'), ('visit', 'waiting', 'begin', 'in_session'), ('visit', 'waiting', 'leave', 'left'),
  ('visit', 'in_session', 'complete', 'checkout'), ('visit', 'checkout', 'check_out', 'done');

-- What is taken, as every planner must see it, whatever else she may see. Answers resources, lanes and ranges only.
create function kernel.busy(p_resources uuid[], p_from timestamptz, p_to timestamptz)
  returns table (resource_id uuid, lane smallint, during tstzrange, appointment_id uuid)
  language sql stable security definer rows 50 set search_path = pg_catalog, ext, pg_temp as $$
  select h.resource_id, h.lane, h.during, h.appointment_id from kept.time_holds h
   where h.practice_id = authz.practice_id() and h.resource_id = any (p_resources)
     and h.during && tstzrange(p_from, p_to, '[)') and h.released_at is null $$;
grant execute on function kernel.busy(uuid[], timestamptz, timestamptz) to kept_app, kept_worker;
set local role kept_owner;

-- A practice, its people, rooms, kinds of appointment and rules; and its clients with how they may be reached.
-- compatible: first schema

create table kept.practice_profiles (
  practice_id uuid not null references kernel.practices,
  id uuid not null,
  name text not null,
  zone text not null,
  phone text,
  street text, city text, region text, postal_code text,
  version int not null default 1,
  primary key (practice_id, id),
  unique (practice_id)
);
select kernel.enroll('kept.practice_profiles');

-- The rules a practice lives by. Never edited: a change is a new row, the latest that has begun holds.
create table kept.practice_policies (
  practice_id uuid not null references kernel.practices,
  id uuid not null,
  effective_from timestamptz not null,
  change_free_hours int not null check (change_free_hours between 0 and 168),
  missing_grace_minutes int not null check (missing_grace_minutes between 1 and 240),
  quiet_from_minute int not null check (quiet_from_minute between 0 and 1439),
  quiet_until_minute int not null check (quiet_until_minute between 0 and 1439),
  reminders jsonb not null,
  set_by uuid not null,
  primary key (practice_id, id),
  unique (practice_id, effective_from),
  foreign key (practice_id, set_by) references kernel.memberships
);
create index practice_policies_set_by on kept.practice_policies (practice_id, set_by);
select kernel.enroll('kept.practice_policies');

-- The id is the membership's.
create table kept.staff (
  practice_id uuid not null,
  id uuid not null,
  display_name text not null,
  short_name text not null,
  credentials text,
  is_clinician boolean not null,
  colour smallint not null default 1 check (colour between 1 and 6),
  ended_at timestamptz,
  version int not null default 1,
  primary key (practice_id, id),
  foreign key (practice_id, id) references kernel.memberships
);
select kernel.enroll('kept.staff');

create table kept.rooms (
  practice_id uuid not null references kernel.practices,
  id uuid not null,
  name text not null,
  ended_at timestamptz,
  version int not null default 1,
  primary key (practice_id, id)
);
select kernel.enroll('kept.rooms');

-- When a clinician works, in the practice's zone. ISO weekday: Monday is 1.
create table kept.clinician_hours (
  practice_id uuid not null,
  id uuid not null,
  clinician_id uuid not null,
  weekday smallint not null check (weekday between 1 and 7),
  from_minute int not null check (from_minute between 0 and 1439),
  until_minute int not null check (until_minute between 1 and 1440),
  ended_at timestamptz,
  primary key (practice_id, id),
  check (from_minute < until_minute),
  foreign key (practice_id, clinician_id) references kept.staff
);
create index clinician_hours_clinician on kept.clinician_hours (practice_id, clinician_id, weekday);
select kernel.enroll('kept.clinician_hours');

create table kept.appointment_types (
  practice_id uuid not null references kernel.practices,
  id uuid not null,
  code text not null check (code ~ '^[a-z_]+$'),
  name text not null,
  minutes int not null check (minutes between 5 and 480),
  buffer_minutes int not null default 0 check (buffer_minutes between 0 and 120),
  modality text not null check (modality in ('office', 'telehealth')),
  ended_at timestamptz,
  version int not null default 1,
  primary key (practice_id, id),
  unique (practice_id, code)
);
select kernel.enroll('kept.appointment_types');

-- Business associate agreements: without an active one no vendor's adapter gets personal data.
create table kept.business_associate_agreements (
  practice_id uuid not null references kernel.practices,
  id uuid not null,
  vendor text not null check (vendor ~ '^[a-z0-9_-]+$'),
  services text[] not null check (cardinality(services) > 0),
  signed_on date not null,
  expires_on date,
  ended_at timestamptz,
  recorded_by uuid not null,
  version int not null default 1,
  primary key (practice_id, id),
  foreign key (practice_id, recorded_by) references kernel.memberships
);
create index agreements_vendor on kept.business_associate_agreements (practice_id, vendor) where ended_at is null;
create index agreements_recorded_by on kept.business_associate_agreements (practice_id, recorded_by);
select kernel.enroll('kept.business_associate_agreements');

-- The next free number of each kind (record numbers, claims, control numbers), handed out under the row's lock.
create table kept.counters (
  practice_id uuid not null references kernel.practices,
  kind text not null,
  next bigint not null,
  primary key (practice_id, kind)
);
select kernel.enroll('kept.counters');

-- What identifies a client. Clinical and billing facts live in tables of their own: other people may read those.
create table kept.clients (
  practice_id uuid not null references kernel.practices,
  id uuid not null,
  record_number bigint not null,
  first_name text not null check (first_name <> ''),
  last_name text not null check (last_name <> ''),
  preferred_name text,
  pronouns text,
  birth_date date not null check (birth_date between '1900-01-01' and '2200-01-01'),
  zone text not null,
  language text not null default 'en' check (language in ('en', 'es')),
  state text not null,
  search_text text not null generated always as (lower(first_name || ' ' || last_name || ' ' || coalesce(preferred_name, ''))) stored,
  created_at timestamptz not null default clock_timestamp(),
  created_by uuid not null,
  version int not null default 1,
  primary key (practice_id, id),
  unique (practice_id, record_number),
  foreign key (practice_id, created_by) references kernel.memberships
);
create index clients_name on kept.clients (practice_id, lower(last_name), lower(first_name), id);
create index clients_name_prefix on kept.clients (practice_id, lower(last_name) text_pattern_ops);
create index clients_first_prefix on kept.clients (practice_id, lower(first_name) text_pattern_ops);
create index clients_search on kept.clients using gin (search_text ext.gin_trgm_ops);
create index clients_birth on kept.clients (practice_id, birth_date);
create index clients_created_by on kept.clients (practice_id, created_by);
select kernel.enroll('kept.clients');

-- Phone numbers in E.164, e-mail addresses in lower case.
create table kept.client_contacts (
  practice_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  kind text not null check (kind in ('mobile', 'phone', 'email')),
  value text not null,
  digits text not null generated always as (case when kind = 'email' then '' else right(regexp_replace(value, '\D', '', 'g'), 10) end) stored,
  leave_message boolean not null default false,
  ended_at timestamptz,
  version int not null default 1,
  primary key (practice_id, id),
  foreign key (practice_id, client_id) references kept.clients,
  check (case when kind = 'email' then value ~ '^[^@ ]+@[^@ ]+$' and value = lower(value) else value ~ '^\+[1-9][0-9]{6,14}$' end)
);
create index client_contacts_client on kept.client_contacts (practice_id, client_id);
create index client_contacts_digits on kept.client_contacts (practice_id, digits text_pattern_ops) where digits <> '' and ended_at is null;
create index client_contacts_value on kept.client_contacts (practice_id, value) where ended_at is null;
select kernel.enroll('kept.client_contacts');

-- A client's word on each channel; taking it back is a time, not a deletion.
create table kept.message_consents (
  practice_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  channel text not null check (channel in ('sms', 'email', 'voice')),
  granted_at timestamptz not null,
  source text not null check (source in ('front_desk', 'portal', 'import')),
  granted_by uuid not null,
  revoked_at timestamptz,
  revoked_source text check (revoked_source in ('front_desk', 'portal', 'stop_reply')),
  primary key (practice_id, id),
  foreign key (practice_id, client_id) references kept.clients,
  foreign key (practice_id, granted_by) references kernel.memberships,
  check ((revoked_at is null) = (revoked_source is null))
);
create unique index message_consents_one on kept.message_consents (practice_id, client_id, channel) where revoked_at is null;
create index message_consents_client on kept.message_consents (practice_id, client_id);
create index message_consents_granted_by on kept.message_consents (practice_id, granted_by);
select kernel.enroll('kept.message_consents');

-- Which clinicians care for which client: what a clinician may see.
create table kept.care_team (
  practice_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  membership_id uuid not null,
  since timestamptz not null,
  ended_at timestamptz,
  primary key (practice_id, id),
  foreign key (practice_id, client_id) references kept.clients,
  foreign key (practice_id, membership_id) references kernel.memberships
);
create unique index care_team_one on kept.care_team (practice_id, client_id, membership_id) where ended_at is null;
create index care_team_member on kept.care_team (practice_id, membership_id) include (client_id) where ended_at is null;
create index care_team_membership on kept.care_team (practice_id, membership_id);
create index care_team_client on kept.care_team (practice_id, client_id);
select kernel.enroll('kept.care_team');

-- Whose records a portal account may see: one's own, or as a guardian.
create table kept.client_access (
  practice_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  membership_id uuid not null,
  relation text not null check (relation in ('self', 'guardian')),
  since timestamptz not null,
  ended_at timestamptz,
  primary key (practice_id, id),
  foreign key (practice_id, client_id) references kept.clients,
  foreign key (practice_id, membership_id) references kernel.memberships
);
create unique index client_access_one on kept.client_access (practice_id, client_id, membership_id) where ended_at is null;
create index client_access_member on kept.client_access (practice_id, membership_id) include (client_id) where ended_at is null;
create index client_access_membership on kept.client_access (practice_id, membership_id);
create index client_access_client on kept.client_access (practice_id, client_id);
select kernel.enroll('kept.client_access');

create trigger state_check before insert or update of state on kept.clients for each row execute function kernel.check_state('client');

set local role kept_kernel;
insert into kernel.entity_states (entity, from_state, event, to_state) values
  ('client', '', 'register', 'active'), ('client', 'active', 'deactivate', 'inactive'), ('client', 'inactive', 'reactivate', 'active'),
  ('client', 'active', 'discharge', 'discharged'), ('client', 'discharged', 'reactivate', 'active');

-- The clients that the caller cares for (clinicians) or whose records a portal account may see (clients).
create function authz.my_client_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(c.client_id), '{}') from (
    select t.client_id from kept.care_team t
     where t.practice_id = authz.practice_id() and t.membership_id = authz.membership_id() and t.ended_at is null and not authz.has_role('client')
    union all
    select a.client_id from kept.client_access a
     where a.practice_id = authz.practice_id() and a.membership_id = authz.membership_id() and a.ended_at is null and authz.has_role('client')) c $$;

-- The next number of a kind, under the row's lock until commit.
create function kernel.next_number(p_kind text, p_first bigint default 1) returns bigint
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into kept.counters as c (practice_id, kind, next) values (authz.practice_id(), p_kind, p_first + 1)
  on conflict (practice_id, kind) do update set next = c.next + 1 returning next - 1 $$;

-- Text search goes through here, because its operators are not leakproof and would not use an index above a policy.
-- Repeats practice and role. Words all have to match the beginning of a name (1–2 letters) or any part of it; digits match
-- the beginning or the end of a national phone number; a day matches the birth date.
create function kernel.search_clients(p_words text[], p_digits text, p_birth date, p_limit int) returns setof uuid
  language plpgsql stable security definer rows 20 set search_path = pg_catalog, ext, pg_temp as $$
declare
  everyone boolean := authz.has_role('administrator', 'supervisor', 'biller', 'front_desk', 'auditor');
  mine uuid[] := case when authz.has_role('clinician') then authz.my_client_ids() else '{}' end;
  practice uuid := authz.practice_id();
  typed text; w text; patterns text[] := '{}'; short text[] := '{}';
begin
  foreach w in array coalesce(p_words, '{}') loop
    w := replace(replace(replace(lower(w), '\', '\\'), '%', '\%'), '_', '\_');
    if length(w) < 3 then short := short || (w || '%'); else patterns := patterns || ('%' || w || '%'); end if;
  end loop;
  if p_digits is not null then
    typed := right(regexp_replace(p_digits, '\D', '', 'g'), 10);
    if typed = '' then return; end if;
    return query select distinct c.id from kept.clients c join kept.client_contacts k on k.practice_id = c.practice_id and k.client_id = c.id
      where c.practice_id = practice and k.practice_id = practice and k.ended_at is null
        and (k.digits like typed || '%' or k.digits like '%' || typed)
        and (everyone or c.id in (select unnest(mine))) limit p_limit;
    return;
  end if;
  return query select c.id from kept.clients c
    where c.practice_id = practice
      and (p_birth is null or c.birth_date = p_birth)
      and c.search_text like all (patterns)
      and (cardinality(short) = 0 or (select bool_and(lower(c.last_name) like s or lower(c.first_name) like s or lower(coalesce(c.preferred_name, '')) like s) from unnest(short) s))
      and (everyone or c.id in (select unnest(mine)))
    order by lower(c.last_name), lower(c.first_name), c.id limit p_limit;
end $$;

-- A new practice with its own services and its first administrator. For the operator's command line only.
create function kernel.found_practice(p_practice uuid, p_person uuid, p_membership uuid, p_email text, p_hash text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into kernel.practices (id) values (p_practice);
  insert into kernel.memberships (practice_id, id, service, roles)
    select p_practice, uuidv7(), s, array['service_' || s] from unnest(array['core', 'messages', 'edi', 'media', 'portal']) s;
  insert into kernel.people (id, front_door, email, password_hash) values (p_person, 'staff', lower(p_email), p_hash)
    on conflict (front_door, email) do nothing;
  insert into kernel.memberships (practice_id, id, person_id, roles)
    select p_practice, p_membership, p.id, array['administrator'] from kernel.people p where p.front_door = 'staff' and p.email = lower(p_email);
end $$;

-- Lets a person into the caller's practice. A person known at this front door keeps the password she has.
create function kernel.add_member(p_person uuid, p_membership uuid, p_front_door text, p_email text, p_hash text, p_roles text[]) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare staff text[] := array['administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor'];
begin
  if not (p_front_door = 'staff' and authz.has_role('administrator') and p_roles <@ staff
       or p_front_door = 'client' and authz.has_role('administrator', 'front_desk') and p_roles = array['client']) then
    raise exception 'may not add this member' using errcode = '42501';
  end if;
  insert into kernel.people (id, front_door, email, password_hash) values (p_person, p_front_door, lower(p_email), p_hash)
    on conflict (front_door, email) do nothing;
  insert into kernel.memberships (practice_id, id, person_id, roles)
    select authz.practice_id(), p_membership, p.id, p_roles from kernel.people p where p.front_door = p_front_door and p.email = lower(p_email);
end $$;

-- Ends a membership and every session of it, at once.
create function kernel.end_membership(p_membership uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not authz.has_role('administrator') then raise exception 'may not end memberships' using errcode = '42501'; end if;
  update kernel.memberships set ended_at = clock_timestamp()
   where practice_id = authz.practice_id() and id = p_membership and person_id is not null and ended_at is null;
  update kernel.sessions set ended_at = clock_timestamp()
   where practice_id = authz.practice_id() and membership_id = p_membership and ended_at is null;
end $$;

grant execute on function kernel.found_practice(uuid, uuid, uuid, text, text) to kept_owner;
grant execute on function kernel.add_member(uuid, uuid, text, text, text, text[]), kernel.end_membership(uuid) to kept_app;
grant execute on function authz.my_client_ids(), kernel.next_number(text, bigint), kernel.search_clients(text[], text, date, int) to kept_app, kept_worker;
set local role kept_owner;

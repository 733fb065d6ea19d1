-- The kernel tier: schemas, context, people, sessions, outbox, limits, states, fingerprint. Runs as kept_owner; what crosses
-- the walls is made while the role is kept_kernel, so that it is owned by it.
-- compatible: first schema

revoke all on schema public from public;
create schema ext;
create extension btree_gist schema ext;
create extension pg_trgm schema ext;
create schema kept;
create schema authz;
grant usage on schema ext, kept, kernel, authz to kept_app, kept_worker, kept_kernel;
grant create on schema kernel, authz to kept_kernel;
alter default privileges for role kept_owner revoke execute on functions from public;
set local role kept_kernel;
alter default privileges for role kept_kernel revoke execute on functions from public;
set local role kept_owner;

-- Every table passes through here: forced row-level security, and the kernel role sees it.
create function kernel.enroll(p_table regclass) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('alter table %s enable row level security, force row level security', p_table);
  execute format('grant select, insert, update on %s to kept_kernel', p_table);
  execute format('create policy kernel_all on %s to kept_kernel using (true) with check (true)', p_table);
end $$;

-- ── who and where: readers of the context that kernel.enter sets ─────────────────────────────────────────────────────────
create function authz.practice_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.practice_id', true), '')::uuid $$;
create function authz.membership_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.membership_id', true), '')::uuid $$;
create function authz.has_role(variadic p_roles text[]) returns boolean language sql stable parallel safe
  as $$ select coalesce(string_to_array(nullif(current_setting('app.roles', true), ''), ',') && p_roles, false) $$;
grant execute on function authz.practice_id(), authz.membership_id(), authz.has_role(text[]) to kept_app, kept_worker, kept_kernel;

-- ── tables ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
create table kernel.practices (
  id uuid primary key,
  created_at timestamptz not null default clock_timestamp(),
  closed_at timestamptz
);
select kernel.enroll('kernel.practices');

-- A person is global: one e-mail per front door.
create table kernel.people (
  id uuid primary key,
  front_door text not null check (front_door in ('staff', 'client')),
  email text not null check (email = lower(email)),
  password_hash text,
  created_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  unique (front_door, email)
);
select kernel.enroll('kernel.people');

-- A membership binds a person, or Kept itself (one service per task queue, one for the portal), to a practice.
create table kernel.memberships (
  practice_id uuid not null references kernel.practices,
  id uuid not null unique,
  person_id uuid references kernel.people,
  service text check (service in ('core', 'messages', 'edi', 'media', 'portal')),
  roles text[] not null check (cardinality(roles) > 0),
  created_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  primary key (practice_id, id),
  check (num_nonnulls(person_id, service) = 1)
);
create unique index memberships_service on kernel.memberships (practice_id, service) where service is not null;
create index memberships_person on kernel.memberships (person_id);
create unique index memberships_one on kernel.memberships (practice_id, person_id) where person_id is not null and ended_at is null;
select kernel.enroll('kernel.memberships');

create table kernel.sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  front_door text not null check (front_door in ('staff', 'client')),
  practice_id uuid not null,
  membership_id uuid not null,
  opened_at timestamptz not null default clock_timestamp(),
  last_input_at timestamptz not null default clock_timestamp(),
  idle interval not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  foreign key (practice_id, membership_id) references kernel.memberships
);
create index sessions_membership on kernel.sessions (practice_id, membership_id);
select kernel.enroll('kernel.sessions');

create table kernel.outbox (
  id bigint generated always as identity primary key,
  practice_id uuid not null,
  key text not null,
  kind text not null,
  ref_id uuid not null,
  -- how often it was taken, and how often of these only because the workflow engine was away
  attempts int not null default 0,
  waits int not null default 0,
  next_at timestamptz not null default clock_timestamp(),
  leased_until timestamptz,
  parked_at timestamptz,
  last_code text,
  created_at timestamptz not null default clock_timestamp()
);
create index outbox_due on kernel.outbox (next_at, id) where parked_at is null;
create index outbox_key on kernel.outbox (key, id) where parked_at is null;
select kernel.enroll('kernel.outbox');
grant delete on kernel.outbox to kept_kernel;

create table kernel.rate_limits (
  key text primary key,
  hits int not null,
  until timestamptz not null
);
select kernel.enroll('kernel.rate_limits');
grant delete on kernel.rate_limits to kept_kernel;

-- Which event may lead from which state to which: the same tables as domain/**/…-state.ts. '' is birth.
create table kernel.entity_states (
  entity text not null,
  from_state text not null,
  event text not null,
  to_state text not null,
  primary key (entity, from_state, event)
);
select kernel.enroll('kernel.entity_states');

-- Where each backfill of each practice has got to.
create table kernel.backfills (
  name text not null,
  practice_id uuid not null references kernel.practices,
  cursor text,
  rows bigint not null default 0,
  leased_until timestamptz,
  done_at timestamptz,
  primary key (name, practice_id)
);
create index backfills_practice on kernel.backfills (practice_id);
select kernel.enroll('kernel.backfills');

create table kernel.audit_seals (
  seq bigint primary key,
  from_tx xid8 not null,
  upto_tx xid8 not null,
  entries int not null,
  rows_hash bytea not null,
  prev bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null default clock_timestamp(),
  anchored_at timestamptz
);
select kernel.enroll('kernel.audit_seals');

-- ── functions ────────────────────────────────────────────────────────────────────────────────────────────────────────────
set local role kept_kernel;

-- Authenticates the membership and sets the context, for this transaction only. Answers who entered where.
create function kernel.enter(p_membership uuid) returns table (practice_id uuid, membership_id uuid, roles text[])
  language plpgsql volatile security definer rows 1 set search_path = pg_catalog, pg_temp as $$
begin
  select b.practice_id, b.id, b.roles into practice_id, membership_id, roles
    from kernel.memberships b join kernel.practices p on p.id = b.practice_id
   where b.id = p_membership and b.ended_at is null and p.closed_at is null;
  if not found then raise exception 'membership ended' using errcode = '28000'; end if;
  perform set_config('app.practice_id', practice_id::text, true),
          set_config('app.membership_id', membership_id::text, true),
          set_config('app.roles', array_to_string(roles, ','), true);
  return next;
end $$;

-- Enters as the practice's own service for a task queue.
create function kernel.enter_service(p_practice uuid, p_service text) returns table (practice_id uuid, membership_id uuid, roles text[])
  language plpgsql volatile security definer rows 1 set search_path = pg_catalog, pg_temp as $$
declare m uuid;
begin
  select b.id into m from kernel.memberships b where b.practice_id = p_practice and b.service = p_service and b.ended_at is null;
  if not found then raise exception 'service membership missing' using errcode = '28000'; end if;
  return query select * from kernel.enter(m);
end $$;

-- What a member of the caller's practice may do now; null once the membership has ended. For acts that were ordered earlier.
create function kernel.roles_of(p_membership uuid) returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select roles from kernel.memberships where practice_id = authz.practice_id() and id = p_membership and ended_at is null $$;

-- For sign-in only: the one function that answers with a secret, the password's hash, because argon2 runs in the api.
create function kernel.sign_in_candidates(p_front_door text, p_email text)
  returns table (person_id uuid, password_hash text, practice_id uuid, membership_id uuid)
  language sql stable security definer rows 2 set search_path = pg_catalog, pg_temp as $$
  select p.id, p.password_hash, m.practice_id, m.id
    from kernel.people p
    join kernel.memberships m on m.person_id = p.id and m.ended_at is null
    join kernel.practices r on r.id = m.practice_id and r.closed_at is null
   where p.front_door = p_front_door and p.email = lower(p_email) and p.ended_at is null
   order by m.created_at, m.id $$;

create function kernel.open_session(p_id uuid, p_hash bytea, p_front_door text, p_membership uuid, p_idle interval, p_absolute interval)
  returns void language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into kernel.sessions (id, token_hash, front_door, practice_id, membership_id, idle, expires_at)
  select p_id, p_hash, p_front_door, m.practice_id, m.id, p_idle, clock_timestamp() + p_absolute
    from kernel.memberships m where m.id = p_membership and m.ended_at is null $$;

create function kernel.session_by_hash(p_hash bytea, p_front_door text)
  returns table (session_id uuid, practice_id uuid, membership_id uuid, roles text[], idle_at timestamptz, expires_at timestamptz)
  language sql stable security definer rows 1 set search_path = pg_catalog, pg_temp as $$
  select s.id, s.practice_id, s.membership_id, m.roles, s.last_input_at + s.idle, s.expires_at
    from kernel.sessions s
    join kernel.memberships m on m.practice_id = s.practice_id and m.id = s.membership_id and m.ended_at is null
   where s.token_hash = p_hash and s.front_door = p_front_door and s.ended_at is null
     and s.expires_at > clock_timestamp() and s.last_input_at + s.idle > clock_timestamp() $$;

-- Someone moved a hand: the only thing that extends a session.
create function kernel.session_input(p_session uuid) returns timestamptz
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update kernel.sessions set last_input_at = clock_timestamp()
   where id = p_session and ended_at is null and expires_at > clock_timestamp() and last_input_at + idle > clock_timestamp()
  returning last_input_at + idle $$;

create function kernel.end_session(p_session uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update kernel.sessions set ended_at = clock_timestamp() where id = p_session and ended_at is null $$;

-- Counts a hit on a limit; false when it is used up until `until`.
create function kernel.hit_limit(p_key text, p_max int, p_window interval, out allowed boolean, out until timestamptz)
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into kernel.rate_limits as l (key, hits, until) values (p_key, 1, clock_timestamp() + p_window)
  on conflict (key) do update set
    hits = case when l.until <= clock_timestamp() then 1 else l.hits + 1 end,
    until = case when l.until <= clock_timestamp() then excluded.until else l.until end
  returning l.hits <= p_max, l.until $$;

create function kernel.forget_limit(p_key text) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$ delete from kernel.rate_limits where key = p_key $$;

create function kernel.forget_old_limits() returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$ delete from kernel.rate_limits where until < clock_timestamp() $$;

-- The only way from a commit to the outside. Called last in a command, after the entity's lock. This form only lets open
-- screens know; kernel.tell below also calls the workflow.
create function kernel.announce(p_kind text, p_ref uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into kernel.outbox (practice_id, key, kind, ref_id) values (authz.practice_id(), p_kind || '/' || p_ref, p_kind, p_ref) $$;

-- Takes rows by lease; a key is with one relay at a time, so several rows of one key only come together and in their order.
-- One taker at a time, and the look is a statement of its own: in the statement that waited, the other's leases are not seen yet.
-- A row that waits for its next try does not hold up its key: what it says is only "look again".
create function kernel.take_outbox(p_n int, p_lease interval default '30 s')
  returns table (id bigint, practice_id uuid, kind text, ref_id uuid, attempts int, waits int, created_at timestamptz)
  language plpgsql volatile security definer rows 100 set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(7012);
  return query
    with due as (
      select q.id from kernel.outbox q
       where q.parked_at is null and q.next_at <= clock_timestamp() and (q.leased_until is null or q.leased_until < clock_timestamp())
         and not exists (select 1 from kernel.outbox e where e.key = q.key and e.id <> q.id and e.parked_at is null
                            and e.leased_until >= clock_timestamp())
       order by q.next_at, q.id limit p_n for update of q skip locked),
    taken as (
      update kernel.outbox o set leased_until = clock_timestamp() + p_lease, attempts = o.attempts + 1 from due where o.id = due.id
      returning o.id, o.practice_id, o.kind, o.ref_id, o.attempts, o.waits, o.created_at)
    select * from taken order by taken.id;
end $$;

create function kernel.outbox_done(p_ids bigint[]) returns int
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (delete from kernel.outbox where id = any (p_ids) returning 1) select count(*)::int from gone $$;

-- True when the row is parked now: a person has to look.
create function kernel.outbox_failed(p_id bigint, p_code text, p_max int default 20) returns boolean
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update kernel.outbox set leased_until = null, last_code = p_code,
         next_at = clock_timestamp() + least(60, 0.2 * 2 ^ least(attempts - waits, 12)) * interval '1 s',
         parked_at = case when attempts - waits >= p_max then clock_timestamp() end
   where id = p_id returning parked_at is not null $$;

-- Not the rows' fault: what they were to be told to is away. They wait a moment, and it does not count against them.
create function kernel.outbox_wait(p_ids bigint[], p_code text) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update kernel.outbox set leased_until = null, last_code = p_code, waits = waits + 1,
         next_at = clock_timestamp() + least(5, 0.5 * 2 ^ least(waits, 5)) * interval '1 s'
   where id = any (p_ids) $$;

create function kernel.outbox_state(out waiting bigint, out parked bigint, out oldest_seconds float8)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*) filter (where parked_at is null), count(*) filter (where parked_at is not null),
         coalesce(extract(epoch from clock_timestamp() - min(created_at) filter (where parked_at is null)), 0)::float8
    from kernel.outbox $$;

create function kernel.practices_open() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select id from kernel.practices where closed_at is null order by id $$;

-- ── state machines ───────────────────────────────────────────────────────────────────────────────────────────────────────
create function kernel.check_state() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare e text := nullif(current_setting('app.event', true), ''); f text := '';
begin
  if tg_op = 'UPDATE' then f := old.state; end if;
  if not exists (select 1 from kernel.entity_states s where s.entity = tg_argv[0] and s.from_state = f and s.to_state = new.state
                    and (e is null or s.event = e)) then
    raise exception 'state not allowed' using errcode = 'KE001', detail = format('%s: %s -> %s (%s)', tg_argv[0], f, new.state, e);
  end if;
  return new;
end $$;

create function kernel.refuse() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin raise exception 'append-only: %', tg_table_name using errcode = 'KE003'; end $$;

-- ── backfills ────────────────────────────────────────────────────────────────────────────────────────────────────────────
create function kernel.take_backfill(p_name text, p_practice uuid, p_lease interval, out taken boolean, out cursor text)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into kernel.backfills (name, practice_id) values (p_name, p_practice) on conflict do nothing;
  update kernel.backfills b set leased_until = clock_timestamp() + p_lease
   where b.name = p_name and b.practice_id = p_practice and b.done_at is null
     and (b.leased_until is null or b.leased_until < clock_timestamp())
  returning true, b.cursor into taken, cursor;
  taken := coalesce(taken, false);
end $$;

-- Called in the batch's own transaction. False when somebody else has gone on from where this runner began: its lease ran out,
-- and the batch must be rolled back.
create function kernel.advance_backfill(p_name text, p_from text, p_to text, p_rows bigint) returns boolean
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with moved as (
    update kernel.backfills set cursor = p_to, rows = rows + p_rows, leased_until = null,
           done_at = case when p_to is null then clock_timestamp() end
     where name = p_name and practice_id = authz.practice_id() and done_at is null and cursor is not distinct from p_from returning 1)
  select exists (select 1 from moved) $$;

create function kernel.backfill_state(p_name text) returns table (practice_id uuid, rows bigint, done_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, coalesce(b.rows, 0), b.done_at from kernel.practices p
    left join kernel.backfills b on b.practice_id = p.id and b.name = p_name where p.closed_at is null order by p.id $$;

-- ── the catalogue, in one line ───────────────────────────────────────────────────────────────────────────────────────────
-- Deparsed text depends on search_path, and only kept_kernel sees the state tables: hence definer, with nothing of ours in the
-- path. Extensions and memberships of others than Kept's own roles belong to the server.
create function kernel.fingerprint() returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
with ns as (select oid, nspname from pg_namespace where nspname in ('kept', 'kernel', 'authz')),
rel as (select c.*, n.nspname from pg_class c join ns n on n.oid = c.relnamespace where not c.relispartition and c.relkind in ('r', 'p', 'v', 'm', 'S')),
o(line) as (
  select format('schema %s %s', nspname, (select string_agg(a::text, ',' order by a::text collate "C") from unnest(s.nspacl) a)) from pg_namespace s where s.oid in (select oid from ns)
  union all select format('rel %s.%s %s rls=%s force=%s owner=%s acl=%s opt=%s part=%s', nspname, relname, relkind, relrowsecurity, relforcerowsecurity, relowner::regrole, (select string_agg(a::text, ',' order by a::text collate "C") from unnest(relacl) a), reloptions, pg_get_partkeydef(oid)) from rel
  union all select format('col %s.%s.%s %s nn=%s def=%s gen=%s id=%s coll=%s acl=%s', r.nspname, r.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attgenerated, a.attidentity, a.attcollation::regcollation, (select string_agg(x::text, ',' order by x::text collate "C") from unnest(a.attacl) x)) from rel r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped left join pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum where r.relkind <> 'S'
  union all select format('con %s.%s %s %s valid=%s enf=%s', r.nspname, r.relname, k.conname, pg_get_constraintdef(k.oid), k.convalidated, k.conenforced) from rel r join pg_constraint k on k.conrelid = r.oid where k.contype <> 'n' and k.conparentid = 0
  union all select format('idx %s.%s %s valid=%s', r.nspname, r.relname, pg_get_indexdef(i.indexrelid), i.indisvalid) from rel r join pg_index i on i.indrelid = r.oid
  union all select format('pol %s.%s %s %s perm=%s to=%s using=%s check=%s', r.nspname, r.relname, p.polname, p.polcmd, p.polpermissive, (select string_agg(coalesce(ro.rolname, 'public'), ',' order by ro.rolname collate "C") from unnest(p.polroles) u left join pg_roles ro on ro.oid = u), pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) from rel r join pg_policy p on p.polrelid = r.oid
  union all select format('trg %s.%s %s en=%s', r.nspname, r.relname, pg_get_triggerdef(t.oid), t.tgenabled) from rel r join pg_trigger t on t.tgrelid = r.oid where not t.tgisinternal
  union all select format('fun %s owner=%s acl=%s %s', p.oid::regprocedure, p.proowner::regrole, (select string_agg(a::text, ',' order by a::text collate "C") from unnest(p.proacl) a), pg_get_functiondef(p.oid)) from pg_proc p where p.pronamespace in (select oid from ns)
  union all select format('rule %s.%s %s', r.nspname, r.relname, pg_get_ruledef(w.oid)) from rel r join pg_rewrite w on w.ev_class = r.oid
  union all select format('typ %s %s', t.oid::regtype, (select string_agg(e.enumlabel, ',' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid)) from pg_type t where t.typnamespace in (select oid from ns) and t.typtype in ('e', 'd')
  union all select format('role %s login=%s super=%s bypass=%s inherit=%s conf=%s', r.rolname, r.rolcanlogin, r.rolsuper, r.rolbypassrls, r.rolinherit, r.rolconfig) from pg_roles r where r.rolname in ('kept_owner', 'kept_kernel', 'kept_app', 'kept_worker')
  union all select format('member %s in %s set=%s inherit=%s', m.member::regrole, m.roleid::regrole, m.set_option, m.inherit_option) from pg_auth_members m where m.roleid in ('kept_owner'::regrole, 'kept_kernel'::regrole) and m.member::regrole::text like 'kept\_%' or m.member::regrole::text in ('kept_app', 'kept_worker')
  union all select format('ext %s %s', extname, nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace where nspname = 'ext'
  union all select format('state %s', to_jsonb(s)) from kernel.entity_states s)
select encode(sha256(convert_to(string_agg(line, e'\n' order by line collate "C"), 'UTF8')), 'hex') from o $$;

-- What ran here, oldest first: for a build that asks whether it may serve.
create function kernel.migrations_done() returns table (name text, compatible boolean, fingerprint text)
  language sql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
  select m.name, m.compatible, m.fingerprint from kernel.migrations m order by m.applied_at, m.name $$;

grant execute on function kernel.enter(uuid), kernel.enter_service(uuid, text), kernel.announce(text, uuid), kernel.roles_of(uuid) to kept_app, kept_worker;
grant execute on function kernel.sign_in_candidates(text, text), kernel.open_session(uuid, bytea, text, uuid, interval, interval),
  kernel.session_by_hash(bytea, text), kernel.session_input(uuid), kernel.end_session(uuid),
  kernel.hit_limit(text, int, interval), kernel.forget_limit(text) to kept_app;
grant execute on function kernel.take_outbox(int, interval), kernel.outbox_done(bigint[]),
  kernel.outbox_failed(bigint, text, int), kernel.outbox_wait(bigint[], text), kernel.practices_open(), kernel.forget_old_limits(),
  kernel.take_backfill(text, uuid, interval), kernel.advance_backfill(text, text, text, bigint), kernel.backfill_state(text) to kept_worker;
grant execute on function kernel.outbox_state(), kernel.fingerprint(), kernel.migrations_done() to kept_app, kept_worker, kept_owner;
grant execute on function kernel.check_state(), kernel.refuse() to kept_owner;
set local role kept_owner;

-- The audit: one entry per request or act, in its final shape, sealed by transaction. Field names, never values.
-- compatible: first schema

create table kept.audit (
  practice_id uuid not null references kernel.practices,
  id uuid not null,
  at timestamptz not null default clock_timestamp(),
  actor_id uuid,
  on_behalf_of uuid,
  session_id uuid,
  purpose text not null,
  act text not null,
  route text,
  request_id uuid,
  address inet,
  outcome text not null check (outcome in ('done', 'denied', 'failed')),
  code text,
  fields text[] not null default '{}',
  record_ids uuid[] not null default '{}',
  client_ids uuid[] not null default '{}',
  tx xid8 not null default pg_current_xact_id(),
  primary key (practice_id, id, at)
) partition by range (at);
create index audit_tx on kept.audit (tx);
create index audit_at on kept.audit (practice_id, at);
create index audit_clients on kept.audit using gin (client_ids);
select kernel.enroll('kept.audit');
create trigger append_only before update or delete on kept.audit for each row execute function kernel.refuse();
create trigger no_truncate before truncate on kept.audit for each statement execute function kernel.refuse();

-- New partitions come without row-level security and without the statement triggers of their table: both are given here.
create function kernel.enroll_audit_part(p_part regclass) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('alter table %s enable row level security, force row level security', p_part);
  execute format('create trigger no_truncate before truncate on %s for each statement execute function kernel.refuse()', p_part);
end $$;

create table kept.audit_rest partition of kept.audit default;
select kernel.enroll_audit_part('kept.audit_rest');

-- Makes the months up to a day.
create function kernel.ensure_audit_months(p_from date, p_until date) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare m date := date_trunc('month', p_from); name text;
begin
  while m <= p_until loop
    name := 'audit_' || to_char(m, 'YYYY_MM');
    if to_regclass('kept.' || name) is null then
      execute format('create table kept.%I partition of kept.audit for values from (%L) to (%L)', name,
                     m::text || ' 00:00+00', (m + interval '1 month')::date::text || ' 00:00+00');
      perform kernel.enroll_audit_part(format('kept.%I', name)::regclass);
    end if;
    m := m + interval '1 month';
  end loop;
end $$;
select kernel.ensure_audit_months('2026-11-01', '2028-02-01');

set local role kept_kernel;

create function kernel.audit_rows_hash(p_from xid8, p_upto xid8, out entries int, out hash bytea)
  language sql stable security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' set bytea_output = 'hex' as $$
  select count(*)::int, sha256(coalesce(string_agg(sha256(convert_to(row(x.practice_id, x.id, extract(epoch from x.at), x.actor_id, x.on_behalf_of,
           x.session_id, x.purpose, x.act, x.route, x.request_id, x.address, x.outcome, x.code, x.fields, x.record_ids, x.client_ids, x.tx)::text, 'UTF8')),
           ''::bytea order by x.id), ''::bytea))
    from kept.audit x where x.tx >= p_from and x.tx < p_upto $$;

-- Seals all that can never gain a row: transactions below the oldest running one.
create function kernel.seal_audit() returns bigint
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare l record; u xid8; r record; f xid8; s bigint;
begin
  if not pg_try_advisory_xact_lock(7011) then return null; end if;
  select seq, upto_tx, hash into l from kernel.audit_seals order by seq desc limit 1;
  u := pg_snapshot_xmin(pg_current_snapshot());
  f := coalesce(l.upto_tx, '0'::xid8);
  select * into r from kernel.audit_rows_hash(f, u);
  if r.entries = 0 then return null; end if;
  s := coalesce(l.seq, 0) + 1;
  insert into kernel.audit_seals (seq, from_tx, upto_tx, entries, rows_hash, prev, hash)
  values (s, f, u, r.entries, r.hash, coalesce(l.hash, '\x00'),
          sha256(coalesce(l.hash, '\x00') || r.hash || convert_to(s || '|' || f || '|' || u || '|' || r.entries, 'UTF8')));
  return s;
end $$;

-- The newest seal that is not yet kept outside the database.
create function kernel.unanchored_seal() returns table (seq bigint, hash bytea, sealed_at timestamptz)
  language sql stable security definer rows 1 set search_path = pg_catalog, pg_temp as $$
  select s.seq, s.hash, s.sealed_at from kernel.audit_seals s where s.anchored_at is null order by s.seq desc limit 1 $$;

create function kernel.seal_anchored(p_seq bigint) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update kernel.audit_seals set anchored_at = clock_timestamp() where seq <= p_seq and anchored_at is null $$;

create function kernel.verify_audit(p_head bytea default null, p_head_seq bigint default null) returns table (seq bigint, problem text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare s record; p kernel.audit_seals; r record;
begin
  for s in select * from kernel.audit_seals a order by a.seq loop
    select * into r from kernel.audit_rows_hash(s.from_tx, s.upto_tx);
    if r.entries <> s.entries then seq := s.seq; problem := format('entries %s, sealed %s', r.entries, s.entries); return next;
    elsif r.hash <> s.rows_hash then seq := s.seq; problem := 'content changed'; return next; end if;
    if s.hash <> sha256(s.prev || s.rows_hash || convert_to(s.seq || '|' || s.from_tx || '|' || s.upto_tx || '|' || s.entries, 'UTF8'))
       or s.prev is distinct from coalesce(p.hash, '\x00') or s.from_tx is distinct from coalesce(p.upto_tx, '0'::xid8) or s.seq <> coalesce(p.seq, 0) + 1 then
      seq := s.seq; problem := 'chain broken'; return next; end if;
    if p_head_seq = s.seq and p_head <> s.hash then seq := s.seq; problem := 'differs from the anchored head'; return next; end if;
    p := s;
  end loop;
  if p_head_seq is not null and coalesce(p.seq, 0) < p_head_seq then seq := p_head_seq; problem := 'anchored seal missing'; return next; end if;
end $$;

-- Audit by client: array operators are not leakproof, so the search repeats practice and role; rows are read under policy by key.
create function kernel.audit_of_client(p_client uuid, p_limit int) returns table (id uuid, at timestamptz)
  language sql stable security definer rows 50 set search_path = pg_catalog, pg_temp as $$
  select a.id, a.at from kept.audit a
   where a.practice_id = authz.practice_id() and a.client_ids @> array[p_client] and authz.has_role('auditor', 'administrator')
   order by a.at desc limit p_limit $$;

grant execute on function kernel.seal_audit(), kernel.verify_audit(bytea, bigint), kernel.unanchored_seal(), kernel.seal_anchored(bigint) to kept_worker;
grant execute on function kernel.audit_of_client(uuid, int) to kept_app;
set local role kept_owner;

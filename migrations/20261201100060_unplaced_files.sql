-- Files of a clearinghouse that are for nobody here: fetched once, and remembered until what decides whose they are changes.
-- compatible: a new table and new functions

create table kernel.unplaced_files (
  -- a fingerprint of vendor, name, size and time: names may speak of people
  key bytea primary key check (octet_length(key) = 32),
  vendor text not null,
  -- a fingerprint of which practices could have had it
  choice bytea not null check (octet_length(choice) = 32),
  at timestamptz not null default clock_timestamp()
);
select kernel.enroll('kernel.unplaced_files');
grant delete on kernel.unplaced_files to kept_kernel;

set local role kept_kernel;
create function kernel.not_placed(p_keys bytea[], p_choice bytea) returns setof bytea
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k from unnest(p_keys) k
   where not exists (select 1 from kernel.fetched_files f where f.key = k)
     and not exists (select 1 from kernel.unplaced_files u where u.key = k and u.choice = p_choice) $$;
create function kernel.note_unplaced(p_key bytea, p_vendor text, p_choice bytea) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into kernel.unplaced_files (key, vendor, choice) values (p_key, p_vendor, p_choice)
  on conflict (key) do update set choice = excluded.choice $$;
-- What has found its practice, or lies there no longer, is nothing to look at.
create function kernel.forget_unplaced(p_vendor text, p_keys bytea[]) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  delete from kernel.unplaced_files u
   where u.vendor = p_vendor and (not u.key = any (p_keys) or exists (select 1 from kernel.fetched_files f where f.key = u.key)) $$;
create function kernel.unplaced_files(out count int, out oldest timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::int, min(at) from kernel.unplaced_files $$;
grant execute on function kernel.not_placed(bytea[], bytea), kernel.note_unplaced(bytea, text, bytea), kernel.forget_unplaced(text, bytea[]) to kept_worker;
grant execute on function kernel.unplaced_files() to kept_app, kept_worker;
set local role kept_owner;

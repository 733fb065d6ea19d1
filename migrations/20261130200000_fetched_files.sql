-- Which files of a clearinghouse were fetched, and for whom a file is.
-- compatible: a new table and new functions

-- a fingerprint of vendor, name, size and time: names may speak of people
create table kernel.fetched_files (
  key bytea primary key check (octet_length(key) = 32),
  at timestamptz not null default clock_timestamp()
);
select kernel.enroll('kernel.fetched_files');

set local role kept_kernel;
create function kernel.not_fetched(p_keys bytea[]) returns setof bytea
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k from unnest(p_keys) k where not exists (select 1 from kernel.fetched_files f where f.key = k) $$;
create function kernel.note_fetched(p_key bytea) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into kernel.fetched_files (key) values (p_key) on conflict do nothing $$;
-- By the name under which the practice exchanges files (ISA06 of ours, ISA08 of theirs). Where just one practice of the deployment
-- bills, whatever comes is for that one.
create function kernel.practices_receiving(p_receiver text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with billing as (
    select p.id, bool_or(b.sender_id = p_receiver) as named
      from kernel.practices p join kept.billing_profiles b on b.practice_id = p.id where p.closed_at is null group by p.id)
  select id from billing where named or (select count(*) from billing) = 1 order by id $$;
grant execute on function kernel.not_fetched(bytea[]), kernel.note_fetched(bytea), kernel.practices_receiving(text) to kept_worker;
set local role kept_owner;

-- A new year's file of diagnosis codes ends the codes that it no longer has.
-- compatible: a new function

set local role kept_kernel;
create function kernel.end_icd10_but(p_codes text[], p_until date) returns int
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with ended as (
    update kernel.icd10_codes set until_day = p_until where until_day is null and from_day <= p_until and not (code = any (p_codes)) returning 1)
  select count(*)::int from ended $$;
grant execute on function kernel.end_icd10_but(text[], date) to kept_worker;
set local role kept_owner;

-- Limits that grow: whoever fails again and again waits longer and longer, and nobody is locked out for good.
-- compatible: a column that may be null, and new functions

-- Until when nothing is tried; `until` is when all of it is forgotten.
alter table kernel.rate_limits add column blocked_until timestamptz;

set local role kept_kernel;

-- Counts a try before it is made, so that a hundred at once are a hundred. After p_free tries in a row each further one waits
-- twice as long as the one before, from p_first up to p_most. What comes while it waits does not count: nobody can keep others out.
create function kernel.try_limit(p_key text, p_free int, p_first interval, p_most interval, p_forget interval, out allowed boolean, out until timestamptz)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  at timestamptz := clock_timestamp();
begin
  insert into kernel.rate_limits as l (key, hits, until, blocked_until)
  values (p_key, 1, at + p_forget, case when p_free <= 1 then at + p_first end)
  on conflict (key) do update set
    hits = case when l.until <= at then 1 when l.blocked_until > at then l.hits else l.hits + 1 end,
    until = case when l.blocked_until > at and l.until > at then l.until else at + p_forget end,
    blocked_until = case
      when l.until <= at then case when p_free <= 1 then at + p_first end
      when l.blocked_until > at then l.blocked_until
      when l.hits + 1 >= p_free then at + least(p_most, p_first * power(2, least(l.hits + 1 - p_free, 20))) end
  returning coalesce(old.until <= at or old.blocked_until is null or old.blocked_until <= at, true), coalesce(new.blocked_until, at)
       into allowed, until;
end $$;

-- The try succeeded: it was none of those that count.
create function kernel.forgive_try(p_key text, p_free int) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update kernel.rate_limits set hits = greatest(0, hits - 1), blocked_until = case when hits > p_free then blocked_until end where key = p_key $$;

grant execute on function kernel.try_limit(text, int, interval, interval, interval), kernel.forgive_try(text, int) to kept_app;
set local role kept_owner;

-- Whether vendors take what they are given, as far as the messages of late show it: for health.
-- compatible: a new function

set local role kept_kernel;

-- Per channel and vendor with messages within p_within: whether something went wrong since the last one that the vendor took.
-- One refusal says something of that client's number or address; those of several say something of the vendor.
-- A claimed message with a reason is one of which the vendor has said nothing that could be used.
create function kernel.recent_sends(p_within interval, out channel text, out vendor text, out troubled boolean) returns setof record
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with recent as (
    select m.channel, m.vendor, m.client_id, m.state, coalesce(m.settled_at, m.claimed_at) as at,
           max(m.settled_at) filter (where m.state = 'sent') over (partition by m.channel, m.vendor) as last_taken
      from kept.messages m
     where m.state in ('claimed', 'sent', 'refused', 'unknown') and (m.settled_at > clock_timestamp() - p_within or m.settled_at is null)
       and m.vendor is not null and (m.state <> 'claimed' or m.reason is not null)
       and coalesce(m.reason, '') not in ('no_agreement', 'address_malformed')),
  since as (select r.*, r.state <> 'sent' and (r.last_taken is null or r.at > r.last_taken) as failed from recent r)
  select s.channel, s.vendor,
         coalesce(bool_or(s.failed and s.state <> 'refused'), false) or count(distinct s.client_id) filter (where s.failed and s.state = 'refused') > 1
    from since s group by s.channel, s.vendor $$;

grant execute on function kernel.recent_sends(interval) to kept_app, kept_worker;
set local role kept_owner;

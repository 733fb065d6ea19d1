-- At which time of the day a practice's ready claims leave by themselves, and for which day they have.
-- compatible: a new table

create table kept.claim_departures (
  practice_id uuid not null references kernel.practices,
  id uuid not null,
  -- of the practice's own clock, in minutes since midnight; null: only when somebody sends them
  minute int check (minute between 0 and 1439),
  done_day date,
  version int not null default 1,
  primary key (practice_id, id),
  unique (practice_id)
);
select kernel.enroll('kept.claim_departures');

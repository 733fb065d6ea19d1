-- What a person keeps of a list under a name: its filters, its order, its columns.
-- compatible: a new table only

-- The arrangement holds known values, ids, days and codes, never what was typed; the name is the person's own. A view that is removed can come back.
create table kept.list_views (
  practice_id uuid not null,
  id uuid not null,
  membership_id uuid not null,
  list text not null check (list in ('clients', 'messages', 'work', 'claims', 'remittances', 'balances', 'charges')),
  name text not null check (length(name) between 1 and 60),
  arrangement jsonb not null,
  made_at timestamptz not null,
  removed_at timestamptz,
  version int not null default 1,
  primary key (practice_id, id),
  foreign key (practice_id, membership_id) references kernel.memberships
);
create index list_views_member on kept.list_views (practice_id, membership_id);
create unique index list_views_name on kept.list_views (practice_id, membership_id, list, lower(name)) where removed_at is null;
select kernel.enroll('kept.list_views');

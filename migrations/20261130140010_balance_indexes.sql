-- One payment of a visit by the same means and sum is one payment; what clients owe is summed from an index alone.
-- compatible: indexes
-- transaction: none

drop index concurrently if exists kept.client_payments_once;
create unique index concurrently client_payments_once on kept.client_payments (practice_id, visit_id, method, cents) where voided_at is null and not again;
drop index concurrently if exists kept.ledger_lines_owed;
create index concurrently ledger_lines_owed on kept.ledger_lines (practice_id, client_id) include (cents) where account = 'client';

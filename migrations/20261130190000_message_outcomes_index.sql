-- What became of the messages of late, whoever's they are.
-- compatible: a new index
-- transaction: none

drop index concurrently if exists kept.messages_outcomes;
create index concurrently messages_outcomes on kept.messages (settled_at) where state in ('claimed', 'sent', 'refused', 'unknown');

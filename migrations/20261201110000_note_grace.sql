-- How long after a visit its note may wait for a signature before it becomes work.
-- compatible: a new column with a default, and a check that new rows keep

alter table kept.practice_policies add column note_grace_hours int not null default 72;
alter table kept.practice_policies add constraint practice_policies_note_grace
  check (note_grace_hours between 1 and 720) not valid;
alter table kept.practice_policies validate constraint practice_policies_note_grace;

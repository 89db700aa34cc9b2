-- Quartz writes the rows that it locks when it first needs them, and of two instances that start together on a new database the
-- second then fails: its transaction is aborted by the first one's row.
insert into qrtz_locks (sched_name, lock_name)
values ('QuarkusQuartzScheduler', 'TRIGGER_ACCESS'), ('QuarkusQuartzScheduler', 'STATE_ACCESS')
on conflict do nothing;

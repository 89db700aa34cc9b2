-- Which time it is that the automation is switched on: after the kill switch nothing of an earlier time is sent any more.
alter table automation add column activations int not null default 0;
alter table automation_run add column activation int not null default 0;

-- For how long time has stood still for a person in pauses: what counts from when they came in stands still too.
alter table automation_enrolment add column paused_for interval not null default '0';

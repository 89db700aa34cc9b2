-- Messages around events and flows.

alter table message drop constraint message_source_check;
alter table message add constraint message_source_check
  check (source in ('SINGLE', 'TEST', 'BROADCAST', 'SURVEY', 'ANSWER', 'REMINDER', 'EVENT', 'AUTOMATION'));


-- So many people may fit a flow already that one organizer does not switch it on for them alone (rule 23): one asks, another presses.
alter table automation
  add column asked_at timestamptz,       -- as it is written now; a change takes it away
  add column asked_by text,
  add check ((asked_at is null) = (asked_by is null));

-- Whom somebody took in lately; what brings people in by itself is counted by nobody.
create index automation_enrolment_taken_in on automation_enrolment (organization_id, created_at) where entered_by <> 'system:0';

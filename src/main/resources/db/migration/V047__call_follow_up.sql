-- Who has taken on what a call left to decide; done or let go, the row is gone.
create table call_follow_up_taking (
  assignment_id   bigint not null references call_assignment,
  kind            text not null check (kind in ('UNREPORTED', 'MESSAGE', 'CONFLICT')),
  item_id         bigint not null,
  taken_by        text not null,
  taken_at        timestamptz not null,
  primary key (assignment_id, kind, item_id)
);

-- The survey that an assignment had until it was changed: calls that began before keep it (rule 38).
create table call_assignment_survey (
  assignment_id   bigint not null references call_assignment,
  until           timestamptz not null,
  survey_id       bigint references survey,
  primary key (assignment_id, until)
);

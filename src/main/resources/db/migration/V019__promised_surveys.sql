-- Who asked for the survey in a call and was sent a link (rule 14); one row a call. What a promise leads to follows from this
-- row, later calls and answers, so that an undone report or a late answer needs no upkeep here.
create table survey_promise (
  call_id             bigint primary key references call on delete cascade,
  organization_id     bigint not null,
  assignment_id       bigint not null,
  person_organization bigint not null,
  person_id           bigint not null,
  survey_id           bigint not null,
  message_id          bigint not null,
  promised_at         timestamptz not null,
  due_at              timestamptz,        -- when the person is called again; null: an earlier promise in the assignment leads to that
  foreign key (person_organization, person_id) references person (organization_id, id) on delete cascade,
  foreign key (organization_id, message_id) references message (organization_id, id) on delete cascade
);
create unique index survey_promise_return on survey_promise (assignment_id, person_id) where due_at is not null;
create index survey_promise_person on survey_promise (person_organization, person_id);
create index survey_promise_message on survey_promise (organization_id, message_id);

-- A closed survey is told of once for each step: until the step sends another, or this one was open in between.
create table automation_closed_survey (
  organization_id bigint not null,
  automation_id   bigint not null,
  step            text not null,
  survey_id       bigint not null,
  closed_at       timestamptz,            -- null: there is no such survey any more
  told_at         timestamptz not null,
  primary key (automation_id, step),
  foreign key (organization_id, automation_id) references automation (organization_id, id) on delete cascade
);

-- What the steps came to, kept as it happens: a flow that a whole register has passed has a run for each person and step. Runs are
-- written by the tick alone, a step at a time, so nobody waits long for a row of this.
create table automation_outcome (
  automation_id   bigint not null references automation on delete cascade,
  step            text not null,
  outcome         text not null,
  people          bigint not null check (people >= 0),
  primary key (automation_id, step, outcome)
);
-- Until they are counted from here on, an instance of an older version writes none.
lock table automation_run in share row exclusive mode;
insert into automation_outcome (automation_id, step, outcome, people)
select automation_id, step, outcome, count(*) from automation_run group by automation_id, step, outcome;

create function automation_counted() returns trigger language plpgsql as $$
begin
  insert into automation_outcome as o (automation_id, step, outcome, people)
  select automation_id, step, outcome, count(*) from fresh group by automation_id, step, outcome order by automation_id, step, outcome
  on conflict (automation_id, step, outcome) do update set people = o.people + excluded.people;
  return null;
end $$;
create trigger automation_counted after insert on automation_run
  referencing new table as fresh for each statement execute function automation_counted();

-- Whoever is erased is counted no more.
create function automation_discounted() returns trigger language plpgsql as $$
begin
  perform from automation_outcome o
  where (o.automation_id, o.step, o.outcome) in (select automation_id, step, outcome from gone)
  order by o.automation_id, o.step, o.outcome for update;
  update automation_outcome o set people = greatest(o.people - g.people, 0)
  from (select automation_id, step, outcome, count(*) as people from gone group by automation_id, step, outcome) g
  where o.automation_id = g.automation_id and o.step = g.step and o.outcome = g.outcome;
  return null;
end $$;
create trigger automation_discounted after delete on automation_run
  referencing old table as gone for each statement execute function automation_discounted();

-- How many are in older versions stands on each flow's page.
drop index automation_enrolment_version;
create index automation_enrolment_version on automation_enrolment (automation_id, version, state);

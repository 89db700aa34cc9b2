-- Recurring jobs of the whole installation: who runs which, what came of it, and a bounded memory of what was done. Whoever runs
-- one holds a lease that it renews, so that a job whose instance dies is soon taken over, and never runs twice at once.

create table job (
  name        text primary key check (name ~ '^[a-z0-9-]{1,60}$'),
  runs        bigint not null default 0,
  started_at  timestamptz,      -- the run under way, otherwise the last one
  lease_until timestamptz,      -- null: nobody runs it
  node        text,
  due_at      timestamptz,      -- of those that work more rarely than they look
  asked_at    timestamptz,      -- somebody wants it now, whether due or not
  asked_by    text,
  ended_at    timestamptz,
  done        bigint,           -- rows, or whatever the job counts; null: it does not count
  failure     text,             -- of the last run; a class of mistake, never what was being worked on
  failed_at   timestamptz       -- when one failed last
);

-- Runs that did something, failed or were asked for: the last few of each job, in slots that are written over.
create table job_run (
  name       text not null references job on delete cascade,
  slot       smallint not null,
  started_at timestamptz not null,
  ended_at   timestamptz not null,
  node       text not null,
  done       bigint,
  failure    text,
  asked_by   text,
  primary key (name, slot)
);

-- What waits for whoever works in an organization, told once a day or week. The row is the claim: nobody is told twice.
create table digest (
  organization_id bigint primary key references organization,
  last_on         date not null
);
alter table staff add column digest boolean not null default true;

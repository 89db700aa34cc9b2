-- Which line of the log the state is: of two who decide at the same moment the later line wins in both.
alter table contact_state add column consent_id bigint not null default 0;

-- Mail to the address came back as undeliverable for good: no more until the register or staff bring another.
alter table person add column email_wrong_at timestamptz;

-- The subject as it went out, beside the one that was written.
alter table message add column sent_subject text;

-- The rate of e-mail, one for all instances and all organizations: they share a mail server.
create table email_rate (
  only_one    boolean primary key default true check (only_one),
  tokens      numeric(12, 4) not null,
  refilled_at timestamptz not null
);

-- The mailboxes of the sandbox: what would have been sent, as it would have come.
create table sandbox_email (
  id              bigint generated always as identity primary key,
  organization_id bigint not null,
  message_id      bigint not null,
  attempt         smallint not null,
  sender          text not null,
  reply_to        text,
  recipient       text not null,
  subject         text not null,
  html            text not null,
  text            text not null,
  unsubscribe     text,                   -- List-Unsubscribe, where it is good for one click
  at              timestamptz not null,
  foreign key (organization_id, message_id) references message (organization_id, id) on delete cascade
);
create index sandbox_email_latest on sandbox_email (organization_id, id desc);

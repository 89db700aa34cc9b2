-- What is told of an event reaches guests as well, an act on a whole series is told once, and news that cannot be read wait.

-- A guest who showed that the address is theirs asked to hear what concerns this one event.
alter table sign_up add column guest_confirmed_at timestamptz check (guest_confirmed_at is null or person_id is null);
update sign_up s set guest_confirmed_at = r.at
from (select sign_up_id, min(confirmed_at) as at from sign_up_request where sign_up_id is not null group by sign_up_id) r
where r.sign_up_id = s.id and s.person_id is null;

-- Two people may come by one address.
drop index sign_up_one_a_guest;
create unique index sign_up_one_a_guest on sign_up (event_id, lower(guest_address), lower(guest_name)) where person_id is null;

-- Called off with a series that may have another on the same day again: the one that it was of.
alter table event add column was_series_id bigint;

-- A reminder is for a person, or for a guest: then for their sign-up, and by a message without a person.
alter table reminder alter column person_id drop not null;
alter table reminder alter column person_organization drop not null;
alter table reminder add column guest_id bigint;
alter table reminder add column who bigint generated always as (coalesce(person_id, -guest_id)) stored;
alter table reminder add column code_message_id bigint;
alter table reminder add column together_id bigint;  -- the one to the same person that told of this as well
alter table reminder add check (num_nonnulls(person_id, guest_id) = 1);
alter table reminder add foreign key (organization_id, guest_id) references sign_up (organization_id, id) on delete cascade;
alter table reminder drop constraint reminder_check1;
alter table reminder add check (state <> 'QUEUED' or num_nonnulls(message_id, code_message_id) = 1);
alter table reminder drop constraint reminder_rule_id_event_id_starts_at_turn_person_id_key;
alter table reminder add unique (rule_id, event_id, starts_at, turn, who);
create index reminder_who on reminder (who, event_id);
create index reminder_guest on reminder (guest_id) where guest_id is not null;
create index reminder_together on reminder (together_id) where together_id is not null;

alter table code_message add column source text check (source in ('GUEST'));  -- whose last look it is asked about; null for a code
alter table code_message add column source_id bigint;
alter table code_message add column not_before timestamptz;
alter table code_message add column beyond_budget boolean not null default false;
alter table code_message add check ((source is null) = (source_id is null));
create index code_message_source on code_message (source_id) where source is not null and state = 'QUEUED';

-- What could not be read is tried again, after everything else.
alter table reminder_news add column not_before timestamptz;

-- Whoever waits was told that they have a place.
update reminder_rule set email_text = replace(email_text, 'Du står kvar som anmäld.', '{din anmälan}')
where key = 'flyttat' and email_text like '%Du står kvar som anmäld.%';

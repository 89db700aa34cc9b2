-- What events need besides: a list of those who wait only where it is wanted, series that publish what they lay out,
-- who said again that they come, and what callers may offer.

alter table event add column waiting_list boolean not null default true;
alter table event_series add column waiting_list boolean not null default true;

-- Whatever a published series lays out is published with it.
alter table event_series add column published_at timestamptz;
alter table event_series add column published_by text;
alter table event_series add check ((published_at is null) = (published_by is null));

alter table sign_up add column confirmed_at timestamptz;  -- said, when asked, that they still come
alter table sign_up add column state_at_door text         -- what a check-in by mistake goes back to; null: nothing was known
  check (state_at_door in ('INVITED', 'SIGNED_UP', 'WAITING', 'CANCELLED'));

-- The kinds of events that callers of an assignment may sign people up to.
alter table call_assignment add column event_kind_ids bigint[] not null default '{}';

create index event_changed on event (organization_id, changed_at, id);
create index event_of_series on event (series_id, starts_at) where series_id is not null;
create index sign_up_of_event on sign_up (event_id, id);
create index sign_up_waiting on sign_up (event_id) where state = 'WAITING';
create index event_kind_key on event_kind (key) where key is not null;

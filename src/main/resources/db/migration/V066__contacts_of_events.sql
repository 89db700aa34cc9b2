-- How the contact person wants to be reached about an event: chosen for each, since few want their own number in every calendar.
alter table event
  add column contact_phone text check (contact_phone ~ '^\+[1-9][0-9]{5,14}$'),
  add column contact_email text check (length(contact_email) <= 254 and contact_email like '_%@_%');
alter table event_series
  add column contact_phone text check (contact_phone ~ '^\+[1-9][0-9]{5,14}$'),
  add column contact_email text check (length(contact_email) <= 254 and contact_email like '_%@_%');

-- Which line of the log the state is: of two who decide at the same moment the later line wins in both.
alter table contact_state add column consent_id bigint not null default 0;

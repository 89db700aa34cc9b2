-- Given to several by one press: flows that begin with the tag let them in by that press, and never by their next look.
alter table person_tag add at_once boolean not null default false;

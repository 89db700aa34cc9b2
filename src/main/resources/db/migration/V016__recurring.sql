-- What a broadcast lives through besides being sent: it is changed, taken back, resent, repeated each month.

-- Null: two days after it begins.
alter table broadcast alter column not_after drop not null;

-- The row that counts for the person instead of this one: the e-mail for a notice that could not be an SMS, or what somebody
-- sent again.
alter table message add column replaced_by bigint;
alter table message add foreign key (organization_id, replaced_by) references message (organization_id, id);
create unique index message_replacement on message (organization_id, replaced_by) where replaced_by is not null;

-- The account of a broadcast and the people behind each of its numbers.
create index message_account on message (source_id, state, id) include (reason, code)
  where source = 'BROADCAST' and replaced_by is null;

-- Codes do not wait behind what guests are told, of which a night may leave thousands.
create index code_message_codes on code_message (id) where state = 'QUEUED' and source is null;
create index code_message_told on code_message (id) where state = 'QUEUED' and source is not null;

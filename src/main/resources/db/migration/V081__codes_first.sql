-- Codes leave before what guests are told, however much of that waits: somebody sits and looks at the page that asks for one.
drop index code_message_waiting;
create index code_message_waiting on code_message ((source is not null), id) where state in ('QUEUED', 'DISPATCHING');

-- How far the latest run has read: of how many rows, once that is known.
alter table register_upload add column rows_read int not null default 0 check (rows_read >= 0);
alter table register_upload add column rows_total int not null default 0 check (rows_total >= rows_read);

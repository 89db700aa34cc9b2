-- Who of the staff is behind a token, also where another token made it: it works as long as their role does and gives no more than
-- that (rule 40). Null: it came with the installation.
alter table api_token add column staff_id bigint references staff;
with recursive made as (
  select t.id, s.id as staff_id from api_token t
  left join staff s on s.id = cast(substring(t.created_by from '^staff:([0-9]{1,18})$') as bigint)
  where t.created_by not like 'token:%'
  union all
  select t.id, m.staff_id from made m join api_token t on t.created_by = 'token:' || m.id)
update api_token t set staff_id = m.staff_id from made m where m.id = t.id and m.staff_id is not null;
create index api_token_staff on api_token (staff_id) where staff_id is not null;

-- Access of staff ends (rule 40), as a rule on 31 March: the next one that is at least 60 days away. Another administrator renews it.
alter table staff_role add column ends_at timestamptz;
update staff_role r set ends_at = (
  select (make_date(d.year + case when make_date(d.year, 3, 31) - d.day >= 60 then 0 else 1 end, 3, 31) + 1)
           ::timestamp at time zone d.time_zone
  from (select o.time_zone, (r.granted_at at time zone o.time_zone)::date as day,
          extract(year from r.granted_at at time zone o.time_zone)::int as year
        from organization o where o.id = r.organization_id) d);
alter table staff_role alter column ends_at set not null;
alter table staff_role add column renewed_by text;

-- Who opened how many people lately (rule 41), and what staff did in the log.
create index access_log_opened on access_log (actor, at) where action in ('person.read', 'people.read');
create index access_log_actor on access_log (organization_id, actor, at);

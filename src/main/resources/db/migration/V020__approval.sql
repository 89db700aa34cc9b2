-- Who wrote a broadcast as it stands: neither its author nor whoever changed it last approves it over the association's limit.
alter table broadcast
  add column changed_at timestamptz,         -- null: nobody has since it was written
  add column changed_by text,
  add column about_change boolean not null default false,  -- a meeting was moved or cancelled: it goes when nothing is left
  add check ((changed_at is null) = (changed_by is null)),
  add check (not about_change or purpose = 'NOTICE');

-- What people decided and what became of messages is only ever added to; a line goes with the person or message it is about.
create function only_added_to() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('ringstuga.retention', true), '') = 'on' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' and pg_trigger_depth() > 1 then
    return old;
  end if;
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger contact_consent_append_only before update or delete on contact_consent
  for each row execute function only_added_to();
create trigger message_event_append_only before update or delete on message_event
  for each row execute function only_added_to();

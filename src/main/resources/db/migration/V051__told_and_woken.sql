-- What is told of many at once is written by one statement; all that it costs where nobody listens is a look at the endpoints.
create or replace function webhook_people() returns trigger language plpgsql as $$
begin
  if not exists (select from webhook_endpoint e join organization_closure c on c.ancestor_id = e.organization_id
                 where e.removed_at is null and e.switched_off_at is null and e.types && array['person.created', 'person.updated']
                   and c.descendant_id in (select organization_id from written)) then
    return null;
  end if;
  if tg_op = 'INSERT' then
    insert into webhook_delivery (organization_id, endpoint_id, about, type, ids, happened_at, next_at)
    select e.organization_id, e.id, w.organization_id, 'person.created', jsonb_build_object('personId', w.id), w.created_at, w.created_at
    from written w join organization_closure c on c.descendant_id = w.organization_id join webhook_endpoint e on e.organization_id = c.ancestor_id
    where 'person.created' = any (e.types) and e.switched_off_at is null and e.removed_at is null;
  else
    insert into webhook_delivery (organization_id, endpoint_id, about, type, ids, happened_at, next_at)
    select e.organization_id, e.id, w.organization_id, 'person.updated', jsonb_build_object('personId', w.id), w.updated_at, w.updated_at
    from written w join former f on f.id = w.id
      join organization_closure c on c.descendant_id = w.organization_id join webhook_endpoint e on e.organization_id = c.ancestor_id
    where 'person.updated' = any (e.types) and e.switched_off_at is null and e.removed_at is null
      and to_jsonb(w) - array['search', 'sort_name', 'updated_at', 'version'] <> to_jsonb(f) - array['search', 'sort_name', 'updated_at', 'version'];
  end if;
  return null;
end $$;

create function webhook_tell_each(happened_in bigint, what text, which jsonb[], happened timestamptz) returns void language sql as $$
  insert into webhook_delivery (organization_id, endpoint_id, about, type, ids, happened_at, next_at)
  select e.organization_id, e.id, happened_in, what, one, happened, happened
  from webhook_endpoint e join organization_closure c on c.ancestor_id = e.organization_id cross join unnest(which) one
  where c.descendant_id = happened_in and what = any (e.types) and e.switched_off_at is null and e.removed_at is null
$$;

-- What was told to one endpoint, for whoever forgets it.
create index webhook_delivery_endpoint on webhook_delivery (endpoint_id, id);

-- Everybody in an automation, latest first, and those who stand at a step.
create index automation_enrolment_latest on automation_enrolment (automation_id, id);
create index automation_enrolment_here on automation_enrolment (automation_id, step, id)
  where state in ('ACTIVE', 'WAITING', 'PAUSED', 'FAILED');

-- Whoever waits for something to happen is looked at when it may have: calls, tags and sign-ups are written in many places, and
-- whoever writes them need not know. Nobody is waited for: who has their turn at this moment is just being looked at.
create function automation_wake(whom bigint[]) returns void language sql as $$
  update automation_enrolment e set due_at = least(e.due_at, e.arrived_at)
  where e.id in (select w.id from automation_enrolment w
                 where w.person_id = any (whom) and w.state = 'WAITING' and w.waiting_for = 'CONDITION'
                 for no key update skip locked)
$$;

create function automation_news() returns trigger language plpgsql as $$
begin
  perform automation_wake(array[new.person_id]);
  return null;
end $$;
create trigger automation_call_made after insert on call for each row
  when (new.state in ('REPORTED', 'UNREPORTED')) execute function automation_news();
create trigger automation_call_changed after update on call for each row
  when (new.state in ('REPORTED', 'UNREPORTED')
        and (new.state, new.outcome, new.interrupted) is distinct from (old.state, old.outcome, old.interrupted))
  execute function automation_news();
create trigger automation_sign_up_made after insert on sign_up for each row
  when (new.person_id is not null) execute function automation_news();
create trigger automation_sign_up_changed after update on sign_up for each row
  when (new.person_id is not null and new.state <> old.state) execute function automation_news();

create function automation_tags() returns trigger language plpgsql as $$
begin
  perform automation_wake(array(select person_id from touched));
  return null;
end $$;
create trigger automation_tag_put after insert on person_tag
  referencing new table as touched for each statement execute function automation_tags();
create trigger automation_tag_taken after delete on person_tag
  referencing old table as touched for each statement execute function automation_tags();

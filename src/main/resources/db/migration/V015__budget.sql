-- What SMS cost, and what they may cost.

alter table message
  add column price         numeric(12, 4),  -- of an SMS in SEK, as reckoned from its parts
  add column told_price    numeric(12, 4),  -- what the provider says it cost
  add column payer_id      bigint,          -- whose budget it is set aside in; null: in nobody's yet
  add column paid_on       date,            -- the day it counts for, in the payer's zone
  add column beyond_budget boolean not null default false,  -- goes even when nothing is left: a meeting was moved or cancelled
  add constraint message_paid check ((payer_id is null) = (paid_on is null));

-- A day or a month of whoever set a budget, or of the top of the tree where nobody did.
create table sms_budget (
  organization_id bigint not null references organization,
  period          text not null check (period in ('DAY', 'MONTH')),
  begins_on       date not null,
  reserved        numeric(14, 4) not null default 0,  -- of what waits, is under way or of unknown fate
  spent           numeric(14, 4) not null default 0,  -- of what was sent
  warned_at       timestamptz,
  primary key (organization_id, period, begins_on)
);

-- What has changed since those rows were last added up. It is only inserted and taken away, never updated, so that all who write
-- states of messages at the same time wait for nobody. Whoever must know that there is room adds it up under a lock.
create table sms_cost (
  id              bigint generated always as identity primary key,
  organization_id bigint not null,
  on_day          date not null,
  reserved        numeric(14, 4) not null,
  spent           numeric(14, 4) not null
);
create index sms_cost_organization on sms_cost (organization_id);

-- What a message takes of a budget follows from its row alone.
create function message_reserved(state text, price numeric, told numeric) returns numeric language sql immutable as $$
  select case when told is null and state in ('QUEUED', 'DISPATCHING', 'UNKNOWN') then coalesce(price, 0) else 0 end $$;
create function message_spent(state text, price numeric, told numeric) returns numeric language sql immutable as $$
  select case when told is not null then told when state in ('ACCEPTED', 'SENT', 'DELIVERED') then coalesce(price, 0) else 0 end $$;

-- So the difference is noted whoever changes a state, once a statement.
create function message_costs() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into sms_cost (organization_id, on_day, reserved, spent)
    select payer_id, paid_on, sum(message_reserved(state, price, told_price)), sum(message_spent(state, price, told_price))
    from written where payer_id is not null group by 1, 2;
  elsif tg_op = 'UPDATE' then
    insert into sms_cost (organization_id, on_day, reserved, spent)
    select payer_id, paid_on, sum(reserved), sum(spent) from (
      select payer_id, paid_on, message_reserved(state, price, told_price) as reserved, message_spent(state, price, told_price) as spent
      from written where payer_id is not null
      union all
      select payer_id, paid_on, -message_reserved(state, price, told_price), -message_spent(state, price, told_price)
      from former where payer_id is not null) changed
    group by 1, 2 having sum(reserved) <> 0 or sum(spent) <> 0;
  else  -- what was paid stays paid
    insert into sms_cost (organization_id, on_day, reserved, spent)
    select payer_id, paid_on, -sum(message_reserved(state, price, told_price)), 0
    from former where payer_id is not null group by 1, 2 having sum(message_reserved(state, price, told_price)) <> 0;
  end if;
  return null;
end $$;
create trigger message_costs_inserted after insert on message
  referencing new table as written for each statement execute function message_costs();
create trigger message_costs_updated after update on message
  referencing old table as former new table as written for each statement execute function message_costs();
create trigger message_costs_deleted after delete on message
  referencing old table as former for each statement execute function message_costs();

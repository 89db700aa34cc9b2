-- A published event that is at another place: whoever has signed up is told, if whoever changed it wants that.

alter table event add relocated_at timestamptz;

alter table reminder_rule drop constraint reminder_rule_occasion_check;
alter table reminder_rule add constraint reminder_rule_occasion_check
  check (occasion in ('BEFORE', 'AFTER', 'MOVED', 'RELOCATED', 'CANCELLED', 'PROMOTED', 'ANSWERED'));
alter table reminder_rule add constraint reminder_rule_relocated_notice check (occasion <> 'RELOCATED' or purpose = 'NOTICE');

-- Kinds that tell of a new time get the rule that new kinds are made with, on or off and by the same way, with the same exceptions.
insert into reminder_rule (organization_id, kind_organization, kind_id, key, title, occasion, audience, channel, purpose, asks, sms_text,
                           subject, email_text, switched_off_at, switched_off_by, created_at, created_by, changed_at, changed_by)
select organization_id, kind_organization, kind_id, 'ny-plats', 'Ny plats', 'RELOCATED', 'SIGNED_UP', channel, 'NOTICE', false,
       'Ny plats: {möte} {dag} kl {tid}{om plats}, {plats}{slut}{om adress}, {adress}{slut}. Läs mer eller lämna återbud: {länk till anmälan}',
       'Ny plats för {möte} {datum}',
       E'Hej {förnamn|du}!\n\n{möte} {datum} kl {tid} har fått en ny plats{om plats}: {plats}{slut}{om adress}, {adress}{slut}.\n\n{din anmälan} Läs mer eller lämna återbud här: {länk till anmälan}',
       switched_off_at, switched_off_by, created_at, 'system:0', created_at, 'system:0'
from reminder_rule where key = 'flyttat' and archived_at is null
on conflict do nothing;

insert into reminder_exception (organization_id, event_id, rule_id, created_at, created_by)
select x.organization_id, x.event_id, n.id, x.created_at, x.created_by
from reminder_exception x join reminder_rule m on m.id = x.rule_id and m.key = 'flyttat'
join reminder_rule n on n.kind_id = m.kind_id and n.key = 'ny-plats'
on conflict do nothing;

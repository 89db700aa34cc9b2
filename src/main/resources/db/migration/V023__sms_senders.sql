-- A sender is changed, chosen and put away.

-- Chosen to be used where nobody names one; without a choice it is the oldest.
alter table sms_sender add column chosen_at timestamptz;
-- Nothing is written from it any more; what was, keeps its name, and what people text to the number is still read.
alter table sms_sender add column retired_at timestamptz;
alter table sms_sender add column retired_by text;
alter table sms_sender add check ((retired_at is null) = (retired_by is null));
alter table sms_sender add check (chosen_at is null or retired_at is null);
create unique index sms_sender_chosen on sms_sender (organization_id) where chosen_at is not null;

-- What still names a sender that somebody wants to put away.
create index broadcast_draft_sender on broadcast (sender_id) where approved_at is null and sender_id is not null;
create index recurring_broadcast_sender on recurring_broadcast (sender_id) where ended_at is null and sender_id is not null;

-- The segment whose filter is the target, as it was when it was chosen; a change of the target by hand takes it away.
alter table call_assignment add column segment_id bigint;
create index call_assignment_segment on call_assignment (segment_id) where segment_id is not null;
create index broadcast_segment on broadcast (segment_id) where segment_id is not null;

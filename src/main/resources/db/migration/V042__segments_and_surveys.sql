-- Where a segment is in use (rule 38), and the list of segments in its order.
create index segment_listed on segment (organization_id, title, id);
create index event_segment on event (segment_id) where segment_id is not null;
create index event_series_segment on event_series (segment_id) where segment_id is not null and ended_at is null;
create index reminder_rule_segment on reminder_rule (segment_id) where segment_id is not null and archived_at is null;
create index recurring_broadcast_segment on recurring_broadcast (segment_id) where segment_id is not null and ended_at is null;

-- What stands below a question, to help whoever answers it.
alter table question add column help text check (length(help) between 1 and 500);

-- Free texts are read latest first, question by question.
create index answer_texts on answer (question_lineage, id) where text is not null;

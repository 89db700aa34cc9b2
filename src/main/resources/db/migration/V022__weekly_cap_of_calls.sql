-- Whoever was contacted as often as a week allows waits in the queue until there is room for a call.
alter table call_queue_entry add column capped_until timestamptz;  -- the same as not_before while it waits because of the weekly cap

-- The days of a series, with those that it called off: whoever is a guest of several is found by them.
create index event_of_series_ever on event (coalesce(series_id, was_series_id)) where coalesce(series_id, was_series_id) is not null;

-- What providers sent holds numbers and texts: once read it is kept for a while, to look into mistakes, and then removed.
create index provider_hook_read on provider_hook (read_at) where read_at is not null;

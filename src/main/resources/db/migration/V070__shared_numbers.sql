-- Who was to read a broadcast on somebody else's phone: found when nothing came there.
create index message_shared on message (source_id, address)
  where source = 'BROADCAST' and reason = 'SHARED_NUMBER' and replaced_by is null;

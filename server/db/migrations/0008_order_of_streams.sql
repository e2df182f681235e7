-- A reader goes by (tx, position), and a transaction that began early may append late: then its event, the next of its
-- stream, would stand before those it follows. So an event takes the transaction of the one before it where that is
-- younger. Nothing is passed over: a reader comes to a transaction only when all before it are over.
create or replace function platform.append_event(id uuid, of_stream text, of_type text, with_payload bytea)
  returns integer language plpgsql security definer set search_path = platform, pg_temp as $$
declare
  last_seq integer;
  last_tx xid8;
begin
  perform pg_advisory_xact_lock(hashtextextended(of_stream, 0));
  if exists (select from events where event_id = id) then
    return null;
  end if;
  select seq, tx into last_seq, last_tx from events where stream = of_stream order by seq desc limit 1;
  last_seq := coalesce(last_seq, 0) + 1;
  insert into events (event_id, stream, seq, type, payload, tx)
    values (id, of_stream, last_seq, of_type, with_payload,
      case when last_tx > pg_current_xact_id() then last_tx else pg_current_xact_id() end);
  perform pg_notify('events', '');
  return last_seq;
end $$;

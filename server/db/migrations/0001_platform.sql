-- What every feature stands on: the event log and the keys that make a repeated POST harmless.
--
-- Each feature owns a schema and has a login that reaches only that schema, `<owner>_<feature>`
-- (server/src/platform/db/logins.ts gives it its password). What all may do is a function here, run with the rights of
-- its owner.

create schema platform;

-- The schema of a feature, and its login.
create function platform.make_feature(feature text) returns void language plpgsql as $$
declare
  feature_login text := current_user || '_' || feature;
begin
  -- Logins belong to the whole server, so another database of it may have made this one already.
  begin
    execute format('create role %I login', feature_login);
  exception when duplicate_object or unique_violation then
    null;
  end;
  -- The owner may act for a feature; accounts are exported and deleted so.
  execute format('grant %I to current_user', feature_login);
  execute format('grant connect on database %I to %I', current_database(), feature_login);
  execute format('create schema %I', feature);
  execute format('grant usage on schema %I, platform to %I', feature, feature_login);
  -- What every feature may do.
  execute format('grant execute on function platform.append_event to %I', feature_login);
  execute format('grant select, insert on platform.idempotency_keys to %I', feature_login);
end $$;

-- `what` as in `grant`, such as `select on platform.events`.
create function platform.grant_feature(feature text, what text) returns void language plpgsql as $$
begin
  execute format('grant %s to %I', what, current_user || '_' || feature);
end $$;
revoke execute on function platform.make_feature, platform.grant_feature from public;

-- Append-only. `tx` is the transaction that wrote the row: a reader goes by (tx, position) and stops before the oldest
-- transaction still running, so that it never passes over an event that is committed later.
create table platform.events (
  position bigint generated always as identity primary key,
  tx xid8 not null default pg_current_xact_id(),
  event_id uuid not null unique,
  stream text not null check (length(stream) between 1 and 200),
  seq integer not null check (seq > 0),
  type text not null check (length(type) between 1 and 200),
  payload bytea not null,
  occurred_at timestamptz not null default now(),
  unique (stream, seq)
);
create index events_by_tx on platform.events (tx, position);

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'events are never changed';
end $$;
create trigger events_are_append_only before update or delete or truncate on platform.events
  for each statement execute function platform.refuse_change();

-- Appends one event as the next of its stream, once: the same id again changes nothing and answers null.
--
-- A reader goes by (tx, position), and a transaction that began early may append late: then its event, the next of its
-- stream, would stand before those it follows. So an event takes the transaction of the one before it where that is
-- younger. Nothing is passed over: a reader comes to a transaction only when all before it are over.
create function platform.append_event(id uuid, of_stream text, of_type text, with_payload bytea)
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
revoke execute on function platform.append_event from public;

-- The answer to a creating POST, kept under the key its sender chose. Written in the transaction that creates.
create table platform.idempotency_keys (
  -- The feature that made it, which alone sees it.
  made_by text not null default current_user,
  user_id uuid not null,
  route text not null,
  key text not null check (length(key) between 1 and 200),
  request_hash bytea not null,
  answer jsonb not null,
  created_at timestamptz not null default now(),
  primary key (user_id, route, key)
);
create index idempotency_keys_by_age on platform.idempotency_keys (created_at);
alter table platform.idempotency_keys enable row level security;
create policy own on platform.idempotency_keys using (made_by = current_user);

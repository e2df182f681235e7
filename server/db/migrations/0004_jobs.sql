-- Jobs: what was asked, who computes it, how far it is, what came of it. The rows are the truth; a message only says
-- that now is a good time to look.

select platform.make_feature('jobs');

create table jobs.jobs (
  id uuid primary key,
  user_id uuid not null,
  queue text not null check (queue in ('spot-processing', 'solver-processing')),
  kind text not null check (kind in ('equity', 'solve')),
  -- What it is about, in a few words.
  label text not null default '',
  status text not null default 'QUEUED' check (status in ('QUEUED', 'PROCESSING', 'COMPLETED', 'FAILED', 'CANCELLED')),
  -- Higher first.
  priority smallint not null default 0 check (priority between -10 and 10),
  request jsonb not null,
  progress jsonb,
  result jsonb,
  -- Size of the result's file in `jobs.result_chunks`; null where there is none.
  result_bytes bigint,
  error jsonb,
  -- Counts the leases taken, and is the fencing token: who writes must hold the newest.
  attempt integer not null default 0,
  -- Leases taken since it last got anywhere (a checkpoint was saved); after six it is dead.
  tries smallint not null default 0,
  leased_by text,
  lease_until timestamptz,
  -- When a message was last sent for it; null when one is due.
  published_at timestamptz,
  cancel_asked_at timestamptz,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  -- What the feature that had it made keeps because of it, in a schema of its own.
  kept_bytes integer not null default 0 check (kept_bytes >= 0),
  -- What it takes of its owner's room; reckoned when one of these changes, not at each progress. Its states are left
  -- out: they go when it ends, nobody can delete them before, and there are as many as workers have places.
  held_bytes bigint not null generated always as (
    octet_length(request::text) + coalesce(octet_length(result::text), 0) + coalesce(result_bytes, 0) + kept_bytes
  ) stored,
  check ((status = 'PROCESSING') = (lease_until is not null))
);
create index jobs_by_user on jobs.jobs (user_id, created_at desc, id desc);
create index jobs_open on jobs.jobs (user_id) where status in ('QUEUED', 'PROCESSING');
-- So that what a player holds is summed without looking at the rows.
create index jobs_held on jobs.jobs (user_id) include (id, held_bytes);
create index jobs_waiting on jobs.jobs (queue, user_id, priority desc, id) where status = 'QUEUED';
create index jobs_leased on jobs.jobs (lease_until) where status = 'PROCESSING';
-- Begun as often as they may be; a job that failed by its own request is not among them.
create index jobs_dead on jobs.jobs (finished_at desc, id desc) where status = 'FAILED' and tries >= 6;

-- The state of a solve under way, in pieces. Only the newest whole one is kept; `attempt` wrote it.
create table jobs.checkpoints (
  job_id uuid not null references jobs.jobs on delete cascade,
  number integer not null,
  attempt integer not null,
  bytes bigint not null,
  created_at timestamptz not null default now(),
  primary key (job_id, number)
);
create table jobs.checkpoint_chunks (
  job_id uuid not null references jobs.jobs on delete cascade,
  number integer not null,
  attempt integer not null,
  index integer not null,
  bytes bytea not null,
  primary key (job_id, number, attempt, index)
);
alter table jobs.checkpoint_chunks alter column bytes set storage external;

-- The result file (`.plos`), in pieces of one attempt; the job's row names the attempt that counts.
create table jobs.result_chunks (
  job_id uuid not null references jobs.jobs on delete cascade,
  attempt integer not null,
  index integer not null,
  bytes bytea not null,
  primary key (job_id, attempt, index)
);
alter table jobs.result_chunks alter column bytes set storage external;

-- What each player had computed a day: counted from the log of events, and only ever from there.
create table jobs.usage (
  user_id uuid not null,
  day date not null,
  kind text not null,
  completed integer not null default 0,
  failed integer not null default 0,
  cancelled integer not null default 0,
  primary key (user_id, day, kind)
);
-- Up to where the log has been counted into `jobs.usage`.
create table jobs.offsets (
  consumer text primary key,
  tx xid8 not null,
  position bigint not null
);

select platform.grant_feature('jobs', 'select, insert, update, delete on all tables in schema jobs');
select platform.grant_feature('jobs', 'select on platform.events');

-- Bytes that a player's jobs hold: what was asked, results, what is kept elsewhere because of them.
create function jobs.held_by(of_user uuid) returns bigint language sql stable as $$
  select coalesce((select sum(held_bytes) from jobs.jobs where user_id = of_user), 0)::bigint
$$;

-- Makes a job, unless the player has as many open as one may have, or no room left: then `held` tells how much is held.
-- Called in the transaction of the asking feature's own row.
create function jobs.enqueue(
  job_id uuid, of_user uuid, in_queue text, of_kind text, with_priority smallint, with_label text,
  with_request jsonb, with_kept_bytes integer, most_open integer, most_bytes bigint, out made boolean, out held bigint
) language plpgsql security definer set search_path = jobs, pg_temp as $$
begin
  -- One player's submissions take turns, so that the limits hold for those made at the same moment.
  perform pg_advisory_xact_lock(hashtextextended(of_user::text, 1));
  made := false;
  if (select count(*) from jobs where user_id = of_user and status in ('QUEUED', 'PROCESSING')) >= most_open then
    return;
  end if;
  held := jobs.held_by(of_user);
  if held + octet_length(with_request::text) + with_kept_bytes > most_bytes then
    return;
  end if;
  insert into jobs (id, user_id, queue, kind, priority, label, request, kept_bytes)
    values (job_id, of_user, in_queue, of_kind, with_priority, with_label, with_request, with_kept_bytes);
  perform pg_notify('jobs_waiting', in_queue);
  made := true;
end $$;
-- Features whose work may take long are given it by name.
revoke execute on function jobs.enqueue from public;

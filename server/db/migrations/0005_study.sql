-- Study: the spots of a player's solves. A spot's document is the same everywhere, and so is its hash.

select platform.make_feature('study');

create table study.spots (
  id uuid primary key,
  user_id uuid not null,
  -- SHA-256 of the document's canonical JSON: the spot's own id.
  spot_hash bytea not null,
  document jsonb not null,
  created_at timestamptz not null default now(),
  unique (user_id, spot_hash)
);
create index idx_spots_user_id on study.spots (user_id);

-- Which spot a job solves: a spot goes with the last of its jobs.
create table study.solves (
  job_id uuid primary key,
  spot_id uuid not null references study.spots on delete cascade
);
create index solves_by_spot on study.solves (spot_id);

select platform.grant_feature('study', 'select, insert, update, delete on all tables in schema study');
select platform.grant_feature('study', 'usage on schema jobs');
select platform.grant_feature('study', 'execute on function jobs.enqueue');
select platform.grant_feature('study', 'usage on schema auth');
select platform.grant_feature('study', 'execute on function auth.hold_user');

-- A job of the player was deleted: its spot goes with it, unless another job solves it, too. For the feature jobs, in
-- the transaction of its own row.
create function study.forget_solve(of_user uuid, of_job uuid) returns void
  language plpgsql security definer set search_path = study, pg_temp as $$
declare
  solved uuid;
begin
  -- In turn with this player's submissions (jobs.enqueue): one of them may be solving the same spot.
  perform pg_advisory_xact_lock(hashtextextended(of_user::text, 1));
  delete from solves where job_id = of_job returning spot_id into solved;
  delete from spots where id = solved and not exists (select from solves where spot_id = solved);
end $$;
revoke execute on function study.forget_solve from public;
select platform.grant_feature('jobs', 'usage on schema study');
select platform.grant_feature('jobs', 'execute on function study.forget_solve');

-- Study: the spots a player had computed. A spot's document is the same everywhere, and so is its hash.

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

select platform.grant_feature('study', 'select, insert, update, delete on all tables in schema study');
select platform.grant_feature('study', 'usage on schema jobs');
select platform.grant_feature('study', 'execute on function jobs.enqueue');
